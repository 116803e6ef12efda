/**
 * `npm run dev`: the API starts again when its code changes, both web applications reload. The pages come from the development
 * servers on 4200 (dashboard) and 4201 (portal), which pass `/api` on to the API on 3000 and 3001.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { context } from 'esbuild';
import { bundleOptions } from '../build/node-app.mjs';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
const children = new Set();
let api = null;
let stopping = false;

function start(program, args, env = {}) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function restartApi() {
  if (api) {
    const gone = new Promise((resolve) => api.once('exit', resolve));
    api.kill('SIGTERM');
    await gone;
  }
  if (stopping) return;
  api = start(process.execPath, ['dist/apps/kinfold/main.js', 'start'], {
    STAFF_ORIGIN: 'http://localhost:4200',
    PORTAL_ORIGIN: 'http://localhost:4201',
  });
}

let restarting = Promise.resolve();
const restartWhenBuilt = {
  name: 'restart-when-built',
  setup(build) {
    build.onEnd(({ errors }) => {
      if (errors.length === 0) restarting = restarting.then(restartApi);
    });
  },
};

const builds = [
  await context(bundleOptions(['apps/kinfold/src/main.ts'], 'dist/apps/kinfold')),
  await context({
    ...bundleOptions(['apps/api/src/main.ts'], 'dist/apps/api'),
    plugins: [...bundleOptions([], '').plugins, restartWhenBuilt],
  }),
];
for (const build of builds) await build.rebuild();
for (const build of builds) await build.watch();

for (const [application, port] of [
  ['dashboard', '4200'],
  ['portal', '4201'],
]) {
  start(join(bin, 'nx'), ['run', `${application}:serve`, `--port=${port}`]);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true;
    for (const child of children) child.kill('SIGTERM');
    void Promise.all(builds.map((build) => build.dispose()));
  });
}
