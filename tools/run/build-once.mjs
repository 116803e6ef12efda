/** Builds what changed and nothing else; for images and for continuous integration. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { run } from './workspace.mjs';

await run(async () => {
  ensureInstalled();
  ensureBuilt(pinnedNode());
  return 0;
});
