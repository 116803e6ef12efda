import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function readJson<T>(path: string): T {
  return JSON.parse(readText(path));
}

export function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** Names of the folders in a folder. */
export function foldersIn(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Every layer folder that holds anything: `libs/<slice>/<layer>`. */
export function layerFolders(): { slice: string; layer: string; path: string }[] {
  return foldersIn('libs').flatMap((slice) =>
    slice === 'demo'
      ? []
      : foldersIn(`libs/${slice}`).map((layer) => ({ slice, layer, path: `libs/${slice}/${layer}` })),
  );
}

export interface Ran {
  readonly code: number;
  readonly output: string;
}

/** Runs a program of this repository to its end; what it prints is given back, whatever it said. */
export function run(program: string, args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
    const child = execFile(
      program,
      [...args],
      { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1,
          output: error === null ? stdout : stdout + stderr,
        });
      },
    );
    // A program that reads nothing may be gone before it is told.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** The files that belong to the repository: what git follows, and what is new and not ignored. */
export async function repositoryFiles(): Promise<string[]> {
  const { output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  return output.split('\n').filter((path) => path !== '' && exists(path));
}
