import { Component, type ElementRef, afterRenderEffect, input, model, output, viewChild } from '@angular/core';
import { KfButton } from './button';
import { KfIcon } from './icon';

/**
 * A question that must be answered before going on: signing, releasing, revoking. A native modal dialog, so that the browser keeps
 * the focus inside, gives it back, and closes on Escape. Buttons are projected with the attribute `actions`.
 */
@Component({
  selector: 'kf-dialog',
  imports: [KfButton, KfIcon],
  template: `
    <dialog #dialog [attr.aria-labelledby]="id" (close)="onClose()" (cancel)="onCancel($event)">
      <h2 [id]="id">{{ heading() }}</h2>
      @if (open()) {
        <div class="body"><ng-content /></div>
        <footer><ng-content select="[actions]" /></footer>
      }
      <!-- Last in order, so that the first field of the question has the cursor, not the way out. -->
      <button class="close" kf-button small tone="quiet" type="button" (click)="open.set(false)">
        <kf-icon name="close" label="Close" />
      </button>
    </dialog>
  `,
  styles: `
    dialog {
      width: min(34rem, calc(100vw - 2 * var(--kf-space-4)));
      max-height: calc(100dvh - 2 * var(--kf-space-5));
      padding: 0;
      border: 1px solid var(--kf-line);
      border-radius: var(--kf-radius-card);
      background: var(--kf-paper-raised);
      box-shadow: var(--kf-shadow);
      color: inherit;
    }

    dialog::backdrop {
      background: var(--kf-veil);
    }

    h2 {
      padding: var(--kf-space-4) var(--kf-space-7) 0 var(--kf-space-5);
    }

    .close {
      position: absolute;
      top: var(--kf-space-3);
      right: var(--kf-space-3);
    }

    .body {
      display: grid;
      gap: var(--kf-space-4);
      padding: var(--kf-space-3) var(--kf-space-5) var(--kf-space-4);
    }

    footer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--kf-space-2);
      justify-content: flex-end;
      padding: var(--kf-space-3) var(--kf-space-5) var(--kf-space-4);
      border-top: 1px solid var(--kf-line);
    }

    footer:empty {
      display: none;
    }
  `,
})
export class KfDialog {
  private static made = 0;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly heading = input.required<string>();
  readonly open = model(false);
  /** While true, Escape does not close it: something is being sent. */
  readonly busy = input(false);
  readonly closed = output();

  protected readonly id = `kf-dialog-${++KfDialog.made}`;

  constructor() {
    // After rendering, so that the first field is there to receive the cursor when the dialog opens.
    afterRenderEffect(() => {
      const element = this.dialog().nativeElement;
      if (this.open() && !element.open) element.showModal();
      if (!this.open() && element.open) element.close();
    });
  }

  protected onClose(): void {
    this.open.set(false);
    this.closed.emit();
  }

  protected onCancel(event: Event): void {
    if (this.busy()) event.preventDefault();
  }
}
