import { sqlState } from '../database/unit-of-work';

/** What may be said of an error in a log (LG-01): its class, its SQLSTATE, where it was thrown. Never its message: it may quote a row. */
export interface ErrorDescription {
  readonly name: string;
  readonly sqlState?: string;
  readonly at: readonly string[];
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 6);
  return { name: error.name, sqlState: sqlState(error), at: frames };
}
