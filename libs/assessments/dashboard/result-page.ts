import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { findInstrument } from '@kinfold/assessments/domain';
import { Api, readResult } from '@kinfold/shared/contract/staff';
import { KfBadge, KfButton, KfIcon, KfSection } from '@kinfold/shared/ui';
import { KfDatePipe, load } from '@kinfold/shared/web';
import { answeredWords, byArea, certaintyWords, rangeWords, valueWords } from './measure-words';
import { nameOf } from './members-measures';
import { RangeDot } from './range-dot';

/** One result: the total and what it means, what changed since the time before, the areas, and every step of the arithmetic. */
@Component({
  selector: 'kf-result-page',
  imports: [KfBadge, KfButton, KfDatePipe, KfIcon, KfSection, RangeDot, RouterLink],
  templateUrl: './result-page.html',
  styleUrl: './result-page.css',
})
export class ResultPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly familyId = input.required<string>();
  readonly administrationId = input.required<string>();

  protected readonly page = load(() =>
    this.api.invoke(readResult, { familyId: this.familyId(), administrationId: this.administrationId() }),
  );
  protected readonly definition = computed(() => {
    const page = this.page.value();
    return page === null ? null : findInstrument(page.instrument, page.instrumentVersion);
  });
  protected readonly working = computed(() => byArea(this.page.value()?.result?.working ?? []));
  /** The areas in the order of the instrument, each with the time before where there is one. */
  protected readonly areas = computed(() => {
    const page = this.page.value();
    const before = new Map((page?.change?.areas ?? []).map((area) => [area.scale, area]));
    return (page?.result?.areas ?? []).map((sum) => {
      const area = this.definition()?.subscales.find(({ id }) => id === sum.scale);
      return {
        sum,
        title: area?.title.en ?? sum.scale,
        construct: area?.construct.en ?? '',
        change: before.get(sum.scale) ?? null,
      };
    });
  });

  protected readonly name = nameOf;
  protected readonly value = valueWords;
  protected readonly range = rangeWords;
  protected readonly certainty = certaintyWords;
  protected readonly answered = answeredWords;

  protected async openTablet(): Promise<void> {
    await this.router.navigate(['/tablet', this.administrationId()]);
  }
}
