import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Api, readMySummary } from '@kinfold/shared/contract/portal';
import { KfIcon, KfSection } from '@kinfold/shared/ui';
import { KfDatePipe, load } from '@kinfold/shared/web';
import type { LineKind } from '@kinfold/summaries/domain';
import { AnswerLine } from './answer-line';

/** The parts of a summary after its opening, in the order in which they are read. */
const PARTS = [
  { kind: 'next-date', heading: 'When we meet again' },
  { kind: 'homework', heading: 'Until then' },
  { kind: 'decision', heading: 'What we decided' },
] as const satisfies readonly { kind: LineKind; heading: string }[];

/** One summary: it opens with what went well, then the next date and homework. Every line can be answered. */
@Component({
  selector: 'kf-my-summary',
  imports: [AnswerLine, KfDatePipe, KfIcon, KfSection, RouterLink],
  templateUrl: './summary-page.html',
  styleUrl: './summary-page.css',
})
export class SummaryPage {
  private readonly api = inject(Api);

  readonly summaryId = input.required<string>();

  protected readonly summary = load(() => this.api.invoke(readMySummary, { summaryId: this.summaryId() }));
  protected readonly opening = computed(() =>
    (this.summary.value()?.lines ?? []).filter(({ kind }) => kind === 'went-well'),
  );
  protected readonly parts = computed(() => {
    const lines = this.summary.value()?.lines ?? [];
    return PARTS.map((part) => ({ ...part, lines: lines.filter(({ kind }) => kind === part.kind) })).filter(
      (part) => part.lines.length > 0,
    );
  });
}
