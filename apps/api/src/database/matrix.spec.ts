/**
 * The access matrix against row-level security (AZ-17). Every cell of every resource that has a table is tried as the application
 * role: what the matrix refuses, the database refuses; what it grants, the database gives, unless the cell is listed as narrower with
 * a reason. Resources and standings that do not exist yet are listed, not skipped in silence.
 */
import { Client } from 'pg';
import {
  type Action,
  BUILT_RESOURCES,
  can,
  type Facts,
  type Part,
  PLANNED_RESOURCES,
  RESOURCES,
  type Resource,
  type Role,
  STANDINGS,
  type Standing,
} from '@kinfold/access/domain';
import { enterText } from '@kinfold/shared/api';
import {
  createTestDatabase,
  type TestDatabase,
  World,
  type WorldAccount,
  type WorldFamily,
} from '@kinfold/shared/testing';

type Tried = Extract<Action, 'create' | 'read' | 'update'>;
const TRIED: readonly Tried[] = ['create', 'read', 'update'];

/** A standing that nobody can be in yet: its grants need a row that this version has no table for. */
const NO_ONE_YET: Readonly<Partial<Record<Standing, string>>> = {
  'break-glass': 'Emergency access has no grants yet.',
  auditor: 'The time-boxed reviews of the auditor have no grants yet.',
};

/** Built resources without a table that the application role reads. */
const NO_TABLE: Readonly<Partial<Record<Resource, string>>> = {
  instrument: 'Definitions are data of the program.',
  'audit-log': 'Written by every statement, read by nobody yet.',
};

/** Cells where the database gives less than the matrix: the route that would need it is not built. */
const NARROWER: Readonly<Record<string, string>> = {
  'consent read person-in-recovery': 'The portal shows no consents yet.',
  'consent read relative': 'The portal shows no consents yet.',
  'consent read minor': 'The portal shows no consents yet.',
  'consent create person-in-recovery': 'Consents are recorded from paper, with a witness.',
  'consent create relative': 'Consents are recorded from paper, with a witness.',
  'consent create minor': 'Consents are recorded from paper, with a witness.',
  'response read person-in-recovery': 'The portal gives no checks yet.',
  'response read relative': 'The portal gives no checks yet.',
  'response read minor': 'The portal gives no checks yet.',
  'response read progress-staff': 'The total and its date are the score, which they read; the answers they do not.',
  'response create person-in-recovery': 'The portal gives no checks yet.',
  'response create relative': 'The portal gives no checks yet.',
  'response create minor': 'The portal gives no checks yet.',
  'member update person-in-recovery': 'Contact details are not changed from the portal yet.',
  'member update relative': 'Contact details are not changed from the portal yet.',
  'member update minor': 'Contact details are not changed from the portal yet.',
  'family read person-in-recovery': 'The portal shows no family name.',
  'family read relative': 'The portal shows no family name.',
  'family read minor': 'The portal shows no family name.',
  'family create co-therapist': 'Only a therapist or the desk begins a family (ADR 0003).',
  'account create admin': 'Accounts are made by the command line so far.',
  'account create therapist-assigned': 'Portal invitations are not built.',
  'account read supervisor': 'Nobody but the administrator lists accounts yet.',
  'account read therapist-assigned': 'Nobody but the administrator lists accounts yet.',
  'account read co-therapist': 'Nobody but the administrator lists accounts yet.',
};

/** Cells where a row is readable that the matrix does not give as a resource. */
const WIDER: Readonly<Record<string, string>> = {
  'account read person-in-recovery': "The own row alone: one's own name on the screen is `self`.",
  'account read relative': "The own row alone: one's own name on the screen is `self`.",
  'account read minor': "The own row alone: one's own name on the screen is `self`.",
};

/** Parts that are columns of the row itself; other parts (assignment, template) are tables of their own. */
const PARTS_OF_ROWS: readonly Part[] = [
  'minimal-fields',
  'contact',
  'schedule',
  'check-in',
  'portal-account',
  'paper-record',
];

/** Histories: the matrix calls a new row an update. */
const APPEND_ONLY: readonly Resource[] = ['attendance', 'participation'];

const PORTAL: readonly Standing[] = ['person-in-recovery', 'relative', 'minor'];

/** Ids of the rows of the world, and of a session and an administration that nothing was written for yet. */
type Furniture = Readonly<Record<'session' | 'freeSession' | 'note' | 'summary' | 'freeAdministration', string>>;

interface Probe {
  /** Condition on the table of the resource that finds the row of the world. */
  readonly table: string;
  readonly where: string;
  /** Column that may be changed, set to itself; absent where nothing may be changed at all. */
  readonly change?: string;
  /** An INSERT of another valid row; `$actor` is the account that tries. */
  readonly insert: string;
}

describe('access matrix and row-level security', () => {
  let test: TestDatabase;
  let world: World;
  let family: WorldFamily;
  let client: Client;
  let people: Partial<Record<Standing, WorldAccount>>;
  let probes: Partial<Record<Resource, Probe>>;
  let ids: Furniture;

  const member = (index: number): string => family.members[index]?.id ?? '';

  beforeAll(async () => {
    test = await createTestDatabase();
    world = await World.in(test.superuserUrl);
    const therapist = await world.staff('therapist');
    family = await world.family({ therapist, members: 3 });
    const [patient, relative, minor] = family.members;
    if (!patient || !relative || !minor) throw new Error('The world has no members');
    people = {
      admin: await world.staff('admin'),
      supervisor: await world.staff('supervisor'),
      'therapist-assigned': therapist,
      'therapist-unassigned': await world.staff('therapist'),
      'co-therapist': await world.staff('co-therapist'),
      'front-desk': await world.staff('front-desk'),
      'progress-staff': await world.staff('progress-staff'),
      'person-in-recovery': await world.portal(patient, 'person-in-recovery'),
      relative: await world.portal(relative, 'relative'),
      minor: await world.portal(minor, 'minor'),
    };
    if (people.supervisor) await world.supervise(people.supervisor, therapist);
    if (people['co-therapist']) await world.assign(people['co-therapist'], family.id, 'co-therapist');
    ids = await furnish(world, family, therapist);
    probes = probesOf(world.clinicId, family, ids);
    client = new Client({ connectionString: test.urls.app });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await world.close();
    await test.drop();
  });

  /** What is true between a standing and the row of the world. */
  function factsOf(standing: Standing, resource: Resource): Facts {
    const portal = PORTAL.includes(standing);
    const assigned =
      standing === 'therapist-assigned' ? 'therapist' : standing === 'co-therapist' ? 'co-therapist' : undefined;
    const ownRow = ['member', 'attendance', 'response', 'consent', 'account'].includes(resource);
    return {
      assigned,
      supervised: standing === 'supervisor',
      own: portal ? ownRow : standing === 'therapist-assigned',
      familyMember: portal,
      invited: portal,
      signed: true,
      released: portal,
      consentedByAllOthers: portal,
      guardianRuleAllows: standing === 'minor',
      today: true,
      unsent: true,
      formAssigned: true,
    };
  }

  async function tryIt(account: WorldAccount, action: Tried, probe: Probe, standing: Standing): Promise<boolean> {
    await client.query(enterText(account.context));
    try {
      const own = Math.max(PORTAL.indexOf(standing), 0);
      const where = probe.where
        .replaceAll('$member', member(own))
        .replaceAll('$person', family.members[own]?.personId ?? '');
      if (action === 'read')
        return ((await client.query(`select from ${probe.table} where ${where}`)).rowCount ?? 0) > 0;
      if (action === 'update') {
        if (!probe.change) return false;
        return (
          ((await client.query(`update ${probe.table} set ${probe.change} = ${probe.change} where ${where}`))
            .rowCount ?? 0) > 0
        );
      }
      return (await client.query(probe.insert.replaceAll('$actor', account.id))).rowCount === 1;
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === '42501') return false;
      throw error;
    } finally {
      await client.query('rollback');
    }
  }

  /** What the matrix says. The database knows no parts of a row, so a grant for any part counts. */
  const expected = (standing: Standing, action: Tried, resource: Resource): boolean => {
    const all = factsOf(standing, resource);
    // A family that does not exist yet has nobody assigned to it.
    const facts =
      resource === 'family' && action === 'create' ? { ...all, assigned: undefined, supervised: false } : all;
    const actions: Action[] = action === 'create' && APPEND_ONLY.includes(resource) ? ['create', 'update'] : [action];
    return actions.some((tried) =>
      [undefined, ...PARTS_OF_ROWS].some(
        (part) => can({ roles: [roleOf(standing)] }, tried, { resource, class: 'shared', part, facts }).allowed,
      ),
    );
  };

  it('names every resource once as built or planned', () => {
    expect([...BUILT_RESOURCES, ...PLANNED_RESOURCES].sort()).toEqual([...RESOURCES].sort());
    expect(Object.keys(probes).sort()).toEqual(BUILT_RESOURCES.filter((resource) => !(resource in NO_TABLE)).sort());
    expect(Object.keys(people).sort()).toEqual(STANDINGS.filter((standing) => !(standing in NO_ONE_YET)).sort());
  });

  const standings = STANDINGS.filter((standing) => !(standing in NO_ONE_YET));
  const resources = BUILT_RESOURCES.filter((resource) => !(resource in NO_TABLE));

  it.each(resources.flatMap((resource) => standings.map((standing) => [resource, standing] as const)))(
    'agree on %s for %s',
    async (resource, standing) => {
      const probe = probes[resource];
      const account = people[standing];
      if (!probe || !account) throw new Error('The world is not complete');
      for (const action of TRIED) {
        const cell = `${resource} ${action} ${standing}`;
        if (action === 'update' && !probe.change) continue;
        const granted = expected(standing, action, resource);
        const given = await tryIt(account, action, probe, standing);
        if (cell in NARROWER) expect({ cell, granted, given }).toEqual({ cell, granted: true, given: false });
        else if (cell in WIDER) expect({ cell, granted, given }).toEqual({ cell, granted: false, given: true });
        else expect({ cell, given }).toEqual({ cell, given: granted });
      }
    },
  );

  it('lists as narrower or wider only cells that exist', () => {
    const cells = resources.flatMap((resource) =>
      standings.flatMap((standing) => TRIED.map((action) => `${resource} ${action} ${standing}`)),
    );
    expect([...Object.keys(NARROWER), ...Object.keys(WIDER)].filter((cell) => !cells.includes(cell))).toEqual([]);
  });
});

function roleOf(standing: Standing): Role {
  if (standing === 'therapist-assigned' || standing === 'therapist-unassigned' || standing === 'break-glass')
    return 'therapist';
  return standing;
}

/** One row of every resource, as the superuser. The relative is the recipient of the summary, with everyone's consent. */
async function furnish(world: World, family: WorldFamily, therapist: WorldAccount): Promise<Furniture> {
  const { client, clinicId } = world;
  const session = await world.session(family, therapist, { status: 'held' });
  const freeSession = await world.session(family, therapist, { status: 'held', startsInHours: 3 });
  const one = async (sql: string, values: unknown[]): Promise<string> =>
    (await client.query<{ id: string }>(`${sql} returning id`, values)).rows[0]?.id ?? '';
  const [, second, third] = family.members.map(({ id }) => id);
  await client.query(
    `insert into relationship (clinic_id, id, family_id, from_member_id, to_member_id, kind) values ($1, gen_random_uuid(), $2, $3, $4, 'guardian-of')`,
    [clinicId, family.id, second, third],
  );
  for (const { id } of family.members) {
    await client.query(
      `insert into attendance (clinic_id, session_id, member_id, family_id, status, recorded_by) values ($1, $2, $3, $4, 'present', $5)`,
      [clinicId, session, id, family.id, therapist.id],
    );
    await client.query(
      `insert into participation (clinic_id, session_id, member_id, family_id, engagement, connection, safety, rated_by) values ($1, $2, $3, $4, 1, 1, 1, $5)`,
      [clinicId, session, id, family.id, therapist.id],
    );
  }
  await client.query(
    `insert into moment (clinic_id, id, session_id, family_id, kind, class, at, recorded_by) values ($1, gen_random_uuid(), $2, $3, 'turn', 'shared', now(), $4)`,
    [clinicId, session, family.id, therapist.id],
  );
  const note = await one(
    `insert into progress_note (clinic_id, id, family_id, session_id, format, state, created_by) values ($1, gen_random_uuid(), $2, $3, 'family', 'draft', $4)`,
    [clinicId, family.id, session, therapist.id],
  );
  await client.query(`insert into note_author (clinic_id, note_id, account_id, family_id) values ($1, $2, $3, $4)`, [
    clinicId,
    note,
    therapist.id,
    family.id,
  ]);
  const administration = await one(
    `insert into administration (clinic_id, id, family_id, instrument, instrument_version, scoring_version, respondent_member_id, mode, language, state, given_by)
     values ($1, gen_random_uuid(), $2, 'coping-and-self-care-check', '1.0.0', '1.0.0', $3, 'tablet', 'en', 'given', $4)`,
    [clinicId, family.id, second, therapist.id],
  );
  const freeAdministration = await one(
    `insert into administration (clinic_id, id, family_id, instrument, instrument_version, scoring_version, respondent_member_id, mode, language, state, given_by)
     values ($1, gen_random_uuid(), $2, 'coping-and-self-care-check', '1.0.0', '1.0.0', $3, 'tablet', 'en', 'given', $4)`,
    [clinicId, family.id, third, therapist.id],
  );
  await client.query(
    `insert into response (clinic_id, id, administration_id, family_id, class, answers) values ($1, gen_random_uuid(), $2, $3, 'individual-confidential', '[1]')`,
    [clinicId, administration, family.id],
  );
  const summary = await one(
    `insert into summary (clinic_id, id, family_id, session_id, about_day, state, created_by, released_by, released_at)
     values ($1, gen_random_uuid(), $2, $3, current_date, 'released', $4, $4, now())`,
    [clinicId, family.id, session, therapist.id],
  );
  for (const { id: recipient } of family.members) {
    await client.query(
      `insert into summary_recipient (clinic_id, summary_id, member_id, family_id) values ($1, $2, $3, $4)`,
      [clinicId, summary, recipient, family.id],
    );
    const line = await one(
      `insert into summary_line (clinic_id, id, summary_id, family_id, position, kind, about_member_id, text_sealed)
       values ($1, gen_random_uuid(), $2, $3, $4, 'decision', $5, '\\x00')`,
      [clinicId, summary, family.id, family.members.findIndex(({ id }) => id === recipient) + 1, recipient],
    );
    await client.query(
      `insert into summary_line_subject (clinic_id, line_id, member_id, summary_id, family_id) values ($1, $2, $3, $4, $5)`,
      [clinicId, line, recipient, summary, family.id],
    );
    await client.query(
      `insert into consent (clinic_id, id, family_id, giver_member_id, kind, information, purpose, text_version, language, text_sealed, text_hash, signed_how, signed_by, signed_on, witnessed_by, expires_on)
       values ($1, gen_random_uuid(), $2, $3, 'family-disclosure', 'family-summary', 'family-support', '1', 'en', '\\x00', sha256('a'), 'paper', 'A', current_date, $4, current_date + 30)`,
      [clinicId, family.id, recipient, therapist.id],
    );
  }
  return { session, freeSession, note, summary, freeAdministration };
}

function probesOf(clinicId: string, family: WorldFamily, ids: Furniture): Partial<Record<Resource, Probe>> {
  const inClinic = `clinic_id = '${clinicId}'`;
  const inFamily = `${inClinic} and family_id = '${family.id}'`;
  const [first = '', second = ''] = family.members.map(({ id }) => id);
  const person = family.members[0]?.personId ?? '';
  const values = (...parts: string[]): string => `'${clinicId}', gen_random_uuid(), ${parts.join(', ')}`;
  return {
    family: {
      table: 'family',
      where: `${inClinic} and id = '${family.id}'`,
      change: 'status',
      insert: `insert into family (clinic_id, id, code, display_name, status, secrets_policy, created_by) values (${values("'FA-ZZZZ'", "'New'", "'referred'", "'limited'", "'$actor'")})`,
    },
    member: {
      table: 'member',
      where: `${inFamily} and id = '$member'`,
      change: 'standing',
      insert: `insert into member (clinic_id, id, family_id, person_id, standing, joined_on, left_on) values (${values(`'${family.id}'`, `'${person}'`, "'other'", "'2026-01-01'", "'2026-01-02'")})`,
    },
    relationship: {
      table: 'relationship',
      where: inFamily,
      change: 'version',
      insert: `insert into relationship (clinic_id, id, family_id, from_member_id, to_member_id, kind) values (${values(`'${family.id}'`, `'${first}'`, `'${second}'`, "'sibling-of'")})`,
    },
    session: {
      table: 'session',
      where: `${inFamily} and id = '${ids.session}'`,
      change: 'version',
      insert: `insert into session (clinic_id, id, family_id, kind, class, modality, local_start, time_zone, starts_at, ends_at, status, created_by)
        values (${values(`'${family.id}'`, "'family'", "'shared'", "'video'", "'2030-01-01T10:00'", "'UTC'", "'2030-01-01T10:00Z'", "'2030-01-01T11:00Z'", "'planned'", "'$actor'")})`,
    },
    moment: {
      table: 'moment',
      where: inFamily,
      change: 'undone_at',
      insert: `insert into moment (clinic_id, id, session_id, family_id, kind, class, at, recorded_by) values (${values(`'${ids.session}'`, `'${family.id}'`, "'turn'", "'shared'", 'now()', "'$actor'")})`,
    },
    attendance: {
      table: 'attendance',
      where: `${inFamily} and member_id = '$member'`,
      insert: `insert into attendance (clinic_id, id, session_id, member_id, family_id, status, recorded_by) values (${values(`'${ids.session}'`, `'${first}'`, `'${family.id}'`, "'late'", "'$actor'")})`,
    },
    participation: {
      table: 'participation',
      where: inFamily,
      insert: `insert into participation (clinic_id, id, session_id, member_id, family_id, engagement, connection, safety, rated_by) values (${values(`'${ids.session}'`, `'${first}'`, `'${family.id}'`, '1', '1', '1', "'$actor'")})`,
    },
    'progress-note': {
      table: 'progress_note',
      where: `${inFamily} and id = '${ids.note}'`,
      change: 'version',
      insert: `insert into progress_note (clinic_id, id, family_id, session_id, format, state, created_by) values (${values(`'${family.id}'`, `'${ids.freeSession}'`, "'family'", "'draft'", "'$actor'")})`,
    },
    summary: {
      table: 'summary',
      where: `${inFamily} and id = '${ids.summary}'`,
      change: 'version',
      insert: `insert into summary (clinic_id, id, family_id, session_id, about_day, state, created_by) values (${values(`'${family.id}'`, `'${ids.freeSession}'`, 'current_date', "'draft'", "'$actor'")})`,
    },
    response: {
      table: 'response',
      where: inFamily,
      insert: `insert into response (clinic_id, id, administration_id, family_id, class, answers) values (${values(`'${ids.freeAdministration}'`, `'${family.id}'`, "'shared'", "'[1]'")})`,
    },
    consent: {
      table: 'consent',
      where: `${inFamily} and giver_member_id = '$member'`,
      insert: `insert into consent (clinic_id, id, family_id, giver_member_id, kind, information, purpose, text_version, language, text_sealed, text_hash, signed_how, signed_by, signed_on, witnessed_by, expires_on)
        values (${values(`'${family.id}'`, `'${first}'`, "'family-disclosure'", "'family-summary'", "'safety'", "'1'", "'en'", "'\\x00'", "sha256('a')", "'paper'", "'A'", 'current_date', "'$actor'", 'current_date + 1')})`,
    },
    account: {
      table: 'account',
      where: `${inClinic} and surface = 'portal' and person_id = '$person'`,
      insert: `insert into account (clinic_id, id, surface, display_name) values (${values("'staff'", "'New'")})`,
    },
  };
}
