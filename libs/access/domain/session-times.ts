import { type Surface } from './roles';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Bounds of the idle time-out in minutes, both included (SE-03). */
export const IDLE_MINUTES = { min: 5, max: 30 } as const;

/** Defaults per surface (SE-03): minutes without activity, and hours since sign-in. */
export const SESSION_DEFAULTS: Readonly<
  Record<Surface, { readonly idleMinutes: number; readonly absoluteHours: number }>
> = {
  staff: { idleMinutes: 15, absoluteHours: 12 },
  portal: { idleMinutes: 15, absoluteHours: 8 },
};

/**
 * How far the last activity may lie ahead of `now`. A request reads the clock when its transaction begins, so another
 * request of the same session can have noted a slightly later moment; anything further ahead is a defect.
 */
const AHEAD_AT_MOST = MINUTE;

/** `idle`: signed in again, the same person goes on where they were. `over`: the session is gone. */
export type SessionState = 'live' | 'idle' | 'over';

/** Moments in milliseconds since 1970, all read from the database's clock. */
export interface SessionTimes {
  readonly createdAt: number;
  readonly lastActiveAt: number;
  readonly now: number;
  readonly surface: Surface;
  /** The clinic's own idle time-out in minutes; without one, the default. */
  readonly idleMinutes?: number;
}

/** Whether a clinic may choose this idle time-out: whole minutes from 5 to 30 (SE-03). */
export function isIdleTimeout(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= IDLE_MINUTES.min && minutes <= IDLE_MINUTES.max;
}

/**
 * Where a signed-in session stands. The limit itself is no longer live. A setting outside the bounds is not trusted
 * and the default holds; times that cannot be true end the session.
 */
export function sessionState(times: SessionTimes): SessionState {
  const { createdAt, lastActiveAt, now, surface, idleMinutes } = times;
  if (![createdAt, lastActiveAt, now].every(Number.isFinite)) return 'over';
  if (createdAt - now > AHEAD_AT_MOST || lastActiveAt - now > AHEAD_AT_MOST) return 'over';
  if (!Object.hasOwn(SESSION_DEFAULTS, surface)) return 'over';

  const defaults = SESSION_DEFAULTS[surface];
  if (now - createdAt >= defaults.absoluteHours * HOUR) return 'over';

  const idle = idleMinutes !== undefined && isIdleTimeout(idleMinutes) ? idleMinutes : defaults.idleMinutes;
  return now - Math.max(createdAt, lastActiveAt) >= idle * MINUTE ? 'idle' : 'live';
}
