import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './workspace.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program with the pinned Node in our place: same terminal, same signals, same exit code.
 * The channel to the program closes when this process is killed, which tells the program to stop.
 * @returns its exit code.
 */
export function handOver(node, parameters) {
  // Settings in .env count unless the environment says otherwise.
  const settings = join(ROOT, '.env');
  const child = spawn(node, [...(existsSync(settings) ? [`--env-file=${settings}`] : []), ...parameters], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

const parentOf = (pid) => {
  try {
    return /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
};

// Who has to live for us to go on: npm, which runs us directly or through a shell. The parent of npm itself may leave.
function launchers() {
  let name = '';
  try {
    name = readFileSync(`/proc/${process.ppid}/comm`, 'utf8').trim();
  } catch {
    // No /proc here: then only our own parent is watched.
  }
  return [String(process.ppid), ...(/^(da|ba|a)?sh$|^busybox$/.test(name) ? [parentOf(process.ppid)] : [])].join();
}

// npm passes signals on, except the one it cannot catch. When it is killed, somebody above us gets another parent.
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const before = launchers();
  const watch = setInterval(() => {
    if (launchers() === before) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 300);
  watch.unref();
}
