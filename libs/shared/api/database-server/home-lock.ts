import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseServerError } from './database-server';
import { identityOf, isStillRunning, type ProcessIdentity } from './process-identity';
import { errorCode } from './error-code';

interface Holder extends ProcessIdentity {
  readonly token: string;
  /** Set while the holder is on its way out. */
  readonly stopping?: boolean;
}

const PATIENCE_MS = { running: 1_500, stopping: 10_000 };

function readHolder(file: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder.pid === 'number' ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * One running Kinfold per home folder. A lock left behind by a process that was killed is taken over; a holder on its way out
 * is waited for.
 */
export class HomeLock {
  private readonly file: string;
  private readonly holder: Holder = { ...identityOf(process.pid), token: randomUUID() };
  private held = false;

  constructor(private readonly home: string) {
    this.file = join(home, 'lock.json');
  }

  /** The process that holds the lock, if it still runs. */
  static holderOf(home: string): ProcessIdentity | undefined {
    const holder = readHolder(join(home, 'lock.json'));
    return holder && isStillRunning(holder) ? holder : undefined;
  }

  /**
   * Takes the lock; holding it already is fine.
   * @throws DatabaseServerError `already-running`, naming the process and two ways out.
   */
  async acquire(): Promise<void> {
    if (this.held) return;
    const began = Date.now();
    while (!this.tryOnce()) {
      const holder = readHolder(this.file);
      const patience = holder?.stopping ? PATIENCE_MS.stopping : PATIENCE_MS.running;
      if (holder && isStillRunning(holder) && Date.now() - began > patience) throw this.refusal(holder);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    this.held = true;
  }

  /** Tells the next start that it is worth waiting. */
  announceStopping(): void {
    if (!this.held) return;
    const changed = `${this.file}.${this.holder.token}`;
    this.write(changed, { ...this.holder, stopping: true });
    renameSync(changed, this.file);
  }

  release(): void {
    if (!this.held) return;
    this.held = false;
    if (readHolder(this.file)?.token === this.holder.token) rmSync(this.file, { force: true });
  }

  private tryOnce(): boolean {
    const mine = `${this.file}.${this.holder.token}`;
    try {
      this.write(mine, this.holder);
      // A hard link appears whole or not at all, and fails when the name is taken.
      linkSync(mine, this.file);
      return true;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      this.removeIfAbandoned();
      return false;
    } finally {
      rmSync(mine, { force: true });
    }
  }

  private removeIfAbandoned(): void {
    const seen = readHolder(this.file);
    if (seen && isStillRunning(seen)) return;
    // Two starts may find the same abandoned lock. Who renames it checks that it is not the new one of the other, and gives that back.
    const aside = `${this.file}.${this.holder.token}.old`;
    try {
      renameSync(this.file, aside);
      const taken = readHolder(aside);
      if (taken && isStillRunning(taken)) linkSync(aside, this.file);
    } catch {
      return;
    } finally {
      rmSync(aside, { force: true });
    }
  }

  private write(file: string, holder: Holder): void {
    writeFileSync(file, JSON.stringify(holder), { mode: 0o600 });
  }

  private refusal(holder: ProcessIdentity): DatabaseServerError {
    return new DatabaseServerError(
      'already-running',
      `Kinfold already runs with the folder ${this.home} (process ${holder.pid}). Stop that one first, ` +
        'or start a second one with its own KINFOLD_HOME, PORT and PORTAL_PORT.',
    );
  }
}
