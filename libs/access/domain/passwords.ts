import { COMMON_RUNS, COMMON_WORDS } from './common-passwords';

/** Lengths in Unicode code points (AU-03). The upper bound only keeps hashing from being used as a weapon. */
export const PASSWORD_LENGTH = { onlyFactor: 15, withSecondFactor: 12, max: 1024 } as const;

/** The product's own words; the clinic's and the person's are given with the question. */
const PRODUCT_WORDS: readonly string[] = ['kinfold'];

/** A context word shorter than this is left alone: it would turn up in honest sentences. */
const SHORTEST_CONTEXT_WORD = 4;
/** A stretch of a run shorter than this is an accident of ordinary words. */
const SHORTEST_RUN = 4;
/** So much must be left of a password once everything predictable is taken out. */
const UNPREDICTABLE_AT_LEAST = 6;

export type PasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'context-word';

export interface PasswordContext {
  /** Whether the account also asks for a second factor. */
  readonly secondFactor: boolean;
  readonly clinicName?: string;
  readonly personName?: string;
  readonly email?: string;
}

/**
 * The rules a new password must meet (AU-03, after NIST SP 800-63B-4): length and predictability. There is no
 * composition rule, and the password is taken exactly as typed: not trimmed, cut or normalised.
 * @param password as typed
 * @param context what an outsider would guess first
 * @returns the rules it breaks, in a fixed order; none when it is accepted
 */
export function passwordProblems(password: string, context: PasswordContext): readonly PasswordProblem[] {
  const length = [...password].length;
  const shortest = context.secondFactor ? PASSWORD_LENGTH.withSecondFactor : PASSWORD_LENGTH.onlyFactor;
  if (length > PASSWORD_LENGTH.max) return ['too-long'];

  const problems: PasswordProblem[] = [];
  if (length < shortest) problems.push('too-short');
  if (leftOver(password, []) < UNPREDICTABLE_AT_LEAST) problems.push('too-common');
  else if (leftOver(password, contextWords(context)) < UNPREDICTABLE_AT_LEAST) problems.push('context-word');
  return problems;
}

/** The words an outsider would try, longest first so that a whole address goes before its parts. */
function contextWords({ clinicName = '', personName = '', email = '' }: PasswordContext): readonly string[] {
  const whole = [...PRODUCT_WORDS, clinicName, personName, email].map((text) => text.toLowerCase());
  const parts = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])]
    .filter((word) => [...word].length >= SHORTEST_CONTEXT_WORD)
    .sort((a, b) => b.length - a.length);
}

/**
 * How many code points remain once everything predictable is taken out: known words, runs, and, beside one of those,
 * punctuation and stretches of digits as long as a date. Digits and marks on their own count in full, because a rule
 * about kinds of characters is what AU-03 forbids. The repetition of a piece counts once. Only compared with a small
 * number, never used as a measure of strength.
 */
function leftOver(password: string, context: readonly string[]): number {
  const typed = password.toLowerCase();
  let rest = typed;
  for (const word of [...context, ...BY_LENGTH]) rest = rest.split(word).join(' ');
  rest = withoutRuns(rest);
  const kept =
    rest === typed ? typed : rest.replace(/(?<!\d)\d{1,8}(?!\d)/gu, '').replace(/[\s\p{P}\p{Sm}\p{Sc}\p{Sk}]/gu, '');
  return repeatedUnit([...kept]);
}

const BY_LENGTH = [...COMMON_WORDS].sort((a, b) => b.length - a.length);
const RUNS = COMMON_RUNS.flatMap((run) => [run, [...run].reverse().join('')]);

function withoutRuns(text: string): string {
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const run = runAt(text, at);
    kept += run >= SHORTEST_RUN ? ' ' : text.charAt(at);
    at += run >= SHORTEST_RUN ? run : 1;
  }
  return kept;
}

function runAt(text: string, from: number): number {
  let length = 0;
  while (from + length < text.length && RUNS.some((run) => run.includes(text.slice(from, from + length + 1))))
    length += 1;
  return length;
}

/** The length of the shortest piece whose repetition gives the whole: 3 for "abcabcabcab". */
function repeatedUnit(marks: readonly string[]): number {
  for (let unit = 1; unit < marks.length; unit += 1) {
    if (marks.every((mark, at) => mark === marks[at % unit])) return unit;
  }
  return marks.length;
}
