import { Access0000000000001 } from './0001-access';
import { Families0000000000002 } from './0002-families';
import { Sessions0000000000003 } from './0003-sessions';
import { Notes0000000000004 } from './0004-notes';
import { Assessments0000000000005 } from './0005-assessments';
import { ConsentAndSummaries0000000000006 } from './0006-consent-and-summaries';

/** Every migration, in the order in which they run. Forward only; a new one goes to the end. */
export const MIGRATIONS = [
  Access0000000000001,
  Families0000000000002,
  Sessions0000000000003,
  Notes0000000000004,
  Assessments0000000000005,
  ConsentAndSummaries0000000000006,
];
