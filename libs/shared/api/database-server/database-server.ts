/** Connection addresses of one database, one per role. They hold passwords: never log them. */
export interface DatabaseUrls {
  /** The application's role: every request of a person runs as it, under row-level security. */
  readonly app: string;
  /** The role that may read accounts and sessions before anybody is known. */
  readonly auth: string;
  /** The role that changes the schema and reads past row-level security. */
  readonly migrator: string;
}

/** A PostgreSQL that the application may use, wherever it runs. */
export interface DatabaseServer {
  /**
   * Makes the database reachable. When it resolves, `urls` can be used.
   * @throws DatabaseServerError with a sentence for the person who started the application.
   */
  start(): Promise<void>;
  /** Ends what `start` began; does nothing when nothing runs. */
  stop(): Promise<void>;
  /** @throws DatabaseServerError before `start`. */
  readonly urls: DatabaseUrls;
}

/** Stable reasons for which a database server does not start. */
export type DatabaseServerProblem =
  | 'already-running'
  | 'binaries-missing'
  | 'disk-full'
  | 'no-database-user'
  | 'not-started'
  | 'server-exited'
  | 'credentials-missing'
  | 'unreachable'
  | 'unsafe-settings'
  | 'wrong-role'
  | 'wrong-version';

/** Why a database server does not start. The message is a whole sentence and holds no secret. */
export class DatabaseServerError extends Error {
  constructor(
    readonly problem: DatabaseServerProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseServerError';
  }
}

/** Tells the person at the terminal what takes time; one short line each. */
export type Progress = (line: string) => void;
