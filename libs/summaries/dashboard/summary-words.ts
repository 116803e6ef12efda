import { LINE_KIND_WORDS, type LineKind, requireReady, type WithdrawReason } from '@kinfold/summaries/domain';
import type { SummaryDocumentAnswer, SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { DomainError } from '@kinfold/shared/kernel';
import type { DateSetting } from '@kinfold/shared/web';

type Members = readonly SummaryMemberAnswer[];

export const WITHDRAW_WORDS = {
  'member-asked': 'A member asked for it',
  mistake: 'Something in it is wrong',
  safety: 'It would not be safe',
  other: 'Another reason',
} as const satisfies Readonly<Record<WithdrawReason, string>>;

/** What a new line of a kind says as an example, so that nobody starts before an empty box. */
export const LINE_HINTS = {
  'went-well': 'What went well, in a member’s own words',
  decision: 'What was decided',
  homework: 'Who does what until next time',
  'next-date': 'When you meet again',
} as const satisfies Readonly<Record<LineKind, string>>;

/** "Ana and Marco" */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The given name; the whole name where two members share it. */
export function shortName(id: string, members: Members): string {
  const member = members.find((one) => one.id === id);
  if (!member) return 'Someone';
  const same = members.filter((one) => one.givenName === member.givenName).length;
  return same > 1 ? fullName(member) : member.givenName;
}

export function fullName({ givenName, familyName }: Pick<SummaryMemberAnswer, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}

/** "Decision about Ana", "Decision about the whole family" */
export function lineTitle(kind: LineKind, aboutMemberId: string | null, members: Members): string {
  const who = aboutMemberId === null ? 'the whole family' : shortName(aboutMemberId, members);
  return `${LINE_KIND_WORDS[kind]}, about ${who}`;
}

/** What still keeps a draft from being shared, apart from consents, in words; null when nothing does. */
export function notReadyWords(summary: SummaryDocumentAnswer, members: Members): string | null {
  const tookPart = members.filter((member) => member.tookPart).map((member) => member.id);
  try {
    requireReady(summary.lines, tookPart);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/**
 * The next date as a family reads it, weeks later as well: "We meet again on Tuesday, 24 November, at 14:00." No "today", no zone.
 * @param at when it begins
 */
export function nextDateWords(at: Date, { timeZone, language }: Pick<DateSetting, 'timeZone' | 'language'>): string {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return `We meet again on ${day}, at ${time}.`;
}

/** "Share with Ana and Marco", for the button; null while nobody is chosen. */
export function shareWords(recipientIds: readonly string[], members: Members): string | null {
  return recipientIds.length === 0 ? null : `Share with ${listed(recipientIds.map((id) => shortName(id, members)))}`;
}
