import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseServerError } from './database-server';
import { giveTo, type DatabaseUser } from './database-user';
import type { PostgresBinaries } from './binaries';
import { readPostmaster } from './postmaster';

export interface ClusterLocation {
  readonly binaries: PostgresBinaries;
  readonly user: DatabaseUser | undefined;
  readonly dataDir: string;
  readonly logFile: string;
}

export const SUPERUSER = 'postgres';

/** The little that PostgreSQL needs of our environment; addresses and passwords stay out of what `ps e` shows. */
function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { LC_ALL: 'C' };
  for (const name of ['PATH', 'TZ', 'SystemRoot', 'TEMP', 'TMP']) {
    if (process.env[name] !== undefined) kept[name] = process.env[name];
  }
  return kept;
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
  } catch {
    return '';
  }
}

/**
 * Makes a new cluster: checksums on, passwords demanded everywhere, collation that does not depend on the system's C library
 * (indexes stay right when the folder moves to another machine). The folder appears complete or not at all.
 * @param durable false only for clusters that are thrown away.
 */
export async function createCluster(at: ClusterLocation, superuserPassword: string, durable: boolean): Promise<void> {
  const unfinished = `${at.dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  giveTo(unfinished, at.user);
  const passwordFile = join(dirname(at.dataDir), `${basename(at.dataDir)}.password`);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600, flag: 'wx' });
  giveTo(passwordFile, at.user);
  try {
    const parameters = [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    const child = startProgram(at, at.binaries.initdb, parameters, false);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', resolve);
    });
    if (code !== 0)
      throw new DatabaseServerError('server-exited', `PostgreSQL could not be set up:\n${lastLines(at.logFile)}`);
    await rename(unfinished, at.dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function startProgram(
  at: ClusterLocation,
  program: string,
  parameters: readonly string[],
  detached: boolean,
): ChildProcess {
  const log = openSync(at.logFile, 'w', 0o600);
  try {
    return spawn(program, parameters, {
      ...(at.user ?? {}),
      // Our own working folder may be closed to the database user.
      cwd: dirname(at.dataDir),
      env: environment(),
      detached,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
  } finally {
    closeSync(log);
  }
}

/** One running PostgreSQL on one data folder. */
export class ClusterProcess {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly at: ClusterLocation) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * Resolves when connections are accepted; recovery after a crash may take its time.
   * @throws DatabaseServerError `server-exited` with the end of its log.
   */
  async start(settings: Readonly<Record<string, string>>): Promise<void> {
    const parameters = ['-D', this.at.dataDir];
    for (const [name, value] of Object.entries(settings)) parameters.push('-c', `${name}=${value}`);
    for (let attempt = 1; ; attempt += 1) {
      // Its own process group: Ctrl-C in the terminal must reach the application first, which stops the server last.
      const child = startProgram(this.at, this.at.binaries.postgres, parameters, true);
      this.child = child;
      this.ended = new Promise((resolve) => {
        child.once('error', () => resolve());
        child.once('exit', () => resolve());
      });
      if (await this.becomesReady(child)) return;
      this.child = undefined;
      const log = lastLines(this.at.logFile);
      // Children of a killed server need a moment to notice that it is gone.
      if (attempt < 20 && /shared memory block .* still in use/.test(log)) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        continue;
      }
      throw new DatabaseServerError(
        'server-exited',
        `PostgreSQL ended while it was starting. The end of its log (${this.at.logFile}):\n${log}`,
      );
    }
  }

  /** Orderly within `patience` milliseconds, else at once; in both cases nothing that was acknowledged is lost. */
  async stop(patience = 3_000): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.send('SIGINT');
    const timer = setTimeout(() => this.send('SIGQUIT'), patience);
    await this.ended;
    clearTimeout(timer);
    this.child = undefined;
  }

  /** Stops without waiting; the next start recovers. For the moment before the process ends. */
  stopAtOnce(): void {
    this.send('SIGQUIT');
  }

  private send(signal: 'SIGINT' | 'SIGQUIT'): void {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    if (process.platform === 'win32') {
      spawn(this.at.binaries.pgCtl, [
        'stop',
        '-D',
        this.at.dataDir,
        '-m',
        signal === 'SIGINT' ? 'fast' : 'immediate',
        '-W',
      ]);
    } else {
      child.kill(signal);
    }
  }

  private async becomesReady(child: ChildProcess): Promise<boolean> {
    let ended = false;
    void this.ended.then(() => (ended = true));
    while (!ended) {
      const postmaster = await readPostmaster(this.at.dataDir);
      if (postmaster?.pid === child.pid && postmaster?.ready) return true;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    return false;
  }
}
