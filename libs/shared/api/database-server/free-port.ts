import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { errorCode } from './error-code';

// Below 32768 Linux hands out no port for outgoing connections, so nothing takes ours while the server restarts.
const LOWEST = 20_000;
const HIGHEST = 32_767;

/** Whether this process may listen on a TCP port: nobody else does, and the system allows it. */
export function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // An address the machine does not have (no IPv6, for example) is nobody's either.
    probe.once('error', (error) => resolve(!['EADDRINUSE', 'EACCES'].includes(errorCode(error) ?? '')));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A free port for a local server, between 20000 and 32767.
 * @param preferred taken when it is still free, so that the address stays the same from start to start.
 */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST + 1);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free TCP port between ${LOWEST} and ${HIGHEST}.`);
}
