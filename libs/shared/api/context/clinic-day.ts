import type { Context } from './context';

/** Making a format takes a quarter of a millisecond, using it nothing; there are as many as zones of clinics. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Today where the clinic is, `YYYY-MM-DD`. */
export function clinicDay({ clinicZone }: Pick<Context, 'clinicZone'>, now = new Date()): string {
  const format = formats.get(clinicZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: clinicZone });
  formats.set(clinicZone, format);
  return format.format(now);
}
