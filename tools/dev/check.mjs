/** `npm run check`: lint, types, and the tests of what changed since the last commit. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');

function run(program, ...args) {
  const { status } = spawnSync(join(bin, program), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', PATH: `${bin}:${process.env.PATH ?? ''}` },
  });
  if (status !== 0) process.exit(status ?? 1);
}

run('nx', 'run', 'workspace:lint');
for (const layer of ['domain', 'api', 'web', 'spec']) run('tsc', '-p', `tsconfig.${layer}.json`);
run(
  'jest',
  '--onlyChanged',
  '--passWithNoTests',
  '--selectProjects',
  'domain',
  'api',
  'web',
  'architecture',
  'api-e2e',
);
