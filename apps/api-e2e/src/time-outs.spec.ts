/** Sessions that are over, on every operation (SE-02, SE-06): no parameter, header or route keeps one alive. */
import type { WorldAccount } from '@kinfold/shared/testing';
import { call, codeOf, type RunningClinic, startClinic } from './support/clinic';
import { type Operation, OPERATIONS } from './support/operations';

const closed = OPERATIONS.filter(({ permission }) => permission !== 'public');

/** What people have tried elsewhere to keep a session from timing out. */
const PLEAS: readonly { headers?: Record<string, string>; suffix?: string }[] = [
  {},
  { suffix: '?skip_timeout_reset=1' },
  { suffix: '?keepalive=true&background=1' },
  { headers: { 'X-Background': '1' } },
  { headers: { 'X-Requested-With': 'XMLHttpRequest', Purpose: 'prefetch', 'Sec-Purpose': 'prefetch' } },
];

describe('a session that is over', () => {
  let clinic: RunningClinic;

  beforeAll(async () => {
    clinic = await startClinic();
  });

  afterAll(() => clinic.close());

  async function whoever(operation: Operation): Promise<WorldAccount> {
    const { world } = clinic;
    if (operation.surfaces.includes('staff')) return world.staff('therapist');
    const [member] = (await world.family()).members;
    if (!member) throw new Error('The world has no member');
    return world.portal(member);
  }

  const each = it.each(closed.map((operation) => [operation.id, operation] as const));

  each('answers 401 on %s after 16 quiet minutes, whatever is added', async (_id, operation) => {
    const who = await whoever(operation);
    await clinic.world.idle(who, 16);
    for (const plea of PLEAS) {
      const answer = await call(clinic.api, operation, who, plea);
      expect([plea, answer.status, codeOf(answer)]).toEqual([plea, 401, 'unauthenticated']);
    }
    const { rows } = await clinic.world.client.query<{ quiet: boolean }>(
      `select last_active_at < now() - interval '15 minutes' as quiet from sign_in_session where id = $1`,
      [who.context.sessionId],
    );
    expect(rows).toEqual([{ quiet: true }]);
  });

  each('answers 401 on %s when it ended or ran out, or its account is disabled', async (_id, operation) => {
    const { world } = clinic;
    const over: Record<string, (who: WorldAccount) => Promise<unknown>> = {
      ended: (who) => world.endSession(who),
      disabled: (who) => world.disable(who),
      'out of hours': (who) =>
        world.client.query('update sign_in_session set ends_at = now() where id = $1', [who.context.sessionId]),
    };
    for (const [how, make] of Object.entries(over)) {
      const who = await whoever(operation);
      await make(who);
      expect([how, (await call(clinic.api, operation, who)).status]).toEqual([how, 401]);
    }
  });

  it('is told from one of 14 quiet minutes', async () => {
    const who = await clinic.world.staff('therapist');
    await clinic.world.idle(who, 14);
    expect((await call(clinic.api, named('listFamilies'), who)).status).toBe(200);
  });

  it('reads nothing from the next statement on, even while its identity is remembered', async () => {
    const { world, api } = clinic;
    const who = await world.staff('therapist');
    const family = await world.family({ therapist: who });
    const open = () => call(api, named('openFamily'), who, { ids: { familyId: family.id } });
    const list = () => call(api, named('listFamilies'), who);
    expect((await open()).status).toBe(200);
    await world.endSession(who);
    const [opened, listed] = [await open(), await list()];
    expect([401, 404]).toContain(opened.status);
    expect(opened.text).not.toContain(family.id);
    expect(listed.text).not.toContain(family.id);
  });

  it.each(['account_role', 'assignment'])(
    'and a row taken from %s read nothing of the family any more',
    async (table) => {
      const { world, api } = clinic;
      const who = await world.staff('therapist');
      const family = await world.family({ therapist: who });
      const open = () => call(api, named('openFamily'), who, { ids: { familyId: family.id } });
      expect((await open()).status).toBe(200);
      if (table === 'account_role')
        await world.client.query('delete from account_role where account_id = $1', [who.id]);
      else await world.client.query('update assignment set ends_at = now() where account_id = $1', [who.id]);
      expect((await open()).status).toBe(404);
    },
  );

  it('is kept alive by what a person does and not by saving in the background', async () => {
    const { world, api } = clinic;
    const who = await world.staff('therapist');
    const sinceActive = async (): Promise<boolean> =>
      (
        await world.client.query<{ quiet: boolean }>(
          `select last_active_at < now() - interval '5 minutes' as quiet from sign_in_session where id = $1`,
          [who.context.sessionId],
        )
      ).rows[0]?.quiet ?? false;
    for (const operation of closed.filter(({ method }) => method === 'PUT' || method === 'PATCH')) {
      await world.idle(who, 10);
      await call(api, operation, who);
      expect([operation.id, await sinceActive()]).toEqual([operation.id, true]);
    }
    await world.idle(who, 10);
    await call(api, named('noteActivity'), who);
    expect(await sinceActive()).toBe(false);
  });
});

function named(id: string): Operation {
  const found = OPERATIONS.find((operation) => operation.id === id);
  if (!found) throw new Error(`There is no operation ${id}`);
  return found;
}
