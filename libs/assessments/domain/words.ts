import type { PlainDifference } from './change';
import { itemSpan, type InstrumentDefinition, type Item, type Language, type Span } from './instrument';
import type { ItemStep, Score, ScoredSum, SubscaleScore, SubscaleStep, TotalStep } from './score';
import { WORKING_PHRASES, type WorkingPhrases } from './working-phrases';

/** One line of the working: what it is about, and how its number came about. */
export interface WorkingLine {
  readonly kind: 'item' | 'subscale' | 'total';
  /** The question, the area, or the words for the total. */
  readonly about: string;
  readonly working: string;
}

interface Reader {
  readonly phrases: WorkingPhrases;
  readonly number: (value: number) => string;
}

/**
 * A number as it is read: at most two decimals, the decimal mark of the language, a true minus sign.
 * Scores are rounded here and nowhere else.
 */
export function numberInWords(value: number, language: Language): string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2, signDisplay: 'negative' });
  return format.format(value).replace('-', '\u2212');
}

function readerOf(language: Language): Reader {
  return { phrases: WORKING_PHRASES[language], number: (value) => numberInWords(value, language) };
}

function itemWorking(step: ItemStep, item: Item, { phrases, number }: Reader): string {
  if (step.answer === null || step.counts === null) {
    return phrases.leftOut;
  }
  const answered = `${phrases.answered} ${number(step.answer)}`;
  if (!step.reversed) {
    return answered;
  }
  const { lowest, highest } = itemSpan(item);
  const turning = `${number(lowest)} + ${number(highest)} \u2212 ${number(step.answer)} = ${number(step.counts)}`;
  return `${answered}; ${phrases.turned}: ${turning}`;
}

function within(span: Span, { phrases, number }: Reader): string {
  return phrases.possible(number(span.lowest), number(span.highest));
}

function left(scored: Pick<ScoredSum, 'bounds'>, { phrases, number }: Reader): string {
  return phrases.between(number(scored.bounds.lowest), number(scored.bounds.highest));
}

function withConstant(constant: number, { number }: Reader): string {
  if (constant === 0) {
    return '';
  }
  return constant > 0 ? ` + ${number(constant)}` : ` \u2212 ${number(-constant)}`;
}

function subscaleWorking(
  step: SubscaleStep,
  counted: readonly number[],
  scored: SubscaleScore,
  reader: Reader,
): string {
  const { phrases, number } = reader;
  if (step.value === null) {
    return step.method === 'missing' ? phrases.nothingAnswered : phrases.tooFew(step.answered, step.items);
  }
  const addends = counted.map(number).join(' + ');
  const constant = withConstant(step.constant, reader);
  if (step.method === 'full-sum') {
    return `${addends}${constant} = ${number(step.value)} (${within(scored.range, reader)})`;
  }
  const filledIn = `(${addends}) \u00f7 ${step.answered} \u00d7 ${step.items}${constant} = ${number(step.value)}`;
  return `${phrases.filledIn(step.answered, step.items)}: ${filledIn} (${left(scored, reader)})`;
}

function totalWorking(step: TotalStep, scored: Score, reader: Reader): string {
  const { phrases, number } = reader;
  if (step.value === null) {
    return step.method === 'missing' ? phrases.nothingAnswered : phrases.partWithoutNumber;
  }
  const addends = step.addends.map((addend) => number(addend.value ?? 0)).join(' + ');
  const room = scored.method === 'prorated' ? left(scored, reader) : within(scored.range, reader);
  const sum = step.addends.length > 1 ? `${addends} = ${number(step.value)}` : number(step.value);
  return `${sum} (${room})`;
}

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const one = all.find((candidate) => candidate.id === id);
  if (one === undefined) {
    throw new RangeError(`The definition is not the one this score was made with: it has no "${id}".`);
  }
  return one;
}

/**
 * The working of a score in plain words, line by line in the order of its steps.
 * Takes the definition the score was made with, and a language.
 * Throws a RangeError when the score has an item or an area that the definition has not: half a working would be a wrong one.
 */
export function workingInWords(
  definition: InstrumentDefinition,
  scored: Score,
  language: Language,
): readonly WorkingLine[] {
  const reader = readerOf(language);
  const countedOf = (id: string): readonly number[] =>
    scored.working.flatMap((step) =>
      step.kind === 'item' && step.subscale === id && step.counts !== null ? [step.counts] : [],
    );

  return scored.working.map((step): WorkingLine => {
    switch (step.kind) {
      case 'item': {
        const item = found(definition.items, step.item);
        return { kind: 'item', about: item.text[language], working: itemWorking(step, item, reader) };
      }
      case 'subscale': {
        const about = found(definition.subscales, step.subscale).title[language];
        const subscale = found(scored.subscales, step.subscale);
        return { kind: 'subscale', about, working: subscaleWorking(step, countedOf(step.subscale), subscale, reader) };
      }
      case 'total':
        return { kind: 'total', about: reader.phrases.total, working: totalWorking(step, scored, reader) };
    }
  });
}

/**
 * A difference in plain words, without saying whether it is good: that is for the change to say, when it can.
 * Takes the plain difference of a change or of one of its subscales, in points.
 */
export function differenceInWords(change: Pick<PlainDifference, 'difference'>, language: Language): string {
  const { phrases, number } = readerOf(language);
  const { difference } = change;
  if (difference === null) {
    return phrases.noDifference;
  }
  const size = number(Math.abs(difference));
  // Judged by what is shown: a difference that reads as 0 is the same.
  if (size === number(0)) {
    return phrases.same;
  }
  const points = phrases.points(size, size === number(1));
  return difference < 0 ? phrases.lower(points) : phrases.higher(points);
}
