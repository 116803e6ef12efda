import { DestroyRef, inject } from '@angular/core';
import { SaveStateKeeper } from '@kinfold/shared/ui';
import { problemOf, type Problem } from './problem';
import { ProblemWordsBook } from './problem-words';

/** How a keeper waits: the browser's timers, or a test's own. */
export interface Wait {
  /** Calls back after some milliseconds; the answer takes it back. */
  after(milliseconds: number, call: () => void): () => void;
}

/** What a keeper needs to know. */
export interface DraftOptions<T> {
  /** Saves; resolves when the server has it. */
  readonly save: (text: T) => Promise<unknown>;
  /** The words for a failed save. */
  readonly why: (problem: Problem) => string;
  readonly now: () => Date;
  readonly wait: Wait;
  /** Milliseconds of quiet before a save, 1500 unless told: with the save itself this stays under two seconds. */
  readonly quiet?: number;
}

/**
 * Saves what is being written by itself: after a short quiet, one save at a time, always the newest text. A failed save keeps the
 * text, says so, and is tried again on the next change or by `saveNow()`; nothing typed is ever put aside.
 */
export class DraftKeeper<T> {
  readonly saving = new SaveStateKeeper();
  readonly state = this.saving.state;
  /** Whether leaving now would lose something. */
  readonly unsaved = this.saving.unsaved;

  /** The newest text the server does not have yet. */
  private waiting: { readonly text: T } | null = null;
  private underWay: Promise<void> | null = null;
  private takeBack: () => void = () => undefined;

  constructor(private readonly options: DraftOptions<T>) {}

  /** The text has changed. */
  changed(text: T): void {
    this.waiting = { text };
    this.saving.changed();
    this.takeBack();
    this.takeBack = this.options.wait.after(this.options.quiet ?? 1500, () => void this.saveNow());
  }

  /**
   * Saves at once what is not saved yet: before signing, on leaving, on "Try again".
   * @returns whether the server now has everything
   */
  async saveNow(): Promise<boolean> {
    this.takeBack();
    while (this.underWay !== null || this.waiting !== null) {
      if (this.underWay !== null) await this.underWay;
      else if (!(await this.saveWaiting())) return false;
    }
    return true;
  }

  /** Waits no longer; what is under way goes on. */
  stop(): void {
    this.takeBack();
  }

  private async saveWaiting(): Promise<boolean> {
    const sent = this.waiting;
    if (sent === null) return true;
    this.waiting = null;
    this.saving.saving();
    let problem: Problem | null = null;
    this.underWay = this.options.save(sent.text).then(
      () => undefined,
      (thrown: unknown) => void (problem = problemOf(thrown)),
    );
    await this.underWay;
    this.underWay = null;
    if (problem === null) {
      this.saving.saved(this.options.now());
      return true;
    }
    this.waiting ??= sent;
    this.saving.failed(this.options.why(problem));
    return false;
  }
}

/**
 * A keeper with the browser's clock, which also asks before the tab is closed over unsaved text. To be called where `inject()` works.
 * @param save saves; resolves when the server has it
 */
export function draftKeeper<T>(save: (text: T) => Promise<unknown>): DraftKeeper<T> {
  const book = inject(ProblemWordsBook);
  const keeper = new DraftKeeper<T>({
    save,
    why: (problem) => book.for(problem).detail,
    now: () => new Date(),
    wait: {
      after(milliseconds, call) {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  });
  const ask = (event: BeforeUnloadEvent): void => {
    if (keeper.unsaved()) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => {
    removeEventListener('beforeunload', ask);
    void keeper.saveNow();
  });
  return keeper;
}
