import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, ROOT, say } from './workspace.mjs';

const LOCK_FILE = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.kinfold-install');

const readText = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * Whether npm itself, called by hand, installed exactly what the lock file says. npm writes its hidden lock file last, so an
 * installation that was interrupted does not pass.
 */
function isInstalledByHand(lockText) {
  const hidden = readText(join(MODULES, '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(JSON.parse(lockText).packages).every(([path, wanted]) => {
    const found = installed[path];
    if (!found) return path === '' || wanted.optional === true || wanted.peer === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Whether `npm ci` has something to do. */
export function needsInstall() {
  const lockText = readFileSync(LOCK_FILE, 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (readText(STAMP) === hash) return false;
  if (!isInstalledByHand(lockText)) return true;
  writeFileSync(STAMP, hash);
  return false;
}

// Under `npm start` this names the npm that runs us; otherwise the one on the path is taken. On Windows that one is a command
// file, which only a shell runs.
function npm(parameters) {
  const own = process.env.npm_execpath;
  if (own && /\.c?js$/.test(own)) return [process.execPath, [own, ...parameters], false];
  return ['npm', parameters, process.platform === 'win32'];
}

/** Installs what the lock file says when it is not there yet; afterwards no network is needed. */
export function ensureInstalled() {
  if (!needsInstall()) return;
  say('Packages are being installed. This happens once and takes a minute or two.');
  // NODE_ENV=production would leave out what the build needs.
  const [command, parameters, shell] = npm([
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  const { status, error } = spawnSync(command, parameters, {
    cwd: ROOT,
    shell,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error) throw new Refusal(`npm could not be run (${error.message}). Install npm 9 or later and start again.`);
  if (status !== 0)
    throw new Refusal(
      'The packages could not be installed; npm says why above. Check the network and the disk, then start again.',
    );
  writeFileSync(STAMP, createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex'));
}
