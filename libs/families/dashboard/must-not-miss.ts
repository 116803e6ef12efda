import { daysBetween } from '@kinfold/shared/kernel';
import type { FamilyPageAnswer, MemberAnswer } from '@kinfold/shared/contract/staff';
import { inOneBreath, shortNames } from './member-names';
import { noteIsOpen, waited } from './session-words';

/** Days for which a death stands in the strip: the year in which every date comes round for the first time without the person. */
const MOURNED = 366;

/** Hours after which an unsigned note must not be missed (product.md: notes age at 24, 48 and 72 hours). */
const NOTE_WAITS = 24;

/** What the strip needs of a family. */
export type StripFacts = Pick<FamilyPageAnswer, 'members' | 'sessions'>;

/**
 * What nobody who opens the family may overlook, in sentences: a death in the last year, how members must not be reached, notes that
 * wait for their signature.
 * @param today the clinic's day, `2026-11-24`
 * @param dayWords writes a calendar day, such as `Dates.day`
 */
export function mustNotMiss(
  family: StripFacts,
  now: Date,
  today: string,
  dayWords: (day: string) => string,
): readonly string[] {
  const names = shortNames(family.members);
  const nameOf = (member: MemberAnswer): string => names.get(member.id) ?? member.givenName;
  const deaths = family.members
    .filter((member) => member.diedOn !== null && daysBetween(member.diedOn, today) <= MOURNED)
    .map((member) => `${nameOf(member)} died ${dayWords(member.diedOn ?? '')}`);
  return [...deaths, ...contactLines(family.members.filter(isPresent), nameOf), ...noteLines(family, now)];
}

/** Whether a member is part of the family's days now: neither left nor died. */
export function isPresent(member: Pick<MemberAnswer, 'leftOn' | 'diedOn'>): boolean {
  return member.leftOn === null && member.diedOn === null;
}

function contactLines(members: readonly MemberAnswer[], nameOf: (member: MemberAnswer) => string): string[] {
  const held = (rule: MemberAnswer['safeContact']): string =>
    inOneBreath(members.filter((member) => member.safeContact === rule).map(nameOf));
  const lines = [
    ['No voicemail for', held('no-voicemail')],
    ['No messages to', held('no-messages')],
    ['Only in person:', held('only-in-person')],
  ];
  return lines.filter(([, who]) => who !== '').map(([rule, who]) => `${rule} ${who}`);
}

function noteLines(family: StripFacts, now: Date): string[] {
  const ages = family.sessions
    .filter(noteIsOpen)
    .map((session) => now.getTime() - Date.parse(session.endsAt))
    .filter((age) => age >= NOTE_WAITS * 3_600_000);
  if (ages.length === 0) return [];
  const oldest = waited(Math.max(...ages));
  return [
    ages.length === 1
      ? `A note is unsigned for ${oldest}`
      : `${ages.length} notes are unsigned, the oldest for ${oldest}`,
  ];
}
