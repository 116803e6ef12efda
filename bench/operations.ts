import { randomUUID } from 'node:crypto';
import type { Client, Pool } from 'pg';
import type { Shot } from './block';
import type { BenchClinic, Writing } from './clinic';
import { OPEN, SEARCH, TODAY, WRITE } from './statements';

export type OperationName =
  'open a family' | 'the same again, unchanged' | 'today' | 'search by name' | 'write a note draft';

/** What has to be reached, from the design: shares of the limit at 16 connections; for the unchanged family a multiple of its own 200. */
export interface Goal {
  readonly must: number;
  readonly aim: number;
  /** Against what the share is taken. */
  readonly of: 'limit' | 'open a family';
}

/** One thing that people do, as requests to the API and to the limit, and as statements. */
export interface Operation {
  readonly name: OperationName;
  readonly goal: Goal;
  /** Status of the right answer of the API. */
  readonly status: number;
  readonly api: () => readonly Shot[];
  /** Absent where the limit has no such thing. */
  readonly limit?: () => readonly Shot[];
  readonly direct?: (pool: Pool) => (index: number) => Promise<unknown>;
  /** Brings the database back to where it was before a block. */
  readonly reset?: () => Promise<unknown>;
  /** Whether both servers answer with the same content. */
  readonly comparable: boolean;
}

const FROM_OUR_PAGE = { 'x-kinfold': '1', 'sec-fetch-site': 'same-origin' };
const JSON_BODY = { 'content-type': 'application/json' };
const TEXT =
  'They practised speaker and listener with a small matter from the kitchen. Each repeated in own words before answering, and the tone ' +
  'became warmer after the second turn. The question of the weekend stayed open and was put on the agenda of the next session. '.repeat(
    2,
  );

/** Every operation of the design, on the data of a clinic. */
export function operationsOf(clinic: BenchClinic, tags: ReadonlyMap<string, string>): readonly Operation[] {
  const { clinicId, openings, therapists, desk, searches, writings, today, zone, client } = clinic;
  const at = <T>(list: readonly T[], index: number): T => {
    const one = list[index % list.length];
    if (one === undefined) throw new RangeError('There is nothing to ask for');
    return one;
  };
  const open = (unchanged: boolean): readonly Shot[] =>
    openings.map(({ actor, familyId }) => ({
      method: 'GET',
      path: `/api/v1/families/${familyId}`,
      headers: {
        ...FROM_OUR_PAGE,
        cookie: actor.cookie,
        ...(unchanged ? { 'if-none-match': tags.get(familyId) ?? '' } : {}),
      },
    }));
  return [
    {
      name: 'open a family',
      goal: { must: 0.6, aim: 0.75, of: 'limit' },
      status: 200,
      comparable: true,
      api: () => open(false),
      limit: () => openings.map(({ familyId }) => ({ method: 'GET', path: `/families/${familyId}`, headers: {} })),
      direct: (pool) => (index) => pool.query({ ...OPEN, values: [clinicId, at(openings, index).familyId] }),
    },
    {
      name: 'the same again, unchanged',
      goal: { must: 2, aim: 4, of: 'open a family' },
      status: 304,
      comparable: false,
      api: () => open(true),
    },
    {
      name: 'today',
      goal: { must: 0.6, aim: 0.75, of: 'limit' },
      status: 200,
      comparable: true,
      api: () =>
        therapists.map(({ cookie }) => ({
          method: 'GET',
          path: '/api/v1/today',
          headers: { ...FROM_OUR_PAGE, cookie },
        })),
      limit: () =>
        therapists.map(({ accountId }) => ({ method: 'GET', path: '/today', headers: { 'x-account': accountId } })),
      direct: (pool) => (index) =>
        pool.query({ ...TODAY, values: [clinicId, at(therapists, index).accountId, today, zone] }),
    },
    {
      name: 'search by name',
      goal: { must: 0.65, aim: 0.8, of: 'limit' },
      status: 200,
      comparable: true,
      api: () =>
        searches.map((text) => ({
          method: 'POST',
          path: '/api/v1/families/search',
          headers: { ...FROM_OUR_PAGE, ...JSON_BODY, cookie: desk.cookie },
          body: JSON.stringify({ text }),
        })),
      limit: () =>
        searches.map((text) => ({
          method: 'POST',
          path: '/search',
          headers: JSON_BODY,
          body: JSON.stringify({ text }),
        })),
      direct: (pool) => (index) => pool.query({ ...SEARCH, values: [clinicId, at(searches, index), [], 20] }),
    },
    {
      name: 'write a note draft',
      goal: { must: 0.65, aim: 0.85, of: 'limit' },
      status: 200,
      comparable: false,
      reset: () => forget(client),
      api: () =>
        writings.map((writing) => ({
          method: 'PUT',
          path: `/api/v1/families/${writing.familyId}/notes/${writing.noteId}/sections/${randomUUID()}`,
          headers: { ...FROM_OUR_PAGE, ...JSON_BODY, cookie: writing.actor.cookie, 'if-match': '"0"' },
          body: JSON.stringify(words(writing)),
        })),
      limit: () =>
        writings.map((writing) => ({
          method: 'PUT',
          path: `/notes/${writing.familyId}/${randomUUID()}`,
          headers: { ...JSON_BODY, 'x-account': writing.actor.accountId },
          body: JSON.stringify({ ...words(writing), noteId: writing.noteId }),
        })),
      direct: (pool) => (index) => {
        const { familyId, noteId, section, memberId, actor } = at(writings, index);
        return pool.query({
          ...WRITE,
          values: [
            clinicId,
            familyId,
            noteId,
            randomUUID(),
            section,
            memberId,
            Buffer.from(TEXT, 'utf8'),
            actor.accountId,
          ],
        });
      },
    },
  ];
}

function words({ section, memberId }: Writing): object {
  return { section, memberId, text: TEXT };
}

/** Every section of every draft can be written once: what was written is forgotten before the next block. */
function forget(client: Client): Promise<unknown> {
  return client.query('truncate draft_section');
}
