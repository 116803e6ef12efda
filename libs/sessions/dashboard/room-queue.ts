import { computed, signal } from '@angular/core';
import { problemOf, type Problem, type Wait } from '@kinfold/shared/web';
import type { RoomAct } from './room-acts';

/** What the server did not take, and why. It stays on the screen until somebody has read it. */
export interface RefusedAct {
  readonly act: RoomAct;
  readonly problem: Problem;
}

/** What a queue needs: how an act is sent, and how time passes. */
export interface RoomQueueOptions {
  /** Resolves when the server has it. */
  readonly send: (act: RoomAct) => Promise<unknown>;
  readonly wait: Wait;
}

/** Milliseconds until the next try after the first, second ... failure; the last one goes on. */
const TRY_AGAIN_AFTER = [1_000, 2_000, 5_000, 10_000, 15_000] as const;

/**
 * Keeps what was tapped and sends it in order, one act at a time. Without an answer it is kept and sent again; ids make that harmless.
 * What the server refuses for good is put aside with its reason, so that one bad act never holds up the rest.
 */
export class RoomQueue {
  private readonly acts = signal<readonly RoomAct[]>([]);
  private readonly done = signal<readonly RoomAct[]>([]);
  private readonly putAside = signal<readonly RefusedAct[]>([]);
  private readonly lastTrouble = signal<Problem | null>(null);
  private underWay: Promise<void> | null = null;
  private inFlight: RoomAct | null = null;
  private failures = 0;
  private stopWaiting: () => void = () => undefined;

  /** Not yet with the server, the oldest first. */
  readonly waiting = this.acts.asReadonly();
  readonly refused = this.putAside.asReadonly();
  /** Why the last try failed; null while all goes well. */
  readonly trouble = this.lastTrouble.asReadonly();
  /** Everything done here that the last answer of the server may not know yet, in order. */
  readonly made = computed<readonly RoomAct[]>(() => [...this.done(), ...this.acts()]);

  constructor(private readonly options: RoomQueueOptions) {}

  /** Keeps an act and begins to send. An undo of something that never left takes it out instead. */
  add(act: RoomAct): void {
    if (act.act === 'undo' && this.takeOut(act.momentId)) return;
    this.acts.update((acts) => [...acts, act]);
    void this.sendNow();
  }

  /**
   * Sends without waiting any longer: after a tap, when the network is back, before the end.
   * @returns whether nothing is left to send
   */
  async sendNow(): Promise<boolean> {
    this.stopWaiting();
    this.underWay ??= this.work().finally(() => (this.underWay = null));
    await this.underWay;
    return this.acts().length === 0;
  }

  /** How much has been sent so far, to be handed to `forgetSent` when a read that began now has come back. */
  sentSoFar(): number {
    return this.done().length;
  }

  /** The server's answer holds these now. */
  forgetSent(count: number): void {
    this.done.update((done) => done.slice(count));
  }

  /** Somebody has read that this was refused. */
  dismiss(id: string): void {
    this.putAside.update((refused) => refused.filter(({ act }) => act.id !== id));
  }

  private async work(): Promise<void> {
    for (let act = this.acts()[0]; act !== undefined; act = this.acts()[0]) {
      if (!(await this.sent(act))) return this.tryLater();
    }
  }

  /** @returns whether it left the queue, with the server's yes or its no */
  private async sent(act: RoomAct): Promise<boolean> {
    this.inFlight = act;
    try {
      await this.options.send(act);
      this.done.update((done) => [...done, act]);
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!isRefusal(problem)) {
        this.lastTrouble.set(problem);
        return false;
      }
      this.putAside.update((refused) => [...refused, { act, problem }]);
    } finally {
      this.inFlight = null;
    }
    this.acts.update((acts) => acts.filter((other) => other !== act));
    this.lastTrouble.set(null);
    this.failures = 0;
    return true;
  }

  private tryLater(): void {
    const pause = TRY_AGAIN_AFTER[Math.min(this.failures++, TRY_AGAIN_AFTER.length - 1)] ?? 15_000;
    this.stopWaiting = this.options.wait.after(pause, () => void this.sendNow());
  }

  private takeOut(momentId: string): boolean {
    const unsent = this.acts().some((act) => act.act === 'moment' && act.id === momentId && act !== this.inFlight);
    if (!unsent) return false;
    const belongs = (act: RoomAct): boolean =>
      act.id === momentId || (act.act === 'words' && act.momentId === momentId);
    this.acts.update((acts) => acts.filter((act) => !belongs(act)));
    return true;
  }
}

/** Whether sending the same again would give the same answer. A session that ended, a busy server or a lost network would not. */
function isRefusal({ status }: Problem): boolean {
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}
