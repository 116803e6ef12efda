/**
 * Every operation with the ids of a family that is not the actor's (AZ-03, AZ-10, TN-06): the answer is the one for ids that do not
 * exist, byte for byte but for the request's own id, and nothing changes.
 */
import type { WorldAccount } from '@kinfold/shared/testing';
import { World } from '@kinfold/shared/testing';
import { call, type RunningClinic, startClinic } from './support/clinic';
import { furnish, type Ids } from './support/furnish';
import { OPERATIONS } from './support/operations';
import { comparable } from './support/send';

const TABLES = [
  'family',
  'member',
  'relationship',
  'session',
  'session_member',
  'session_clinician',
  'attendance',
  'participation',
  'moment',
  'progress_note',
  'draft_section',
  'administration',
  'response',
  'consent',
  'consent_revocation',
  'summary',
  'summary_line',
  'summary_recipient',
];

describe('ids of somebody else', () => {
  let clinic: RunningClinic;
  let ids: Ids;
  let strangers: Record<string, WorldAccount>;

  beforeAll(async () => {
    clinic = await startClinic();
    const { world, api, database } = clinic;
    ({ ids } = await furnish(world, api, await world.staff('therapist')));
    const elsewhere = await World.in(database.superuserUrl);
    const other = await world.family();
    const [relative] = other.members;
    if (!relative) throw new Error('The world has no member');
    strangers = {
      'another therapist': await world.staff('therapist'),
      'a therapist of another clinic': await elsewhere.staff('therapist'),
      'a supervisor of nobody': await world.staff('supervisor'),
      'a relative of another family': await world.portal(relative),
    };
    await elsewhere.close();
  });

  afterAll(() => clinic.close());

  const named = OPERATIONS.filter((operation) => operation.ids.length > 0);
  const who = [
    'another therapist',
    'a therapist of another clinic',
    'a supervisor of nobody',
    'a relative of another family',
  ];

  async function fingerprint(): Promise<unknown> {
    const counted = TABLES.map(
      (table) =>
        `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${table} t`,
    );
    return (await clinic.world.client.query(counted.join(' union all '))).rows;
  }

  it.each(who)('are to %s like ids that do not exist, and nothing changes', async (name) => {
    const before = await fingerprint();
    const open: string[] = [];
    for (const operation of named) {
      for (const body of operation.takesBody ? [{}, operation.body()] : [undefined]) {
        const options = { body, headers: operation.needsVersion ? { 'If-Match': '"1"' } : {} };
        const real = await call(clinic.api, operation, strangers[name], { ...options, ids });
        const none = await call(clinic.api, operation, strangers[name], options);
        expect([operation.id, comparable(real)]).toEqual([operation.id, comparable(none)]);
        if (real.status < 400) open.push(operation.id);
      }
    }
    expect(open).toEqual([]);
    expect(await fingerprint()).toEqual(before);
  });

  it('in a path do not mix with the own family of the actor', async () => {
    const therapist = await clinic.world.staff('therapist');
    const own = await furnish(clinic.world, clinic.api, therapist);
    const nested = named.filter((operation) => operation.ids.length > 1);
    for (const operation of nested) {
      const [parent = '', ...children] = operation.ids;
      const body = operation.takesBody ? operation.body() : undefined;
      const options = { body, headers: operation.needsVersion ? { 'If-Match': '"1"' } : {} };
      const mixed = await call(clinic.api, operation, therapist, {
        ...options,
        ids: {
          [parent]: own.ids[parent] ?? '',
          ...Object.fromEntries(children.map((child) => [child, ids[child] ?? ''])),
        },
      });
      const none = await call(clinic.api, operation, therapist, {
        ...options,
        ids: { [parent]: own.ids[parent] ?? '' },
      });
      expect([operation.id, mixed.status >= 400, comparable(mixed)]).toEqual([operation.id, true, comparable(none)]);
    }
    expect(nested.length).toBeGreaterThan(4);
  });
});
