import {
  changeBetween,
  differenceInWords,
  type InstrumentDefinition,
  type PlainDifference,
  score,
  type Score,
  TOTAL,
  workingInWords,
} from '@kinfold/assessments/domain';
import { pinnedEdition } from '../administrations/find-administration';
import { areasOf, totalOf } from '../administrations/score-rows';
import type { ChangeAnswer, DifferenceAnswer, ResultAnswer } from '../assessments.answers';

/** A response as it was stored, with the edition it pins. */
export interface KeptResponse {
  readonly id: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly answers: readonly (number | null)[];
  readonly answeredAt: Date;
}

/** What a stored response adds up to by the rules of its own edition, with every step in words. */
export function resultOf(kept: KeptResponse): ResultAnswer {
  const { definition, scored } = scoreAgain(kept);
  const en = workingInWords(definition, scored, 'en');
  const es = workingInWords(definition, scored, 'es');
  return {
    answeredAt: kept.answeredAt.toISOString(),
    total: totalOf(scored),
    areas: areasOf(scored),
    working: en.map(({ kind, about, working }, index) => ({
      kind,
      about: { en: about, es: es[index]?.about ?? '' },
      working: { en: working, es: es[index]?.working ?? '' },
    })),
  };
}

/** What two responses of one member say together, or why nothing can be said; the plain differences in either case. */
export function changeOf(previous: KeptResponse, current: KeptResponse): ChangeAnswer {
  const { definition, scored } = scoreAgain(current);
  const change = changeBetween(definition, scoreAgain(previous).scored, scored);
  return {
    previousId: previous.id,
    previousAnsweredAt: previous.answeredAt.toISOString(),
    verdict: change.kind === 'cannot-say' ? change.kind : change.category,
    reason: change.kind === 'cannot-say' ? change.reason : null,
    sentence: change.sentence,
    total: differenceOf(TOTAL, change),
    areas: change.subscales.map((area) => differenceOf(area.id, area)),
  };
}

function scoreAgain(kept: KeptResponse): { definition: InstrumentDefinition; scored: Score } {
  const definition = pinnedEdition(kept);
  const scored = score(definition, kept.answers);
  if (!scored.ok) throw new Error('A stored response does not fit the edition it pins');
  return { definition, scored };
}

type Two = Pick<PlainDifference, 'before' | 'after' | 'difference'>;

function differenceOf(scale: string, { before, after, difference }: Two): DifferenceAnswer {
  const words = { en: differenceInWords({ difference }, 'en'), es: differenceInWords({ difference }, 'es') };
  return { scale, before, after, difference, words };
}
