/** What the server lets in at all: crooked paths, pages of others, headers of every answer (AZ-02, SE-07, WB-03). */
import type { WorldAccount } from '@kinfold/shared/testing';
import { ownPage } from '@kinfold/shared/testing';
import { call, codeOf, type RunningClinic, startClinic } from './support/clinic';
import { furnish, type Ids } from './support/furnish';
import { OPERATIONS, pathOf } from './support/operations';
import { type Answer, json, send } from './support/send';

const CANARY = 'Zarzuela-Kinfold-7731';

/** Spellings of a path that some server somewhere has taken for the path itself. */
const CROOKED: Readonly<Record<string, (path: string) => string>> = {
  'an encoded letter at the beginning': (path) => path.replace('/api', '/%61pi').replace('/health', '/%68ealth'),
  'an encoded letter in the middle': (path) =>
    path.replace('/v1', '/%761').replace('live', '%6cive').replace('ready', '%72eady'),
  'an encoded slash': (path) => path.replace('/api/v1/', '/api%2fv1/'),
  'two slashes at the beginning': (path) => `/${path}`,
  'two slashes in the middle': (path) => path.replace('/v1/', '//v1//'),
  'a slash at the end': (path) => `${path}/`,
  'a dot at the end': (path) => `${path}.`,
  'a dotted detour': (path) => path.replace('/v1/', '/v1/../v1/'),
  'an encoded detour': (path) => path.replace('/v1/', '/%2e%2e/api/v1/'),
  'an encoded dot': (path) => path.replace('/v1/', '/v1/%2e/'),
  capitals: (path) => path.replace('/api/v1', '/API/V1').replace('/health', '/HEALTH'),
  'a matrix parameter': (path) => `${path};a=b`,
  'a matrix parameter in the middle': (path) => path.replace('/v1/', '/v1;a=b/'),
  'a null byte': (path) => `${path}%00`,
  'an encoded question mark': (path) => `${path}%3f`,
  'an absolute address': (path) => `http://localhost${path}`,
};

describe('a request', () => {
  let clinic: RunningClinic;
  let therapist: WorldAccount;
  let ids: Ids;

  beforeAll(async () => {
    clinic = await startClinic({ scheme: 'https' });
    therapist = await clinic.world.staff('therapist');
    ids = (await furnish(clinic.world, clinic.api, therapist)).ids;
  });

  afterAll(() => clinic.close());

  const staff = (path: string, sent: Parameters<typeof send>[2] = {}) => send(clinic.api.staffUrl, path, sent);

  describe('with a crooked path', () => {
    it.each(Object.keys(CROOKED))('gives nothing that the straight one does not with %s', async (name) => {
      const bend = CROOKED[name];
      if (!bend) throw new Error('No such path');
      for (const operation of OPERATIONS.filter(({ surfaces }) => surfaces.includes('staff'))) {
        const path = bend(pathOf(operation, ids));
        if (path === pathOf(operation, ids)) continue;
        const sent = operation.takesBody ? json({}) : { headers: {} };
        const asStranger = await staff(path, {
          ...sent,
          method: operation.method,
          headers: { ...sent.headers, ...ownPage() },
        });
        const straight = await call(clinic.api, operation, undefined, { ids });
        expect([operation.id, path, opened(asStranger) && !opened(straight)]).toEqual([operation.id, path, false]);
        // Without the marks of our own page not even the signed-in therapist gets past: with a cookie alone any page could ask.
        const foreign = await staff(path, {
          ...sent,
          method: operation.method,
          headers: { ...sent.headers, Cookie: ownPage(therapist)['Cookie'] },
        });
        if (operation.path.startsWith('/api/'))
          expect([operation.id, path, reached(foreign)]).toEqual([operation.id, path, false]);
      }
    });
  });

  describe('from another page', () => {
    const own = () => ownPage(therapist);
    const without = (name: string): Record<string, string> =>
      Object.fromEntries(Object.entries(own()).filter(([key]) => key !== name));
    const refused: Readonly<Record<string, () => Record<string, string>>> = {
      'has no X-Kinfold': () => without('X-Kinfold'),
      'has another X-Kinfold': () => ({ ...own(), 'X-Kinfold': '2' }),
      'has no Sec-Fetch-Site': () => without('Sec-Fetch-Site'),
      'comes from another site': () => ({ ...own(), 'Sec-Fetch-Site': 'cross-site' }),
      'comes from another port of the host': () => ({ ...own(), 'Sec-Fetch-Site': 'same-site' }),
      'was typed into the address bar': () => ({ ...own(), 'Sec-Fetch-Site': 'none' }),
      'has a foreign Origin': () => ({ ...own(), Origin: 'https://elsewhere.example' }),
      'has the Origin null': () => ({ ...own(), Origin: 'null' }),
      'has the Origin of the portal': () => ({ ...own(), Origin: clinic.api.portalOrigin }),
    };

    it.each(Object.keys(refused))('is refused with 403 when it %s', async (how) => {
      for (const operation of OPERATIONS.filter(({ path }) => path.startsWith('/api/'))) {
        const headers = refused[how]?.() ?? {};
        const answer = await staff(pathOf(operation, ids), {
          method: operation.method,
          ...json({}),
          headers: { 'Content-Type': 'application/json', ...headers },
        });
        expect([operation.id, answer.status, codeOf(answer)]).toEqual([operation.id, 403, 'foreign_request']);
      }
    });

    it.each([
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/json-patch+json',
      '',
    ])('is refused with 415 when its content is %s', async (type) => {
      for (const operation of OPERATIONS.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'))) {
        for (const framing of [{}, { 'Transfer-Encoding': 'chunked' }]) {
          const answer = await staff(pathOf(operation, ids), {
            method: operation.method,
            body: 'a=b',
            headers: { ...own(), ...framing, ...(type === '' ? {} : { 'Content-Type': type }) },
          });
          expect([operation.id, framing, answer.status, codeOf(answer)]).toEqual([
            operation.id,
            framing,
            415,
            'media_type',
          ]);
        }
      }
    });

    it('passes when it is our own', async () => {
      const answer = await staff('/api/v1/session', { headers: { ...own(), Origin: clinic.api.staffOrigin } });
      expect(answer.status).toBe(200);
    });

    it('changes nothing when it reads: GET and HEAD are the only safe methods, and no operation writes behind them', async () => {
      const count = async (): Promise<unknown> =>
        (
          await clinic.world.client
            .query(`select (select count(*) from family) f, (select count(*) from session) s, (select count(*) from progress_note) n,
          (select sum(version) from session) v, (select count(*) from summary_line) l, (select count(*) from administration) a`)
        ).rows;
      const before = await count();
      for (const operation of OPERATIONS.filter(({ method }) => method === 'GET')) {
        await call(clinic.api, operation, therapist, { ids });
        await staff(pathOf(operation, ids), { method: 'HEAD', headers: own() });
      }
      expect(await count()).toEqual(before);
    });
  });

  describe('of any kind', () => {
    const kinds: Readonly<Record<string, () => Promise<Answer>>> = {
      'is answered': () => staff(`/api/v1/families/${ids['familyId']}`, { headers: ownPage(therapist) }),
      'creates something': () =>
        staff('/api/v1/families/search', { method: 'POST', ...json({ text: 'se' }, ownPage(therapist)) }),
      'gets no content': () => staff('/health/live'),
      'is not signed in': () => staff('/api/v1/families', { headers: ownPage() }),
      'is from another page': () => staff('/api/v1/families'),
      'has no route': () => staff(`/api/v1/${CANARY}`, { headers: ownPage(therapist) }),
      'has a method that is not there': () =>
        staff('/api/v1/families', { method: 'PATCH', ...json({}, ownPage(therapist)) }),
      'does not fit': () => staff('/api/v1/families', { method: 'POST', ...json({ [CANARY]: 1 }, ownPage(therapist)) }),
      'is broken JSON': () =>
        staff('/api/v1/families', {
          method: 'POST',
          body: `{"${CANARY}`,
          headers: { ...ownPage(therapist), 'Content-Type': 'application/json' },
        }),
      'is form-encoded': () =>
        staff('/api/v1/session', {
          method: 'POST',
          body: CANARY,
          headers: { ...ownPage(), 'Content-Type': 'text/plain' },
        }),
      'is too large': () =>
        staff('/api/v1/families', { method: 'POST', ...json({ text: CANARY.repeat(40_000) }, ownPage(therapist)) }),
      'cannot be decoded': () => staff(`/api/v1/${CANARY}%ZZ`, { headers: ownPage(therapist) }),
      'cannot be decoded below a family': () => staff(`/api/v1/families/%E0%A4%A`, { headers: ownPage(therapist) }),
      'has an endless name in its path': () =>
        staff(`/api/v1/families/${CANARY.repeat(100)}`, { headers: ownPage(therapist) }),
      'asks for a page': () => staff('/families', { headers: { 'Sec-Fetch-Site': 'none' } }),
      'asks for a file that is not there': () => staff(`/${CANARY}.js`),
      'asks for a file outside the application': () => staff('/..%2f..%2f..%2fpackage.json'),
      'asks for a file that cannot be decoded': () => staff('/%ZZ.js'),
    };

    it.each(Object.keys(kinds))('carries every header when it %s', async (name) => {
      const answer = await kinds[name]?.();
      expect(answer?.headers).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cache-control': expect.stringContaining('no-store'),
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(answer?.headers).not.toHaveProperty('x-powered-by');
      expect(answer?.headers).not.toHaveProperty('server');
      expect(answer?.headers).not.toHaveProperty('access-control-allow-origin');
    });

    it.each(
      Object.keys(kinds).filter(
        (name) => !['is answered', 'creates something', 'gets no content', 'asks for a page'].includes(name),
      ),
    )('is a problem with code and request id, and repeats nothing, when it %s', async (name) => {
      const answer = await kinds[name]?.();
      if (!answer) throw new Error('No such request');
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
      const problem = JSON.parse(answer.text);
      expect(problem).toMatchObject({
        status: answer.status,
        code: expect.stringMatching(/^[a-z_]+$/),
        requestId: answer.headers['x-request-id'],
      });
      expect(JSON.stringify({ ...problem, fields: [] })).not.toContain(CANARY);
      expect(answer.text).not.toMatch(/\bat .*\.[jt]s:|node_modules|select |fastify|nest/i);
    });

    it('cannot say who it is by headers of a proxy that nobody named', async () => {
      const answer = await staff('/api/v1/session', {
        headers: {
          ...ownPage(),
          'X-Forwarded-For': '10.0.0.1',
          'X-User-Id': therapist.id,
          'X-Forwarded-User': therapist.id,
        },
      });
      expect(answer.status).toBe(401);
    });
  });
});

/** Whether something came back that is not a refusal and not the page that every unknown address gets. */
function opened(answer: Answer): boolean {
  return answer.status < 400 && !String(answer.headers['content-type']).startsWith('text/html');
}

/** Whether a handler was reached: whatever it answered, it was not our first check or a missing route. */
function reached(answer: Answer): boolean {
  return (
    ![403, 404].includes(answer.status) &&
    !(answer.status === 400 && codeOf(answer) === 'malformed_request') &&
    !String(answer.headers['content-type']).startsWith('text/html')
  );
}
