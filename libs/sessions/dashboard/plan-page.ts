import { Component, computed, effect, inject, signal } from '@angular/core';
import { form, submit, apply } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { SESSION_LIMITS } from '@kinfold/sessions/domain';
import { Api, planSession, readPlanningChoices } from '@kinfold/shared/contract/staff';
import { KfButton, KfMemberMark, KfProblem, KfSection } from '@kinfold/shared/ui';
import { Dates, load, sending } from '@kinfold/shared/web';
import { firstClinician, kindLine, kindOf, toggled } from './plan-draft';
import { routeId } from './route-id';
import { emptyTime, timeRequest, timeSchema, type TimeDraft } from './time-draft';
import { TimeFields } from './time-fields';

/** Plans a session of a family: who comes, when, with whom, where. */
@Component({
  selector: 'kf-plan-page',
  imports: [KfButton, KfMemberMark, KfProblem, KfSection, RouterLink, TimeFields],
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dates = inject(Dates);
  protected readonly familyId = routeId('familyId');

  protected readonly choices = load(() => this.api.invoke(readPlanningChoices, { familyId: this.familyId }));
  protected readonly memberIds = signal<readonly string[]>([]);
  protected readonly clinicianIds = signal<readonly string[]>([]);
  private readonly model = signal<TimeDraft>(emptyTime(this.dates.today(), this.dates.time(new Date())));
  protected readonly form = form(this.model, (path) => apply(path, timeSchema));
  protected readonly saving = sending();
  protected readonly tried = signal(false);

  protected readonly rooms = computed(() => (this.choices.value()?.rooms ?? []).map((room) => room.name));
  protected readonly line = computed(() =>
    kindLine(this.memberIds().length, this.choices.value()?.members.length ?? 0),
  );
  protected readonly memberErrors = computed(() =>
    this.listErrors('memberIds', this.memberIds().length, 'Choose who comes.'),
  );
  protected readonly clinicianErrors = computed(() =>
    this.listErrors('clinicianIds', this.clinicianIds().length, 'Choose who leads it, one or two.'),
  );
  protected readonly words = computed(() => {
    const words = this.saving.words();
    return words === null ? null : { title: words.title, detail: words.detail };
  });

  constructor() {
    effect(() => {
      const choices = this.choices.value();
      if (choices === null) return;
      this.memberIds.set(choices.members.map((member) => member.id));
      this.clinicianIds.set(firstClinician(choices.clinicians));
    });
  }

  protected toggleMember(id: string): void {
    this.saving.clear();
    this.memberIds.update((chosen) => toggled(chosen, id, SESSION_LIMITS.members));
  }

  protected toggleClinician(id: string): void {
    this.saving.clear();
    this.clinicianIds.update((chosen) => toggled(chosen, id, SESSION_LIMITS.clinicians));
  }

  protected readonly refused = (name: keyof TimeDraft): readonly string[] =>
    this.saving.errors(name === 'time' ? 'localStart' : name);

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const ready = await submit(this.form, async () => {
      if (this.memberIds().length > 0 && this.clinicianIds().length > 0) await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send(): Promise<void> {
    const memberIds = [...this.memberIds()];
    const kind = kindOf(memberIds.length, this.choices.value()?.members.length ?? 0);
    const body = { ...timeRequest(this.model()), kind, memberIds, clinicianIds: [...this.clinicianIds()] };
    const planned = await this.saving.send(() => this.api.invoke(planSession, { familyId: this.familyId, body }));
    if (planned !== null) await this.router.navigate(['/sessions', planned.id]);
  }

  private listErrors(field: 'memberIds' | 'clinicianIds', count: number, missing: string): readonly string[] {
    return [...(this.tried() && count === 0 ? [missing] : []), ...this.saving.errors(field)];
  }
}
