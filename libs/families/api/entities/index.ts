import { AssignmentEntity } from './assignment.entity';
import { Family } from './family.entity';
import { Member } from './member.entity';
import { NameToken } from './name-token.entity';
import { Person } from './person.entity';
import { Relationship } from './relationship.entity';

export { AssignmentEntity, Family, Member, NameToken, Person, Relationship };

/** The tables of this slice. */
export const FAMILY_ENTITIES = [Family, Person, Member, Relationship, NameToken, AssignmentEntity];
