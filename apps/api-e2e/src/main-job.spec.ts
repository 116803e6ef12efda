/**
 * The main job over HTTP, from the first look at the day to a summary that one member reads and another does not. Three therapists do
 * it at the same moment, each with a family of their own; every request is compared with the audit log (AL-01).
 */
import { randomUUID } from 'node:crypto';
import { copingAndSelfCareCheck as check } from '@kinfold/assessments/domain';
import { formatOf } from '@kinfold/notes/domain';
import { type RunningClinic, startClinic } from './support/clinic';
import { OPERATIONS } from './support/operations';
import { auditOf, Person } from './support/person';

const PASSWORD = 'cuatro gatos sobre el tejado';

type Row = Record<string, unknown>;

/** What one therapist did, for those who look at it afterwards. */
interface Walked {
  readonly therapist: Person;
  readonly reader: Person;
  readonly excluded: Person;
  readonly people: readonly Person[];
  readonly familyId: string;
  readonly noteId: string;
  readonly summaryId: string;
  readonly marker: string;
}

describe('the main job', () => {
  let clinic: RunningClinic;
  let walked: readonly Walked[];

  beforeAll(async () => {
    clinic = await startClinic();
    walked = await Promise.all(['Aldana', 'Bermejo', 'Cisneros'].map((name, index) => walk(clinic, name, index)));
  });

  afterAll(() => clinic.close());

  it('shows each therapist their own day and nothing of the others', async () => {
    for (const { therapist, marker } of walked) {
      const seen = JSON.stringify([await therapist.get('today'), await therapist.get('families')]);
      expect(walked.filter((other) => seen.includes(other.marker)).map((other) => other.marker)).toEqual([marker]);
    }
  });

  it('leaves a note that is signed, intact and not to be changed', async () => {
    for (const { therapist, familyId, noteId } of walked) {
      const note = await therapist.get(`notes/${noteId}`);
      expect(note).toMatchObject({ state: 'signed', intact: true, mine: true });
      const [section] = listOf(note['sections']);
      await therapist.put(
        `families/${familyId}/notes/${noteId}/sections/${String(section?.['id'])}`,
        { section: section?.['section'], memberId: section?.['memberId'], text: 'rewritten' },
        { version: Number(section?.['version']), status: 409 },
      );
      expect(await therapist.get(`notes/${noteId}`)).toEqual(note);
    }
  });

  it('gives the summary to the named member alone', async () => {
    for (const { reader, excluded, summaryId, marker } of walked) {
      expect(await reader.get(`my/summaries/${summaryId}`)).toMatchObject({
        lines: [
          { number: 1, text: `${marker} listened to the end` },
          { number: 2, text: `${marker} eats together on Sundays` },
        ],
      });
      expect(await excluded.get('my/summaries')).toEqual({ items: [] });
      expect(await excluded.get(`my/summaries/${summaryId}`, { status: 404 })).toMatchObject({ code: 'not_found' });
    }
  });

  it('hides a line on the next read when its consent is taken back', async () => {
    const [first] = walked;
    if (!first) throw new Error('Nobody walked');
    const { therapist, reader, familyId, summaryId, marker } = first;
    const consents = listOf((await therapist.get(`families/${familyId}/consents`))['items'] ?? []);
    for (const consent of consents)
      await therapist.post(`families/${familyId}/consents/${String(consent['id'])}/revoke`, { how: 'in-person' });
    expect(consents.length).toBeGreaterThan(0);
    const seen = JSON.stringify([
      await reader.get('my/summaries'),
      await reader
        .get(`my/summaries/${summaryId}`)
        .catch(() => reader.get(`my/summaries/${summaryId}`, { status: 404 })),
    ]);
    expect(seen).not.toContain(`${marker} eats together`);
  });

  it('has exactly one audit row for each request, with the event that the operation declares', async () => {
    const audit = await auditOf(
      clinic.world,
      walked.flatMap(({ people }) => people.flatMap(({ made }) => made)),
    );
    expect(audit.filter(({ seen, expected }) => JSON.stringify(seen) !== JSON.stringify(expected))).toEqual([]);
    expect(audit.length).toBeGreaterThan(100);
  });

  it('leaves nothing in the log of what was typed, nor who it was about (LG-01)', async () => {
    const said = [
      'Aldana',
      'Bermejo',
      'Cisneros',
      'aldana',
      'Elena',
      'Tomás',
      'Lucía',
      'Sundays',
      'as it was',
      'on the way out',
      'cuatro',
      'not mine',
      '@clinic',
      '1991-02-03',
    ];
    const ids = walked.flatMap(({ familyId, noteId, therapist }) => [
      familyId,
      noteId,
      therapist.account.id,
      therapist.account.token,
    ]);
    const last =
      walked.flatMap(({ people }) => people.flatMap(({ made }) => made.map(({ requestId }) => requestId))).at(-1) ?? '';
    const log = await clinic.api.logWith(last);
    expect([...said, ...ids].filter((marker) => log.includes(marker))).toEqual([]);
    expect(log).toContain('"method":"GET","route":"/api/v1/families/:familyId","status":200,');
  });

  it('leaves none of it in clear in the tables either, but names and dates', async () => {
    const typed = ['eats together on Sundays', 'as it was', 'on the way out', 'listened to the end'];
    const { rows } = await clinic.world.client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const marker of typed) {
      const found = await clinic.world.client.query(
        rows
          .map(
            ({ name }) =>
              `select '${name}' from ${name} t where t::text like '%' || $1 || '%' or t::text like '%' || encode($1::text::bytea, 'hex') || '%'`,
          )
          .join(' union all '),
        [marker],
      );
      expect([marker, found.rows]).toEqual([marker, []]);
    }
  });

  it('went through every operation but those of signing in and of watching the process', () => {
    const used = new Set(
      walked.flatMap(({ people }) =>
        people.flatMap(({ made }) => made.filter(({ status }) => status < 400).map(({ operation }) => operation.id)),
      ),
    );
    const signingIn = ['readBanner', 'signIn', 'readSession', 'signOut', 'noteActivity', 'stepUp', 'isLive', 'isReady'];
    expect(OPERATIONS.map(({ id }) => id).filter((id) => !used.has(id) && !signingIn.includes(id))).toEqual([]);
  });
});

async function walk({ api, world }: RunningClinic, name: string, index: number): Promise<Walked> {
  const account = await world.staff('therapist');
  await world.credential(account, api.key, `${name.toLowerCase()}@clinic.example`, PASSWORD);
  const therapist = new Person(api, account);

  // The day, and a new family.
  await therapist.get('today');
  await therapist.get('agenda?days=3');
  const person = (givenName: string, birthDate: string, standing: string) => ({
    givenName,
    familyName: name,
    nickname: null,
    birthDate,
    standing,
    safeContact: 'any',
  });
  const { id } = await therapist.post('families', {
    displayName: name,
    secretsPolicy: 'limited',
    anotherPerson: false,
    members: [person('Elena', '1991-02-03', 'in-recovery'), person('Tomás', '1963-05-06', 'other')],
  });
  const familyId = String(id);
  await therapist.post(`families/${familyId}/members`, {
    ...person('Lucía', '1995-07-08', 'other'),
    anotherPerson: false,
  });
  const members = listOf((await therapist.get(`families/${familyId}`))['members']).map((member) =>
    String(member['id']),
  );
  const [patient = '', father = '', sister = ''] = members;
  const { id: relationshipId } = await therapist.post(`families/${familyId}/relationships`, {
    fromMemberId: father,
    toMemberId: patient,
    kind: 'partner-of',
    startedOn: null,
  });
  await therapist.post(
    `families/${familyId}/relationships/${String(relationshipId)}/end`,
    { endedOn: '2026-01-01' },
    { version: 1 },
  );
  await therapist.post('families/search', { text: name.slice(0, 3) });

  // A session: planned, moved, held; another one called off.
  const at = (minutes: number): string => wallTime(new Date(Date.now() + minutes * 60_000));
  const plan = (minutes: number) => ({
    localStart: at(minutes),
    minutes: 50,
    modality: 'in-person',
    room: `Room ${index}`,
    kind: 'family',
    clinicianIds: [account.id],
    memberIds: members,
  });
  await therapist.get(`families/${familyId}/planning-choices`);
  const off = await therapist.post(`families/${familyId}/sessions`, plan(3 * 1440));
  await therapist.post(`families/${familyId}/sessions`, plan(3 * 1440 + 10), { status: 409 });
  await therapist.post(`sessions/${String(off['id'])}/cancel`, { reason: 'family-asked', words: null }, { version: 1 });
  const planned = await therapist.post(`families/${familyId}/sessions`, plan(4));
  const sessionId = String(planned['id']);
  const { version: moved } = await therapist.post(
    `sessions/${sessionId}/move`,
    { localStart: at(2), minutes: 50, modality: 'in-person', room: `Room ${index}` },
    { version: 1 },
  );
  const { version: opened } = await therapist.post(`sessions/${sessionId}/room`, undefined, { version: Number(moved) });
  for (const memberId of members)
    await therapist.post(`sessions/${sessionId}/attendance`, { id: randomUUID(), memberId, status: 'present' });
  const moment = async (kind: string, memberId: string | null, words: string | null): Promise<string> => {
    const momentId = randomUUID();
    await therapist.post(`sessions/${sessionId}/moments`, {
      id: momentId,
      kind,
      memberId,
      technique: null,
      words,
      at: new Date().toISOString(),
    });
    return momentId;
  };
  await moment('turn', father, null);
  const agreed = await moment('agreement', null, null);
  await therapist.put(`sessions/${sessionId}/moments/${agreed}/words`, { words: `${name} eats together on Sundays` });
  const mistaken = await moment('turn', patient, null);
  await therapist.post(`sessions/${sessionId}/moments/${mistaken}/undo`, undefined);
  const { version: ended } = await therapist.post(`sessions/${sessionId}/end`, undefined, { version: Number(opened) });
  const { version: resumed } = await therapist.post(`sessions/${sessionId}/resume`, undefined, {
    version: Number(ended),
  });
  const { version: over } = await therapist.post(`sessions/${sessionId}/end`, undefined, { version: Number(resumed) });
  await therapist.post(`sessions/${sessionId}/participation`, {
    ratings: members.map((memberId) => ({ memberId, engagement: 2, connection: -1, safety: 3 })),
  });
  const held = await therapist.get(`sessions/${sessionId}`);
  await therapist.post(
    `sessions/${sessionId}/close`,
    { startedAt: held['openedAt'], stoppedAt: held['stoppedAt'] ?? new Date().toISOString(), modality: 'in-person' },
    { version: Number(over) },
  );

  // The note: drafted from the moments, completed, signed, added to.
  const noteId = String((await therapist.post(`sessions/${sessionId}/note`))['id']);
  const draft = listOf((await therapist.get(`notes/${noteId}`))['sections']);
  expect(JSON.stringify(draft)).toContain(`${name} eats together on Sundays`);
  for (const { id: section, scope } of formatOf('family').sections) {
    for (const memberId of scope === 'family' ? [null] : members) {
      const known = draft.find((row) => row['section'] === section && row['memberId'] === memberId);
      await therapist.put(
        `families/${familyId}/notes/${noteId}/sections/${String(known?.['id'] ?? randomUUID())}`,
        { section, memberId, text: `${String(known?.['text'] ?? '')} ${section} as it was` },
        { version: Number(known?.['version'] ?? 0) },
      );
    }
  }
  await therapist.post(`notes/${noteId}/sign`, { password: 'not mine' }, { status: 403 });
  await therapist.post(`notes/${noteId}/sign`, { password: PASSWORD });
  await therapist.post(`notes/${noteId}/addenda`, { memberId: null, text: 'Said on the way out.' });

  // The coping and self-care check, twice; a third one taken back.
  await therapist.get('instruments');
  const give = async (): Promise<string> =>
    String(
      (
        await therapist.post(`families/${familyId}/administrations`, {
          instrument: check.id,
          respondentMemberId: father,
          language: 'es',
        })
      )['id'],
    );
  for (const value of [1, 2]) {
    const administrationId = await give();
    await therapist.get(`administrations/${administrationId}`);
    const answers = { answers: check.items.map((item) => ({ item: item.id, value })) };
    await therapist.post(`administrations/${administrationId}/response`, answers);
    await therapist.post(`administrations/${administrationId}/response`, answers, { status: 409 });
    expect(await therapist.get(`families/${familyId}/administrations/${administrationId}`)).toMatchObject({
      result: { total: { answered: check.items.length } },
      change: value === 1 ? null : { total: { difference: expect.any(Number) } },
    });
  }
  await therapist.post(`families/${familyId}/administrations/${await give()}/withdraw`, undefined, { version: 1 });
  await therapist.get(`families/${familyId}/administrations`);

  // Consent and summary: everyone else lets the father read; the sister is not named.
  const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  for (const [giverMemberId, signedBy] of [
    [patient, `Elena ${name}`],
    [sister, `Lucía ${name}`],
  ]) {
    const { id: consentId } = await therapist.post(`families/${familyId}/consents`, {
      giverMemberId,
      recipientMemberIds: [father],
      purpose: 'family-support',
      language: 'es',
      signedBy,
      alsoSignedBy: null,
      signedOn: yesterday,
      expiresOn: null,
    });
    await therapist.get(`families/${familyId}/consents/${String(consentId)}/text`);
  }
  await therapist.get(`families/${familyId}/summaries`);
  const summaryId = String((await therapist.post(`sessions/${sessionId}/summary`, undefined))['id']);
  const line = (kind: string, aboutMemberId: string | null, text: string) => ({
    kind,
    aboutMemberId,
    askedAlone: aboutMemberId !== null,
    text,
  });
  const wentWell = await therapist.post(`summaries/${summaryId}/lines`, line('went-well', father, `${name} listened`));
  const decided = await therapist.post(
    `summaries/${summaryId}/lines`,
    line('decision', null, `${name} eats together on Sundays`),
  );
  const spare = await therapist.post(`summaries/${summaryId}/lines`, line('homework', null, 'To be taken out'));
  await therapist.post(`summaries/${summaryId}/lines/${String(spare['lineId'])}/remove`, undefined, {
    version: Number(spare['lineVersion']),
  });
  await therapist.put(
    `summaries/${summaryId}/lines/${String(wentWell['lineId'])}`,
    line('went-well', father, `${name} listened to the end`),
    { version: Number(wentWell['lineVersion']) },
  );
  const before = pageOf(await therapist.get(`sessions/${sessionId}/summary`));
  const { version } = await therapist.put(
    `summaries/${summaryId}/order`,
    { lineIds: [wentWell['lineId'], decided['lineId']] },
    { version: before },
  );
  await therapist.post(`summaries/${summaryId}/release`, { recipientIds: [father] }, { version: Number(version) });

  const persons = (
    await world.client.query<{ id: string; person_id: string }>(
      'select id, person_id from member where family_id = $1',
      [familyId],
    )
  ).rows;
  const portal = async (memberId: string, role: string): Promise<Person> =>
    new Person(
      api,
      await world.portal({ id: memberId, personId: persons.find((row) => row.id === memberId)?.person_id ?? '' }, role),
    );
  const reader = await portal(father, 'relative');
  const excluded = await portal(sister, 'relative');
  const mine = listOf((await reader.get('my/summaries'))['items']);
  expect(mine.map((item) => item['id'])).toEqual([summaryId]);
  await reader.get(`my/summaries/${summaryId}`);
  await reader.post(`my/summaries/${summaryId}/lines/${String(decided['lineId'])}/answers`, {
    answer: 'agree',
    words: null,
  });
  await excluded.post(
    `my/summaries/${summaryId}/lines/${String(decided['lineId'])}/answers`,
    { answer: 'agree', words: null },
    { status: 404 },
  );

  // Another summary, shared and taken back.
  const second = await world.session(
    { id: familyId, members: members.map((memberId) => ({ id: memberId, personId: '' })) },
    account,
    { status: 'held', startsInHours: -30 },
  );
  const wrong = String((await therapist.post(`sessions/${second}/summary`, undefined))['id']);
  const { version: written } = await therapist.post(
    `summaries/${wrong}/lines`,
    line('went-well', father, 'For nobody'),
  );
  await therapist.post(`summaries/${wrong}/release`, { recipientIds: [father] }, { version: Number(written) });
  await therapist.post(`summaries/${wrong}/withdraw`, { reason: 'mistake' }, { version: Number(written) + 1 });
  await reader.get(`my/summaries/${wrong}`, { status: 404 });

  return {
    therapist,
    reader,
    excluded,
    people: [therapist, reader, excluded],
    familyId,
    noteId,
    summaryId,
    marker: name,
  };
}

function listOf(value: unknown): Row[] {
  return Array.isArray(value) ? value : [];
}

/** The version of the summary on its page. */
function pageOf(page: Row): number {
  const { summary } = page;
  return typeof summary === 'object' && summary !== null && 'version' in summary ? Number(summary.version) : 0;
}

/** Wall time where the test clinic is. */
function wallTime(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
}
