import type { DraftFacts } from '@kinfold/notes/domain';
import type { SessionFacts } from '@kinfold/sessions/api';
import { techniqueOf } from '@kinfold/sessions/domain';

/** What a session tells its note. Moments that are narrower than the session itself are marked as held. */
export function draftFactsOf(session: SessionFacts): DraftFacts {
  const { startedAt, stoppedAt } = session;
  return {
    kind: session.kind,
    modality: session.modality,
    minutes:
      startedAt !== null && stoppedAt !== null
        ? Math.round((Date.parse(stoppedAt) - Date.parse(startedAt)) / 60_000)
        : null,
    members: session.members.map(({ id, givenName, familyName, attendance, participation }) => ({
      memberId: id,
      givenName,
      familyName,
      attendance,
      participation,
    })),
    moments: session.moments.map(({ kind, memberId, technique, words, class: held }) => ({
      kind,
      memberId,
      technique: technique === null ? null : (techniqueOf(technique)?.name ?? technique),
      confidential: held !== 'shared' && held !== session.class,
      words,
    })),
  };
}
