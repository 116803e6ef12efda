import { instantOf, wallTimeOf, zoneOffset } from '@kinfold/sessions/domain';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** When a session began and stopped, ISO 8601. */
export interface HeldTimes {
  readonly startedAt: string;
  readonly stoppedAt: string;
}

/** What stands in the two fields: wall times, `14:02`. */
export interface HeldTexts {
  readonly started: string;
  readonly stopped: string;
}

/** The two fields as the room knows them. */
export function heldTexts({ startedAt, stoppedAt }: HeldTimes, zone: string): HeldTexts {
  const clock = (at: string): string => wallTimeOf(Date.parse(at), zoneOffset(zone)).slice(11);
  return { started: clock(startedAt), stopped: clock(stoppedAt) };
}

/**
 * The instants behind the two fields. A field nobody changed keeps its second; a changed one is read on the day the session began, and
 * a stop that lies before the start on the next day.
 * @param known when the room was opened and ended
 * @throws DomainError 422 for a time the clocks skip or show twice
 */
export function heldTimes(texts: HeldTexts, known: HeldTimes, zone: string): HeldTimes {
  const offsetAt = zoneOffset(zone);
  const before = heldTexts(known, zone);
  const day = wallTimeOf(Date.parse(known.startedAt), offsetAt).slice(0, 10);
  const on = (date: string, time: string, field: string): number => instantOf(`${date}T${time}`, offsetAt, field);
  const started = texts.started === before.started ? Date.parse(known.startedAt) : on(day, texts.started, 'startedAt');
  if (texts.stopped === before.stopped) return { startedAt: iso(started), stoppedAt: known.stoppedAt };
  const sameDay = on(day, texts.stopped, 'stoppedAt');
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  return {
    startedAt: iso(started),
    stoppedAt: iso(sameDay > started ? sameDay : on(next, texts.stopped, 'stoppedAt')),
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
