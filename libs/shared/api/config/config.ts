import { resolve } from 'node:path';
import { Reader } from './reader';

/** Everything the program can be told from outside. Read once at start, handed on as a plain value. */
export interface Config {
  /** `demo` binds to loopback and shows a banner; `clinic` asks a second factor of every clinician. */
  readonly mode: 'demo' | 'clinic';
  /** Folder of everything this installation keeps on disk. */
  readonly home: string;
  /** Address to listen on. */
  readonly host: string;
  readonly staff: Surface;
  readonly portal: Surface;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** Addresses whose `X-Forwarded-*` headers are believed; empty believes nobody (AP-06). */
  readonly trustedProxy: readonly string[];
  /** Your own PostgreSQL; absent means the embedded server. */
  readonly database?: DatabaseUrls;
  readonly smtpUrl?: string;
  /** The key that unlocks every narrative text. Lost key, lost notes. */
  readonly keyFile: string;
}

/** One of the two web applications: the port it listens on and the origin browsers call it by. */
export interface Surface {
  readonly port: number;
  readonly origin: string;
}

/** One connection string for each role: application, sign-in, migrations. */
export interface DatabaseUrls {
  readonly app: string;
  readonly auth: string;
  readonly migrator: string;
}

/** Names the variables that are wrong and says how; never repeats a value, which may be a secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration needs another look:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the configuration from environment variables.
 * @param env the variables, usually `process.env`
 * @param folder the folder that relative paths start from
 * @throws ConfigError that names every bad variable at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const read = new Reader(env);
  const database = readDatabase(read);
  const mode = read.oneOf('KINFOLD_MODE', ['demo', 'clinic'], database ? 'clinic' : 'demo');
  const home = resolve(folder, read.text('KINFOLD_HOME', '.kinfold'));
  const tls = readTls(read, folder);
  const host = read.text('HOST', mode === 'demo' ? '127.0.0.1' : '0.0.0.0');
  if (mode === 'demo') {
    if (!['127.0.0.1', 'localhost', '::1'].includes(host))
      read.refuse('HOST', 'the demo answers on this computer only; leave it out');
    if (env['NODE_ENV'] === 'production') read.refuse('KINFOLD_MODE', 'the demo is not for production; say clinic');
  }
  const staff = readSurface(read, 'PORT', 3000, 'STAFF_ORIGIN', tls !== undefined);
  const portal = readSurface(read, 'PORTAL_PORT', 3001, 'PORTAL_ORIGIN', tls !== undefined);
  if (staff.port === portal.port) read.refuse('PORTAL_PORT', 'must differ from PORT');
  const config: Config = {
    mode,
    home,
    host,
    staff,
    portal,
    tls,
    trustedProxy: read.list('TRUSTED_PROXY'),
    database,
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    keyFile: resolve(folder, read.text('KINFOLD_KEY_FILE', resolve(home, 'kinfold.key'))),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

function readSurface(read: Reader, portName: string, fallback: number, originName: string, tls: boolean): Surface {
  const port = read.port(portName, fallback);
  const origin = read.origin(originName) ?? `${tls ? 'https' : 'http'}://localhost:${port}`;
  return { port, origin };
}

function readTls(read: Reader, folder: string): Config['tls'] {
  const certFile = read.optional('TLS_CERT_FILE');
  const keyFile = read.optional('TLS_KEY_FILE');
  if (!certFile && !keyFile) return undefined;
  if (!certFile) read.refuse('TLS_CERT_FILE', 'is needed together with TLS_KEY_FILE');
  if (!keyFile) read.refuse('TLS_KEY_FILE', 'is needed together with TLS_CERT_FILE');
  return { certFile: resolve(folder, certFile ?? ''), keyFile: resolve(folder, keyFile ?? '') };
}

function readDatabase(read: Reader): DatabaseUrls | undefined {
  const schemes = ['postgres:', 'postgresql:'];
  const app = read.url('DATABASE_URL', schemes);
  const auth = read.url('DATABASE_AUTH_URL', schemes);
  const migrator = read.url('DATABASE_MIGRATOR_URL', schemes);
  if (!app && !auth && !migrator) return undefined;
  for (const [name, value] of [
    ['DATABASE_URL', app],
    ['DATABASE_AUTH_URL', auth],
    ['DATABASE_MIGRATOR_URL', migrator],
  ] as const) {
    if (!value && !read.isBad(name)) read.refuse(name, 'is needed: the three database addresses belong together');
  }
  return { app: app ?? '', auth: auth ?? '', migrator: migrator ?? '' };
}
