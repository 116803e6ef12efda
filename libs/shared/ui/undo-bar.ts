import { Component, input, output } from '@angular/core';
import { KfButton } from './button';
import { KfIcon } from './icon';

/** Says what was just done and takes it back: undo rather than "are you sure". The screen decides how long it stays. */
@Component({
  selector: 'kf-undo-bar',
  imports: [KfButton, KfIcon],
  template: `
    <span role="status">{{ did() }}</span>
    <button kf-button small type="button" (click)="undo.emit()"><kf-icon name="undo" /> Undo</button>
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 30;
      right: var(--kf-space-4);
      bottom: calc(var(--kf-bottom-bar, 0px) + var(--kf-space-5));
      left: var(--kf-space-4);
      display: flex;
      gap: var(--kf-space-4);
      align-items: center;
      justify-content: space-between;
      width: fit-content;
      margin: 0 auto;
      padding: var(--kf-space-2) var(--kf-space-2) var(--kf-space-2) var(--kf-space-4);
      border: 1px solid var(--kf-line-strong);
      border-radius: var(--kf-radius-card);
      background: var(--kf-paper-raised);
      box-shadow: var(--kf-shadow);
    }
  `,
})
export class KfUndoBar {
  /** "Turn of Rosa noted" */
  readonly did = input.required<string>();
  readonly undo = output();
}
