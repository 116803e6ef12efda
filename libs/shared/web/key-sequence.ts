/** The part of a key press that matters for shortcuts. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** How long the second key of a sequence may take, in milliseconds. */
export const SEQUENCE_WITHIN = 1200;

/**
 * Recognises single keys (`?`, `/`) and sequences of two (`g t`). Plain class: it is fed presses and answers with the sequence that is
 * complete. Presses with a modifier belong to the browser; presses while typing must not be fed.
 */
export class KeySequence {
  private first: { readonly key: string; readonly at: number } | null = null;

  /** @param known the sequences, keys separated by a space */
  constructor(private readonly known: readonly string[]) {}

  /**
   * Takes one press.
   * @param now milliseconds since any fixed moment
   * @returns the sequence it completes, or null
   */
  press(press: Press, now: number): string | null {
    if (press.ctrlKey || press.metaKey || press.altKey) return null;
    const before = this.first !== null && now - this.first.at <= SEQUENCE_WITHIN ? this.first.key : null;
    this.first = null;
    const both = before === null ? null : `${before} ${press.key}`;
    if (both !== null && this.known.includes(both)) return both;
    if (this.known.includes(press.key)) return press.key;
    if (this.known.some((sequence) => sequence.startsWith(`${press.key} `))) this.first = { key: press.key, at: now };
    return null;
  }
}

/** Whether keys pressed there are text: shortcuts must leave them alone. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], [role="radiogroup"], dialog[open]') !== null
  );
}
