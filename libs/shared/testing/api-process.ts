import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InstallationKey, installationKey } from '@kinfold/shared/api';
import type { TestDatabase } from './test-database';
import type { WorldAccount } from './world';

export interface ApiProcessOptions {
  readonly mode?: 'demo' | 'clinic';
  /** 32 bytes; processes that share a database share their key. */
  readonly keyRoot?: Buffer;
  /** What browsers call the application by: `https` as behind a web server that speaks TLS. */
  readonly scheme?: 'http' | 'https';
}

/** The whole application, built, in a process of its own, on a database of its own: what a browser would talk to. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
    readonly staffUrl: string,
    readonly portalUrl: string,
    private readonly output: string[],
    /** The key of this installation, for writing what only it can read. */
    readonly key: InstallationKey,
    readonly staffOrigin: string,
    readonly portalOrigin: string,
  ) {}

  static async start(database: TestDatabase, options: ApiProcessOptions = {}): Promise<ApiProcess> {
    const home = mkdtempSync(join(tmpdir(), 'kinfold-api-'));
    const keyFile = join(home, 'kinfold.key');
    const keyRoot = options.keyRoot ?? randomBytes(32);
    writeFileSync(keyFile, `kinfold-key-1:${keyRoot.toString('base64url')}\n`, { mode: 0o600 });
    const [staff, portal] = [await freePort(), await freePort()];
    const url = (port: number): string => `${options.scheme ?? 'http'}://localhost:${port}`;
    const config = {
      mode: options.mode ?? 'demo',
      home,
      host: '127.0.0.1',
      keyFile,
      trustedProxy: [],
      staff: { port: staff, origin: url(staff) },
      portal: { port: portal, origin: url(portal) },
    };
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '..', '..', '..', 'tools', 'test', 'serve-api.mjs')],
      {
        env: {
          ...process.env,
          KINFOLD_TEST_SERVE_CONFIG: JSON.stringify(config),
          KINFOLD_TEST_SERVE_URLS: JSON.stringify(database.urls),
          KINFOLD_TEST_SERVE_ENDS_WITH_INPUT: '1',
          LOG_LEVEL: 'info',
        },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    const output: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        output.push(chunk.toString());
        if (output.join('').includes('ready\n')) resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`The API stopped with ${code}: ${output.join('')}`)));
    });
    return new ApiProcess(
      child,
      home,
      `http://127.0.0.1:${staff}`,
      `http://127.0.0.1:${portal}`,
      output,
      installationKey(keyRoot),
      url(staff),
      url(portal),
    );
  }

  /** Everything the process has written so far: its log. */
  get log(): string {
    return this.output.join('');
  }

  /** The log, once it holds a text: what a process writes arrives a little later than its answer. */
  async logWith(text: string): Promise<string> {
    while (!this.log.includes(text))
      await new Promise<void>((resolve) => this.child.stdout?.once('data', () => resolve()));
    return this.log;
  }

  /**
   * Asks the process to stop, as the operating system does.
   * @returns its exit code, once it is gone
   */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.home, { recursive: true, force: true });
    return this.child.exitCode;
  }
}

/** Headers that a page of our own sends, with the session of an account if one is given. */
export function ownPage(account?: WorldAccount): Record<string, string> {
  const cookie = account?.context.surface === 'portal' ? '__Host-kinfold-family' : '__Host-kinfold-staff';
  return {
    'X-Kinfold': '1',
    'Sec-Fetch-Site': 'same-origin',
    ...(account ? { Cookie: `${cookie}=${account.token}` } : {}),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port')),
      );
    });
  });
}
