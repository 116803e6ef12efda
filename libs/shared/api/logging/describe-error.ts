import { sqlState } from '../database/unit-of-work';

/** What may be said of an error in a log (LG-01): its class, its SQLSTATE, where it was thrown. Never its message: it may quote a row. */
export interface ErrorDescription {
  readonly name: string;
  readonly sqlState?: string;
  readonly at: readonly string[];
}

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const frames = placesOf(error)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 6);
  return { name: error.name, sqlState: sqlState(error), at: frames };
}

/** The stack behind the message, which stands before it and may itself look like a stack; nothing when the two cannot be told apart. */
function placesOf({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}
