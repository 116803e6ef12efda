import type { Context } from './context';

/** Today where the clinic is, `YYYY-MM-DD`. */
export function clinicDay(context: Pick<Context, 'clinicZone'>, now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: context.clinicZone }).format(now);
}
