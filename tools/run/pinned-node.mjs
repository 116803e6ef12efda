import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, ROOT } from './workspace.mjs';

/** argon2id came into node:crypto with this version. */
const LOWEST = [24, 7];

function isRecentEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1]);
}

/**
 * The Node that Kinfold runs on: the one that came with the packages, else the one that runs this script if it is recent
 * enough (the packages know Linux and Windows on ordinary processors).
 */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', name);
  // It is asked for its version because one that is there may still not run here (a Linux without glibc).
  if (existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought;
  if (isRecentEnough(process.version)) return process.execPath;
  throw new Refusal(
    `Kinfold needs Node ${LOWEST.join('.')} or later. None came with the packages for ${process.platform} on ${process.arch}, and this is Node ${process.version}. Install Node 24 and start again.`,
  );
}
