import { Injectable, InjectionToken, inject } from '@angular/core';
import type { ProblemWords } from '@kinfold/shared/ui';
import type { Problem } from './problem';

/** Words by code. An application adds those of its own surface; neither ships the other's. */
export type ProblemTable = Readonly<Record<string, ProblemWords>>;

/** What both surfaces can meet. Each says what happened, whether anything was lost, and what to do. */
export const COMMON_PROBLEM_WORDS: ProblemTable = {
  unauthenticated: { title: 'You are signed out', detail: 'Sign in again to go on.' },
  sign_in_failed: {
    title: 'That did not match',
    detail: 'The email or the password is not right. Check both and try again.',
  },
  too_many_attempts: {
    title: 'Too many attempts',
    detail: 'Please wait a few minutes, then try again. Your password has not changed.',
  },
  forbidden: {
    title: 'This is not open to you',
    detail: 'Your role does not include it. If you need it for your work, ask your clinic.',
  },
  second_factor_required: {
    title: 'A second factor is needed',
    detail: 'This account cannot sign in with a password alone. Ask the administrator of your clinic.',
  },
  password_wrong: { title: 'That password did not match', detail: 'Nothing was done yet. Write it again.' },
  busy: {
    title: 'Kinfold is busy just now',
    detail: 'Nothing was changed, and what you wrote is still here.',
    wayOn: 'Try again',
  },
  database_unavailable: {
    title: 'Kinfold cannot save or read just now',
    detail: 'Nothing was changed, and what you wrote is still here. Try again in a moment.',
    wayOn: 'Try again',
  },
  body_too_large: {
    title: 'This is too much at once',
    detail: 'Nothing was saved yet, and what you wrote is still here. Make it shorter, or split it.',
  },
  not_found: {
    title: 'This is not here',
    detail: 'It may have been moved, or it is not open to you.',
    home: 'Go to the start',
  },
  validation_failed: {
    title: 'Some fields need another look',
    detail: 'Nothing was saved yet, and what you wrote is still here.',
  },
  version_missing: {
    title: 'This was not saved',
    detail: 'The page is out of date. Copy what you wrote, then load it again.',
    wayOn: 'Load again',
  },
  version_stale: {
    title: 'Someone else changed this',
    detail: 'What you wrote is still here. Load theirs and compare before you save.',
    wayOn: 'Load theirs',
  },
  wrong_state: {
    title: 'This cannot be done now',
    detail: 'It has moved on since you opened it. Load it again to see where it stands.',
    wayOn: 'Load again',
  },
  network_lost: {
    title: 'No connection',
    detail: 'Nothing on this page was lost. Check the network, then try again.',
    wayOn: 'Try again',
  },
  server_failed: {
    title: 'Something went wrong on our side',
    detail: 'What you wrote is still here. Try again in a moment.',
    wayOn: 'Try again',
  },
};

/** The table of the running application. */
export const PROBLEM_TABLE = new InjectionToken<ProblemTable>('words for problems', {
  factory: () => COMMON_PROBLEM_WORDS,
});

/** Codes that many rules share: only the server's sentence says which of them it was. */
const SERVER_KNOWS_BETTER = ['wrong_state'];

/**
 * The words for a problem: by its code; for a code that many rules share, or that nobody here knows, with the server's own sentence; else
 * the fallback.
 * @param problem what the server refused, or that it did not answer
 * @param table the words of the application
 */
export function wordsFor(problem: Problem, table: ProblemTable): ProblemWords {
  const refused = problem.status >= 400 && problem.status < 500;
  const sentence = refused ? problem.detail : '';
  const known = table[problem.code];
  if (known !== undefined)
    return SERVER_KNOWS_BETTER.includes(problem.code) && sentence !== '' ? { ...known, detail: sentence } : known;
  if (sentence !== '') return { title: 'This was not done', detail: sentence };
  return table['server_failed'] ?? { title: 'Something went wrong', detail: '' };
}

/** Turns problems into the words of the running application, in this one place. */
@Injectable({ providedIn: 'root' })
export class ProblemWordsBook {
  private readonly table = inject(PROBLEM_TABLE);

  /** The words for a problem. */
  for(problem: Problem): ProblemWords {
    return wordsFor(problem, this.table);
  }
}
