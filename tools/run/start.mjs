/** `npm start`: installs, builds what changed, and starts Kinfold on the Node that came with the packages. */
import { ensureBuilt, needsBuild, PROGRAM } from './build.mjs';
import { refuseTakenPorts } from './free-ports.mjs';
import { handOver } from './hand-over.mjs';
import { ensureInstalled, needsInstall } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { run } from './workspace.mjs';

await run(async () => {
  if (needsInstall() || needsBuild()) await refuseTakenPorts();
  ensureInstalled();
  const node = pinnedNode();
  ensureBuilt(node);
  return handOver(node, [PROGRAM, 'start', ...process.argv.slice(2)]);
});
