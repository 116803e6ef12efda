/**
 * Every operation of the description, tried by every role (AZ-17): the guard lets through exactly the roles that reach, on some object,
 * a standing whose cell of the matrix grants the permission. For all others the operation is not there.
 */
import {
  MATRIX,
  PORTAL_ROLES,
  REACHABLE,
  type Resource,
  RESOURCES,
  type Role,
  ROLES,
  surfaceOf,
} from '@kinfold/access/domain';
import type { WorldAccount } from '@kinfold/shared/testing';
import { call, codeOf, type RunningClinic, startClinic } from './support/clinic';
import { furnish, type Ids } from './support/furnish';
import { type Operation, OPERATIONS } from './support/operations';

/** Roles that the guard lets through and the use case then refuses for the furnished family, with the reason. Listed, not skipped. */
const REFUSED_LATER: Readonly<Record<string, string>> = {
  'openFamily admin': 'The page shows everything; the administrator may see names and codes, which the list gives.',
  'openFamily front-desk': 'The page shows everything; the desk may see names and the agenda, which the list gives.',
  'openFamily progress-staff': 'The page shows everything; progress staff may see names, which the list gives.',
  'readResult progress-staff': 'They read total and date, which the list of measures gives, and not the answers.',
  'listConsents admin': 'The administrator may count consents; no route counts them yet.',
  'listConsents auditor': 'The reviews of the auditor have no grants yet.',
  'readConsentText admin': 'The administrator may count consents; no route counts them yet.',
  'readConsentText auditor': 'The reviews of the auditor have no grants yet.',
  'openNote auditor': 'The reviews of the auditor have no grants yet.',
  'openSession progress-staff': 'They read time and status, which the agenda gives.',
  'readMySummary person-in-recovery': 'The summary of the world is shared with the relative alone.',
  'readMySummary minor': 'The summary of the world is shared with the relative alone.',
  'undoMoment supervisor': "Whoever tapped a moment takes it back; the moment of the world is the therapist's.",
  'undoMoment co-therapist': "Whoever tapped a moment takes it back; the moment of the world is the therapist's.",
  'undoMoment trainee': "Whoever tapped a moment takes it back; the moment of the world is the therapist's.",
};

describe('the guard before every operation', () => {
  let clinic: RunningClinic;
  const people = new Map<Role, WorldAccount>();
  let ids: Ids;

  beforeAll(async () => {
    clinic = await startClinic();
    const { world, api } = clinic;
    const therapist = await world.staff('therapist');
    const furnished = await furnish(world, api, therapist);
    ids = furnished.ids;
    for (const role of ROLES) {
      const member = furnished.family.members[PORTAL_ROLES.findIndex((other) => other === role)];
      const account =
        role === 'therapist' ? therapist : member ? await world.portal(member, role) : await world.staff(role);
      people.set(role, account);
      if (['supervisor', 'co-therapist', 'trainee'].includes(role))
        await world.assign(account, ids['familyId'] ?? '', 'co-therapist');
    }
  });

  afterAll(() => clinic.close());

  const tried = OPERATIONS.filter(({ id }) => id !== 'signOut');

  it.each(tried.map((operation) => [operation.id, operation] as const))(
    'agrees with the matrix on %s',
    async (_id, operation) => {
      const expected: Record<string, string> = {};
      const seen: Record<string, string> = {};
      for (const role of ROLES) {
        const may = operation.surfaces.includes(surfaceOf([role]) ?? '') && grants(role, operation.permission);
        expected[role] = !may ? 'not there' : `${operation.id} ${role}` in REFUSED_LATER ? 'not there' : 'let through';
        // Writes are sent empty: whoever hears that fields or the version are missing has passed the guard, and nothing has happened.
        const answer = await call(clinic.api, operation, people.get(role), { ids });
        const refused = answer.status === 404 && codeOf(answer) === 'not_found';
        seen[role] = refused
          ? 'not there'
          : [401, 403, 405, 415].includes(answer.status) || answer.status >= 500
            ? `${answer.status}`
            : 'let through';
      }
      expect(seen).toEqual(expected);
    },
  );

  it.each(
    OPERATIONS.filter(({ permission }) => permission !== 'public').map(
      (operation) => [operation.id, operation] as const,
    ),
  )('answers 401 on %s when nobody is signed in', async (_id, operation) => {
    const answer = await call(clinic.api, operation, undefined, { ids });
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unauthenticated']);
  });

  it('hides the operations of one surface from the other', async () => {
    const wrong = OPERATIONS.flatMap((operation) =>
      ['staff', 'portal']
        .filter((surface) => !operation.surfaces.includes(surface))
        .map((surface) => ({ operation, surface })),
    );
    expect(wrong.length).toBeGreaterThan(10);
    for (const { operation, surface } of wrong) {
      for (const who of [undefined, people.get('therapist'), people.get('relative')]) {
        expect([operation.id, (await call(clinic.api, operation, who, { ids, surface })).status]).toEqual([
          operation.id,
          404,
        ]);
      }
    }
  });

  it('lists as refused later only what exists', () => {
    const known = tried.flatMap(({ id }) => ROLES.map((role) => `${id} ${role}`));
    expect(Object.keys(REFUSED_LATER).filter((entry) => !known.includes(entry))).toEqual([]);
  });

  it('has an id for every name in a path', () => {
    expect(OPERATIONS.flatMap((operation: Operation) => operation.ids).filter((name) => !(name in ids))).toEqual([]);
  });
});

/** Read from the matrix itself, not from the function that the guard asks. */
function grants(role: Role, permission: string): boolean {
  if (permission === 'public' || permission === 'self') return true;
  const [name, action] = permission.split(':');
  const resource: Resource | undefined = RESOURCES.find((known) => known === name);
  if (!resource) return false;
  return REACHABLE[role].some((standing) =>
    MATRIX[resource][standing].some((grant) => grant.actions.some((other) => other === action)),
  );
}
