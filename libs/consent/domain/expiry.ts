import { daysInMonth } from '@kinfold/shared/kernel';

/** A consent ends by itself; twelve months unless the giver says otherwise, two years at the very most. */
export const USUAL_MONTHS = 12;
export const LONGEST_MONTHS = 24;

/**
 * The same day some months later; the last day of the month where that day does not exist, as PostgreSQL adds months.
 * @param day `YYYY-MM-DD`
 * @param months 0 or more
 */
export function monthsAfter(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const last = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

/** The day on which a consent signed on a day ends, when nobody says otherwise. On that day it no longer holds. */
export function usualExpiry(signedOn: string): string {
  return monthsAfter(signedOn, USUAL_MONTHS);
}
