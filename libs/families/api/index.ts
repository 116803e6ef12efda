export { FAMILY_ENTITIES } from './entities';
export { FamiliesModule } from './families.module';
export { IdAnswer } from './families.answers';
export { touchFamily } from './family-versions';
export { requireMembers } from './members/require-members';
