import { Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons';

/**
 * One icon, drawn in the colour of the text around it. Beside a word it is decoration and hidden from readers;
 * standing alone it needs `label`, which becomes its accessible name.
 */
@Component({
  selector: 'kf-icon',
  template: `
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      focusable="false"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1.2em;
      height: 1.2em;
      vertical-align: -0.22em;
    }

    svg {
      width: 100%;
      height: 100%;
    }
  `,
  host: {
    '[attr.role]': 'label() ? "img" : null',
    '[attr.aria-label]': 'label() || null',
    '[attr.aria-hidden]': 'label() ? null : "true"',
  },
})
export class KfIcon {
  readonly name = input.required<IconName>();
  readonly label = input('');
  protected readonly path = computed(() => ICONS[this.name()]);
}
