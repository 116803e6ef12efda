import { once } from 'node:events';
import { createServer } from 'node:net';
import { isPortFree, readConfig } from '@kinfold/shared/api';
import { requireFreePorts } from './ports';

async function listening(host: string, port = 0) {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The listener has no port.');
  return { port: address.port, close: () => new Promise((resolve) => server.close(resolve)) };
}

const configured = (staff: number, portal: number) =>
  readConfig({ PORT: String(staff), PORTAL_PORT: String(portal) }, '/srv');

describe('requireFreePorts', () => {
  it('names port, variable and example when a port is taken', async () => {
    const [taken, free] = [await listening('127.0.0.1'), await listening('127.0.0.1')];
    await free.close();
    await expect(requireFreePorts(configured(taken.port, free.port))).rejects.toThrow(
      `Port ${taken.port} is taken. Stop what uses it, or start with another one: PORT=${taken.port + 10} npm start`,
    );
    await expect(requireFreePorts(configured(free.port, taken.port))).rejects.toThrow(
      `PORTAL_PORT=${taken.port + 10} npm start`,
    );
    await taken.close();
    await expect(requireFreePorts(configured(taken.port, free.port))).resolves.toBeUndefined();
  });

  it('refuses when another program answers at localhost over IPv6 only', async () => {
    const taken = await listening('::1').catch(() => undefined);
    // A machine without IPv6 has nobody there, which the other case covers.
    if (!taken) return;
    const alsoFree = await isPortFree(taken.port);
    expect(alsoFree).toBe(true);
    await expect(requireFreePorts(configured(taken.port, taken.port + 1))).rejects.toThrow(
      `Port ${taken.port} is taken`,
    );
    await taken.close();
  });
});
