import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, ROOT, say } from './workspace.mjs';

const STAMP = join(ROOT, 'dist', '.stamp');
/** The program that everything else is started by. */
export const PROGRAM = join(ROOT, 'dist', 'apps', 'kinfold', 'main.js');

const SOURCES = ['apps', 'libs', 'tools/build', 'openapi', 'nx.json', 'package.json', 'package-lock.json'];
// Files that no built program contains.
const LEFT_OUT = /(\.spec\.ts|\.md)$|-e2e$|^(node_modules|dist|tmp)$/;

function* filesUnder(path) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    yield `${path} ${found.size} ${found.mtimeMs}`;
    return;
  }
  for (const name of readdirSync(join(ROOT, path)).sort()) {
    if (!LEFT_OUT.test(name)) yield* filesUnder(`${path}/${name}`);
  }
}

/**
 * Changes when a source changes: names, sizes and times of all files. Asking Nx the same costs seconds, even when nothing
 * changed.
 */
export function sourcesStamp() {
  const hash = createHash('sha256').update(process.platform);
  const configurations = readdirSync(ROOT).filter((name) => /^tsconfig.*\.json$/.test(name));
  for (const source of [...SOURCES, ...configurations.sort()]) {
    for (const line of filesUnder(source)) hash.update(`${line}\n`);
  }
  return hash.digest('hex');
}

function isBuilt(stamp) {
  return existsSync(PROGRAM) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp;
}

/** Whether `ensureBuilt` has something to do. */
export function needsBuild() {
  return !isBuilt(sourcesStamp());
}

/** Builds what changed since the last time. */
export function ensureBuilt(node) {
  // Taken before the build: a file that is saved meanwhile is built the next time.
  const stamp = sourcesStamp();
  if (isBuilt(stamp)) return;
  say('Kinfold is being built. The first time takes a minute or two.');
  const nx = join(ROOT, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { status, stdout, stderr } = spawnSync(node, [nx, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      FORCE_COLOR: '0',
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NX_NO_CLOUD: 'true',
      NG_CLI_ANALYTICS: 'false',
      CI: 'true',
    },
  });
  if (status !== 0)
    throw new Refusal(`${stdout ?? ''}${stderr ?? ''}\nKinfold could not be built; the reason stands above.`);
  if (!existsSync(PROGRAM)) throw new Refusal(`The build made no ${PROGRAM}.`);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  rmSync(STAMP, { force: true });
  writeFileSync(STAMP, stamp);
}
