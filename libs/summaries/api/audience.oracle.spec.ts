import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { GivenConsent } from '@kinfold/consent/domain';
import { clinicDay, Database, statement, UnitOfWork } from '@kinfold/shared/api';
import { createTestDatabase, type TestDatabase, World, type WorldAccount } from '@kinfold/shared/testing';
import { visibleLines } from '@kinfold/summaries/domain';

const WORLDS = 200;
const SEED = 20_310;
const PEOPLE = [0, 1, 2, 3, 4];

/** One family: who stands in which line, who is a recipient, who gave which consent. Days are counted from today. */
const aWorld = fc.record({
  state: fc.constantFrom('released', 'released', 'released', 'draft', 'withdrawn'),
  recipients: fc.subarray(PEOPLE, { minLength: 1 }),
  lines: fc.array(fc.subarray(PEOPLE, { maxLength: 3 }), { minLength: 1, maxLength: 4, size: 'max' }),
  consents: fc.array(
    fc.record({
      giver: fc.constantFrom(...PEOPLE),
      recipients: fc.subarray(PEOPLE, { minLength: 1 }),
      signed: fc.constantFrom(-200, -1, 0, 1),
      holds: fc.constantFrom(1, 2, 200, 201, 300, 400),
      revoked: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 3, maxLength: 20, size: 'max' },
  ),
});

/**
 * The rule of the domain against the rule of the database, on worlds nobody thought of (FC-03). Five people are members of every one of
 * the families, so that each reads all worlds at once and a line that leaks from one family into another is found as well.
 */
describe('ctx.my_summary_lines', () => {
  let test: TestDatabase;
  let world: World;
  let database: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    database = await Database.open(test.urls.app, []);
  });

  afterAll(async () => {
    await database.close();
    await world.close();
    await test.drop();
  });

  it(`agrees with the rule of the domain when it reads ${WORLDS} random worlds`, async () => {
    const therapist = await world.staff('therapist');
    const home = await world.family({ therapist, members: PEOPLE.length });
    const readers: WorldAccount[] = [];
    for (const member of home.members) readers.push(await world.portal(member));
    const today = clinicDay(therapist.context);
    const rows: Record<string, Record<string, unknown>[]> = {};
    const add = (table: string, row: Record<string, unknown>): void => {
      (rows[table] ??= []).push({ clinic_id: world.clinicId, ...row });
    };
    const expected: string[][] = PEOPLE.map(() => []);
    let shown = 0;
    let hidden = 0;

    for (const [index, made] of fc.sample(aWorld, { seed: SEED, numRuns: WORLDS }).entries()) {
      const family_id = randomUUID();
      add('family', {
        id: family_id,
        code: `FA-${String(index).padStart(4, '0')}`,
        display_name: 'World',
        status: 'active',
        secrets_policy: 'limited',
        created_by: therapist.id,
        version: 1,
        content_version: 1,
        created_at: today,
      });
      const members = home.members.map(({ personId }) => {
        const id = randomUUID();
        add('member', {
          id,
          family_id,
          person_id: personId,
          standing: 'other',
          joined_on: '2020-01-01',
          version: 1,
          created_at: today,
        });
        return id;
      });
      const nth = (place: number): string => members[place] ?? '';
      const session_id = randomUUID();
      const start = `2021-01-01T00:00:00Z`;
      add('session', {
        id: session_id,
        family_id,
        kind: 'family',
        class: 'shared',
        modality: 'phone',
        local_start: '2021-01-01T00:00',
        time_zone: 'UTC',
        starts_at: start,
        ends_at: '2021-01-01T01:00:00Z',
        status: 'held',
        created_by: therapist.id,
        version: 1,
      });
      const summary_id = randomUUID();
      const released_at = made.state === 'draft' ? null : start;
      add('summary', {
        id: summary_id,
        family_id,
        session_id,
        about_day: '2021-01-01',
        state: made.state,
        created_by: therapist.id,
        created_at: start,
        released_by: therapist.id,
        released_at,
        version: 1,
      });
      for (const place of made.recipients) add('summary_recipient', { summary_id, member_id: nth(place), family_id });
      const lines = made.lines.map((subjects, position) => {
        const id = randomUUID();
        add('summary_line', {
          id,
          summary_id,
          family_id,
          position: position + 1,
          kind: 'decision',
          asked_alone: true,
          text_sealed: '\\x00',
          version: 1,
        });
        for (const place of subjects)
          add('summary_line_subject', { line_id: id, member_id: nth(place), summary_id, family_id });
        return { id, subjectIds: subjects.map(nth) };
      });
      const consents = made.consents.map(({ giver, recipients, signed, holds, revoked }): GivenConsent => {
        const id = randomUUID();
        const signedOn = daysFrom(today, signed);
        const expiresOn = daysFrom(signedOn, holds);
        add('consent', {
          id,
          family_id,
          giver_member_id: nth(giver),
          kind: 'family-disclosure',
          information: 'family-summary',
          purpose: 'safety',
          text_version: '2026-1',
          language: 'en',
          text_sealed: '\\x00',
          text_hash: `\\x${'00'.repeat(32)}`,
          signed_how: 'paper',
          signed_by: 'A',
          signed_on: signedOn,
          witnessed_by: therapist.id,
          expires_on: expiresOn,
          created_at: start,
        });
        for (const place of recipients)
          add('consent_recipient', { consent_id: id, recipient_member_id: nth(place), family_id });
        if (revoked)
          add('consent_revocation', {
            id: randomUUID(),
            consent_id: id,
            family_id,
            how: 'phone',
            recorded_by: therapist.id,
            revoked_at: start,
          });
        return {
          giverId: nth(giver),
          recipientIds: recipients.map(nth),
          kind: 'family-disclosure',
          information: 'family-summary',
          signedOn,
          expiresOn,
          revoked,
        };
      });
      const summary = { released: made.state === 'released', recipientIds: made.recipients.map(nth), lines };
      for (const place of PEOPLE) {
        const seen = visibleLines(nth(place), summary, consents, today);
        expected[place]?.push(...seen);
        shown += seen.length;
        hidden += lines.length - seen.length;
      }
    }

    const tables = [
      'family',
      'member',
      'session',
      'summary',
      'summary_line',
      'summary_line_subject',
      'summary_recipient',
      'consent',
      'consent_recipient',
      'consent_revocation',
    ];
    for (const table of tables) {
      await world.client.query(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows[table] ?? [])],
      );
    }
    for (const [place, reader] of readers.entries()) {
      expect(await linesOf(reader)).toEqual([...(expected[place] ?? [])].sort());
    }
    // Worlds in which everything or nothing is shown would prove little.
    expect(shown).toBeGreaterThan(100);
    expect(hidden).toBeGreaterThan(1_000);
  });

  /** What row-level security lets through, asked of the table alone. */
  function linesOf(reader: WorldAccount): Promise<string[]> {
    return new UnitOfWork(database).run(reader.context, async (tx) => {
      const found = await tx.rows<{ id: string }>(statement('oracle-lines', 'select id from summary_line'), []);
      await tx.audit({});
      return found.map((row) => row.id).sort();
    });
  }
});

function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
