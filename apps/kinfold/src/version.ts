import { version as current } from '../../../package.json';

/** Version of this Kinfold. */
export function version(): string {
  return current;
}
