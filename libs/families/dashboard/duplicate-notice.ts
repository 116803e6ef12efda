import { Component, computed, inject, input, output } from '@angular/core';
import { Api, searchFamilies } from '@kinfold/shared/contract/staff';
import { KfBadge, KfButton, KfIcon } from '@kinfold/shared/ui';
import { load } from '@kinfold/shared/web';
import type { Identity } from './duplicate-flow';
import { fullName } from './member-names';
import { STATUS_TONES, STATUS_WORDS } from './words';

/**
 * Says, beside the member it is about, that somebody of this name and birth date is already here, shows the families to look at, and
 * waits for "This is another person". The families open beside the form, so that nothing typed is left behind.
 */
@Component({
  selector: 'kf-duplicate-notice',
  imports: [KfBadge, KfButton, KfIcon],
  template: `
    <kf-icon name="addPerson" />
    <div>
      <p class="title">{{ name() }} may already be here</p>
      <p>
        Somebody with this name and {{ person().birthDate ? 'birth date' : 'without a birth date' }} is in a family open
        to you. Nothing was saved yet. Look before you go on.
      </p>
      @if (known.value(); as found) {
        <ul role="list" aria-label="Families to look at">
          @for (hit of found.items; track hit.familyId) {
            <li>
              <a [attr.href]="'/families/' + hit.familyId + '/members'" target="_blank" rel="noopener">{{
                hit.name
              }}</a>
              <span class="kf-numbers">{{ hit.code }}</span>
              <kf-badge [tone]="tones[hit.status]">{{ statuses[hit.status] }}</kf-badge>
            </li>
          }
        </ul>
      }
      <button kf-button small type="button" (click)="another.emit()">This is another person</button>
    </div>
  `,
  styles: `
    :host {
      scroll-margin-block: 8rem;
      display: flex;
      gap: var(--kf-space-3);
      padding: var(--kf-space-3) var(--kf-space-4);
      border: 1px solid var(--kf-amber-border);
      border-radius: var(--kf-radius);
      background: var(--kf-amber-surface);
    }

    kf-icon {
      color: var(--kf-amber-text);
    }

    .title {
      color: var(--kf-amber-text);
      font-weight: 600;
    }

    p + p {
      margin-top: 2px;
    }

    ul,
    button {
      margin-top: var(--kf-space-3);
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-1) var(--kf-space-3);
      align-items: baseline;
      min-height: 28px;
    }

    li span {
      font-size: var(--kf-text-s);
    }
  `,
  host: { role: 'alert', tabindex: '-1' },
})
export class DuplicateNotice {
  private readonly api = inject(Api);

  readonly person = input.required<Identity>();
  /** Somebody looked: it is another person. */
  readonly another = output();

  protected readonly statuses = STATUS_WORDS;
  protected readonly tones = STATUS_TONES;
  protected readonly name = computed(() => fullName(this.person()).trim());
  protected readonly known = load(() => this.api.invoke(searchFamilies, { body: { text: this.name().slice(0, 80) } }));
}
