/**
 * Everything that has to hold, in one run: lint with boundaries, types, builds, rules, database, API, screens, architecture, journeys in a
 * real browser. Every kind has to have run something. Closes with one line: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');
mkdirSync(join(root, 'dist'), { recursive: true });
const results = mkdtempSync(join(root, 'dist', 'test-results-'));

const JEST_KINDS = [
  ['domain', 'rules'],
  ['api', 'use cases on PostgreSQL'],
  ['web', 'screens without a browser'],
  ['architecture', 'architecture'],
  ['api-e2e', 'the API over HTTP'],
];

/** @type {{ kind: string, passed: number, failed: number, seconds: number }[]} */
const kinds = [];

await command('lint with boundaries', [['nx', 'run', 'workspace:lint']]);
await command(
  'types',
  ['domain', 'api', 'web', 'spec'].map((layer) => ['tsc', '-p', `tsconfig.${layer}.json`]),
);
await command('builds', [['nx', 'run-many', '-t', 'build', '--parallel=2']]);
for (const [project, kind] of JEST_KINDS) await jest(kind, project);
const chromium = findChromium();
if (chromium) await jest('journeys in the browser', 'web-e2e', { CHROME_PATH: chromium });
else {
  process.stdout.write(
    '\nNo Chromium was found, so no journey was walked. Install it (Debian: apt-get install chromium) or name it in CHROME_PATH.\n',
  );
  kinds.push({ kind: 'journeys in the browser', passed: 0, failed: 1, seconds: 0 });
}

process.stdout.write('\n');
for (const { kind, passed, failed, seconds } of kinds) {
  process.stdout.write(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${kind}: ${passed} passed, ${failed} failed (${seconds} s)\n`,
  );
}
const sum = (key) => kinds.reduce((total, kind) => total + kind[key], 0);
rmSync(results, { recursive: true, force: true });
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exit(sum('failed') === 0 ? 0 : 1);

/** Runs commands one after another; each is one check. */
async function command(kind, commands) {
  const started = Date.now();
  let failed = 0;
  for (const [program, ...args] of commands) {
    process.stdout.write(`\n> ${program} ${args.join(' ')}\n`);
    if ((await run(program, args)) !== 0) failed++;
  }
  kinds.push({ kind, passed: commands.length - failed, failed, seconds: seconds(started) });
}

/** Runs one Jest project. A project that ran no test has failed. */
async function jest(kind, project, env = {}) {
  const started = Date.now();
  const output = join(results, `${project}.json`);
  process.stdout.write(`\n> jest ${project}\n`);
  const code = await run('jest', ['--selectProjects', project, '--json', `--outputFile=${output}`], env, 'ignore');
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = readResult(output);
  const broken =
    numRuntimeErrorTestSuites +
    (numPassedTests === 0 || (code !== 0 && numFailedTests + numRuntimeErrorTestSuites === 0) ? 1 : 0);
  kinds.push({ kind, passed: numPassedTests, failed: numFailedTests + broken, seconds: seconds(started) });
}

function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

function run(program, args, env = {}, stdout = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(join(bin, program), args, {
      cwd: root,
      stdio: ['ignore', stdout, 'inherit'],
      env: {
        ...process.env,
        NX_DAEMON: 'false',
        NX_TUI: 'false',
        NG_CLI_ANALYTICS: 'false',
        PATH: `${bin}:${process.env.PATH ?? ''}`,
        ...env,
      },
    });
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}
