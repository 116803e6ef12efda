import { computed, signal, type Signal, type WritableSignal } from '@angular/core';
import type { InstrumentDefinition, Item } from '@kinfold/assessments/domain';
import { problemOf, type Problem } from '@kinfold/shared/web';

/** Where the respondent is. `question` counts the items from 0. */
export type AnsweringStep =
  | { readonly kind: 'intro' }
  | { readonly kind: 'question'; readonly index: number }
  | { readonly kind: 'review' }
  | { readonly kind: 'sent' };

/** What is needed to go on after an interruption: in memory only. */
export interface AnsweringSnapshot {
  readonly step: AnsweringStep;
  /** In the order of the items; null for what is not answered. */
  readonly answers: readonly (number | null)[];
}

/** One entry for every item, as it is sent. */
export interface SentAnswer {
  readonly item: string;
  readonly value: number | null;
}

/**
 * Answering an instrument, one question at a time: intro, questions, a look at one's own answers, thanks. It knows no screen. Answers
 * stay here until the server has them; a failed sending keeps them, and they are sent once however often it is asked for.
 */
export class Answering {
  private readonly at: WritableSignal<AnsweringStep>;
  private readonly given: WritableSignal<readonly (number | null)[]>;
  private readonly underWay = signal(false);
  private readonly refused = signal<Problem | null>(null);
  /** A sending failed without an answer of the server: it may have arrived all the same. */
  private mayHaveArrived = false;
  /** The question was opened from the review to look at one answer. */
  private returning = false;

  readonly step: Signal<AnsweringStep>;
  readonly answers: Signal<readonly (number | null)[]>;
  readonly sending = this.underWay.asReadonly();
  /** Why the last sending failed; null while it did not. */
  readonly problem = this.refused.asReadonly();

  constructor(
    readonly definition: InstrumentDefinition,
    kept?: AnsweringSnapshot,
  ) {
    this.at = signal<AnsweringStep>(kept?.step ?? { kind: 'intro' });
    this.given = signal<readonly (number | null)[]>(kept?.answers ?? definition.items.map(() => null));
    this.step = this.at.asReadonly();
    this.answers = this.given.asReadonly();
  }

  /** The question on the screen, or null when it shows none. */
  readonly item = computed<Item | null>(() => {
    const step = this.at();
    return step.kind === 'question' ? (this.definition.items[step.index] ?? null) : null;
  });

  /** The answer to the question on the screen; null when there is none. */
  readonly answer = computed<number | null>(() => {
    const step = this.at();
    return step.kind === 'question' ? (this.given()[step.index] ?? null) : null;
  });

  readonly answered = computed(() => this.given().filter((value) => value !== null).length);
  readonly leftOut = computed(() => this.definition.items.length - this.answered());

  /** Whether leaving now would lose answers. */
  readonly unsent = computed(() => this.at().kind !== 'sent' && this.answered() > 0);

  /** From the intro to the first question. */
  begin(): void {
    if (this.at().kind === 'intro') this.at.set({ kind: 'question', index: 0 });
  }

  /** Answers the question on the screen and goes on. What is no option of it does nothing. */
  choose(value: number): void {
    if (!this.item()?.options.some((option) => option.value === value)) return;
    this.put(value);
    this.next();
  }

  /** Takes the answer to the question on the screen back, and stays. */
  takeBack(): void {
    this.put(null);
  }

  /** Goes on; a question without an answer is left out. */
  next(): void {
    const step = this.at();
    if (step.kind !== 'question') return;
    const index = step.index + 1;
    const goesOn = index < this.definition.items.length && !this.returning;
    this.returning = false;
    this.at.set(goesOn ? { kind: 'question', index } : { kind: 'review' });
  }

  /** To the question before; from the first one to the intro, from the review to the last one. */
  back(): void {
    const step = this.at();
    if (this.underWay()) return;
    if (step.kind === 'review') this.at.set({ kind: 'question', index: this.definition.items.length - 1 });
    else if (step.kind === 'question')
      this.at.set(step.index === 0 ? { kind: 'intro' } : { kind: 'question', index: step.index - 1 });
  }

  /** From the review to one question; going on from there leads to the review again. */
  goTo(index: number): void {
    if (this.at().kind !== 'review' || this.underWay() || !(index in this.definition.items)) return;
    this.returning = true;
    this.at.set({ kind: 'question', index });
  }

  /**
   * A key: 1 to 9 choose the option of that place, the left and right arrow go back and on.
   * @returns whether it meant something here
   */
  press(key: string): boolean {
    const kind = this.at().kind;
    if (key === 'ArrowLeft' && (kind === 'question' || kind === 'review')) this.back();
    else if (key === 'ArrowRight' && kind === 'question') this.next();
    else {
      const option = /^[1-9]$/.test(key) ? this.item()?.options[Number(key) - 1] : undefined;
      if (option === undefined) return false;
      this.choose(option.value);
    }
    return true;
  }

  /**
   * Sends everything, once. While one sending is under way, and after one has arrived, it does nothing.
   * @param deliver one request; rejects when it failed
   */
  async send(deliver: (answers: SentAnswer[]) => Promise<unknown>): Promise<void> {
    if (this.underWay() || this.at().kind !== 'review') return;
    this.underWay.set(true);
    this.refused.set(null);
    try {
      await deliver(this.definition.items.map(({ id }, index) => ({ item: id, value: this.given()[index] ?? null })));
      this.at.set({ kind: 'sent' });
    } catch (thrown) {
      this.failed(problemOf(thrown));
    } finally {
      this.underWay.set(false);
    }
  }

  /** For going on later on this device. */
  snapshot(): AnsweringSnapshot {
    return { step: this.at(), answers: this.given() };
  }

  private failed(problem: Problem): void {
    // Refused as a second sending after a first one that got no answer: the first one did arrive.
    if (problem.code === 'already_answered' && this.mayHaveArrived) return this.at.set({ kind: 'sent' });
    if (problem.status === 0 || problem.status >= 500) this.mayHaveArrived = true;
    this.refused.set(problem);
  }

  private put(value: number | null): void {
    const step = this.at();
    if (step.kind !== 'question') return;
    this.given.update((all) => all.map((old, index) => (index === step.index ? value : old)));
  }
}
