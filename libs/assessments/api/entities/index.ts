import { Administration } from './administration.entity';
import { ResponseEntity } from './response.entity';
import { ScoreEntity } from './score.entity';

export { Administration, ResponseEntity, ScoreEntity };

/** The tables of this slice. */
export const ASSESSMENT_ENTITIES = [Administration, ResponseEntity, ScoreEntity];
