/** `npm test`: installs, then runs every kind of test on the Node that came with the packages. */
import { join } from 'node:path';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { ROOT, run } from './workspace.mjs';

await run(async () => {
  ensureInstalled();
  return handOver(pinnedNode(), [join(ROOT, 'tools', 'test', 'run-all.mjs'), ...process.argv.slice(2)]);
});
