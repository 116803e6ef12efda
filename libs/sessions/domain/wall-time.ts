import { invalidField } from '@kinfold/shared/kernel';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Minutes that a zone's clocks are ahead of UTC at an instant (milliseconds since 1970). */
export type OffsetAt = (instant: number) => number;

/**
 * The instant at which clocks show a wall time. A time that the clocks skip, or show twice, is refused: nobody should come an hour
 * early or late because a program guessed.
 * @param local `2026-03-09T14:00`, an existing calendar day
 * @param offsetAt the zone
 * @param field the field that a refusal names
 * @returns milliseconds since 1970
 * @throws DomainError 422 `local_time_skipped`, `local_time_twice`
 */
export function instantOf(local: string, offsetAt: OffsetAt, field = 'localStart'): number {
  const asUtc = Date.parse(`${local}:00Z`);
  // Around a change of clocks two offsets come into question: those of the day before and of the day after.
  const offsets = new Set([offsetAt(asUtc - DAY), offsetAt(asUtc), offsetAt(asUtc + DAY)]);
  const fitting = [...offsets]
    .map((offset) => asUtc - offset * MINUTE)
    .filter((instant) => instant + offsetAt(instant) * MINUTE === asUtc);
  const [instant, second] = fitting;
  if (instant === undefined) {
    throw invalidField(
      field,
      'local_time_skipped',
      'The clocks go forward over this time on that day. Choose a time before or after.',
    );
  }
  if (second !== undefined) {
    throw invalidField(
      field,
      'local_time_twice',
      'The clocks go back on that day, so this time comes twice. Choose a time before or after.',
    );
  }
  return instant;
}

/** What the clocks of a zone show at an instant: `2026-03-09T14:00`. */
export function wallTimeOf(instant: number, offsetAt: OffsetAt): string {
  return new Date(instant + offsetAt(instant) * MINUTE).toISOString().slice(0, 16);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The offsets of an IANA zone, from the platform's own table of zones.
 * @param zone `Europe/Madrid`
 * @throws RangeError for a zone nobody knows
 */
export function zoneOffset(zone: string): OffsetAt {
  const format = formats.get(zone) ?? clockOf(zone);
  formats.set(zone, format);
  return (instant) => {
    const shown = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
    return Math.round((Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE) / MINUTE);
  };
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
}
