import { readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './process-identity';

/** What the main process of a running cluster writes into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFile = (dataDir: string) => join(dataDir, 'postmaster.pid');

/** The main process according to `postmaster.pid`, which also stays behind when the process was killed. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' };
}

/** Resolves to whether the process ended within this time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (isAlive(pid)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function runsOn(pid: number, dataDir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    // No /proc here (macOS, Windows): then the process named by the file is taken for what the file says.
    return true;
  }
}

/**
 * Ends a server that outlived the application that started it, in the orderly way first. Its data are complete afterwards
 * either way: what was acknowledged is in the write-ahead log.
 * @returns whether there was one.
 */
export async function stopOrphan(dataDir: string): Promise<boolean> {
  const found = await readPostmaster(dataDir);
  if (!found || !isAlive(found.pid)) return false;
  if (!runsOn(found.pid, dataDir)) {
    // The number belongs to another program by now. PostgreSQL would refuse to start because of it. A dead number is left in
    // place on purpose: from the rest of the file PostgreSQL sees whether children of the old server are still there.
    await rm(pidFile(dataDir), { force: true });
    return false;
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(found.pid, signal);
    if (await waitForEnd(found.pid, 10_000)) return true;
  }
  return true;
}
