import { computed, signal, type Signal } from '@angular/core';

/** What has become of what was typed. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'not-saved'; readonly why: string };

/**
 * Follows one text from typing to the server and says so in words. Plain class: a screen holds one, calls it around its save,
 * and hands its `state` to `kf-save-state`.
 */
export class SaveStateKeeper {
  private readonly current = signal<SaveState>({ kind: 'untouched' });
  private changedSince = false;

  readonly state: Signal<SaveState> = this.current.asReadonly();

  /** Whether leaving now would lose something. */
  readonly unsaved = computed(() => ['changed', 'saving', 'not-saved'].includes(this.current().kind));

  /** Something was typed. While a save is under way it only remembers that the save is already behind. */
  changed(): void {
    if (this.current().kind === 'saving') this.changedSince = true;
    else this.current.set({ kind: 'changed' });
  }

  /** A save has been sent. */
  saving(): void {
    this.changedSince = false;
    this.current.set({ kind: 'saving' });
  }

  /**
   * The server has it.
   * @param at when, by this device's clock
   */
  saved(at: Date): void {
    this.current.set(this.changedSince ? { kind: 'changed' } : { kind: 'saved', at });
    this.changedSince = false;
  }

  /**
   * The server does not have it; the text stays on the screen.
   * @param why a sentence that says what to do
   */
  failed(why: string): void {
    this.changedSince = false;
    this.current.set({ kind: 'not-saved', why });
  }
}

/**
 * The words beside the text.
 * @param state what has become of it
 * @param clock writes a time as people read it, "10:02"
 */
export function saveWords(state: SaveState, clock: (at: Date) => string): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'changed':
      return 'Not saved yet';
    case 'saving':
      return 'Saving';
    case 'saved':
      return `Saved ${clock(state.at)}`;
    case 'not-saved':
      return `Not saved: ${state.why}`;
  }
}
