import { type BooleanFact, FACT_OF, type Facts } from './facts';
import { type Actor } from './roles';
import { type Condition, type Part, type Standing } from './vocabulary';

/** An actor and the facts that give it exactly this standing (break-glass comes with an unassigned therapist). */
export const STANDING_AS: Readonly<Record<Standing, { readonly actor: Actor; readonly facts: Facts }>> = {
  admin: { actor: { roles: ['admin'] }, facts: {} },
  supervisor: { actor: { roles: ['supervisor'] }, facts: {} },
  'therapist-assigned': { actor: { roles: ['therapist'] }, facts: { assigned: 'therapist' } },
  'therapist-unassigned': { actor: { roles: ['therapist'] }, facts: {} },
  'co-therapist': { actor: { roles: ['co-therapist'] }, facts: { assigned: 'co-therapist' } },
  'front-desk': { actor: { roles: ['front-desk'] }, facts: {} },
  'progress-staff': { actor: { roles: ['progress-staff'] }, facts: {} },
  'person-in-recovery': { actor: { roles: ['person-in-recovery'] }, facts: {} },
  relative: { actor: { roles: ['relative'] }, facts: {} },
  minor: { actor: { roles: ['minor'] }, facts: {} },
  auditor: { actor: { roles: ['auditor'] }, facts: {} },
  'break-glass': { actor: { roles: ['therapist'] }, facts: { grantLive: true } },
};

/** The facts that make these conditions hold, on top of those that give the standing. */
export function factsFor(standing: Standing, conditions: readonly Condition[]): Facts {
  const facts: Partial<Record<BooleanFact, boolean>> = {};
  for (const condition of conditions) if (condition !== 'assigned') facts[FACT_OF[condition]] = true;
  return { ...facts, ...STANDING_AS[standing].facts };
}

/** A grant in one word: its standing, resource, action and part. For the names of tests. */
export function nameOf(resource: string, standing: string, action: string, part?: Part): string {
  return `${standing} ${resource}:${action}${part === undefined ? '' : ` (${part})`}`;
}
