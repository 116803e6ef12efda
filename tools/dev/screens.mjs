/** `npm run screens`: builds, starts a demo clinic of its own, and takes the pictures of every screen into `.kinfold/screens`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../test/find-chromium.mjs';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
const chromium = findChromium();
if (!chromium) {
  process.stderr.write(
    'No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROME_PATH.\n',
  );
  process.exit(1);
}

function run(program, ...args) {
  const { status } = spawnSync(join(bin, program), args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      CHROME_PATH: chromium,
      PATH: `${bin}:${process.env.PATH ?? ''}`,
    },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('nx', 'run-many', '-t', 'build');
run('jest', '--selectProjects', 'web-e2e', '--testPathPatterns', 'screens');
process.stdout.write('The pictures are in .kinfold/screens.\n');
