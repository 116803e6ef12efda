import { Component, booleanAttribute, input } from '@angular/core';

/** The name of the product with its sign: two leaves of folded paper that lean on each other. */
@Component({
  selector: 'kf-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="back" d="M4 9.5 14 4.500a2 2 0 0 1 2.9 1.800v17.400L6.9 28.500A2 2 0 0 1 4 26.700z" />
      <path class="front" d="M28 9.5 18 14.500a2 2 0 0 0-1.1 1.800v11.200l8.2-2.300a4 4 0 0 0 2.9-3.800z" />
    </svg>
    @if (!signOnly()) {
      <span>Kinfold</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 10px;
      align-items: center;
    }

    svg {
      width: 1.75em;
      height: 1.75em;
    }

    .back {
      fill: var(--kf-spruce-solid);
    }

    .front {
      fill: var(--kf-clay-border);
    }

    span {
      font-family: var(--kf-face-reading);
      font-size: 1.3em;
      font-weight: 600;
      letter-spacing: -0.01em;
    }

    @media (width < 360px) {
      span {
        display: none;
      }
    }
  `,
  host: { '[attr.role]': 'signOnly() ? "img" : null', '[attr.aria-label]': 'signOnly() ? "Kinfold" : null' },
})
export class KfBrand {
  readonly signOnly = input(false, { transform: booleanAttribute });
}
