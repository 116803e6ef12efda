import type { InstrumentDefinition, Item } from './instrument';

/** One answer per item in the order of the items, or by item id; `null` says that the item was left out. */
export type Answers = readonly (number | null)[] | Readonly<Record<string, number | null>>;

export type AnswerRefusalCode =
  /** Neither a list nor an object of answers. */
  | 'answers-not-readable'
  /** More or fewer answers than items, or an item without an entry. */
  | 'answers-wrong-count'
  /** An answer to an item that the instrument does not have. */
  | 'answer-unknown-item'
  /** Text, a truth value, nothing at all, not-a-number, infinity. */
  | 'answer-not-a-number'
  /** A number that is no option of the item. */
  | 'answer-not-allowed';

export interface AnswerRefusal {
  readonly ok: false;
  readonly code: AnswerRefusalCode;
  /** The item at fault, where there is one. */
  readonly item?: string;
  /** What to do. It never repeats the value: an answer must not reach a log through an error. */
  readonly message: string;
}

export interface ReadAnswers {
  readonly ok: true;
  /** Every item of the definition, in its order. */
  readonly byItem: ReadonlyMap<string, number | null>;
}

function refuse(code: AnswerRefusalCode, message: string, item?: string): AnswerRefusal {
  return item === undefined ? { ok: false, code, message } : { ok: false, code, item, message };
}

function isNamed(answers: unknown): answers is Readonly<Record<string, unknown>> {
  return typeof answers === 'object' && answers !== null;
}

function checkNames(
  definition: InstrumentDefinition,
  answers: Readonly<Record<string, unknown>>,
): AnswerRefusal | null {
  const known = new Set(definition.items.map((item) => item.id));
  const stranger = Object.keys(answers).find((id) => !known.has(id));
  if (stranger !== undefined) {
    return refuse(
      'answer-unknown-item',
      'This instrument has no such item. Use the item ids of its definition.',
      stranger,
    );
  }
  const absent = definition.items.find((item) => !Object.hasOwn(answers, item.id));
  if (absent) {
    return refuse(
      'answers-wrong-count',
      `Item "${absent.id}" has no entry. Give every item a value, or null when it was left out.`,
      absent.id,
    );
  }
  return null;
}

function checkValue(item: Item, value: unknown): AnswerRefusal | null {
  if (value === null) {
    return null;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return refuse('answer-not-a-number', `Item "${item.id}" needs a number, or null when it was left out.`, item.id);
  }
  if (!item.options.some((option) => option.value === value)) {
    const allowed = item.options.map((option) => option.value).join(', ');
    return refuse('answer-not-allowed', `Item "${item.id}" allows ${allowed}, or null when it was left out.`, item.id);
  }
  return null;
}

/**
 * Reads answers as they came from a form, a file or the network, and refuses what the instrument does not allow.
 * Takes a list with one entry per item, or an object with an entry for every item id: an absent entry is refused rather than
 * taken for "left out", because a lost answer must not look like a decision of the respondent.
 * Gives the answers by item, or the first refusal in the order of the items.
 */
export function readAnswers(definition: InstrumentDefinition, answers: unknown): ReadAnswers | AnswerRefusal {
  if (!isNamed(answers)) {
    return refuse(
      'answers-not-readable',
      'Give the answers as a list in the order of the items, or as an object by item id.',
    );
  }
  const values: readonly unknown[] | null = Array.isArray(answers) ? answers : null;
  if (values && values.length !== definition.items.length) {
    return refuse(
      'answers-wrong-count',
      `This instrument has ${definition.items.length} items. Give one entry for each, null when it was left out.`,
    );
  }
  const refusedName = values ? null : checkNames(definition, answers);
  if (refusedName) {
    return refusedName;
  }
  const byItem = new Map<string, number | null>();
  for (const [index, item] of definition.items.entries()) {
    const value = values ? values[index] : answers[item.id];
    const refused = checkValue(item, value);
    if (refused) {
      return refused;
    }
    byItem.set(item.id, typeof value === 'number' ? value : null);
  }
  return { ok: true, byItem };
}
