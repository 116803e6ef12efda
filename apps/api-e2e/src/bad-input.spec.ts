/** Bodies that do not fit (AP-02, AP-04, AZ-04, AZ-12), for every operation that takes one: 4xx with a code, and nothing changes. */
import { ownPage, type WorldAccount } from '@kinfold/shared/testing';
import { call, codeOf, type RunningClinic, startClinic } from './support/clinic';
import { furnish, type Ids } from './support/furnish';
import { type Operation, OPERATIONS, pathOf } from './support/operations';
import { read, send } from './support/send';

const CANARY = 'Zarzuela-Kinfold-7731';
const BOTTOM = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;

/** Bodies as they are sent, from one that fits the description. */
const SPOILT: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => string>> = {
  'a text': () => JSON.stringify(CANARY),
  'a number': () => '7',
  null: () => 'null',
  'a list': () => '[]',
  'a list around it': (body) => JSON.stringify([body]),
  'nothing in it': () => '{}',
  'half an object': () => `{"${CANARY}": `,
  'no JSON': () => CANARY,
  'a key __proto__': (body) => `{"__proto__": {"${CANARY}": true}, ${JSON.stringify(body).slice(1)}`,
  'a key constructor': (body) => JSON.stringify({ ...body, constructor: { prototype: { [CANARY]: true } } }),
  'a depth of twenty thousand': () => BOTTOM,
  'an id of its own': (body) => JSON.stringify({ ...body, id: [CANARY], clinicId: CANARY }),
  'what only the server says': (body) =>
    JSON.stringify({ ...body, authorId: CANARY, signedAt: CANARY, version: 99, createdAt: CANARY, createdBy: CANARY }),
  'lists for values': (body) => JSON.stringify(mapped(body, (value) => [value])),
  'objects for values': (body) => JSON.stringify(mapped(body, () => ({ [CANARY]: 1 }))),
  'numbers for values': (body) => JSON.stringify(mapped(body, () => 1e300)),
  'truth for values': (body) => JSON.stringify(mapped(body, (value) => (typeof value === 'boolean' ? 'true' : true))),
  'endless texts': (body) => JSON.stringify(mapped(body, () => CANARY.repeat(6_000))),
  'null for values': (body) => JSON.stringify(mapped(body, (value) => (value === null ? [] : null))),
};

describe('a body', () => {
  let clinic: RunningClinic;
  let therapist: WorldAccount;
  let relative: WorldAccount;
  let ids: Ids;

  beforeAll(async () => {
    clinic = await startClinic();
    therapist = await clinic.world.staff('therapist');
    const furnished = await furnish(clinic.world, clinic.api, therapist);
    ids = furnished.ids;
    const member = furnished.family.members[1];
    if (!member) throw new Error('The family has no second member');
    relative = await clinic.world.portal(member);
  });

  afterAll(() => clinic.close());

  const writes = OPERATIONS.filter(({ takesBody }) => takesBody);

  async function rowCounts(): Promise<unknown> {
    const { rows } = await clinic.world.client.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not in ('audit_event', 'rate_limit', 'sign_in_session') order by 1`,
    );
    return (
      await clinic.world.client.query(
        rows
          .map(
            ({ table_name: name }) =>
              `select '${name}' as name, count(*), md5(string_agg(t::text, '' order by t::text)) from "${name}" t`,
          )
          .join(' union all '),
      )
    ).rows;
  }

  const who = (operation: Operation): WorldAccount => (operation.surfaces.includes('staff') ? therapist : relative);

  it.each(Object.keys(SPOILT))('with %s is refused by every operation, and nothing changes', async (name) => {
    const spoil = SPOILT[name];
    if (!spoil) throw new Error('No such body');
    const before = await rowCounts();
    for (const operation of writes) {
      const body = spoil(objectOf(operation.body()));
      const account = who(operation);
      const answer = await send(
        account === relative ? clinic.api.portalUrl : clinic.api.staffUrl,
        pathOf(operation, ids),
        {
          method: operation.method,
          body,
          headers: {
            'Content-Type': 'application/json',
            ...ownPage(account),
            ...(operation.needsVersion ? { 'If-Match': '"1"' } : {}),
          },
        },
      );
      expect([operation.id, answer.status >= 400 && answer.status < 500, answer.status === 401]).toEqual([
        operation.id,
        true,
        false,
      ]);
      expect([operation.id, codeOf(answer)]).toEqual([operation.id, expect.stringMatching(/^[a-z_]+$/)]);
      const problem = read(answer);
      expect(problem['requestId']).toBe(answer.headers['x-request-id']);
      // A property is named by the name it was sent under; everything else that was sent stays out of the answer.
      expect(JSON.stringify({ ...problem, fields: [] })).not.toContain(CANARY);
    }
    expect(await rowCounts()).toEqual(before);
  });

  it('larger than half a megabyte is refused with 413 or 422, whatever it says', async () => {
    for (const operation of writes) {
      const answer = await call(clinic.api, operation, who(operation), { ids, body: { text: 'x'.repeat(600_000) } });
      expect([operation.id, answer.status >= 400 && answer.status < 500, codeOf(answer)]).toEqual([
        operation.id,
        true,
        'body_too_large',
      ]);
    }
  });

  it.each(['', '7', '"a"', 'W/"1"', '"1", "2"', '*', '"-1"', '"1e3"', '"99999999999"', `"${CANARY}"`])(
    'with the version %s is refused with 412 or 428',
    async (version) => {
      for (const operation of writes.filter(({ needsVersion }) => needsVersion)) {
        const answer = await call(clinic.api, operation, who(operation), {
          ids,
          body: operation.body(),
          headers: { 'If-Match': version },
        });
        expect([operation.id, [412, 428].includes(answer.status) || codeOf(answer) === 'validation_failed']).toEqual([
          operation.id,
          true,
        ]);
        expect(answer.text).not.toContain(CANARY);
      }
    },
  );

  it.each([
    '?after=%27%3B%20select%20pg_sleep(9)--',
    '?after[]=a&after[]=b',
    '?after[a]=b',
    `?after=${'a'.repeat(5_000)}`,
    '?__proto__[a]=b',
    '?from=2026-02-30&to=x',
    '?day=%00',
  ])('is not needed to send a bad query: %s gives no more than without it', async (suffix) => {
    for (const operation of OPERATIONS.filter(({ method }) => method === 'GET')) {
      const account = who(operation);
      const answer = await call(clinic.api, operation, account, { ids, suffix });
      expect([operation.id, answer.status < 500]).toEqual([operation.id, true]);
    }
  });
});

function mapped(body: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, change(value)]));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('Every body is an object');
  return { ...value };
}
