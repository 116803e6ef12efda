import {
  ApplicationRef,
  Component,
  DestroyRef,
  type ElementRef,
  afterRenderEffect,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, type CanDeactivateFn } from '@angular/router';
import { findInstrument, type Item } from '@kinfold/assessments/domain';
import { Api, openAdministration, sendAnswers } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfProblem, KfSection } from '@kinfold/shared/ui';
import { HandedOver, SignedIn, isTyping, load } from '@kinfold/shared/web';
import { Answering } from './answering';
import { KeptAnswers } from './kept-answers';
import { minutesFor } from './measure-words';
import { TABLET_WORDS } from './tablet-words';
import { UnlockDialog } from './unlock-dialog';

/**
 * The tablet in the hands of a respondent: the whole screen, the questions, and nothing else of the family or the program. The way out
 * is the therapist's password. Answers stay in memory until they are sent.
 */
@Component({
  selector: 'kf-tablet-page',
  imports: [KfButton, KfIcon, KfProblem, KfSection, UnlockDialog],
  templateUrl: './tablet-page.html',
  styleUrl: './tablet-page.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class TabletPage {
  private readonly application = inject(ApplicationRef);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly kept = inject(KeptAnswers);
  private readonly handedOver = inject(HandedOver);
  private readonly signedIn = inject(SignedIn);
  private readonly place = viewChild<ElementRef<HTMLElement>>('place');
  private readonly left = signal(false);

  readonly administrationId = input.required<string>();

  protected readonly opened = load(() =>
    this.api.invoke(openAdministration, { administrationId: this.administrationId() }),
  );
  protected readonly definition = computed(() => {
    const opened = this.opened.value();
    return opened === null ? null : findInstrument(opened.instrument, opened.instrumentVersion);
  });
  protected readonly flow = computed(() => {
    const definition = this.definition();
    if (definition === null || this.opened.value()?.state !== 'given') return null;
    const kept = this.kept.recall(this.administrationId());
    return untracked(() => new Answering(definition, kept));
  });
  protected readonly language = computed(() => this.opened.value()?.language ?? 'en');
  protected readonly words = computed(() => TABLET_WORDS[this.language()]);
  protected readonly minutesFor = minutesFor;
  protected readonly leaving = signal(false);
  protected readonly step = computed(() => this.flow()?.step() ?? null);
  protected readonly number = computed(() => {
    const step = this.step();
    return step?.kind === 'question' ? step.index + 1 : 0;
  });
  /** What the therapist is told before leaving. */
  protected readonly leavingHint = computed(() =>
    this.flow()?.unsent()
      ? 'The answers are not sent yet. They stay here until this window is closed or loaded anew.'
      : 'Write your password, so that nobody else goes on from here.',
  );

  constructor() {
    // A page that could not be opened is in nobody's hands: the address of a check that is not there must not lock the device.
    effect(() => {
      if (this.opened.value() !== null) this.handedOver.begin(`/tablet/${this.administrationId()}`);
    });
    effect(() => {
      const flow = this.flow();
      if (flow === null) return;
      if (flow.unsent()) this.kept.keep(this.administrationId(), flow.snapshot());
      else this.kept.forget(this.administrationId());
    });
    // A reader hears the new screen from its beginning, and the keys start there.
    afterRenderEffect(() => {
      if (this.step() !== null) this.place()?.nativeElement.focus({ preventScroll: true });
    });
    const ask = (event: BeforeUnloadEvent): void => {
      if (this.flow()?.unsent()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    inject(DestroyRef).onDestroy(() => removeEventListener('beforeunload', ask));
  }

  /** Whether the page may be left: by the password, because nobody is signed in any more, or because it was never handed over. */
  mayLeave(): boolean {
    return this.left() || this.handedOver.page() === null || this.signedIn.info() === null;
  }

  /** The words of the answer that was given, for the look at one's own answers. */
  protected given(item: Item, value: number | null | undefined): string {
    return item.options.find((option) => option.value === value)?.label[this.language()] ?? this.words().noAnswer;
  }

  /** One press, one answer: the second press of a double click would answer the next question. */
  protected choose(value: number, event: MouseEvent): void {
    if (event.detail > 1) return;
    this.flow()?.choose(value);
  }

  protected onKey(event: KeyboardEvent): void {
    const flow = this.flow();
    if (flow === null || event.repeat || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target))
      return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (!(by === null ? flow.press(event.key) : this.moveFocus(by))) return;
    event.preventDefault();
    // At once, so that the next key meets the question that is asked, however quickly it follows.
    this.application.tick();
  }

  protected async send(): Promise<void> {
    const administrationId = this.administrationId();
    await this.flow()?.send((answers) => this.api.invoke(sendAnswers, { administrationId, body: { answers } }));
  }

  protected async leave(): Promise<void> {
    this.left.set(true);
    const opened = this.opened.value();
    if (opened === null) return void (await this.router.navigateByUrl('/', { replaceUrl: true }));
    const answered = this.step()?.kind === 'sent' || opened.state === 'answered';
    const page = ['/families', opened.familyId, 'measures', ...(answered ? [opened.id] : [])];
    await this.router.navigate(page, { replaceUrl: true });
  }

  /** From option to option with the up and down arrows, around the ends. */
  private moveFocus(by: 1 | -1): boolean {
    const options = [...(this.place()?.nativeElement.querySelectorAll<HTMLElement>('[data-option]') ?? [])];
    if (options.length === 0) return false;
    const at = options.findIndex((option) => option === document.activeElement);
    const next = at < 0 ? (by === 1 ? 0 : options.length - 1) : (at + by + options.length) % options.length;
    options[next]?.focus();
    return true;
  }
}

/** Keeps the browser's own ways back on the page until the therapist is there. */
export const onlyWithPassword: CanDeactivateFn<TabletPage> = (page) => page.mayLeave();
