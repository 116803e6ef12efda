import { Component, ElementRef, effect, input, model, output, viewChild } from '@angular/core';
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
      <header>
        <h2 [id]="id">{{ heading() }}</h2>
        <button kf-button small tone="quiet" type="button" aria-label="Close" (click)="open.set(false)">
          <kf-icon name="close" />
        </button>
      </header>
      @if (open()) {
        <div class="body"><ng-content /></div>
        <footer><ng-content select="[actions]" /></footer>
      }
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

    header {
      display: flex;
      gap: var(--kf-space-3);
      align-items: flex-start;
      justify-content: space-between;
      padding: var(--kf-space-4) var(--kf-space-4) 0 var(--kf-space-5);
    }

    .body {
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
    effect(() => {
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
