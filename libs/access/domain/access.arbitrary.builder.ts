import fc from 'fast-check';

import { ASSIGNMENTS, DENY_FACTS, FACT_OF, type Facts } from './facts';
import { type Subject } from './policy';
import { type Actor, PORTAL_ROLES, STAFF_ROLES } from './roles';
import { CLASSES, type Part, PARTS, RESOURCES } from './vocabulary';

const others = [
  ...DENY_FACTS,
  'left',
  'memberIsActor',
  'namedSessionsOnly',
  'inNamedSession',
  'sharedByAuthor',
  'actingForChild',
] as const;

const parts = Object.keys(PARTS).filter((part): part is Part => Object.hasOwn(PARTS, part));

/** Any facts at all; the ones that speak for the actor are true more often than not, so that much is allowed. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(
    fc.option(fc.constantFrom(...ASSIGNMENTS), { nil: undefined }),
    fc.subarray(Object.values(FACT_OF), { minLength: 12 }),
    fc.oneof(fc.constant([]), fc.subarray([...others], { maxLength: 2 })),
  )
  .map(([assigned, granting, narrowing]) => ({
    assigned,
    ...Object.fromEntries([...granting, ...narrowing].map((fact) => [fact, true])),
  }));

/** Somebody of one surface, with one role or several. */
export const anyActor: fc.Arbitrary<Actor> = fc
  .oneof(
    fc.subarray([...STAFF_ROLES], { minLength: 1, maxLength: 3 }),
    fc.subarray([...PORTAL_ROLES], { minLength: 1, maxLength: 2 }),
  )
  .map((roles) => ({ roles }));

export const anySubject: fc.Arbitrary<Subject> = fc.record({
  resource: fc.constantFrom(...RESOURCES),
  class: fc.constantFrom(...CLASSES),
  part: fc.option(fc.constantFrom(...parts), { nil: undefined, freq: 2 }),
  facts: anyFacts,
});
