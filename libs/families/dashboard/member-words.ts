/** The dates of a member. */
export interface MemberDates {
  readonly birthDate: string | null;
  readonly joinedOn: string;
  readonly leftOn: string | null;
  readonly diedOn: string | null;
}

/**
 * Whole years from one calendar day to another; somebody born on 29 February is a year older on 1 March.
 * @param birthDate `1990-05-04`
 * @param today not before it
 */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** "born 4 May 1990, 36 years", or nothing when nobody knows; of somebody who has died the age then. */
export function bornWords(member: MemberDates, today: string, dayWords: (day: string) => string): string {
  if (member.birthDate === null) return '';
  const age = ageOn(member.birthDate, member.diedOn ?? today);
  return `born ${dayWords(member.birthDate)}, ${age} ${age === 1 ? 'year' : 'years'}`;
}

/** "here since 3 Mar", "here from 3 Mar to 9 Jun", "died 9 Jun" */
export function lifeWords(member: MemberDates, dayWords: (day: string) => string): string {
  if (member.diedOn !== null) return `died ${dayWords(member.diedOn)}`;
  if (member.leftOn !== null) return `here from ${dayWords(member.joinedOn)} to ${dayWords(member.leftOn)}`;
  return `here since ${dayWords(member.joinedOn)}`;
}
