export { CONFIG, INSTALLATION_KEY } from './tokens';
export { ConfigError, readConfig } from './config/config';
export type { Config, DatabaseUrls, Surface } from './config/config';
export type { AuditFacts, Context, SurfaceName } from './context/context';
export { clinicDay } from './context/clinic-day';
export { compartment, compartmentOf } from './crypto/compartments';
export { DataKeys } from './crypto/data-keys';
export { ensureKeyFile, installationKey, readKeyFile } from './crypto/key-file';
export type { InstallationKey } from './crypto/key-file';
export { emailLookup } from './crypto/lookup';
export { open, seal } from './crypto/sealed';
export type { Place } from './crypto/sealed';
export { Vault } from './crypto/vault';
export type { SealedWords, Words } from './crypto/vault';
export { unwrapKey, wrapKey } from './crypto/wrapped-key';
export { Database } from './database/database';
export { enterText } from './database/enter';
export { Sql } from './database/sql';
export { audited, statement } from './database/statement';
export type { Statement } from './database/statement';
export { brokenConstraint, sqlState, Transaction, UnitOfWork } from './database/unit-of-work';
export { ENDPOINT, Endpoint } from './http/endpoint';
export type { EndpointOptions, EndpointPermission } from './http/endpoint';
export { Day, Decimal, Flag, Id, IdList, Instant, ListOf, LocalTime, One, OneOf, Text, Whole } from './http/fields';
export { Ctx, IdParam, IfMatch, IfNoneMatch } from './http/parameters';
export { ProblemFilter, sendProblem } from './http/problem.filter';
export type { KinfoldRequest } from './http/request';
export { validationPipe } from './http/validation';
export { describeError } from './logging/describe-error';
export { loggerOptions } from './logging/logger-options';
export {
  administratorScript,
  checkServerSettings,
  createDatabaseSql,
  createTemporaryDatabaseServer,
  DATABASE_NAME,
  databaseSql,
  DatabaseServerError,
  DURABLE_SETTINGS,
  EMBEDDED_EXPECTATION,
  EmbeddedDatabaseServer,
  EXTERNAL_EXPECTATION,
  ExternalDatabaseServer,
  isPortFree,
  LOGIN_ROLES,
  makeHome,
  newRolePasswords,
  readSchemaRecord,
  rolesSql,
  runningDatabaseUrls,
  SILENT_LOG_SETTINGS,
  willMigrate,
  withDatabase,
  writeSchemaRecord,
} from './database-server';
export type { DatabaseServer, Progress, SchemaRecord, TemporaryDatabaseServer } from './database-server';
