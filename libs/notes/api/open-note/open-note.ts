import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assignmentOf, decide } from '@kinfold/access/api';
import { signedContent } from '@kinfold/notes/domain';
import { type Context, DataKeys, open, Sql } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import type { AddendumAnswer, NoteSectionAnswer } from '../notes.answers';
import { OPEN_NOTE, type OpenNoteRow, type SealedText } from './open-note.read-model';

/**
 * Opens one note in one round trip. A draft opens for its authors; others of the team learn that it exists and who writes it
 * (decision 15). A signed note is checked against its hash every time it is read.
 */
@Injectable()
export class OpenNote {
  constructor(
    private readonly sql: Sql,
    private readonly keys: DataKeys,
  ) {}

  /**
   * @returns JSON text of a `NoteAnswer`
   * @throws DomainError 404 when it is not there or not open to the actor
   */
  async run(context: Context, noteId: string): Promise<string> {
    const [row] = await this.sql.rows<OpenNoteRow>(context, OPEN_NOTE, [context.clinicId, noteId, context.accountId], {
      objectId: noteId,
    });
    if (!row) throw notFound();
    this.requireReadable(context, row);
    const sections: NoteSectionAnswer[] = (row.sections ?? []).map(
      ({ sealed: _, compartment: __, wrapped: ___, ...section }, index) => ({
        ...section,
        text: this.opened(
          context,
          row,
          row.state === 'signed' ? 'signed_section' : 'draft_section',
          row.sections?.[index],
        ),
      }),
    );
    const addenda: AddendumAnswer[] = (row.addenda ?? []).map(
      ({ sealed: _, compartment: __, wrapped: ___, ...addendum }, index) => ({
        ...addendum,
        text: this.opened(context, row, 'addendum', row.addenda?.[index]),
      }),
    );
    const intact = isIntact(context.clinicId, noteId, row, sections);
    return `${row.body.slice(0, -1)},"intact":${intact},"sections":${JSON.stringify(sections)},"addenda":${JSON.stringify(addenda)}}`;
  }

  private requireReadable(context: Context, { part, own, state, class: confidentiality }: OpenNoteRow): void {
    const assigned = assignmentOf(part);
    const facts = { assigned, supervised: assigned === undefined, own, signed: state === 'signed' };
    const shell = state === 'draft' && !own;
    decide(context, { action: 'read', resource: shell ? 'session' : 'progress-note', class: confidentiality }, facts);
  }

  private opened(
    { clinicId }: Context,
    { familyId }: OpenNoteRow,
    table: string,
    text: SealedText | undefined,
  ): string {
    if (!text) throw new Error('A text was read without its bytes');
    const { id, sealed, compartment, wrapped } = text;
    const key = this.keys.brought(clinicId, compartment, wrapped);
    return open(key, { table, column: 'text_sealed', clinicId, familyId, rowId: id }, Buffer.from(sealed, 'base64'));
  }
}

/** Whether the sections are, byte for byte, what was signed: none changed, none missing, none added. Null for a draft. */
function isIntact(
  clinicId: string,
  noteId: string,
  row: OpenNoteRow,
  sections: readonly NoteSectionAnswer[],
): boolean | null {
  const { familyId, sessionId, format, authorId, signedBy, signedAt, lateEntry, contentHash } = row;
  if (signedBy === null || signedAt === null || contentHash === null) return null;
  const content = signedContent({
    clinicId,
    familyId,
    sessionId,
    noteId,
    format,
    authorId,
    signedBy,
    signedAt: signedAt.toISOString(),
    lateEntry,
    sections,
  });
  return timingSafeEqual(createHash('sha256').update(content).digest(), contentHash);
}
