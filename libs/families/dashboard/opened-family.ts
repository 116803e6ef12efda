import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router } from '@angular/router';
import { Api, openFamily, type FamilyPageAnswer } from '@kinfold/shared/contract/staff';
import type { ProblemWords, SectionState } from '@kinfold/shared/ui';
import { Dates, ProblemWordsBook, SignedIn, load } from '@kinfold/shared/web';
import { filter, map, pairwise } from 'rxjs';

/** Milliseconds after which what depends on the hour is looked at again. */
const MINUTE = 60_000;

/** Who works with families day by day; the others who may open one read it. */
const WORKS_WITH = ['therapist', 'co-therapist'];

/**
 * The family that is open, for its page and the tabs of this slice. It is read again whenever another tab is opened, since the tabs of
 * other slices write too; an unchanged family costs no more than a 304. What is on the screen stays there when reading again fails.
 */
@Injectable()
export class OpenedFamily {
  private readonly api = inject(Api);
  private readonly book = inject(ProblemWordsBook);
  private readonly signedIn = inject(SignedIn);
  private readonly dates = inject(Dates);
  private readonly route = inject(ActivatedRoute);
  private readonly clock = signal(new Date());

  readonly id = toSignal(this.route.params.pipe(map((params) => String(params['familyId']))), { requireSync: true });
  private readonly loaded = load(() => this.api.invoke(openFamily, { familyId: this.id() }));

  readonly family = linkedSignal<Source, FamilyPageAnswer | null>({
    source: () => ({ id: this.id(), answer: this.loaded.value(), code: this.loaded.problem()?.code ?? '' }),
    computation: ({ id, answer, code }, before) => {
      if (answer?.id === id) return answer;
      return code === 'not_found' || before?.value?.id !== id ? null : before.value;
    },
  }).asReadonly();

  readonly state = computed<SectionState>(() => (this.family() === null ? this.loaded.state() : { kind: 'full' }));
  readonly notHere = computed(() => this.family() === null && this.loaded.problem()?.code === 'not_found');
  /** Why what is on the screen may be out of date; null when it is not. */
  readonly outOfDate = computed<ProblemWords | null>(() => {
    const problem = this.loaded.problem();
    if (problem === null || this.family() === null) return null;
    const { detail } = this.book.for(problem);
    return { title: 'This page may be out of date', detail, wayOn: 'Try again' };
  });

  /** The present instant, to the minute, and anew with every answer. */
  readonly now = computed(() => {
    this.family();
    this.clock();
    return new Date();
  });
  readonly today = computed(() => {
    this.now();
    return this.dates.today();
  });
  /** Whether the person signed in adds members, relationships and sessions; what they may do is decided by the server. */
  readonly canWork = computed(() => this.signedIn.hasRole(...WORKS_WITH));

  constructor() {
    const ticking = setInterval(() => this.clock.set(new Date()), MINUTE);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        map(() => this.id()),
        pairwise(),
        filter(([before, now]) => before === now),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.again());
  }

  /** Reads the family again, after a write or on "Try again". */
  again(): Promise<void> {
    return this.loaded.again();
  }
}

interface Source {
  readonly id: string;
  readonly answer: FamilyPageAnswer | null;
  readonly code: string;
}
