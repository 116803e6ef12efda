import { ASSESSMENT_ENTITIES } from '@kinfold/assessments/api';
import { CONSENT_ENTITIES } from '@kinfold/consent/api';
import { FAMILY_ENTITIES } from '@kinfold/families/api';
import { SESSION_ENTITIES } from '@kinfold/sessions/api';

/** Every entity of every slice; a test compares them with the migrated schema. */
export const ENTITIES = [...ASSESSMENT_ENTITIES, ...CONSENT_ENTITIES, ...FAMILY_ENTITIES, ...SESSION_ENTITIES];
