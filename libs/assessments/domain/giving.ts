import type { MemberStanding } from '@kinfold/families/domain';
import { INSTRUMENTS } from './catalogue';
import type { InstrumentDefinition, RespondentKind } from './instrument';

/** What decides whether a member can be asked. Days are `YYYY-MM-DD`, null while it has not happened. */
export interface PossibleRespondent {
  readonly standing: MemberStanding;
  readonly leftOn: string | null;
  readonly diedOn: string | null;
}

/** Why a member is not asked. */
export type GivingRefusal = 'member_died' | 'member_left' | 'other_respondent';

export const GIVING_SENTENCES: Readonly<Record<GivingRefusal, string>> = {
  member_died: 'This member has died. Nothing is asked of them any more.',
  member_left: 'This member has left the family work. Choose someone who takes part.',
  other_respondent: 'This measure asks relatives about themselves. Choose a relative.',
};

/** A person of concern is on the way to being the person in recovery; everyone else is a relative to them. */
function kindOf(standing: MemberStanding): RespondentKind {
  return standing === 'in-recovery' || standing === 'person-of-concern' ? 'person-in-recovery' : 'relative';
}

/**
 * Whether an instrument may be given to a member.
 * Gives `null` when it may, else why not; the gravest reason first.
 */
export function refusalToGive(
  definition: Pick<InstrumentDefinition, 'respondent'>,
  member: PossibleRespondent,
): GivingRefusal | null {
  if (member.diedOn !== null) {
    return 'member_died';
  }
  if (member.leftOn !== null) {
    return 'member_left';
  }
  return kindOf(member.standing) === definition.respondent ? null : 'other_respondent';
}

/**
 * What can be given on a tablet: of every instrument the newest edition, where the licence allows its items to be shown.
 * Takes the catalogue with later editions after earlier ones.
 */
export function instrumentsToGive(
  catalogue: readonly InstrumentDefinition[] = INSTRUMENTS,
): readonly InstrumentDefinition[] {
  const newest = new Map(catalogue.map((definition) => [definition.id, definition]));
  return [...newest.values()].filter((definition) => definition.licence.allowedModes.includes('render'));
}
