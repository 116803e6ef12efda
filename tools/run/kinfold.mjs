#!/usr/bin/env node
/** `npx kinfold <command>`: the command line of Kinfold, installed and built first when need be. */
import { ensureBuilt, PROGRAM } from './build.mjs';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { run } from './workspace.mjs';

await run(async () => {
  ensureInstalled();
  const node = pinnedNode();
  ensureBuilt(node);
  return handOver(node, [PROGRAM, ...process.argv.slice(2)]);
});
