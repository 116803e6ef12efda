export {
  DatabaseServerError,
  type DatabaseServer,
  type DatabaseServerProblem,
  type DatabaseUrls,
  type Progress,
} from './database-server';
export { EmbeddedDatabaseServer, type EmbeddedDatabaseOptions } from './embedded-database-server';
export { ExternalDatabaseServer } from './external-database-server';
export {
  createTemporaryDatabaseServer,
  type TemporaryDatabaseOptions,
  type TemporaryDatabaseServer,
} from './temporary-database-server';
export {
  checkServerSettings,
  EMBEDDED_EXPECTATION,
  EXTERNAL_EXPECTATION,
  type ServerExpectation,
} from './check-server';
export {
  administratorScript,
  createDatabaseSql,
  DATABASE_NAME,
  databaseSql,
  LOGIN_ROLES,
  newRolePasswords,
  OWNER_ROLE,
  POLICY_OWNER_ROLE,
  rolesSql,
  type RolePasswords,
} from './roles';
export { runningDatabaseUrls } from './running-database';
export { withDatabase } from './database-address';
export { isPortFree } from './free-port';
export { readSchemaRecord, writeSchemaRecord, willMigrate, type SchemaRecord } from './schema-record';
export { DURABLE_SETTINGS, SILENT_LOG_SETTINGS } from './settings';
export { makeHome } from './data-location';
