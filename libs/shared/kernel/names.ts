/**
 * A name as it is compared: without accents, in lower case, single spaces. `José  Álvarez` and `jose alvarez` are the same.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a name as they are searched for: folded, split at anything that is neither letter nor digit. */
export function nameWords(name: string): string[] {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);
}

/** The first letters of the words of a name, folded: `Ana María Ruiz` gives `amr`. */
export function initialsOf(name: string): string {
  return nameWords(name)
    .map((word) => [...word][0])
    .join('');
}
