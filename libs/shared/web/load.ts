import { DestroyRef, computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
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
 * Reads something as soon as the inputs of the screen are there, again whenever a signal changes that `read` has looked at (such as the
 * `familyId` of the address), and on `again()`. For another id the old answer leaves the screen at once; on `again()` it stays until the
 * new one is there. A later read wins over an earlier one still under way. To be called where `inject()` works.
 * @param read one request
 * @param isEmpty whether an answer is the empty state; by default an empty array, or `{ items: [] }`
 */
export function load<T>(read: () => Observable<T> | Promise<T>, isEmpty: (value: T) => boolean = hasNothing): Load<T> {
  const book = inject(ProblemWordsBook);
  const value = signal<T | null>(null);
  const problem = signal<Problem | null>(null);
  let run = 0;
  inject(DestroyRef).onDestroy(() => (run = -1));

  const follow = async (asked: Asked<T>): Promise<void> => {
    if (run < 0) return;
    const mine = ++run;
    problem.set(null);
    try {
      const answer = await answerOf(asked);
      if (mine === run) value.set(answer);
    } catch (thrown) {
      if (mine !== run) return;
      value.set(null);
      problem.set(problemOf(thrown));
    }
  };

  effect(() => {
    const asked = ask(read);
    untracked(() => {
      value.set(null);
      void follow(asked);
    });
  });

  const state = computed<SectionState>(() => {
    const failed = problem();
    if (failed !== null) {
      const words = book.for(failed);
      return {
        kind: 'failed',
        words: words.home === undefined ? { ...words, wayOn: words.wayOn ?? 'Try again' } : words,
      };
    }
    const answer = value();
    if (answer === null) return { kind: 'loading' };
    return isEmpty(answer) ? { kind: 'empty' } : { kind: 'full' };
  });

  return {
    value: value.asReadonly(),
    problem: problem.asReadonly(),
    state,
    again: () => follow(untracked(() => ask(read))),
    set: (answer) => value.set(answer),
  };
}

type Asked<T> = Observable<T> | Promise<T>;

/** A request that cannot even be made is a request that failed. */
function ask<T>(read: () => Asked<T>): Asked<T> {
  try {
    return read();
  } catch (thrown) {
    return Promise.reject(thrown);
  }
}

function answerOf<T>(asked: Asked<T>): Promise<T> {
  return isObservable(asked) ? firstValueFrom(asked) : asked;
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
