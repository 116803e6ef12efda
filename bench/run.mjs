/**
 * `npm run bench`: builds the API and the measuring program, and runs it. Arguments are passed on; `npm run bench -- --help` says which.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle, bundleFiles } from '../tools/build/node-app.mjs';

await Promise.all([
  bundle('api'),
  bundle('kinfold'),
  bundleFiles(['bench/bench.ts', 'bench/limit-server.ts'], join('dist', 'bench')),
  bundleFiles(['apps/kinfold/src/demo/load-clinic.ts'], join('dist', 'bench', 'load')),
]);
const program = join(import.meta.dirname, '..', 'dist', 'bench', 'bench.js');
process.exitCode = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
