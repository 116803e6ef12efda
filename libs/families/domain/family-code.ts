/** Letters and digits that are not mistaken for one another when a code is read aloud. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * A family code, as desk lists and calendars show it: `FA-7K3Q`. It says nothing about the family.
 * @param random numbers from 0 up to 1, one for each of the four places
 */
export function familyCode(random: readonly [number, number, number, number]): string {
  return `FA-${random.map((number) => ALPHABET[Math.floor(number * ALPHABET.length)]).join('')}`;
}
