import type { PastSessionAnswer, ScoreAnswer } from '@kinfold/shared/contract/staff';

/** A session with its note and its summary. */
export interface SessionEntry {
  readonly kind: 'session';
  readonly key: string;
  /** Calendar day at the clinic, `2026-11-24`. */
  readonly day: string;
  readonly session: PastSessionAnswer;
}

/** What was measured on one day with one instrument, however many members answered. */
export interface MeasureEntry {
  readonly kind: 'measure';
  readonly key: string;
  readonly day: string;
  readonly instrument: string;
  readonly scores: readonly ScoreAnswer[];
}

export type TimelineEntry = SessionEntry | MeasureEntry;

/**
 * Sessions and measures as one line through time, newest first. Sessions that have not begun are the strip's business and left out; of one
 * day the sessions stand above the measures, which are mostly taken before or in them.
 * @param sessions in any order
 * @param scores in any order
 * @param dayOf the clinic's calendar day of an instant
 * @param now the present instant
 */
export function mergeTimeline(
  sessions: readonly PastSessionAnswer[],
  scores: readonly ScoreAnswer[],
  dayOf: (instant: string) => string,
  now: Date,
): readonly TimelineEntry[] {
  const begun = sessions.filter((session) => Date.parse(session.startsAt) <= now.getTime());
  const entries = [...begun.map((session) => sessionEntry(session, dayOf)), ...measureEntries(scores)];
  return entries.sort((one, other) => compare(other, one));
}

function sessionEntry(session: PastSessionAnswer, dayOf: (instant: string) => string): SessionEntry {
  return { kind: 'session', key: session.id, day: dayOf(session.startsAt), session };
}

function measureEntries(scores: readonly ScoreAnswer[]): MeasureEntry[] {
  const groups = new Map<string, ScoreAnswer[]>();
  for (const score of scores) {
    const key = `${score.takenOn} ${score.instrument}`;
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  return [...groups].map(([key, group]) => ({
    kind: 'measure',
    key,
    day: key.slice(0, 10),
    instrument: key.slice(11),
    scores: group,
  }));
}

/** Earlier first; of one moment by key, so that the order never depends on the order of arrival. */
function compare(one: TimelineEntry, other: TimelineEntry): number {
  return (
    one.day.localeCompare(other.day) ||
    Number(one.kind === 'session') - Number(other.kind === 'session') ||
    startOf(one) - startOf(other) ||
    other.key.localeCompare(one.key)
  );
}

function startOf(entry: TimelineEntry): number {
  return entry.kind === 'session' ? Date.parse(entry.session.startsAt) : 0;
}

const INSTRUMENT_NAMES: Readonly<Record<string, string>> = {
  'coping-and-self-care-check': 'Coping and self-care check',
};

/**
 * The name of an instrument by its id. The catalogue belongs to the assessments; one this page has no name for is called by its id.
 * @param id such as `coping-and-self-care-check`
 */
export function instrumentName(id: string): string {
  const words = id.replaceAll('-', ' ');
  return INSTRUMENT_NAMES[id] ?? words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
