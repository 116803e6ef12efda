import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { answerMyLine, Api, type MyAnswerAnswer, type MyLineAnswer } from '@kinfold/shared/contract/portal';
import { KfButton, KfControl, KfField, KfProblem } from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { LINE_ANSWERS, type LineAnswer, SUMMARY_LIMITS } from '@kinfold/summaries/domain';

/** What a reader can say to a line, in their own voice. */
export const MY_ANSWER_WORDS = {
  agree: 'I agree',
  'remember-differently': 'I remember it differently',
  'please-do-not-share': 'Please do not share this',
} as const satisfies Readonly<Record<LineAnswer, string>>;

/** The answer to one line. Agreeing is one tap; the other answers can be given words. It goes to the clinic alone. */
@Component({
  selector: 'kf-answer-line',
  imports: [KfButton, KfControl, KfField, KfProblem],
  templateUrl: './answer-line.html',
  styleUrl: './answer-line.css',
})
export class AnswerLine {
  private readonly api = inject(Api);

  readonly summaryId = input.required<string>();
  readonly line = input.required<MyLineAnswer>();

  protected readonly answers = LINE_ANSWERS;
  protected readonly words = MY_ANSWER_WORDS;
  protected readonly limit = SUMMARY_LIMITS.answer;
  protected readonly sending = sending();

  /** What was answered last, here or before. */
  protected readonly given = linkedSignal<MyAnswerAnswer | null>(() => this.line().answer);
  protected readonly asking = signal(false);
  /** The answer that is being given words. */
  protected readonly wording = signal<LineAnswer | null>(null);
  protected readonly text = signal('');
  protected readonly choosing = computed(() => this.asking() || this.given() === null);
  protected readonly heading = computed(() => `Answer to line ${this.line().number}`);

  protected choose(answer: LineAnswer): void {
    this.sending.clear();
    if (answer === 'agree') void this.send(answer, null);
    else {
      this.text.set(this.given()?.answer === answer ? (this.given()?.words ?? '') : '');
      this.wording.set(answer);
    }
  }

  protected write({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.text.set(target.value);
  }

  protected sendWords(event: Event): void {
    event.preventDefault();
    const answer = this.wording();
    if (answer !== null) void this.send(answer, this.text().trim() || null);
  }

  protected back(): void {
    this.wording.set(null);
    this.asking.set(false);
    this.sending.clear();
  }

  private async send(answer: LineAnswer, words: string | null): Promise<void> {
    const params = { summaryId: this.summaryId(), lineId: this.line().id, body: { answer, words } };
    const done = await this.sending.send(async () => {
      await this.api.invoke(answerMyLine, params);
      return true;
    });
    if (done === null) return;
    this.given.set({ answer, words });
    this.back();
  }
}
