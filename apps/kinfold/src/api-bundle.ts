import type { Config, DatabaseUrls } from '@kinfold/shared/api';

/** What the built API offers the command line. It is loaded when it is needed: the two programs are built apart. */
export interface ApiBundle {
  /** Serves both surfaces; resolves when requests are answered. */
  startApi(config: Config, urls: DatabaseUrls): Promise<RunningApi>;
  /** Brings the schema up to date and tells the names of the migrations that ran. */
  migrate(migratorUrl: string): Promise<string[]>;
  /** Names of all migrations, oldest first. */
  knownMigrations(): readonly string[];
}

export interface RunningApi {
  /** Takes no new requests and ends those that run. */
  close(): Promise<void>;
}

/** Loads the built API that lies beside this program. */
export async function loadApi(): Promise<ApiBundle> {
  const bundle: ApiBundle = await import(new URL('../api/main.js', import.meta.url).href);
  return bundle;
}
