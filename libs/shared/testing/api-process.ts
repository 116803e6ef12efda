import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './test-database';
import type { WorldAccount } from './world';

/** The whole application, built, in a process of its own, on a database of its own: what a browser would talk to. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly home: string,
    readonly staffUrl: string,
    readonly portalUrl: string,
    private readonly output: string[],
  ) {}

  static async start(database: TestDatabase, overrides: { mode?: 'demo' | 'clinic' } = {}): Promise<ApiProcess> {
    const home = mkdtempSync(join(tmpdir(), 'kinfold-api-'));
    const keyFile = join(home, 'kinfold.key');
    writeFileSync(keyFile, `kinfold-key-1:${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    const [staff, portal] = [await freePort(), await freePort()];
    const url = (port: number): string => `http://localhost:${port}`;
    const config = {
      mode: overrides.mode ?? 'demo', home, host: '127.0.0.1', keyFile, trustedProxy: [],
      staff: { port: staff, origin: url(staff) }, portal: { port: portal, origin: url(portal) },
    };
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'tools', 'test', 'serve-api.mjs')], {
      env: {
        ...process.env,
        KINFOLD_TEST_SERVE_CONFIG: JSON.stringify(config),
        KINFOLD_TEST_SERVE_URLS: JSON.stringify(database.urls),
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
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
    return new ApiProcess(child, home, `http://127.0.0.1:${staff}`, `http://127.0.0.1:${portal}`, output);
  }

  /** Everything the process has written so far: its log. */
  get log(): string {
    return this.output.join('');
  }

  async stop(): Promise<void> {
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGTERM');
    await gone;
    rmSync(this.home, { recursive: true, force: true });
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
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port'))));
    });
  });
}
