import { ASSESSMENT_ENTITIES } from '@kinfold/assessments/api';
import { CONSENT_ENTITIES } from '@kinfold/consent/api';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { NOTE_ENTITIES } from '@kinfold/notes/api';
import { SESSION_ENTITIES } from '@kinfold/sessions/api';
import { SUMMARY_ENTITIES } from '@kinfold/summaries/api';

/** Every entity of every slice; a test compares them with the migrated schema. */
export const ENTITIES = [
  ...ASSESSMENT_ENTITIES,
  ...CONSENT_ENTITIES,
  ...FAMILY_ENTITIES,
  ...SESSION_ENTITIES,
  ...NOTE_ENTITIES,
  ...SUMMARY_ENTITIES,
];
