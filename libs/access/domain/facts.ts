import { type Condition } from './vocabulary';

/** In what capacity the actor is assigned to the object's family at this moment, by the database clock (AZ-15). */
export const ASSIGNMENTS = ['therapist', 'co-therapist', 'trainee'] as const;
export type Assignment = (typeof ASSIGNMENTS)[number];

/**
 * What is true between one actor and one object. Everything is optional and a missing fact is false, so that a fact
 * nobody looked up never grants anything. When a guardian acts for a child, `own`, `party`, `released` and the rest
 * are said of the child.
 */
export interface Facts {
  /** A live assignment to the family, or to the named session the object belongs to. */
  readonly assigned?: Assignment;
  /** A live supervision link to a clinician assigned to the family. */
  readonly supervised?: boolean;
  /** A live time-boxed grant for this family: break-glass for a clinician, a review for the auditor. */
  readonly grantLive?: boolean;
  /** The actor wrote it, or it is the actor's own entry, row or account. */
  readonly own?: boolean;
  /** It was written by, or is about, somebody other than the actor (AZ-13). */
  readonly otherPerson?: boolean;
  readonly party?: boolean;
  /** Released to the actor and not withdrawn. */
  readonly released?: boolean;
  /** Every subject other than the actor has a live consent that names the actor and covers this (FC-03). */
  readonly consentedByAllOthers?: boolean;
  /** A second person approved exactly this. */
  readonly secondPersonApproved?: boolean;
  /** The rule table for minors allows this at the child's age, for this scope and topic (FC-12). */
  readonly guardianRuleAllows?: boolean;
  /** The author is a trainee under active supervision. */
  readonly authorIsTrainee?: boolean;
  /** The clinic's setting for this is on. */
  readonly clinicEnabled?: boolean;
  /** The actor is a member of this family. */
  readonly familyMember?: boolean;
  /** The author marked the process note for supervision. */
  readonly flaggedByAuthor?: boolean;
  readonly formAssigned?: boolean;
  /** The lead therapist gave the co-therapist this right. */
  readonly rightGranted?: boolean;
  /** The draft was handed over to the supervisor. */
  readonly handedOver?: boolean;
  readonly identityChecked?: boolean;
  readonly invited?: boolean;
  readonly legalBasis?: boolean;
  /** The actor attended a joint session with this member. */
  readonly metInSession?: boolean;
  /** A live consent for counseling notes and nothing else (NT-03). */
  readonly notesOnlyConsent?: boolean;
  readonly coOriginator?: boolean;
  readonly secondApprovalRequired?: boolean;
  /** Shared with the actor by its owner. */
  readonly sharedWithActor?: boolean;
  readonly signed?: boolean;
  /** The session is on today's date in the clinic's time zone. */
  readonly today?: boolean;
  readonly unsent?: boolean;

  /** The individual-confidential item is this actor's own confidence (invariant 4). */
  readonly memberIsActor?: boolean;
  /** The co-therapist's assignment covers named sessions and not the family (invariant 5). */
  readonly namedSessionsOnly?: boolean;
  /** The object belongs to one of those named sessions. */
  readonly inNamedSession?: boolean;
  /** The author shared the individual item with the co-therapist of that session (invariant 4). */
  readonly sharedByAuthor?: boolean;
  /** A relative acts as guardian for the child the object is about (invariant 8). */
  readonly actingForChild?: boolean;

  /** Denials: each beats every grant, break-glass included (invariant 2). */
  readonly conflictOfInterest?: boolean;
  readonly guardianshipDisputed?: boolean;
  readonly restrained?: boolean;
  /** The actor left this family's work; own items and the access report stay (FC-09). */
  readonly left?: boolean;
}

/** Names of the facts that are true or false. */
export type BooleanFact = Exclude<keyof Facts, 'assigned'>;

/** Which fact a condition asks for. A condition without an entry does not compile. */
export const FACT_OF: Readonly<Record<Exclude<Condition, 'assigned'>, BooleanFact>> = {
  own: 'own',
  supervised: 'supervised',
  party: 'party',
  released: 'released',
  consented: 'consentedByAllOthers',
  'time-boxed': 'grantLive',
  'second-person': 'secondPersonApproved',
  guardian: 'guardianRuleAllows',
  trainee: 'authorIsTrainee',
  'clinic-enabled': 'clinicEnabled',
  'family-member': 'familyMember',
  flagged: 'flaggedByAuthor',
  'form-assigned': 'formAssigned',
  granted: 'rightGranted',
  'handed-over': 'handedOver',
  'identity-checked': 'identityChecked',
  invited: 'invited',
  'legal-basis': 'legalBasis',
  'met-in-session': 'metInSession',
  'notes-only-consent': 'notesOnlyConsent',
  originator: 'coOriginator',
  'other-person': 'otherPerson',
  'second-approval-required': 'secondApprovalRequired',
  shared: 'sharedWithActor',
  signed: 'signed',
  today: 'today',
  unsent: 'unsent',
};

/** The facts that deny by themselves, whatever else is true. `left` is not here because own items stay readable. */
export const DENY_FACTS = [
  'conflictOfInterest',
  'guardianshipDisputed',
  'restrained',
] as const satisfies readonly BooleanFact[];

/**
 * Whether one condition of a grant holds.
 * @returns false for an unknown condition and for any value that is not exactly true
 */
export function holds(condition: Condition, facts: Facts): boolean {
  if (condition === 'assigned') return isAssigned(facts);
  if (!Object.hasOwn(FACT_OF, condition)) return false;
  // Facts that contradict each other are a defect of whoever looked them up; nobody approves their own then either.
  if (condition === 'other-person' && facts.own === true) return false;
  return facts[FACT_OF[condition]] === true;
}

/** Whether a known kind of assignment is live. */
export function isAssigned(facts: Facts): boolean {
  return ASSIGNMENTS.some((assignment) => assignment === facts.assigned);
}
