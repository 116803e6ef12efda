import type { ProblemTable } from '@kinfold/shared/web';

/** Problems that only staff can meet; the portal's bundle does not carry them. */
export const STAFF_PROBLEM_WORDS: ProblemTable = {
  double_booking: {
    title: 'Someone or some room is taken then',
    detail: 'Nothing was booked. Choose another time, another room or other people.',
  },
  duplicate_person_warning: {
    title: 'Someone with this name and birth date is already here',
    detail: 'Nothing was created yet. Compare them below, then say whether this is the same person.',
  },
  consent_missing: {
    title: 'A written permission is missing',
    detail: 'Nothing was shared. Write down the permission first, then come back.',
  },
  note_signed: {
    title: 'This note is signed already',
    detail: 'It stays as it is. What you wrote is still here: copy it and add it as an addendum.',
  },
  note_incomplete: {
    title: 'Something is missing before this can be signed',
    detail: 'Nothing was signed, and everything you wrote is saved.',
  },
};
