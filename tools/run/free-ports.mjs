import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Refusal, ROOT } from './workspace.mjs';

function isTaken(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(false)));
  });
}

/**
 * Says at once what would be said again after minutes of installing and building. The program itself looks properly; with
 * settings in a file this script, which runs on an old Node, leaves it to the program.
 */
export async function refuseTakenPorts() {
  if (existsSync(join(ROOT, '.env'))) return;
  for (const [name, standard] of [
    ['PORT', 3000],
    ['PORTAL_PORT', 3001],
  ]) {
    const port = Number(process.env[name] || standard);
    if (Number.isInteger(port) && port > 0 && port < 65_536 && (await isTaken(port))) {
      throw new Refusal(
        `Port ${port} is taken. Stop what uses it, or start with another one: ${name}=${port + 10} npm start`,
      );
    }
  }
}
