import fc from 'fast-check';

import { DENY_FACTS, type Facts } from './facts';
import { RESOURCES, ACTIONS, CLASSES, type Resource } from './vocabulary';
import { can, type Decision, type Subject } from './policy';
import { type Actor, PORTAL_ROLES, ROLES } from './roles';
import { anyActor, anyFacts, anySubject } from './access.arbitrary.builder';

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
    expect(can(relative, 'read', subject('attendance', { own: true }))).toMatchObject({ review: false });
    const treating = subject('response', { supervised: true, assigned: 'therapist' });
    expect(can({ roles: ['supervisor'] }, 'read', treating)).toMatchObject({ review: false });
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

describe('can, for any question', () => {
  test('denies when the resource, the action or the class is unknown', () => {
    fc.assert(
      fc.property(anyActor, anySubject, fc.string(), (actor, about, word) => {
        fc.pre(![...RESOURCES, ...ACTIONS, ...CLASSES].some((known) => known === word));
        expect(can(actor, word as 'read', about).allowed).toBe(false);
        expect(can(actor, 'read', { ...about, resource: word as 'family' }).allowed).toBe(false);
        expect(can(actor, 'read', { ...about, class: word as 'shared' }).allowed).toBe(false);
      }),
    );
  });

  test('denies when the roles are unknown, missing, mixed between surfaces, or the account is disabled', () => {
    fc.assert(
      fc.property(anySubject, fc.constantFrom(...ACTIONS), fc.string(), (about, action, word) => {
        fc.pre(!ROLES.some((role) => role === word));
        expect(can({ roles: [word as 'admin'] }, action, about).allowed).toBe(false);
        expect(can({ roles: [] }, action, about).allowed).toBe(false);
        expect(can({ roles: ['therapist', 'relative'] }, action, about).allowed).toBe(false);
        expect(can({ roles: ['therapist'], disabled: true }, action, about).allowed).toBe(false);
      }),
    );
  });

  test('never turns a denial into an allowance when a fact that denies is added', () => {
    const denying = fc.constantFrom(...DENY_FACTS, 'left' as const);
    fc.assert(
      fc.property(anyActor, anySubject, fc.constantFrom(...ACTIONS), denying, (actor, about, action, fact) => {
        const before = can(actor, action, about);
        const after = can(actor, action, { ...about, facts: { ...about.facts, [fact]: true } });
        expect(after.allowed && !before.allowed).toBe(false);
        if (fact !== 'left') expect(after).toEqual(notFound);
      }),
      { numRuns: 1000 },
    );
  });

  test('never shows a note in the portal when every fact is on its side', () => {
    const portal = fc.record({ roles: fc.subarray([...PORTAL_ROLES], { minLength: 1 }) });
    const note = fc.constantFrom('progress-note', 'process-note', 'moment', 'participation', 'relationship');
    fc.assert(
      fc.property(portal, note, anySubject, fc.constantFrom(...ACTIONS), (actor, resource, about, action) => {
        expect(can(actor, action, { ...about, resource })).toEqual(notFound);
      }),
    );
  });

  test('never shows clinical content to a clinic admin or the front desk when every fact is on their side', () => {
    const content = fc.constantFrom<Resource>(
      'moment',
      'participation',
      'process-note',
      'progress-note',
      'summary',
      'response',
      'agreement',
      'prevention-plan',
      'setback',
      'milestone',
    );
    const roles = fc.subarray(['admin', 'front-desk'] as const, { minLength: 1 });
    fc.assert(
      fc.property(roles, content, anySubject, fc.constantFrom('read', 'export'), (held, resource, about, action) => {
        expect(can({ roles: held }, action, { ...about, resource }).allowed).toBe(false);
      }),
    );
  });

  test('answers forbidden only about what the actor can read when it denies', () => {
    fc.assert(
      fc.property(anyActor, anySubject, fc.constantFrom(...ACTIONS), (actor, about, action) => {
        const decision = can(actor, action, about);
        const readable = can(actor, 'read', about).allowed;
        if (!decision.allowed) expect(decision.code).toBe(readable ? 'forbidden' : 'not-found');
      }),
      { numRuns: 500 },
    );
  });

  test('leaves its question unchanged when asked', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const about = Object.freeze(subject('family', Object.freeze(facts)));
        expect(can(therapist, 'read', about)).toEqual(can(therapist, 'read', about));
      }),
    );
  });
});
