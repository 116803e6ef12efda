import 'reflect-metadata';
export { startApi, type RunningApi } from './start-api';
export { createApp } from './create-app';
export { knownMigrations, migrate, SchemaNewerError } from './database/migrate';
