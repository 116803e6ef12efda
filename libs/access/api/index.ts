export { AccessModule } from './access.module';
export { AuthDatabase } from './auth-database';
export { hashPassword } from './password-hash';
export { assignmentOf, decide, Policy } from './policy';
export type { Intent } from './policy';
export { Reauthenticate } from './reauthenticate';
