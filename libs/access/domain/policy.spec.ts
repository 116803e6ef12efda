import { type Facts } from './facts';
import { can, type Decision, type Subject } from './policy';
import { type Actor } from './roles';
import { type Resource } from './vocabulary';

const therapist: Actor = { roles: ['therapist'] };
const relative: Actor = { roles: ['relative'] };

function subject(resource: Resource, facts: Facts, more: Partial<Subject> = {}): Subject {
  return { resource, class: 'shared', facts, ...more };
}

const allowed = expect.objectContaining({ allowed: true });
const notFound = expect.objectContaining({ allowed: false, code: 'not-found' });
const forbidden = expect.objectContaining({ allowed: false, code: 'forbidden' });

describe('can', () => {
  test.each<[string, Actor, Parameters<typeof can>[1], Subject, Decision]>([
    ['an assigned therapist opens a family', therapist, 'read', subject('family', { assigned: 'therapist' }), allowed],
    ['an unassigned therapist opens a family', therapist, 'read', subject('family', {}), notFound],
    ['an unassigned therapist changes a family', therapist, 'update', subject('family', {}), notFound],
    [
      'the account is disabled',
      { roles: ['therapist'], disabled: true },
      'read',
      subject('family', { assigned: 'therapist' }),
      { allowed: false, code: 'not-found', because: 'denied: account disabled' },
    ],
    ['a clinic admin edits a family they can see', { roles: ['admin'] }, 'update', subject('family', {}), forbidden],
    [
      'a clinic admin assigns a team alone',
      { roles: ['admin'] },
      'update',
      subject('family', {}, { part: 'assignment' }),
      notFound,
    ],
    [
      'a clinic admin assigns a team with a second person',
      { roles: ['admin'] },
      'update',
      subject('family', { secondPersonApproved: true }, { part: 'assignment' }),
      allowed,
    ],
    [
      'an assigned therapist changes the team',
      therapist,
      'update',
      subject('family', { assigned: 'therapist' }, { part: 'assignment' }),
      notFound,
    ],
    [
      'a colleague reads another clinician’s draft',
      therapist,
      'read',
      subject('progress-note', { assigned: 'therapist' }),
      notFound,
    ],
    [
      'a colleague edits a signed note of another',
      therapist,
      'update',
      subject('progress-note', { assigned: 'therapist', signed: true }),
      forbidden,
    ],
    [
      'the named relative reads a released summary',
      relative,
      'read',
      subject('summary', { released: true, consentedByAllOthers: true }),
      allowed,
    ],
    ['the consent was revoked', relative, 'read', subject('summary', { released: true }), notFound],
    [
      'an admin changes their own roles',
      { roles: ['admin'] },
      'update',
      subject('account', { own: true, otherPerson: true }),
      forbidden,
    ],
    [
      'a supervisor co-signs their own note',
      { roles: ['supervisor'] },
      'sign',
      subject('progress-note', { supervised: true, own: true, otherPerson: true, signed: true }),
      forbidden,
    ],
  ])('decides as the design says when %s', (_when, actor, action, about, decision) => {
    expect(can(actor, action, about)).toEqual(decision);
  });

  test('says which grant allowed it when it allows', () => {
    expect(can(therapist, 'read', subject('progress-note', { assigned: 'therapist', signed: true }))).toEqual({
      allowed: true,
      projection: 'full',
      review: false,
      because: 'therapist-assigned when assigned and signed',
    });
  });

  test('shows the widest projection when several grants hold', () => {
    const both: Actor = { roles: ['front-desk', 'therapist'] };
    expect(can(both, 'read', subject('member', {}))).toMatchObject({ projection: 'minimal' });
    expect(can(both, 'read', subject('member', { assigned: 'therapist' }))).toMatchObject({ projection: 'full' });
  });

  test('asks for a review when staff read a record they do not treat', () => {
    const supervised = subject('response', { supervised: true });
    expect(can({ roles: ['supervisor'] }, 'read', supervised)).toMatchObject({ review: true });
    expect(can(therapist, 'read', subject('family', { grantLive: true }))).toMatchObject({ review: true });
    expect(can(therapist, 'read', subject('instrument', {}))).toMatchObject({ review: false });
    expect(can({ roles: ['front-desk'] }, 'read', subject('family', {}))).toMatchObject({ review: false });
    expect(can(relative, 'read', subject('attendance', { own: true }))).toMatchObject({ review: false });
    const treating = subject('response', { supervised: true, assigned: 'therapist' });
    expect(can({ roles: ['supervisor'] }, 'read', treating)).toMatchObject({ review: false });
  });
});

describe('can, about a part', () => {
  const desk: Actor = { roles: ['front-desk'] };

  test('covers that part and nothing else when the grant names one', () => {
    const today: Facts = { today: true };
    expect(can(desk, 'update', subject('attendance', today, { part: 'check-in' })).allowed).toBe(true);
    expect(can(desk, 'update', subject('attendance', today)).allowed).toBe(false);
    expect(can(desk, 'update', subject('attendance', today, { part: 'contact' })).allowed).toBe(false);
    expect(can(desk, 'update', subject('session', {})).allowed).toBe(false);
  });

  test('covers the parts within it when the grant is on the whole', () => {
    const facts: Facts = { assigned: 'therapist' };
    expect(can(therapist, 'update', subject('member', facts, { part: 'contact' })).allowed).toBe(true);
    expect(can(therapist, 'update', subject('member', facts, { part: 'template' })).allowed).toBe(false);
    expect(can(therapist, 'update', subject('member', facts, { part: 'constructor' as 'contact' })).allowed).toBe(
      false,
    );
  });
});

describe('can, by the invariants', () => {
  test.each([
    ['therapist', { assigned: 'therapist' }, true],
    ['co-therapist', { assigned: 'co-therapist' }, true],
    ['trainee', { assigned: 'trainee' }, true],
    ['supervisor', { supervised: true }, true],
    ['therapist', { grantLive: true }, true],
    ['supervisor', {}, false],
    ['auditor', { grantLive: true, secondPersonApproved: true, legalBasis: true }, false],
    ['admin', { secondPersonApproved: true }, false],
    ['progress-staff', {}, false],
  ] as const)('keeps a safety-restricted note to its clinicians when read by %s with %j', (role, facts, expected) => {
    const about = subject('progress-note', { ...facts, signed: true }, { class: 'safety-restricted' });
    expect(can({ roles: [role] }, 'read', about).allowed).toBe(expected);
  });

  test('hides a safety-restricted answer from the person who gave it when it was given', () => {
    const mine = subject('response', { own: true, unsent: true, memberIsActor: true }, { class: 'safety-restricted' });
    expect(can(relative, 'create', mine)).toEqual(allowed);
    expect(can(relative, 'read', mine)).toEqual(notFound);
  });

  test('takes in a confidence when it is not yet anybody’s record', () => {
    const mine = subject('response', { own: true, unsent: true }, { class: 'individual-confidential' });
    expect(can(relative, 'create', mine)).toEqual(allowed);
    expect(can(relative, 'read', mine)).toEqual(notFound);
  });

  test('gives no number of safety-restricted items when progress staff count', () => {
    const about = subject('setback', {}, { class: 'safety-restricted' });
    expect(can({ roles: ['progress-staff'] }, 'count', about).allowed).toBe(false);
  });

  test('shows a confidence in the portal only to its member when released', () => {
    const facts: Facts = { released: true, consentedByAllOthers: true };
    const confidence = subject('summary', facts, { class: 'individual-confidential' });
    expect(can(relative, 'read', confidence)).toEqual(notFound);
    expect(can(relative, 'read', { ...confidence, facts: { ...facts, memberIsActor: true } })).toEqual(allowed);
  });

  test.each<[string, Resource, Facts, Subject['class'], boolean]>([
    ['the family shell', 'family', {}, 'shared', true],
    ['an instrument', 'instrument', {}, 'shared', true],
    ['a named session', 'session', { inNamedSession: true }, 'shared', true],
    ['another session', 'session', {}, 'shared', false],
    ['a member', 'member', {}, 'shared', false],
    ['a conjoint note', 'progress-note', { inNamedSession: true, signed: true }, 'shared', true],
    ['an annex', 'progress-note', { inNamedSession: true, signed: true }, 'individual-confidential', false],
    [
      'an annex its author shared',
      'progress-note',
      { inNamedSession: true, signed: true, sharedByAuthor: true },
      'individual-confidential',
      true,
    ],
    ['their own annex', 'progress-note', { inNamedSession: true, own: true }, 'individual-confidential', true],
    ['a response', 'response', { inNamedSession: true }, 'shared', false],
    ['the access report of the chart', 'audit-log', { inNamedSession: true }, 'shared', false],
  ])(
    'narrows a co-therapist of named sessions when reading %s',
    (_what, resource, facts, confidentiality, expected) => {
      const about = subject(
        resource,
        { ...facts, assigned: 'co-therapist', namedSessionsOnly: true },
        {
          class: confidentiality,
          part: resource === 'audit-log' ? 'chart-access' : undefined,
        },
      );
      expect(can({ roles: ['co-therapist'] }, 'read', about).allowed).toBe(expected);
    },
  );

  test.each<[string, Resource, Facts, Subject['class'], boolean]>([
    ['the rule table allows it', 'consent', { guardianRuleAllows: true }, 'shared', true],
    ['the rule table does not', 'consent', {}, 'shared', false],
    ['guardianship is disputed', 'consent', { guardianRuleAllows: true, guardianshipDisputed: true }, 'shared', false],
    [
      'it is the child’s confidence',
      'response',
      { guardianRuleAllows: true, released: true, memberIsActor: true },
      'individual-confidential',
      false,
    ],
  ])('lets a guardian read for a child only so far when %s', (_when, resource, facts, confidentiality, expected) => {
    const about = subject(resource, { ...facts, own: true, actingForChild: true }, { class: confidentiality });
    expect(can(relative, 'read', about).allowed).toBe(expected);
  });

  test('lets nobody but an adult relative act for a child when the rule table allows it', () => {
    const about = subject('consent', { own: true, actingForChild: true, guardianRuleAllows: true });
    expect(can({ roles: ['minor'] }, 'read', about).allowed).toBe(false);
    expect(can({ roles: ['person-in-recovery'] }, 'read', about).allowed).toBe(false);
  });

  test('keeps a child’s account from the guardian when the rule table allows the rest', () => {
    const about = subject('account', { own: true, actingForChild: true, guardianRuleAllows: true });
    expect(can(relative, 'update', about).allowed).toBe(false);
  });

  test('leaves a member who left what is their own when they come back to it', () => {
    const left: Facts = { own: true, left: true };
    expect(can(relative, 'read', subject('consent', left)).allowed).toBe(true);
    expect(can(relative, 'withdraw', subject('consent', left)).allowed).toBe(true);
    expect(can(relative, 'read', subject('audit-log', left, { part: 'own-access-report' })).allowed).toBe(true);
    expect(can(relative, 'sign', subject('consent', left)).allowed).toBe(false);
    const released: Facts = { ...left, released: true, consentedByAllOthers: true };
    expect(can(relative, 'read', subject('summary', released)).allowed).toBe(false);
  });
});
