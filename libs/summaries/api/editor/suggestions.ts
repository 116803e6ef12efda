import type { SessionFacts } from '@kinfold/sessions/api';
import type { LineKind } from '@kinfold/summaries/domain';
import type { SuggestionAnswer } from '../staff.answers';

const KIND_OF: Readonly<Record<string, LineKind>> = { agreement: 'decision', homework: 'homework' };

/**
 * Lines that the session offers: its agreements and homework in their own words. Only what was said before everybody is offered; a
 * confidence or a matter of safety never comes near a summary by itself (FC-01).
 */
export function suggestionsOf(facts: Pick<SessionFacts, 'moments'>): SuggestionAnswer[] {
  return facts.moments.flatMap(({ id: momentId, kind: moment, memberId, class: kept, words: text }) => {
    const kind = Object.hasOwn(KIND_OF, moment) ? KIND_OF[moment] : undefined;
    return kind && text !== null && kept === 'shared' ? [{ momentId, kind, memberId, text }] : [];
  });
}
