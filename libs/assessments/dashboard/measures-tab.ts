import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { findInstrument, instrumentsToGive } from '@kinfold/assessments/domain';
import {
  Api,
  listMeasures,
  withdrawAdministration,
  type MeasuredAdministrationAnswer,
} from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfMemberMark, KfProblem, KfSection } from '@kinfold/shared/ui';
import { KfDatePipe, load, sending } from '@kinfold/shared/web';
import { GiveDialog } from './give-dialog';
import { certaintyWords, minutesFor, totalWords } from './measure-words';
import { canBeAsked, membersMeasures, nameOf, type MemberMeasures } from './members-measures';
import { RangeDot } from './range-dot';

/** The tab of the family page: who was asked, what their latest number is and means, and giving the check. */
@Component({
  selector: 'kf-measures-tab',
  imports: [GiveDialog, KfButton, KfDatePipe, KfIcon, KfMemberMark, KfProblem, KfSection, RangeDot, RouterLink],
  templateUrl: './measures-tab.html',
  styleUrl: './measures-tab.css',
})
export class MeasuresTab {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly instruments = instrumentsToGive();

  readonly familyId = input.required<string>();

  protected readonly measures = load(
    () => this.api.invoke(listMeasures, { familyId: this.familyId() }),
    ({ administrations }) => administrations.length === 0,
  );
  protected readonly rows = computed(() => {
    const measures = this.measures.value();
    return measures === null ? [] : membersMeasures(measures, this.instruments);
  });
  protected readonly canGive = computed(() => this.rows().some((row) => this.asks(row)));
  /** The instruments in use, each with what its numbers mean and how far they can be trusted. */
  protected readonly inUse = computed(() => {
    const answered = (this.measures.value()?.administrations ?? []).filter(({ state }) => state === 'answered');
    const keys = new Map(answered.map((one) => [`${one.instrument} ${one.instrumentVersion}`, one]));
    return [...keys.values()].flatMap((one) => findInstrument(one.instrument, one.instrumentVersion) ?? []);
  });

  protected readonly emptyWords = [
    'Nobody has answered a measure yet.',
    ...this.instruments.map(
      ({ title, items }) => `${title.en}: ${items.length} questions, about ${minutesFor(items.length)} minutes.`,
    ),
  ].join(' ');
  protected readonly giving = signal(false);
  protected readonly preset = signal<string | null>(null);
  protected readonly takingBack = sending();
  protected readonly said = signal('');

  protected readonly name = nameOf;
  protected readonly total = totalWords;
  protected readonly certainty = certaintyWords;

  /** What the family calls the instrument. */
  protected title({ instrument, instrumentVersion }: MeasuredAdministrationAnswer): string {
    return findInstrument(instrument, instrumentVersion)?.title.en ?? instrument;
  }

  /** Whether this member can be given something now. */
  protected asks({ member, waiting }: MemberMeasures): boolean {
    return waiting.length === 0 && canBeAsked(member, this.instruments);
  }

  protected give(memberId: string | null): void {
    this.preset.set(memberId);
    this.giving.set(true);
  }

  protected async openTablet(administrationId: string): Promise<void> {
    await this.router.navigate(['/tablet', administrationId]);
  }

  protected async takeBack({ id, version }: MeasuredAdministrationAnswer, name: string): Promise<void> {
    const done = await this.takingBack.send(async () => {
      const familyId = this.familyId();
      await this.api.invoke(withdrawAdministration, { familyId, administrationId: id, 'If-Match': `"${version}"` });
      return true;
    });
    if (done !== null) this.said.set(`Taken back. ${name} is not asked any more.`);
    await this.measures.again();
  }
}
