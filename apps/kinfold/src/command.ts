import type { Terminal } from './terminal';

/** One word of the command line. */
export interface Command {
  readonly name: string;
  /** What stands behind the name in the help, for example `--families N`. */
  readonly parameters?: string;
  readonly summary: string;
  /**
   * @param parameters what followed the name; a lone `--` is left out already.
   * @returns the exit code.
   */
  readonly run: (parameters: readonly string[], terminal: Terminal) => Promise<number>;
}
