import {
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  Injector,
  viewChildren,
} from '@angular/core';
import { FormField, applyEach, form, maxLength, required, submit } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { FAMILY_LIMITS } from '@kinfold/families/domain';
import { Api, createFamily, type CreateFamilyRequest } from '@kinfold/shared/contract/staff';
import { KfButton, KfControl, KfField, KfIcon, KfPageHeader, KfProblem } from '@kinfold/shared/ui';
import { Dates, SignedIn, sending } from '@kinfold/shared/web';
import { DuplicateFlow } from './duplicate-flow';
import { DuplicateNotice } from './duplicate-notice';
import { focusRefusal } from './focus-refusal';
import { emptyMember, memberSchema, toRequest, type MemberDraft } from './member-draft';
import { MemberFields } from './member-fields';
import { NewFamilyDraft, isFamilyBegun, type FamilyDraft } from './new-family-draft';
import { stillRefused } from './server-errors';
import { PRIVATE_THINGS } from './words';

/** At most this many members in one request; more are added on the family page. */
const MEMBERS_AT_ONCE = 20;

/** Begins the record of a family: its name, how private things are treated, and its first members. */
@Component({
  selector: 'kf-new-family-page',
  imports: [
    DuplicateNotice,
    FormField,
    KfButton,
    KfControl,
    KfField,
    KfIcon,
    KfPageHeader,
    KfProblem,
    MemberFields,
    RouterLink,
  ],
  templateUrl: './new-family-page.html',
  styleUrl: './new-family-page.css',
})
export class NewFamilyPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly signedIn = inject(SignedIn);
  private readonly injector = inject(Injector);
  private readonly focusRefusal = focusRefusal();
  private readonly draft = inject(NewFamilyDraft);
  private readonly memberBoxes = viewChildren<MemberFields, ElementRef<HTMLElement>>(MemberFields, {
    read: ElementRef,
  });

  protected readonly choices = PRIVATE_THINGS;
  protected readonly today = inject(Dates).today();
  protected readonly saving = sending();
  protected readonly flow = new DuplicateFlow();
  protected readonly form = form(this.draft.model, (path) => {
    required(path.displayName, { message: 'Write the name the family goes by.' });
    maxLength(path.displayName, FAMILY_LIMITS.displayName);
    required(path.secretsPolicy, { message: 'Choose one of the three.' });
    applyEach(
      path.members,
      memberSchema(() => this.today),
    );
  });
  protected readonly members = computed(() => this.draft.model().members);
  protected readonly begun = computed(() => isFamilyBegun(this.draft.model()));
  protected readonly canAdd = computed(() => this.members().length < MEMBERS_AT_ONCE);
  private sent: FamilyDraft | null = null;

  constructor() {
    const ask = (event: BeforeUnloadEvent): void => {
      if (this.begun()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    inject(DestroyRef).onDestroy(() => removeEventListener('beforeunload', ask));
  }

  protected errors(name: 'displayName' | 'secretsPolicy'): readonly string[] {
    const state = this.form[name]();
    const own = state.touched() ? state.errors().map((error) => error.message ?? '') : [];
    return [...own, ...this.refusedAt(name)];
  }

  protected refused(index: number): (name: keyof MemberDraft) => readonly string[] {
    return (name) => this.refusedAt(`members.${index}.${name}`);
  }

  protected add(): void {
    const familyName = this.members().at(-1)?.familyName ?? '';
    this.change([...this.members(), emptyMember(familyName)]);
    const last = (): void => this.memberBoxes().at(-1)?.nativeElement.querySelector('input')?.focus();
    afterNextRender(last, { injector: this.injector });
  }

  protected remove(index: number): void {
    // What the server said goes by position, which means somebody else from now on.
    this.saving.clear();
    this.change(this.members().filter((_, place) => place !== index));
  }

  protected clear(): void {
    this.saving.clear();
    this.draft.clear();
    this.form().reset();
  }

  protected isAnother(member: MemberDraft): void {
    this.flow.isAnother(member);
    if (this.flow.mayGoOn(this.members())) void this.send();
  }

  protected async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const ready = await submit(this.form, async () => {
      await this.send();
      return undefined;
    });
    if (!ready) this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
  }

  private async send(): Promise<void> {
    const draft = this.draft.model();
    if (draft.secretsPolicy === '') return;
    this.sent = draft;
    const body: CreateFamilyRequest = {
      displayName: draft.displayName.trim(),
      secretsPolicy: draft.secretsPolicy,
      members: draft.members.map(toRequest),
      anotherPerson: this.flow.mayGoOn(draft.members),
    };
    const answer = await this.saving.send(() => this.api.invoke(createFamily, { body }));
    if (answer !== null) return this.leave(answer.id, body.displayName);
    this.flow.learn(this.saving.problem(), draft.members);
    this.focusRefusal();
  }

  private async leave(familyId: string, name: string): Promise<void> {
    this.draft.clear();
    if (this.signedIn.hasRole('therapist')) await this.router.navigate(['/families', familyId]);
    else await this.router.navigate(['/families'], { info: { begun: name } });
  }

  private change(members: readonly MemberDraft[]): void {
    this.draft.model.update((draft) => ({ ...draft, members }));
  }

  private refusedAt(path: string): readonly string[] {
    return stillRefused(this.saving.problem(), path, this.sent, this.draft.model());
  }
}
