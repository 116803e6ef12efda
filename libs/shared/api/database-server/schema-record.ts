import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code';

/** What a home remembers about the data it holds. */
export interface SchemaRecord {
  /** A home keeps the mode it was begun in: fictitious and real people never share one. */
  readonly mode: 'demo' | 'clinic';
  /** Name of the last migration that was applied. */
  readonly migration: string;
  /** Version of the application that applied it. */
  readonly version: string;
  /** Whether the demo clinic was loaded to its end. */
  readonly demoLoaded?: boolean;
}

const file = (home: string) => join(home, 'schema.json');

/** Undefined until the first start got as far as a migrated database. */
export function readSchemaRecord(home: string): SchemaRecord | undefined {
  try {
    return JSON.parse(readFileSync(file(home), 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function writeSchemaRecord(home: string, record: SchemaRecord): void {
  const unfinished = `${file(home)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, file(home));
}

/**
 * Whether migrations are about to change data of people: the record names an older migration than the application brings.
 * A record the application does not know is a newer schema, which the migrations themselves refuse.
 * @param migrations names of all migrations, oldest first.
 */
export function willMigrate(record: SchemaRecord | undefined, migrations: readonly string[]): boolean {
  const position = record ? migrations.indexOf(record.migration) : -1;
  return position >= 0 && position < migrations.length - 1;
}
