import { signal, type Signal } from '@angular/core';
import { DraftKeeper, type DraftOptions, ProblemError, problemOf } from '@kinfold/shared/web';

/** Which section of the note, and whose. */
export interface SectionPlace {
  readonly section: string;
  readonly memberId: string | null;
}

/** A section as the server has it; version 0 and an id of our own while it has none. */
export interface SectionStart extends SectionPlace {
  readonly id: string;
  readonly text: string;
  readonly version: number;
  readonly fromMoments: boolean;
}

/** What the server has now, when it is not what we knew. */
export interface OtherText {
  readonly id: string;
  readonly text: string;
  readonly version: number;
}

/** The way to the server. */
export interface SectionGate {
  /** @returns the new version. Rejects with a `ProblemError` */
  save(place: SectionPlace & { readonly id: string }, version: number, text: string): Promise<number>;
  /** The section as the server has it now, or null when it has none. */
  read(place: SectionPlace): Promise<OtherText | null>;
}

/** Longest time from the first letter to the save, in milliseconds, for someone who never stops typing (RL-04: two seconds). */
const AT_MOST = 1700;
/** How long to wait before what did not reach the server is sent again, in milliseconds. */
const AGAIN = 5000;

/**
 * Keeps one section of a draft: saves it by itself, never older text over newer, and never throws anything away. When someone else
 * (or oneself in another tab) wrote meanwhile, both texts stand side by side until one is chosen.
 */
export class SectionKeeper {
  readonly section: string;
  readonly memberId: string | null;

  private readonly current = signal('');
  private readonly material = signal(false);
  private readonly other = signal<OtherText | null>(null);
  private readonly keeper: DraftKeeper<string>;
  private id: string;
  private version: number;
  /** Texts that were sent and never answered: if the server has one of them, it is our own. */
  private readonly unanswered = new Set<string>();
  private waiting = false;
  private stopped = false;

  readonly text = this.current.asReadonly();
  /** As the moments wrote it. */
  readonly fromMoments = this.material.asReadonly();
  /** The other text, while one of the two has to be chosen. */
  readonly conflict = this.other.asReadonly();
  readonly state: DraftKeeper<string>['state'];
  readonly unsaved: Signal<boolean>;

  constructor(
    start: SectionStart,
    private readonly gate: SectionGate,
    private readonly options: Omit<DraftOptions<string>, 'save'>,
  ) {
    this.section = start.section;
    this.memberId = start.memberId;
    this.id = start.id;
    this.version = start.version;
    this.current.set(start.text);
    this.material.set(start.fromMoments);
    this.keeper = new DraftKeeper<string>({ ...options, save: (text) => this.save(text) });
    this.state = this.keeper.state;
    this.unsaved = this.keeper.unsaved;
  }

  /** Something was typed: what the moments wrote is the therapist's own from now on. */
  typed(text: string): void {
    if (text === this.current()) return;
    this.current.set(text);
    this.material.set(false);
    this.keeper.changed(text);
    this.sendWithin(AT_MOST);
  }

  /** @returns whether the server has everything */
  saveNow(): Promise<boolean> {
    return this.keeper.saveNow();
  }

  /** Mine counts; the other text is written over, knowingly. */
  async keepMine(): Promise<void> {
    await this.choose(this.current());
  }

  /** The other text counts; mine is given up, knowingly. */
  async takeOther(): Promise<void> {
    const other = this.other();
    if (other !== null) await this.choose(other.text);
  }

  /** Sends what is left and waits no longer. */
  async stop(): Promise<void> {
    await this.saveNow();
    this.stopped = true;
    this.keeper.stop();
  }

  private async choose(text: string): Promise<void> {
    const other = this.other();
    if (other === null) return;
    this.adopt(other);
    this.other.set(null);
    this.current.set(text);
    this.keeper.changed(text);
    await this.saveNow();
  }

  private async save(text: string): Promise<void> {
    if (this.other() !== null) throw stale();
    this.unanswered.add(text);
    try {
      this.answered(await this.gate.save(this.place(), this.version, text));
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (problem.code === 'version_stale') return this.compare(text, thrown);
      if (problem.status === 0 || problem.status >= 500) this.sendWithin(AGAIN);
      throw thrown;
    }
  }

  /** The server has another version. Our own text whose answer was lost is no conflict. */
  private async compare(text: string, refused: unknown): Promise<void> {
    const found = await this.gate.read(this.place());
    if (found === null) throw refused;
    if (found.text !== text && !this.unanswered.has(found.text)) {
      this.other.set(found);
      throw refused;
    }
    this.adopt(found);
    if (found.text === text) this.answered(found.version);
    else this.answered(await this.gate.save(this.place(), this.version, text));
  }

  private answered(version: number): void {
    this.version = version;
    this.unanswered.clear();
  }

  private adopt({ id, version }: OtherText): void {
    this.id = id;
    this.version = version;
  }

  private place(): SectionPlace & { readonly id: string } {
    return { section: this.section, memberId: this.memberId, id: this.id };
  }

  private sendWithin(milliseconds: number): void {
    if (this.waiting || this.stopped) return;
    this.waiting = true;
    this.options.wait.after(milliseconds, () => {
      this.waiting = false;
      if (!this.stopped) void this.saveNow();
    });
  }
}

function stale(): ProblemError {
  return new ProblemError({ code: 'version_stale', status: 412, detail: '', fields: [], requestId: '', more: {} });
}
