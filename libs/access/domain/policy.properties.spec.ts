import fc from 'fast-check';

import { anyActor, anyFacts, anySubject } from './access.arbitrary.builder';
import { DENY_FACTS } from './facts';
import { can } from './policy';
import { PORTAL_ROLES, ROLES } from './roles';
import { ACTIONS, CLASSES, type Resource, RESOURCES } from './vocabulary';

const notFound = expect.objectContaining({ allowed: false, code: 'not-found' });

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
        const about = Object.freeze({ resource: 'family', class: 'shared', facts: Object.freeze(facts) } as const);
        expect(can({ roles: ['therapist'] }, 'read', about)).toEqual(can({ roles: ['therapist'] }, 'read', about));
      }),
    );
  });
});
