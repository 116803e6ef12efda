import { PARTICIPATION_AXES, type ParticipationAxis } from '@kinfold/sessions/domain';
import type { RatingRequest } from '@kinfold/shared/contract/staff';

/** What has been chosen for one member so far; null where nothing is. */
export type RatingDraft = Readonly<Record<ParticipationAxis, number | null>>;

export const UNRATED: RatingDraft = { engagement: null, connection: null, safety: null };

/** Whether something is chosen and something is missing. */
export function isHalfRated(draft: RatingDraft): boolean {
  const chosen = PARTICIPATION_AXES.filter((axis) => draft[axis] !== null).length;
  return chosen > 0 && chosen < PARTICIPATION_AXES.length;
}

/** The ratings that are complete, to be sent. */
export function ratingsOf(drafts: ReadonlyMap<string, RatingDraft>): RatingRequest[] {
  return [...drafts].flatMap(([memberId, { engagement, connection, safety }]) =>
    engagement === null || connection === null || safety === null ? [] : [{ memberId, engagement, connection, safety }],
  );
}
