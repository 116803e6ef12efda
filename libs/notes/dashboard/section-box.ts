import { Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import type { SectionDefinition } from '@kinfold/notes/domain';
import { KfBadge, KfButton, KfSaveState } from '@kinfold/shared/ui';
import type { SectionKeeper } from './section-keeper';

/** One section being written: its text, whether the moments wrote it, what has become of it, and the other text where there are two. */
@Component({
  selector: 'kf-section-box',
  imports: [KfBadge, KfButton, KfSaveState],
  template: `
    <div class="head">
      <label [attr.for]="id()">{{ definition().heading }}</label>
      @if (keeper().fromMoments()) {
        <kf-badge tone="info" icon="room">From the room</kf-badge>
      } @else if (definition().required && !keeper().text().trim()) {
        <span class="kf-soft kf-small">needed to sign</span>
      }
      <kf-save-state [state]="keeper().state()" [timeZone]="timeZone()" />
    </div>
    <p class="kf-soft kf-small" [id]="id() + '-hint'">{{ definition().hint }}</p>
    <textarea
      #box
      [id]="id()"
      [attr.aria-describedby]="id() + '-hint'"
      [attr.aria-invalid]="tooLong() ? 'true' : null"
      [class.material]="keeper().fromMoments()"
      [value]="keeper().text()"
      (input)="keeper().typed(box.value)"
      (blur)="keeper().saveNow()"
    ></textarea>
    @if (tooLong(); as words) {
      <p class="problem" role="status">{{ words }}</p>
    }
    @if (keeper().conflict(); as other) {
      <div class="conflict" role="group" [attr.aria-label]="'Two texts for ' + definition().heading">
        <p class="problem">This was changed in another window. Yours is above and not lost; this is the other:</p>
        <p class="other">{{ other.text || 'An empty text.' }}</p>
        <div class="kf-row">
          <button kf-button small type="button" (click)="keeper().keepMine()">Keep mine</button>
          <button kf-button small type="button" (click)="keeper().takeOther()">Take the other</button>
        </div>
      </div>
    }
  `,
  styleUrl: './section-box.css',
})
export class SectionBox {
  private readonly box = viewChild.required<ElementRef<HTMLTextAreaElement>>('box');

  readonly definition = input.required<SectionDefinition>();
  readonly keeper = input.required<SectionKeeper>();
  readonly timeZone = input.required<string>();

  protected readonly id = computed(() =>
    ['note', this.definition().id, this.keeper().memberId].filter(Boolean).join('-'),
  );
  protected readonly tooLong = computed(() => {
    const over = this.keeper().text().length - this.definition().max;
    return over > 0
      ? `This is ${over} characters too long to be saved. Shorten it, or move a part to another section.`
      : '';
  });

  /** Puts the cursor at the end of the text. */
  focus(): void {
    const element = this.box().nativeElement;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }
}
