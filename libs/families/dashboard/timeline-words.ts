import type { PastSessionAnswer, ScoreAnswer } from '@kinfold/shared/contract/staff';
import type { IconName, Tone } from '@kinfold/shared/ui';
import type { NamedMember } from './member-names';
import { fullName, shortNames } from './member-names';
import { noteIsOpen, noteWords, sessionTitle, statusWords, summaryWords, type StateWords } from './session-words';
import { instrumentName, type TimelineEntry } from './timeline';

/** How moments are written, such as `Dates`. */
export interface MomentWords {
  moment(at: string): string;
  day(at: string): string;
  exact(at: string): string;
}

interface EntryWords {
  readonly key: string;
  readonly when: string;
  readonly exact: string;
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
}

export interface SessionEntryWords extends EntryWords {
  readonly kind: 'session';
  readonly status: StateWords | null;
  readonly note: StateWords | null;
  readonly summary: StateWords | null;
}

export interface ScoreWords {
  readonly id: string;
  readonly administrationId: string;
  readonly name: string;
  /** For the mark: the whole name. */
  readonly mark: string;
  readonly place: number;
  readonly value: string;
}

export interface MeasureEntryWords extends EntryWords {
  readonly kind: 'measure';
  readonly scores: readonly ScoreWords[];
}

type PlacedMember = NamedMember & { readonly place: number };

/**
 * The timeline as it is read.
 * @param members everyone in the family, those who left included
 * @param now the present instant, by which notes age
 */
export function timelineWords(
  entries: readonly TimelineEntry[],
  members: readonly PlacedMember[],
  now: Date,
  words: MomentWords,
): readonly (SessionEntryWords | MeasureEntryWords)[] {
  const names = shortNames(members);
  const byId = new Map(members.map((member) => [member.id, member]));
  return entries.map((entry) => {
    if (entry.kind === 'session') return ofSession(entry.session, now, words);
    const scores = entry.scores.map((score) => {
      const member = byId.get(score.memberId);
      const mark = member === undefined ? '' : fullName(member);
      return {
        id: score.id,
        administrationId: score.administrationId,
        name: names.get(score.memberId) ?? '',
        mark,
        place: member?.place ?? 0,
        value: scoreWords(score),
      };
    });
    const title = instrumentName(entry.instrument);
    return {
      kind: 'measure',
      key: entry.key,
      when: words.day(entry.day),
      exact: '',
      icon: 'measures',
      tone: 'info',
      title,
      scores,
    };
  });
}

function ofSession(session: PastSessionAnswer, now: Date, words: MomentWords): SessionEntryWords {
  const note = noteWords(session, now);
  return {
    kind: 'session',
    key: session.id,
    when: words.moment(session.startsAt),
    exact: words.exact(session.startsAt),
    icon: session.status === 'cancelled' ? 'minus' : 'sessions',
    tone: note !== null && noteIsOpen(session) ? note.tone : 'plain',
    title: sessionTitle(session),
    status: statusWords(session, now),
    note,
    summary: summaryWords(session),
  };
}

/** A number never stands alone: its range goes with it, and a missing one says why. */
function scoreWords({ value, min, max }: ScoreAnswer): string {
  return value === null ? 'no total, too much was left out' : `${Math.round(value * 10) / 10}, from ${min} to ${max}`;
}
