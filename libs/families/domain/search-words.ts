import { foldName, initialsOf, nameWords } from '@kinfold/shared/kernel';

/**
 * The words a person or a family is found by: every word of the names, and the initials. Folded, without repetition.
 */
export function searchTokens(names: readonly string[]): string[] {
  const words = names.flatMap(nameWords);
  const initials = names.map(initialsOf).filter((text) => text.length > 1);
  return [...new Set([...words, ...initials])];
}

/** What two people have to share to look like the same one: folded given and family name. */
export function nameKey(givenName: string, familyName: string): string {
  return foldName(`${givenName} ${familyName}`);
}
