import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Starts the built product as `npm start` does, with a demo clinic of its own, for all journeys of the run. */
export default async function webSetup() {
  const home = mkdtempSync(join(tmpdir(), 'kinfold-web-'));
  const [port, portalPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [join(root, 'dist', 'apps', 'kinfold', 'main.js'), 'start'], {
    cwd: root,
    env: { ...process.env, KINFOLD_HOME: home, PORT: String(port), PORTAL_PORT: String(portalPort) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = [];
  await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output.push(chunk.toString());
      if (output.join('').includes('Ctrl-C stops it')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`Kinfold stopped with ${code}:\n${output.join('')}`)));
  });
  globalThis.kinfoldApplication = { child, home };
  process.env.KINFOLD_E2E_DEMO = join(home, 'demo.json');
}

/** Stops it as a person would, and deletes its folder. */
export async function webTeardown() {
  const running = globalThis.kinfoldApplication;
  if (!running) return;
  const gone = new Promise((resolve) => running.child.once('exit', resolve));
  running.child.kill('SIGTERM');
  await gone;
  rmSync(running.home, { recursive: true, force: true });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
