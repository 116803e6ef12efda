import { Injectable } from '@nestjs/common';
import { type Context, Sql } from '@kinfold/shared/api';
import { nameWords } from '@kinfold/shared/kernel';
import { mayKnowNames } from '../may-know-names';
import { SEARCH_FAMILIES } from './search-families.read-model';

const HITS = 20;

/** Finds families by the beginning of any word of a name or nickname, or by initials. */
@Injectable()
export class SearchFamilies {
  constructor(private readonly sql: Sql) {}

  /** @returns JSON text: `{ items: [...] }`, at most twenty, the whole word before the beginning of one */
  async run(context: Context, text: string): Promise<string> {
    const [first, ...further] = nameWords(text);
    // Whoever may not know names learns nothing from searching for one.
    if (first === undefined || !mayKnowNames(context)) return '{"items":[]}';
    const items = await this.sql.read(context, SEARCH_FAMILIES, [context.clinicId, first, further, HITS]);
    return `{"items":${items ?? '[]'}}`;
  }
}
