import { type OffsetAt, zoneOffset } from '@kinfold/sessions/domain';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** The day that lies some days after (or, below zero, before) a calendar day, `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * A calendar day as a family says it, without the year: "Monday 23 November", "lunes, 23 de noviembre".
 * @param locale such as `en-GB`
 */
export function spokenDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The same day some years before; the 29th of February becomes the 28th. */
export function yearsBefore(day: string, years: number): string {
  const moved = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved;
}

/** An instant, milliseconds since 1970, as PostgreSQL reads it. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Wall clocks of one time zone. */
export class ZoneClock {
  readonly #offsetAt: OffsetAt;
  readonly #offsets = new Map<string, number>();

  /** @throws RangeError for a zone that the platform does not know */
  constructor(readonly zone: string) {
    this.#offsetAt = zoneOffset(zone);
  }

  /**
   * The instant of a wall time in working hours. Clocks change at night, so one offset a day is enough.
   * @param minutes since midnight, 360 (six in the morning) to 1,380
   * @returns milliseconds since 1970
   */
  at(day: string, minutes: number): number {
    return Date.parse(`${day}T00:00:00Z`) + (minutes - this.offset(day)) * MINUTE;
  }

  /** Minutes by which the wall clock is ahead of UTC at noon of a day. */
  private offset(day: string): number {
    const known = this.#offsets.get(day);
    if (known !== undefined) return known;
    const noon = Date.parse(`${day}T12:00:00Z`);
    const offset = this.#offsetAt(noon - this.#offsetAt(noon) * MINUTE);
    this.#offsets.set(day, offset);
    return offset;
  }
}

/**
 * Beginnings of the sessions of a day, minutes since midnight. A session lasts at most 75 minutes, so none overlaps the next. The last
 * two are evenings, which are given to families that cannot come earlier.
 */
export const SLOTS = [540, 615, 690, 810, 885, 960, 1035, 1110, 1185] as const;
/** How many of them are by day. */
export const DAY_SLOTS = 7;
export const LONGEST_SESSION = 75;

/** Who and what is taken when. Nobody and no room is booked twice. */
export class Bookings {
  readonly #taken = new Set<string>();

  /**
   * Books everybody together or nobody.
   * @param who ids of clinicians and members, names of rooms
   * @returns whether the slot was free for all of them
   */
  book(day: string, slot: number, who: readonly string[]): boolean {
    const keys = who.map((one) => `${day} ${slot} ${one}`);
    if (keys.some((key) => this.#taken.has(key))) return false;
    for (const key of keys) this.#taken.add(key);
    return true;
  }
}
