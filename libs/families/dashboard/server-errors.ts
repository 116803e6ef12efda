import { fieldSentences, type Problem } from '@kinfold/shared/web';

/**
 * The server's sentences for one field, as long as what it refused still stands there: a corrected field does not go on complaining.
 * @param path of the field, dots between the parts: `members.0.givenName`
 * @param sent what was refused
 * @param now what stands in the form
 */
export function stillRefused(problem: Problem | null, path: string, sent: unknown, now: unknown): readonly string[] {
  if (problem?.code !== 'validation_failed') return [];
  const sentences = fieldSentences(problem, path);
  return at(sent, path) === at(now, path) ? sentences : [];
}

function at(value: unknown, path: string): unknown {
  let found = value;
  for (const part of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, part)?.value;
  }
  return found;
}
