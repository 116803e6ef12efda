/** Signing in and out (AU-04 to AU-06, SE-01, SE-05): what is said, what is set, what is counted. */
import { createHash, randomBytes } from 'node:crypto';
import { ApiProcess, ownPage, type WorldAccount } from '@kinfold/shared/testing';
import { codeOf, type RunningClinic, startClinic } from './support/clinic';
import { type Answer, comparable, json, read, send } from './support/send';

const PASSWORD = 'tres tristes tigres comen trigo 🌾';
const PATH = '/api/v1/session';

describe('signing in', () => {
  const keyRoot = randomBytes(32);
  let clinic: RunningClinic;
  let second: ApiProcess;

  beforeAll(async () => {
    clinic = await startClinic({ keyRoot });
    second = await ApiProcess.start(clinic.database, { keyRoot });
  });

  afterAll(async () => {
    await second.stop();
    await clinic.close();
  });

  let counter = 0;
  const newEmail = (): string => `person${++counter}@clinic.example`;

  async function person(email = newEmail(), memory?: number): Promise<WorldAccount & { email: string }> {
    const account = await clinic.world.staff('therapist');
    await clinic.world.credential(account, clinic.api.key, email, PASSWORD, memory);
    return { ...account, email };
  }

  const signIn = (
    email: unknown,
    password: unknown,
    url = clinic.api.staffUrl,
    headers: Record<string, string> = {},
  ): Promise<Answer> => send(url, PATH, { method: 'POST', ...json({ email, password }, { ...ownPage(), ...headers }) });

  it('sets a cookie that belongs to this host alone and is out of reach of scripts', async () => {
    const { email } = await person();
    const answer = await signIn(email, PASSWORD);
    expect(answer.status).toBe(201);
    expect(answer.text).toBe('');
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-kinfold-staff=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it('keeps the token nowhere but in the cookie', async () => {
    const { email } = await person();
    const token = tokenOf(await signIn(email, PASSWORD));
    const stored = await clinic.world.client.query('select from sign_in_session where token_hash = $1', [
      createHash('sha256').update(token).digest(),
    ]);
    expect(stored.rowCount).toBe(1);
    const raw = await clinic.world.client.query(
      `select from sign_in_session s where s::text like '%' || $1 || '%' or s::text like '%' || encode($1::bytea, 'hex') || '%'`,
      [token],
    );
    expect(raw.rowCount).toBe(0);
  });

  it('finds the address whatever its case and the blanks around it', async () => {
    const { email } = await person();
    expect((await signIn(`  ${email.toUpperCase()} `, PASSWORD)).status).toBe(201);
  });

  it('makes a new session each time and ends the one the browser brought', async () => {
    const { email } = await person();
    const first = tokenOf(await signIn(email, PASSWORD));
    const cookie = (token: string) => ({ Cookie: `__Host-kinfold-staff=${token}` });
    const next = tokenOf(await signIn(email, PASSWORD, clinic.api.staffUrl, cookie(first)));
    expect(next).not.toBe(first);
    expect((await send(second.staffUrl, PATH, { headers: { ...ownPage(), ...cookie(first) } })).status).toBe(401);
    expect((await send(second.staffUrl, PATH, { headers: { ...ownPage(), ...cookie(next) } })).status).toBe(200);
  });

  it('never takes over a token that somebody else chose', async () => {
    const { email } = await person();
    const chosen = randomBytes(32).toString('base64url');
    const token = tokenOf(
      await signIn(email, PASSWORD, clinic.api.staffUrl, { Cookie: `__Host-kinfold-staff=${chosen}` }),
    );
    expect(token).not.toBe(chosen);
    expect(
      (await send(clinic.api.staffUrl, PATH, { headers: { ...ownPage(), Cookie: `__Host-kinfold-staff=${chosen}` } }))
        .status,
    ).toBe(401);
  });

  it('answers the same for an unknown address, a wrong password and a disabled account', async () => {
    const { email } = await person();
    const disabled = await person();
    await clinic.world.disable(disabled);
    const answers = [
      await signIn(newEmail(), PASSWORD),
      await signIn(email, `${PASSWORD} `),
      await signIn(email, PASSWORD.toUpperCase()),
      await signIn(disabled.email, PASSWORD),
      await signIn(email, PASSWORD, clinic.api.portalUrl),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(codeOf(answers[0] as Answer)).toBe('sign_in_failed');
    expect(new Set(answers.map((answer) => JSON.stringify(comparable(answer)))).size).toBe(1);
    expect(answers[0]?.headers['set-cookie']).toBeUndefined();
  });

  it('writes the audit row of a session that began and of one that ended', async () => {
    const who = await person();
    const answer = await signIn(who.email, PASSWORD);
    const headers = { ...ownPage(), Cookie: `__Host-kinfold-staff=${tokenOf(answer)}` };
    const out = await send(clinic.api.staffUrl, PATH, { method: 'DELETE', headers });
    expect(out.status).toBe(204);
    expect(out.headers).toMatchObject({
      'clear-site-data': '"cache", "storage"',
      'set-cookie': ['__Host-kinfold-staff=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0'],
    });
    expect((await send(clinic.api.staffUrl, PATH, { headers })).status).toBe(401);
    expect((await send(second.staffUrl, PATH, { headers })).status).toBe(401);
    const { rows } = await clinic.world.client.query(
      'select event, result, request_id from audit_event where actor_account_id = $1 order by at',
      [who.id],
    );
    expect(rows).toEqual([
      { event: 'sign-in.succeeded', result: 'done', request_id: answer.headers['x-request-id'] },
      { event: 'sign-in.ended', result: 'done', request_id: out.headers['x-request-id'] },
    ]);
  });

  it("makes a weaker hash as strong as today's", async () => {
    const who = await person(newEmail(), 8_192);
    expect((await signIn(who.email, PASSWORD)).status).toBe(201);
    const { rows } = await clinic.world.client.query<{ password_hash: string }>(
      'select password_hash from credential where account_id = $1',
      [who.id],
    );
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(who.email, PASSWORD)).status).toBe(201);
  });

  it.each([
    ['an address that is a list', ['a@b.example'], PASSWORD],
    ['an address that is an object', { a: 1 }, PASSWORD],
    ['a password that is a list', 'a@b.example', [PASSWORD]],
    ['a password that is a number', 'a@b.example', 12345678],
    ['a password that is an object', 'a@b.example', { length: 3 }],
    ['no password', 'a@b.example', undefined],
    ['an empty password', 'a@b.example', ''],
    ['an address of a thousand characters', 'a'.repeat(1000), PASSWORD],
    ['a password of ten thousand characters', 'a@b.example', 'a'.repeat(10_000)],
  ])('answers 422 to %s', async (_what, email, password) => {
    const answer = await signIn(email, password);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'validation_failed']);
  });

  it('takes neither address nor password from the query', async () => {
    const { email } = await person();
    const query = new URLSearchParams({ email, password: PASSWORD });
    const answer = await send(clinic.api.staffUrl, `${PATH}?${query.toString()}`, {
      method: 'POST',
      ...json({}, ownPage()),
    });
    expect(answer.status).toBe(422);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('answers 429 after ten wrong passwords, counted over both processes, and again 201 when the time is over', async () => {
    const { email } = await person();
    const tries: number[] = [];
    for (let index = 0; index < 10; index++)
      tries.push((await signIn(email, 'wrong', index % 2 ? clinic.api.staffUrl : second.staffUrl)).status);
    expect(tries).toEqual(Array.from({ length: 10 }, () => 401));
    for (const api of [clinic.api, second]) {
      const answer = await signIn(email, 'wrong', api.staffUrl);
      expect([answer.status, codeOf(answer)]).toEqual([429, 'too_many_attempts']);
    }
    expect((await signIn((await person()).email, PASSWORD)).status).toBe(201);
    await clinic.world.client.query('update rate_limit set expire = 1');
    expect((await signIn(email, PASSWORD)).status).toBe(201);
  });

  it('counts tries that are made at the same moment', async () => {
    const { email } = await person();
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        signIn(email, 'wrong', index % 2 ? clinic.api.staffUrl : second.staffUrl),
      ),
    );
    const of = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([of(401), of(429)]).toEqual([10, 4]);
  });

  it('counts an unknown address like a known one', async () => {
    const email = newEmail();
    for (let index = 0; index < 10; index++) await signIn(email, 'wrong');
    expect((await signIn(email, 'wrong')).status).toBe(429);
  });

  it('counts fifty tries from one address over all accounts', async () => {
    await clinic.world.client.query('delete from rate_limit');
    const statuses: number[] = [];
    for (let index = 0; index < 51; index++) statuses.push((await signIn(newEmail(), 'wrong')).status);
    expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 401));
    expect(statuses[50]).toBe(429);
    await clinic.world.client.query('delete from rate_limit');
  });

  it('keeps accounts of the two surfaces apart, also under one address', async () => {
    const email = newEmail();
    await person(email);
    const [member] = (await clinic.world.family()).members;
    if (!member) throw new Error('The world has no member');
    const relative = await clinic.world.portal(member);
    await clinic.world.credential(relative, clinic.api.key, email, 'another long password');
    expect((await signIn(email, 'another long password')).status).toBe(401);
    const answer = await signIn(email, 'another long password', clinic.api.portalUrl);
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-kinfold-family=/)]);
    const headers = { ...ownPage(), Cookie: `__Host-kinfold-staff=${tokenOf(answer)}` };
    expect((await send(clinic.api.staffUrl, PATH, { headers })).status).toBe(401);
  });

  it('proves again who is there by the own password alone, and the session goes on after a wrong one', async () => {
    const who = await person();
    const prove = (password: unknown) =>
      send(clinic.api.staffUrl, '/api/v1/session/step-up', { method: 'POST', ...json({ password }, ownPage(who)) });
    const wrong = await prove('wrong');
    expect([wrong.status, codeOf(wrong)]).toEqual([403, 'password_wrong']);
    expect((await send(clinic.api.staffUrl, PATH, { headers: ownPage(who) })).status).toBe(200);
    expect((await prove(PASSWORD)).status).toBe(204);
    for (let index = 0; index < 10; index++) await prove('wrong');
    expect((await prove(PASSWORD)).status).toBe(429);
  });

  describe('in a clinic', () => {
    let real: RunningClinic;

    beforeAll(async () => {
      real = await startClinic({ mode: 'clinic' });
    });

    afterAll(() => real.close());

    it('is refused to staff with one password alone, and open to families', async () => {
      const therapist = await real.world.staff('therapist');
      await real.world.credential(therapist, real.api.key, 'staff@clinic.example', PASSWORD);
      const staff = await signIn('staff@clinic.example', PASSWORD, real.api.staffUrl);
      expect([staff.status, codeOf(staff), staff.headers['set-cookie']]).toEqual([
        403,
        'second_factor_required',
        undefined,
      ]);
      const wrong = await signIn('staff@clinic.example', 'wrong', real.api.staffUrl);
      expect([wrong.status, codeOf(wrong)]).toEqual([401, 'sign_in_failed']);
      const [member] = (await real.world.family()).members;
      if (!member) throw new Error('The world has no member');
      await real.world.credential(await real.world.portal(member), real.api.key, 'family@clinic.example', PASSWORD);
      expect((await signIn('family@clinic.example', PASSWORD, real.api.portalUrl)).status).toBe(201);
      expect(read(await send(real.api.staffUrl, '/api/v1/banner', { headers: ownPage() }))).toEqual({ demo: false });
    });
  });
});

function tokenOf(answer: Answer): string {
  return /=([\w-]+);/.exec(answer.headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
}
