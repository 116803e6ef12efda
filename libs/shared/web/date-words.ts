/** Where and how dates are written: the clinic's zone and language, and the zone of the person reading. */
export interface DateSetting {
  /** IANA name of the clinic's time zone; times are the clinic's wall time. */
  readonly timeZone: string;
  /** BCP 47: `en`, `es`. */
  readonly language: string;
  /** IANA name of the zone of the device. When it differs from the clinic's, times name the zone. */
  readonly deviceZone: string;
}

const WORDS: Readonly<
  Record<string, { readonly today: string; readonly tomorrow: string; readonly yesterday: string }>
> = {
  en: { today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday' },
  es: { today: 'hoy', tomorrow: 'mañana', yesterday: 'ayer' },
};

const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as people say it: "today 14:00", "tomorrow 9:30", "Tue 24 Nov 14:00"; with the year when it is another one, with the zone
 * when the device is elsewhere.
 * @param moment an instant
 * @param now the present instant
 */
export function momentWords(moment: Date, now: Date, setting: DateSetting): string {
  return `${dayWords(dayOf(moment, setting.timeZone), now, setting)} ${timeWords(moment, setting)}`;
}

/**
 * A calendar day as people say it: "today", "Tue 24 Nov", "24 Nov 2024".
 * @param day `2026-11-24`
 * @param now the present instant, which decides what today is at the clinic
 */
export function dayWords(day: string, now: Date, setting: DateSetting): string {
  const today = dayOf(now, setting.timeZone);
  const near = WORDS[setting.language.slice(0, 2)] ?? WORDS['en'];
  const apart = Math.round((Date.parse(day) - Date.parse(today)) / DAY);
  if (near !== undefined && apart === 0) return near.today;
  if (near !== undefined && apart === 1) return near.tomorrow;
  if (near !== undefined && apart === -1) return near.yesterday;
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const part = parts(new Date(`${day}T12:00:00Z`), 'UTC', setting.language);
  return sameYear ? `${part.weekday} ${part.day} ${part.month}` : `${part.day} ${part.month} ${part.year}`;
}

/** The clinic's wall time: "14:00", or "14:00 EST" when the device is in another zone. */
export function timeWords(moment: Date, setting: DateSetting): string {
  const part = parts(moment, setting.timeZone, setting.language);
  const time = `${part.hour}:${part.minute}`;
  return setting.deviceZone === setting.timeZone ? time : `${time} ${part.zone}`;
}

/** The exact moment, for the title of an element: "Tuesday, 24 November 2026, 14:00 EST". */
export function exactWords(moment: Date, setting: DateSetting): string {
  return format(setting.language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone: setting.timeZone,
  }).format(moment);
}

/**
 * The calendar day of an instant in a zone, as `2026-11-24`.
 * @param timeZone IANA name
 */
export function dayOf(moment: Date, timeZone: string): string {
  const written = format('en', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).formatToParts(moment);
  const pick = (type: Intl.DateTimeFormatPartTypes): string => written.find((part) => part.type === type)?.value ?? '';
  return `${pick('year')}-${pick('month')}-${pick('day')}`;
}

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
  readonly zone: string;
}

function parts(moment: Date, timeZone: string, language: string): Parts {
  const written = format(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
    timeZone,
  }).formatToParts(moment);
  const pick = (type: Intl.DateTimeFormatPartTypes): string =>
    (written.find((part) => part.type === type)?.value ?? '').replace(/\.$/, '');
  return {
    weekday: pick('weekday'),
    day: pick('day'),
    month: pick('month'),
    year: pick('year'),
    hour: pick('hour'),
    minute: pick('minute'),
    zone: pick('timeZoneName'),
  };
}

/** Making a format costs far more than using one, and a list writes hundreds of dates. */
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known;
}
