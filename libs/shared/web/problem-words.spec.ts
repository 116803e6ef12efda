import { readProblem } from './problem';
import { COMMON_PROBLEM_WORDS, wordsFor } from './problem-words';

describe('wordsFor', () => {
  it('are those of the table when the code is known', () => {
    expect(wordsFor(readProblem(412, { code: 'version_stale', detail: 'x' }), COMMON_PROBLEM_WORDS)).toBe(
      COMMON_PROBLEM_WORDS['version_stale'],
    );
  });

  it('keep the sentence of the server when many rules share the code', () => {
    const words = wordsFor(
      readProblem(409, { code: 'wrong_state', title: 'This relationship has ended already.' }),
      COMMON_PROBLEM_WORDS,
    );
    expect(words).toEqual({ ...COMMON_PROBLEM_WORDS['wrong_state'], detail: 'This relationship has ended already.' });
  });

  it('are the sentence of the server when it refused with a code nobody knows', () => {
    const words = wordsFor(
      readProblem(409, { code: 'brand_new', detail: 'Choose another room.' }),
      COMMON_PROBLEM_WORDS,
    );
    expect(words.detail).toBe('Choose another room.');
  });

  it('are the fallback when the server failed, whatever it said', () => {
    const words = wordsFor(readProblem(500, { code: 'brand_new', detail: 'stack of secrets' }), COMMON_PROBLEM_WORDS);
    expect(words).toBe(COMMON_PROBLEM_WORDS['server_failed']);
  });

  it('are the fallback when a refusal came without a sentence', () => {
    expect(wordsFor(readProblem(418, null), COMMON_PROBLEM_WORDS)).toBe(COMMON_PROBLEM_WORDS['server_failed']);
  });
});

describe('COMMON_PROBLEM_WORDS', () => {
  it.each(Object.entries(COMMON_PROBLEM_WORDS))('say what happened and what to do when it is %s', (_, words) => {
    expect(words.title).not.toMatch(/[.!]$/);
    expect(words.detail).toMatch(/\.$/);
    expect(`${words.title} ${words.detail}`).not.toMatch(/!|error|invalid|oops|failed/i);
  });
});
