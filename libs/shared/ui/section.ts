import { Component, computed, input, output } from '@angular/core';
import { KfProblem, type ProblemWords } from './problem';

/** What a part of a screen is showing. A `Load` of shared/web gives exactly this. */
export type SectionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly words: ProblemWords }
  | { readonly kind: 'empty' }
  | { readonly kind: 'full' };

/**
 * A part of a screen in its four states: loading (a skeleton, only after 200 ms), failed (with one way on), empty (says what to
 * do next; more can be projected with the attribute `empty`), full (the content). `actions` go beside the heading.
 */
@Component({
  selector: 'kf-section',
  imports: [KfProblem],
  template: `
    <section [attr.aria-labelledby]="heading() ? id : null" [attr.aria-busy]="state().kind === 'loading' || null">
      @if (heading()) {
        <header>
          <h2 [id]="id">{{ heading() }}</h2>
          <ng-content select="[actions]" />
        </header>
      }
      @switch (state().kind) {
        @case ('loading') {
          <div class="skeleton" aria-hidden="true">
            @for (row of skeleton(); track row) {
              <span></span>
            }
          </div>
          <p class="kf-hidden" role="status">Loading</p>
        }
        @case ('failed') {
          @if (failure(); as words) {
            <kf-problem [words]="words" (wayOn)="again.emit()" />
          }
        }
        @case ('empty') {
          <div class="empty">
            <p>{{ emptyWords() }}</p>
            <ng-content select="[empty]" />
          </div>
        }
        @case ('full') {
          <ng-content />
        }
      }
    </section>
  `,
  styleUrl: './section.css',
})
export class KfSection {
  private static made = 0;

  readonly heading = input('');
  readonly state = input<SectionState>({ kind: 'full' });
  /** Says what to do next: "No sessions planned. Plan the first one." */
  readonly emptyWords = input('Nothing here yet.');
  /** How many lines the skeleton has: about as many as usually come. */
  readonly lines = input(3);
  /** The way on was taken: load again. */
  readonly again = output();

  protected readonly id = `kf-section-${++KfSection.made}`;
  protected readonly skeleton = computed(() => Array.from({ length: this.lines() }, (_, row) => row));
  protected readonly failure = computed(() => {
    const state = this.state();
    return state.kind === 'failed' ? state.words : null;
  });
}
