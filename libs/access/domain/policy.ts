import { DENY_FACTS, type Facts, holds } from './facts';
import { cellOf, NON_CLINICAL_RESOURCES } from './matrix';
import { type Actor, standingsOf } from './roles';
import {
  type Action,
  CLASSES,
  type ConfidentialityClass,
  type Grant,
  type Part,
  PARTS,
  PORTAL_STANDINGS,
  type Projection,
  PROJECTIONS,
  type Resource,
  type Standing,
} from './vocabulary';

/** One object, as far as access is concerned. */
export interface Subject {
  readonly resource: Resource;
  readonly class: ConfidentialityClass;
  /** The part that is touched, where a cell of the matrix names one; without it, the whole. */
  readonly part?: Part;
  readonly facts: Facts;
}

/**
 * The answer of the policy. `because` is for the audit log and for tests, never for the person who asked.
 * `review` marks a read of a family's record by staff who do not treat it (matrix invariant 9).
 * `not-found` is for objects the actor may not know of, `forbidden` only for objects they can read (AZ-10).
 */
export type Decision =
  | { readonly allowed: true; readonly projection: Projection; readonly review: boolean; readonly because: string }
  | { readonly allowed: false; readonly code: 'not-found' | 'forbidden'; readonly because: string };

interface Match {
  readonly standing: Standing;
  readonly grant: Grant;
}

/**
 * Decides whether an actor may do something to one object. Pure: the same question always has the same answer.
 * Nothing is allowed unless a grant of the matrix says so; a denial beats every grant; anything unknown is denied.
 * @param actor who asks, with the roles of their account
 * @param action what they want to do
 * @param subject the object, its class, and what is true between it and the actor
 */
export function can(actor: Actor, action: Action, subject: Subject): Decision {
  const denial = explicitDenial(actor, subject);
  if (denial !== undefined) return { allowed: false, code: 'not-found', because: denial };

  const best = bestMatch(matches(actor, action, subject));
  if (best !== undefined) return allow(best, action, subject);

  const known = matches(actor, 'read', subject).length > 0;
  return { allowed: false, code: known ? 'forbidden' : 'not-found', because: 'no grant' };
}

function explicitDenial(actor: Actor, subject: Subject): string | undefined {
  if (actor.disabled === true) return 'denied: account disabled';
  if (!CLASSES.some((known) => known === subject.class)) return 'denied: unknown class';
  const fact = DENY_FACTS.find((name) => subject.facts[name] === true);
  return fact === undefined ? undefined : `denied: ${fact}`;
}

function matches(actor: Actor, action: Action, subject: Subject): readonly Match[] {
  return standingsOf(actor, subject.facts)
    .filter((standing) => invariantsAllow(standing, action, subject))
    .flatMap((standing) => cellOf(subject.resource, standing).map((grant) => ({ standing, grant })))
    .filter(({ grant }) => grant.actions.includes(action) && covers(grant, subject.part))
    .filter(({ grant }) => grant.conditions.every((condition) => holds(condition, subject.facts)))
    .filter(({ grant }) => subject.facts.left !== true || staysAfterLeaving(grant, action));
}

/** A grant on a part covers that part alone; a grant on the whole covers the parts that stand within it. */
function covers(grant: Grant, part: Part | undefined): boolean {
  if (grant.part !== undefined) return grant.part === part;
  return part === undefined || (Object.hasOwn(PARTS, part) && PARTS[part] === 'within');
}

/** FC-09: whoever left keeps what is their own, and can still withdraw a consent they gave. */
function staysAfterLeaving(grant: Grant, action: Action): boolean {
  return grant.conditions.includes('own') && (action === 'read' || action === 'withdraw');
}

/** The invariants over the whole matrix that take something away from a cell. */
function invariantsAllow(standing: Standing, action: Action, subject: Subject): boolean {
  const portal = PORTAL_STANDINGS.some((other) => other === standing);
  return (
    safetyAllows(standing, action, subject) &&
    (!portal || confidenceAllows(action, subject)) &&
    (standing !== 'co-therapist' || namedSessionsAllow(subject)) &&
    (subject.facts.actingForChild !== true || guardianAllows(standing, subject))
  );
}

/** The supervision link of invariant 3 stands in the matrix: every grant of a supervisor on a family's record asks it. */
const SEES_SAFETY: readonly Standing[] = ['therapist-assigned', 'co-therapist', 'supervisor', 'break-glass'];

/**
 * Invariant 3. Whoever tells something may still hand it in, but it is not shown back, not even to them: a phone can
 * be read by the person it is about (FC-07).
 */
function safetyAllows(standing: Standing, action: Action, subject: Subject): boolean {
  if (subject.class !== 'safety-restricted' || action === 'create') return true;
  return SEES_SAFETY.includes(standing);
}

/** Invariant 4: in the portal a confidence is readable by the member whose it is, and by nobody else. */
function confidenceAllows(action: Action, subject: Subject): boolean {
  if (subject.class !== 'individual-confidential' || action === 'create') return true;
  return subject.facts.memberIsActor === true;
}

/** What a co-therapist of named sessions sees besides the family shell (invariant 5). */
const OF_NAMED_SESSIONS: readonly Resource[] = [
  'session',
  'moment',
  'attendance',
  'participation',
  'progress-note',
  'process-note',
];

/** Invariant 5, and the end of invariant 4: an individual item only when its author shared it, or it is one's own. */
function namedSessionsAllow({ resource, class: confidentiality, facts }: Subject): boolean {
  if (facts.namedSessionsOnly !== true) return true;
  if (resource === 'family' || resource === 'instrument') return true;
  if (!OF_NAMED_SESSIONS.includes(resource) || facts.inNamedSession !== true) return false;
  return confidentiality !== 'individual-confidential' || facts.own === true || facts.sharedByAuthor === true;
}

/** Invariant 8: only an adult relative, only as far as the rule table goes, never confidences or credentials. */
function guardianAllows(standing: Standing, subject: Subject): boolean {
  return (
    standing === 'relative' &&
    subject.facts.guardianRuleAllows === true &&
    subject.class === 'shared' &&
    subject.resource !== 'account' &&
    subject.resource !== 'process-note'
  );
}

/** The widest projection wins; of two equal ones, that of a treating clinician. */
function bestMatch(found: readonly Match[]): Match | undefined {
  const rank = ({ standing, grant }: Match) => PROJECTIONS.indexOf(grant.projection) * 2 + (treats(standing) ? 0 : 1);
  return [...found].sort((a, b) => rank(a) - rank(b))[0];
}

function treats(standing: Standing): boolean {
  return standing === 'therapist-assigned' || standing === 'co-therapist';
}

function allow({ standing, grant }: Match, action: Action, subject: Subject): Decision {
  const portal = PORTAL_STANDINGS.some((other) => other === standing);
  const clinical = !NON_CLINICAL_RESOURCES.some((other) => other === subject.resource);
  const review = action === 'read' && clinical && grant.projection === 'full' && !portal && !treats(standing);
  const when = grant.conditions.length === 0 ? '' : ` when ${grant.conditions.join(' and ')}`;
  return { allowed: true, projection: grant.projection, review, because: `${standing}${when}` };
}
