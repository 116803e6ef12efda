import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './children';

export interface StartTimes {
  /** Seconds until `kinfold start` serves: with initdb, migrations and the demo clinic, and again on what is there. */
  readonly first: number;
  readonly warm: number;
}

/** Starts the built program twice in a folder of its own: everything from nothing, then on an existing database. */
export async function startTimes(program: string): Promise<StartTimes> {
  const home = mkdtempSync(join(tmpdir(), 'kinfold-bench-start-'));
  try {
    const first = await start(program, home);
    const warm = await start(program, home);
    return { first, warm };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start(program: string, home: string): Promise<number> {
  const [port = 0, portalPort = 0] = await freePorts(2);
  const environment = {
    ...process.env,
    KINFOLD_HOME: home,
    PORT: String(port),
    PORTAL_PORT: String(portalPort),
    KINFOLD_MODE: 'demo',
  };
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'start'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await serving(child);
    return (performance.now() - began) / 1_000;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

function serving(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      if (printed.includes('Ctrl-C stops it.')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`Kinfold ended with ${code} before it served:\n${printed}`)));
  });
}
