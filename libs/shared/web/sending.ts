import { computed, inject, signal, type Signal } from '@angular/core';
import type { ProblemWords } from '@kinfold/shared/ui';
import { firstValueFrom, isObservable, type Observable } from 'rxjs';
import { fieldSentences, problemOf, type Problem } from './problem';
import { ProblemWordsBook } from './problem-words';

/** One act of a screen that is sent to the server: whether it is under way, and what became of it. */
export interface Sending {
  readonly busy: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  /** For `kf-problem`; null while all is well. */
  readonly words: Signal<ProblemWords | null>;
  /** The server's sentences for one field, for `kf-field`. */
  errors(field: string): readonly string[];
  /**
   * Sends. A press while one is under way does nothing.
   * @returns the answer, or null when it failed or was not sent; the problem is then in `problem`
   */
  send<T>(request: () => Observable<T> | Promise<T>): Promise<T | null>;
  /** Takes the problem off the screen, for instance when the text is changed. */
  clear(): void;
}

/** Makes a `Sending`. To be called where `inject()` works. */
export function sending(): Sending {
  const book = inject(ProblemWordsBook);
  const busy = signal(false);
  const problem = signal<Problem | null>(null);
  return {
    busy: busy.asReadonly(),
    problem: problem.asReadonly(),
    words: computed(() => {
      const failed = problem();
      return failed === null ? null : book.for(failed);
    }),
    errors: (field) => fieldSentences(problem(), field),
    clear: () => problem.set(null),
    async send(request) {
      if (busy()) return null;
      busy.set(true);
      problem.set(null);
      try {
        const asked = request();
        return await (isObservable(asked) ? firstValueFrom(asked) : asked);
      } catch (thrown) {
        problem.set(problemOf(thrown));
        return null;
      } finally {
        busy.set(false);
      }
    },
  };
}
