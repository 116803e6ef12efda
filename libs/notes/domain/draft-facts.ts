import type { AttendanceStatus, Modality, MomentKind, Participation, SessionKind } from '@kinfold/sessions/domain';

/** What is known of one member of a session. Ratings go from -3 to +3. */
export interface DraftMember {
  readonly memberId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly attendance: AttendanceStatus | null;
  readonly participation: Participation | null;
}

/** One tap in the room, as far as a note can use it. */
export interface DraftMoment {
  readonly kind: MomentKind;
  readonly memberId: string | null;
  /** The name of the technique as people say it. */
  readonly technique: string | null;
  /** Held for one member, or about safety: narrower than the session it was tapped in. */
  readonly confidential: boolean;
  readonly words: string | null;
}

/** What a session gives to its note. Moments come in the order they happened; what was undone is not among them. */
export interface DraftFacts {
  readonly kind: SessionKind;
  readonly modality: Modality;
  /** From start to stop, in whole minutes; null while that is not written down. */
  readonly minutes: number | null;
  readonly members: readonly DraftMember[];
  readonly moments: readonly DraftMoment[];
}

/**
 * What each member is called in a note: the given name, with the family name where two share it.
 * @returns names by member id
 */
export function callNames(
  members: readonly Pick<DraftMember, 'memberId' | 'givenName' | 'familyName'>[],
): ReadonlyMap<string, string> {
  return new Map(
    members.map(({ memberId, givenName, familyName }) => {
      const shared = members.some((other) => other.memberId !== memberId && other.givenName === givenName);
      return [memberId, shared ? `${givenName} ${familyName}` : givenName];
    }),
  );
}
