import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, listFamilies } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfPageHeader, KfProblem, KfSection } from '@kinfold/shared/ui';
import { SignedIn, load, sending } from '@kinfold/shared/web';
import { FamilyFacts } from './family-facts';

/** Who begins the record of a family. */
const BEGINNERS = ['therapist', 'front-desk'];

/** Who opens families; the desk works by code and schedule alone. */
const OPENERS = ['therapist', 'co-therapist', 'trainee', 'supervisor'];

/** Who knows no names: progress staff follow a family by its code. */
const NAMELESS = ['progress-staff'];

/** The families open to whoever is signed in, by name, a page at a time. */
@Component({
  selector: 'kf-families-page',
  imports: [FamilyFacts, KfButton, KfIcon, KfPageHeader, KfProblem, KfSection, RouterLink],
  templateUrl: './families-page.html',
  styleUrl: './families-page.css',
})
export class FamiliesPage {
  private readonly api = inject(Api);
  private readonly signedIn = inject(SignedIn);

  protected readonly families = load(() => this.api.invoke(listFamilies, {}));
  protected readonly more = sending();
  /** Said once, after a family was begun by somebody who does not open it. */
  protected readonly begun = begunWords(inject(Router).currentNavigation()?.extras.info);
  protected readonly canBegin = computed(() => this.signedIn.hasRole(...BEGINNERS));
  protected readonly canOpen = computed(() => this.signedIn.hasRole(...OPENERS));
  /** Whoever also has a role that knows names is told them by the server. */
  protected readonly canName = computed(() => !this.signedIn.roles().every((role) => NAMELESS.includes(role)));
  /** At the desk a name is shown after a press only: by then whoever stands in front of it has been looked at. */
  protected readonly named = signal<ReadonlySet<string>>(new Set());

  protected readonly line = computed(() => {
    const total = this.families.value()?.total;
    return total === undefined || total === 0 ? '' : `${total} ${total === 1 ? 'family' : 'families'}`;
  });
  protected readonly rows = computed(() => this.families.value()?.items ?? []);
  protected readonly left = computed(() => {
    const page = this.families.value();
    return page?.next ? Math.max(0, page.total - page.items.length) : 0;
  });

  protected showName(familyId: string): void {
    this.named.update((ids) => new Set(ids).add(familyId));
  }

  protected async loadMore(): Promise<void> {
    const page = this.families.value();
    const after = page?.next;
    if (!page || !after) return;
    const answer = await this.more.send(() => this.api.invoke(listFamilies, { after }));
    if (answer !== null) this.families.set({ ...answer, items: [...page.items, ...answer.items] });
  }
}

/** What the page of a new family hands over, never through the address or the history of the browser. */
function begunWords(info: unknown): string {
  const begun = typeof info === 'object' && info !== null && 'begun' in info ? info.begun : '';
  return typeof begun === 'string' && begun !== '' ? `The record of ${begun} is begun.` : '';
}
