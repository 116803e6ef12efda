import { wrongState } from '@kinfold/shared/kernel';
import type { SessionStatus } from './vocabulary';

interface Step {
  readonly from: readonly SessionStatus[];
  readonly to: SessionStatus;
  /** Said when the session stands elsewhere: what is true, and what to do. */
  readonly otherwise: string;
}

/**
 * Every way a session changes its state, in one table: planned, then held, then closed; called off until it is closed.
 * Ending stops the clock and lets the family leave; the session stays held until it is closed, and an end can be taken back.
 */
export const SESSION_STEPS = {
  move: { from: ['planned'], to: 'planned', otherwise: 'Only a planned session can be moved.' },
  open: { from: ['planned'], to: 'held', otherwise: 'The room of this session can no longer be opened.' },
  end: { from: ['held'], to: 'held', otherwise: 'The room is not open, so there is nothing to end.' },
  resume: { from: ['held'], to: 'held', otherwise: 'The room is not open. A closed session stays closed.' },
  close: { from: ['held'], to: 'closed', otherwise: 'Only a session whose room is open can be closed.' },
  cancel: {
    from: ['planned', 'held'],
    to: 'cancelled',
    otherwise: 'A closed session took place and cannot be called off.',
  },
} as const satisfies Readonly<Record<string, Step>>;
export type SessionStep = keyof typeof SESSION_STEPS;

/** In which states something may be added to a session. */
export const SESSION_ACTS = {
  attendance: { in: ['planned', 'held'], otherwise: 'This session is over. Write what is missing into its note.' },
  moment: { in: ['held'], otherwise: 'Moments are kept while the room is open. Write what is missing into the note.' },
  participation: {
    in: ['held', 'closed'],
    otherwise: 'How members took part is rated once the session has been held.',
  },
} as const satisfies Readonly<Record<string, { in: readonly SessionStatus[]; otherwise: string }>>;
export type SessionAct = keyof typeof SESSION_ACTS;

/** Whether a step leads on from a state. */
export function canStep(step: SessionStep, status: SessionStatus): boolean {
  return SESSION_STEPS[step].from.some((state) => state === status);
}

/**
 * Where a step leads.
 * @throws DomainError 409 `wrong_state` when the session stands elsewhere
 */
export function requireStep(step: SessionStep, status: SessionStatus): SessionStatus {
  if (!canStep(step, status)) throw wrongState(SESSION_STEPS[step].otherwise);
  return SESSION_STEPS[step].to;
}

/** @throws DomainError 409 `wrong_state` when nothing of this kind may be added any more, or not yet */
export function requireAct(act: SessionAct, status: SessionStatus): void {
  if (!SESSION_ACTS[act].in.some((state) => state === status)) throw wrongState(SESSION_ACTS[act].otherwise);
}
