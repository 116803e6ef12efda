import { Component, booleanAttribute, computed, input } from '@angular/core';
import { memberMark, type MarkShape } from './logic/member-mark';

const OUTLINES: Readonly<Record<MarkShape, string>> = {
  circle: 'M20 2a18 18 0 1 1 0 36a18 18 0 1 1 0-36z',
  square: 'M10 3h20a7 7 0 0 1 7 7v20a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7V10a7 7 0 0 1 7-7z',
  hexagon:
    'M18 2.2q2-1.1 4 0l12.6 7.3q2 1.1 2 3.4v14.2q0 2.3-2 3.4L22 37.800q-2 1.1-4 0L5.4 30.500q-2-1.1-2-3.400V12.900q0-2.3 2-3.400z',
  shield: 'M8 3h24a5 5 0 0 1 5 5v12q0 12.5-14.5 17.200q-2.5.8-5 0Q3 32.5 3 20V8a5 5 0 0 1 5-5z',
  diamond: 'M17.2 2.200q2.8-2.4 5.6 0l15 15q2.4 2.8 0 5.600l-15 15q-2.8 2.4-5.6 0l-15-15q-2.4-2.8 0-5.600z',
};

/**
 * The mark of a member: initials in a shape with a colour, the same in lists, charts and the room.
 * Beside the written name it is decoration; with `named` it stands alone and carries the name for readers and on hover.
 */
@Component({
  selector: 'kf-member-mark',
  template: `
    <svg viewBox="0 0 40 40" focusable="false" [attr.class]="'colour-' + mark().colour">
      @if (named()) {
        <title>{{ name() }}</title>
      }
      <path [attr.d]="outline()" />
      <text x="20" y="20.5" text-anchor="middle" dominant-baseline="central">{{ mark().initials }}</text>
    </svg>
  `,
  styleUrl: './member-mark.css',
  host: {
    '[class.large]': 'large()',
    '[attr.role]': 'named() ? "img" : null',
    '[attr.aria-label]': 'named() ? name() : null',
    '[attr.aria-hidden]': 'named() ? null : "true"',
  },
})
export class KfMemberMark {
  readonly name = input.required<string>();
  /** The member's place in the family's stable order, from 0. */
  readonly index = input.required<number>();
  readonly named = input(false, { transform: booleanAttribute });
  readonly large = input(false, { transform: booleanAttribute });

  protected readonly mark = computed(() => memberMark(this.name(), this.index()));
  protected readonly outline = computed(() => OUTLINES[this.mark().shape]);
}
