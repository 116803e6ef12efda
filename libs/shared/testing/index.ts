export { ApiProcess, ownPage } from './api-process';
export type { ApiProcessOptions } from './api-process';
export { createTestDatabase } from './test-database';
export type { TestDatabase } from './test-database';
export { World } from './world';
export type { WorldAccount, WorldFamily, WorldMember } from './world';
