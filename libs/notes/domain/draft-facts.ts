/** How somebody attended. */
export const ATTENDANCE = ['present', 'remote', 'late', 'left-early', 'told-us-before', 'did-not-come'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

const CAME: readonly Attendance[] = ['present', 'remote', 'late', 'left-early'];

/** Whether somebody took part, and so has an annex. Nobody wrote it down yet: not yet. */
export function tookPart(attendance: Attendance | null): boolean {
  return attendance !== null && CAME.includes(attendance);
}

/** What is known of one member of a session. Ratings go from -3 to +3. */
export interface DraftMember {
  readonly memberId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly attendance: Attendance | null;
  readonly participation: { readonly engagement: number; readonly connection: number; readonly safety: number } | null;
}

/** One tap in the room, as far as a note can use it. */
export interface DraftMoment {
  readonly kind: 'turn' | 'technique' | 'shift' | 'quote' | 'agreement' | 'homework' | 'break' | 'safety';
  readonly memberId: string | null;
  /** The name of the technique as people say it. */
  readonly technique: string | null;
  /** Held for one member, or about safety: narrower than the session it was tapped in. */
  readonly confidential: boolean;
  readonly words: string | null;
}

/** What a session gives to its note. Moments come in the order they happened; what was undone is not among them. */
export interface DraftFacts {
  readonly kind: 'family' | 'subset' | 'individual';
  readonly modality: 'in-person' | 'video' | 'phone';
  /** From start to stop, in whole minutes; null while that is not written down. */
  readonly minutes: number | null;
  readonly members: readonly DraftMember[];
  readonly moments: readonly DraftMoment[];
}

/**
 * What each member is called in a note: the given name, with the family name where two share it.
 * @returns names by member id
 */
export function callNames(members: readonly Pick<DraftMember, 'memberId' | 'givenName' | 'familyName'>[]): ReadonlyMap<string, string> {
  return new Map(
    members.map(({ memberId, givenName, familyName }) => {
      const shared = members.some((other) => other.memberId !== memberId && other.givenName === givenName);
      return [memberId, shared ? `${givenName} ${familyName}` : givenName];
    }),
  );
}
