import { Injectable } from '@nestjs/common';
import { type Context, Sql } from '@kinfold/shared/api';
import { invalidField, isId, PAGE_SIZE, PAGE_SIZE_LIMIT } from '@kinfold/shared/kernel';
import type { FamilyListAnswer } from '../families.answers';
import { mayKnowNames } from '../may-know-names';
import { LIST_FAMILIES } from './list-families.read-model';

/** The families that the actor may know of, by name, a page at a time. */
@Injectable()
export class ListFamilies {
  constructor(private readonly sql: Sql) {}

  /**
   * @param cursor `next` of the page before, or undefined for the first page
   * @param size 1 to 200, 50 when nobody says
   * @throws DomainError 422 for a cursor that is none
   */
  async run(context: Context, cursor: string | undefined, size = PAGE_SIZE): Promise<FamilyListAnswer> {
    const [name, id] = cursor === undefined ? [null, null] : readCursor(cursor);
    const limit = Math.min(Math.max(size, 1), PAGE_SIZE_LIMIT);
    const body = await this.sql.read(context, LIST_FAMILIES, [
      context.clinicId,
      name,
      id,
      limit + 1,
      mayKnowNames(context),
    ]);
    const page: Pick<FamilyListAnswer, 'items' | 'total'> = JSON.parse(body ?? '{"items":[],"total":0}');
    const items = page.items.slice(0, limit);
    const last = items.at(-1);
    const more = page.items.length > limit && last !== undefined;
    return { items, total: page.total, next: more ? writeCursor(last.displayName, last.id) : null };
  }
}

function writeCursor(name: string, id: string): string {
  return Buffer.from(JSON.stringify([name, id]), 'utf8').toString('base64url');
}

function readCursor(cursor: string): [string, string] {
  const refused = invalidField('after', 'cursor', 'This list cannot go on from here. Begin again.');
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refused;
  }
  if (!Array.isArray(parts) || parts.length !== 2) throw refused;
  const [name, id]: unknown[] = parts;
  // PostgreSQL knows no text with a NUL in it; a name never has one.
  if (typeof name !== 'string' || name.includes('\0') || !isId(id)) throw refused;
  return [name, id];
}
