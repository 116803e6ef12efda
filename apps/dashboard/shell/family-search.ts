import { HttpClient } from '@angular/common/http';
import { Component, type ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { foldName } from '@kinfold/shared/kernel';
import { KfIcon } from '@kinfold/shared/ui';
import { ProblemWordsBook, problemOf } from '@kinfold/shared/web';
import { firstValueFrom } from 'rxjs';
import { moveInHits } from './search-moves';

/** One hit: the family, and the name or nickname that was found. */
interface SearchHit {
  readonly familyId: string;
  readonly name: string;
  readonly code: string;
  readonly hit: string;
}

/** How long typing must rest before the server is asked, in milliseconds. */
const REST = 140;

/** The search box of the top bar: families and people by the beginning of any word of a name, or by initials. */
@Component({
  selector: 'app-family-search',
  imports: [KfIcon],
  templateUrl: './family-search.html',
  styleUrl: './family-search.css',
})
export class FamilySearch {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly words = inject(ProblemWordsBook);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private run = 0;

  /** Whether a hit leads to the family; the desk reads name and code and opens nothing. */
  readonly opens = input(true);

  protected readonly text = signal('');
  protected readonly hits = signal<readonly SearchHit[] | null>(null);
  protected readonly failed = signal('');
  protected readonly chosen = signal(-1);
  protected readonly open = computed(() => this.text().trim() !== '' && (this.hits() !== null || this.failed() !== ''));

  /** Puts the cursor into the box, with what stands there selected. */
  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  /** Whether the word that was found stands beside the family: not when its name says it already. */
  protected tells(hit: SearchHit): boolean {
    return !foldName(hit.name).includes(foldName(hit.hit));
  }

  protected onInput(text: string): void {
    this.text.set(text);
    clearTimeout(this.waiting);
    if (text.trim() === '') return this.forget();
    this.waiting = setTimeout(() => void this.ask(text.trim()), REST);
  }

  protected onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') return this.close();
    const hits = this.opens() ? (this.hits() ?? []) : [];
    if (event.key === 'Enter') {
      const hit = hits[Math.max(0, this.chosen())];
      if (hit !== undefined) this.go(hit);
      return;
    }
    const next = moveInHits(hits.length, this.chosen(), event.key);
    if (next === null) return;
    event.preventDefault();
    this.chosen.set(next);
  }

  protected onLeave(event: FocusEvent): void {
    const inside =
      event.relatedTarget instanceof Node &&
      event.currentTarget instanceof Node &&
      event.currentTarget.contains(event.relatedTarget);
    if (!inside) this.forget();
  }

  protected go(hit: SearchHit): void {
    if (!this.opens()) return;
    this.close();
    void this.router.navigate(['/families', hit.familyId]);
  }

  private async ask(text: string): Promise<void> {
    const mine = ++this.run;
    try {
      const answer = await firstValueFrom(
        this.http.post<{ items: readonly SearchHit[] }>('/api/v1/families/search', { text }),
      );
      if (mine !== this.run) return;
      this.hits.set(answer.items);
      this.failed.set('');
    } catch (thrown) {
      if (mine !== this.run) return;
      this.hits.set(null);
      this.failed.set(this.words.for(problemOf(thrown)).title);
    }
    this.chosen.set(-1);
  }

  /** Names of families do not stay on the screen once the box is left. */
  private close(): void {
    this.text.set('');
    this.box().nativeElement.value = '';
    this.forget();
    this.box().nativeElement.blur();
  }

  private forget(): void {
    clearTimeout(this.waiting);
    this.run++;
    this.hits.set(null);
    this.failed.set('');
    this.chosen.set(-1);
  }
}
