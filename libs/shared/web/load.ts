import { DestroyRef, computed, inject, signal, type Signal } from '@angular/core';
import type { SectionState } from '@kinfold/shared/ui';
import { firstValueFrom, isObservable, type Observable } from 'rxjs';
import { problemOf, type Problem } from './problem';
import { ProblemWordsBook } from './problem-words';

/** Something read from the server for a section of a screen, in the four states a section knows. */
export interface Load<T> {
  /** The last answer; stays while it is read again, so that a screen does not blink. Null before the first and after a failure without one. */
  readonly value: Signal<T | null>;
  readonly problem: Signal<Problem | null>;
  /** For `kf-section`. */
  readonly state: Signal<SectionState>;
  /** Reads again. Resolves when the answer is there or has failed; never rejects. */
  again(): Promise<void>;
  /** Puts in what a write has answered, without reading again. */
  set(value: T): void;
}

/**
 * Reads something now and on `again()`. To be called where `inject()` works. A later read wins over an earlier one that is still
 * under way; after the screen is gone nothing is touched.
 * @param read one request
 * @param isEmpty whether an answer is the empty state; by default an empty array, or `{ items: [] }`
 */
export function load<T>(read: () => Observable<T> | Promise<T>, isEmpty: (value: T) => boolean = hasNothing): Load<T> {
  const book = inject(ProblemWordsBook);
  const value = signal<T | null>(null);
  const problem = signal<Problem | null>(null);
  let run = 0;
  inject(DestroyRef).onDestroy(() => (run = -1));

  const again = async (): Promise<void> => {
    if (run < 0) return;
    const mine = ++run;
    problem.set(null);
    try {
      const asked = read();
      const answer = await (isObservable(asked) ? firstValueFrom(asked) : asked);
      if (mine === run) value.set(answer);
    } catch (thrown) {
      if (mine !== run) return;
      value.set(null);
      problem.set(problemOf(thrown));
    }
  };

  const state = computed<SectionState>(() => {
    const failed = problem();
    if (failed !== null) {
      const words = book.for(failed);
      return { kind: 'failed', words: { ...words, wayOn: words.wayOn ?? 'Try again' } };
    }
    const answer = value();
    if (answer === null) return { kind: 'loading' };
    return isEmpty(answer) ? { kind: 'empty' } : { kind: 'full' };
  });

  void again();
  return { value: value.asReadonly(), problem: problem.asReadonly(), state, again, set: (answer) => value.set(answer) };
}

function hasNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === 'object' &&
    value !== null &&
    'items' in value &&
    Array.isArray(value.items) &&
    value.items.length === 0
  );
}
