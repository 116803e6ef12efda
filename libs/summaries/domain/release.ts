import { DomainError, wrongState } from '@kinfold/shared/kernel';
import { countWords, type Line } from './lines';
import { SUMMARY_LIMITS } from './vocabulary';

/** One member a summary is about to be shared with, and what they would read. */
export interface Reader {
  readonly memberId: string;
  readonly lineIds: readonly string[];
}

/**
 * Whether a summary is ready to be shared, apart from consents: it opens with one thing that went well, and nobody stands in a line
 * about themselves without having been asked alone (product.md, rules that are easy to get wrong).
 * @param lines in the order in which they stand
 * @param tookPart the members who took part in the session
 * @throws DomainError 409 saying what is missing
 */
export function requireReady(lines: readonly Line[], tookPart: readonly string[]): void {
  const [first] = lines;
  if (!first) throw wrongState('There is nothing to share yet. Write a line first.', 'summary_empty');
  if (first.kind !== 'went-well') {
    throw wrongState('A summary opens with one thing that went well. Put such a line first.', 'opening_missing');
  }
  if (lines.some((line) => line.aboutMemberId !== null && !line.askedAlone)) {
    throw wrongState(
      'A line about one member is shared only after that member was asked alone. Ask, then mark it.',
      'not_asked_alone',
    );
  }
  if (tookPart.length === 0 && lines.some((line) => line.aboutMemberId === null)) {
    throw wrongState(
      'Nobody is marked as having taken part in this session. Mark who was there first.',
      'attendance_missing',
    );
  }
}

/**
 * Whether what each recipient would read is something, and not too much.
 * @throws DomainError 409 `consent_missing` when one of them would see nothing, `too_many_words` above 250 words
 */
export function requireReadable(readers: readonly Reader[], lines: readonly Line[]): void {
  if (readers.some((reader) => reader.lineIds.length === 0)) {
    throw new DomainError(
      'conflict',
      'consent_missing',
      'Somebody you chose would see nothing, because a written consent is missing.',
    );
  }
  if (readers.some((reader) => wordsFor(reader, lines) > SUMMARY_LIMITS.words)) {
    throw wrongState(
      `One reader would read more than ${SUMMARY_LIMITS.words} words. Shorten some lines.`,
      'too_many_words',
    );
  }
}

/** How many words one reader reads. */
export function wordsFor(reader: Pick<Reader, 'lineIds'>, lines: readonly Pick<Line, 'id' | 'text'>[]): number {
  return lines.filter((line) => reader.lineIds.includes(line.id)).reduce((sum, line) => sum + countWords(line.text), 0);
}
