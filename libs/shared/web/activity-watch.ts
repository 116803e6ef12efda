const MINUTE = 60_000;

/** At most one report to the server in this many milliseconds. */
export const REPORT_EVERY = MINUTE;

/** Remembers when a person last pressed something, and when the server was last told. Plain class; times are milliseconds since 1970. */
export class ActivityWatch {
  private lastPress: number;
  private lastReport: number | null = null;

  /** @param now the page was opened, which counts as a press */
  constructor(now: number) {
    this.lastPress = now;
  }

  /**
   * A person pressed a key or the pointer.
   * @returns whether the server is to be told now
   */
  pressed(now: number): boolean {
    this.lastPress = now;
    if (this.lastReport !== null && now - this.lastReport < REPORT_EVERY) return false;
    this.lastReport = now;
    return true;
  }

  /**
   * Whether nobody has pressed anything for this long; the limit itself is over.
   * @param minutes whole minutes
   */
  idle(now: number, minutes: number): boolean {
    return now - this.lastPress >= minutes * MINUTE;
  }
}
