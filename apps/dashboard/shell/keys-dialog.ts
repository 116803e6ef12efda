import { Component, computed, input, model } from '@angular/core';
import { KfDialog } from '@kinfold/shared/ui';
import type { RailItem } from './rail-items';

/** What the keys do, opened by `?`. */
@Component({
  selector: 'app-keys-dialog',
  imports: [KfDialog],
  template: `
    <kf-dialog heading="Keys" [(open)]="open">
      <dl>
        @for (entry of entries(); track entry.keys) {
          <dt>
            @for (key of entry.keys.split(' '); track key) {
              <kbd>{{ key }}</kbd>
            }
          </dt>
          <dd>{{ entry.does }}</dd>
        }
      </dl>
    </kf-dialog>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--kf-space-2) var(--kf-space-5);
      align-items: center;
      margin: 0;
    }

    dt {
      display: flex;
      gap: var(--kf-space-1);
    }

    dd {
      margin: 0;
    }

    kbd {
      min-width: 1.9em;
      padding: 1px 7px;
      border: 1px solid var(--kf-line-strong);
      border-bottom-width: 2px;
      border-radius: var(--kf-radius-small);
      font-family: var(--kf-face);
      text-align: center;
    }
  `,
})
export class KeysDialog {
  readonly places = input.required<readonly RailItem[]>();
  /** Whether there is a search box. */
  readonly search = input(true);
  readonly open = model(false);

  protected readonly entries = computed(() => [
    ...(this.search() ? [{ keys: '/', does: 'Search families and people' }] : []),
    ...this.places().map((place) => ({ keys: place.keys, does: `Go to ${place.words}` })),
    { keys: '?', does: 'Show these keys' },
    { keys: 'Esc', does: 'Close what is open' },
  ]);
}
