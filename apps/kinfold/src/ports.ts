import { isPortFree, type Config } from '@kinfold/shared/api';
import { CommandError } from './terminal';

/**
 * Looks before anything is begun. Where the demo answers at `localhost`, a program that listens at ::1 only would be what the
 * browser shows, so that counts as taken as well.
 * @throws CommandError that names the port and how to change it.
 */
export async function requireFreePorts(config: Config): Promise<void> {
  const surfaces = [
    ['PORT', config.staff.port],
    ['PORTAL_PORT', config.portal.port],
  ] as const;
  const hosts = config.host === '127.0.0.1' ? ['127.0.0.1', '::1'] : [config.host];
  for (const [name, port] of surfaces) {
    for (const host of hosts) {
      if (await isPortFree(port, host)) continue;
      throw new CommandError(
        `Port ${port} is taken. Stop what uses it, or start with another one: ${name}=${port + 10} npm start`,
      );
    }
  }
}
