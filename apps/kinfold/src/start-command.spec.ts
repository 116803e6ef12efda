import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { isPortFree, runningDatabaseUrls } from '@kinfold/shared/api';
import { readDemoFile } from './demo-file';

jest.setTimeout(120_000);

const root = join(__dirname, '..', '..', '..');
const program = join(root, 'dist', 'apps', 'kinfold', 'main.js');
const parent = mkdtempSync(join(tmpdir(), 'kinfold start-'));
const runs: Run[] = [];

/** One `kinfold start`, and what it printed. */
class Run {
  output = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | string>;

  constructor(environment: Record<string, string>) {
    const { NODE_ENV: _test, ...outside } = process.env;
    const options = { cwd: parent, env: { ...outside, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] as const };
    this.child = spawn(process.execPath, [program, 'start'], { ...options, stdio: [...options.stdio] });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (this.output += String(chunk)));
    this.ended = once(this.child, 'exit').then(([code, signal]) => code ?? signal);
    runs.push(this);
  }

  /** Resolves when this start has printed the words, fails with what it printed when it ends before. */
  async prints(words: string): Promise<this> {
    const printed = new Promise<void>((resolve) => {
      this.child.stdout?.on('data', () => {
        if (this.output.includes(words)) resolve();
      });
    });
    const early = this.ended.then((code) => Promise.reject(new Error(`It ended with ${code}:\n${this.output}`)));
    early.catch(() => undefined);
    await Promise.race([printed, early]);
    return this;
  }

  serves(): Promise<this> {
    return this.prints('Ctrl-C stops it.');
  }

  end(signal?: NodeJS.Signals): Promise<number | string> {
    if (signal) this.child.kill(signal);
    return this.ended;
  }
}

async function freePorts(): Promise<{ PORT: string; PORTAL_PORT: string }> {
  const servers = await Promise.all(
    [0, 1].map(async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const [staff, portal] = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return { PORT: staff ?? '', PORTAL_PORT: portal ?? '' };
}

const postmasterOf = (home: string) =>
  Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isGone = (pid: number) => {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
};

async function asMigrator<T>(home: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: runningDatabaseUrls(home)?.migrator });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

beforeAll(() => {
  if (process.getuid?.() === 0) execFileSync('chmod', ['711', parent]);
  for (const app of ['api', 'kinfold'])
    execFileSync(process.execPath, [join(root, 'tools', 'build', 'node-app.mjs'), app]);
});

afterAll(async () => {
  await Promise.all(runs.map((run) => run.end('SIGTERM')));
  rmSync(parent, { recursive: true, force: true });
});

describe('kinfold start', () => {
  it('serves both surfaces, tells where, and stops with its database when Ctrl-C comes', async () => {
    const home = join(parent, 'demo home');
    const ports = await freePorts();
    const run = await new Run({ KINFOLD_HOME: home, ...ports }).serves();
    for (const port of Object.values(ports)) {
      expect(run.output).toContain(`http://localhost:${port}\n`);
      expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).ok).toBe(true);
    }
    expect(run.output).toContain('a lost key is lost notes');
    expect(statSync(join(home, 'kinfold.key')).mode & 0o777).toBe(0o600);
    expect(readDemoFile(home)?.dashboard.url).toBe(`http://localhost:${ports.PORT}`);
    const postmaster = postmasterOf(home);
    expect(isGone(postmaster)).toBe(false);

    expect(await run.end('SIGINT')).toBe(0);
    expect(isGone(postmaster)).toBe(true);
    expect(await isPortFree(Number(ports.PORT))).toBe(true);
    expect(existsSync(join(home, 'lock.json'))).toBe(false);

    const clinic = new Run({ KINFOLD_HOME: home, ...ports, KINFOLD_MODE: 'clinic', HOST: '127.0.0.1' });
    expect(await clinic.end()).toBe(1);
    expect(clinic.output).toContain('holds a demo and this start asks for a clinic');
  });

  it('refuses clearly when home or port are in use, and loses nothing when it is killed', async () => {
    const home = join(parent, 'clinic');
    const ports = await freePorts();
    const environment = { KINFOLD_HOME: home, KINFOLD_MODE: 'clinic', HOST: '127.0.0.1', ...ports };
    const first = await new Run(environment).serves();
    await asMigrator(home, 'CREATE TABLE kept AS SELECT 7 AS value');

    const sameHome = new Run({ ...environment, ...(await freePorts()) });
    expect(await sameHome.end()).toBe(1);
    expect(sameHome.output).toMatch(
      /already runs with the folder .* KINFOLD_HOME=\S+ PORT=\d+ PORTAL_PORT=\d+ npm start/,
    );

    const samePort = new Run({ ...environment, KINFOLD_HOME: join(parent, 'other') });
    expect(await samePort.end()).toBe(1);
    expect(samePort.output).toContain(
      `Port ${ports.PORT} is taken. Stop what uses it, or start with another one: PORT=`,
    );
    expect(existsSync(join(parent, 'other', 'postgres'))).toBe(false);

    const postmaster = postmasterOf(home);
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    expect(isGone(postmaster)).toBe(false);
    const second = await new Run(environment).serves();
    expect(second.output).toContain('The database of an earlier run was still running and was stopped.');
    expect(postmasterOf(home)).not.toBe(postmaster);
    expect(await asMigrator(home, 'SELECT value FROM kept')).toEqual([{ value: 7 }]);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('begins the demo anew when its first start was killed or stopped half way', async () => {
    const home = join(parent, 'interrupted');
    const environment = { KINFOLD_HOME: home, ...(await freePorts()) };
    const killed = await new Run(environment).prints('The demo clinic is loaded');
    expect(await killed.end('SIGKILL')).toBe('SIGKILL');
    const stopped = await new Run(environment).prints('The demo clinic is loaded');
    const postmaster = postmasterOf(home);
    expect(await stopped.end('SIGINT')).toBe(0);
    expect(isGone(postmaster)).toBe(true);
    expect(readDemoFile(home)).toBeUndefined();

    const whole = await new Run(environment).serves();
    const people = readDemoFile(home)?.people ?? [];
    for (const person of people) expect(whole.output).toContain(`${person.email}  `);
    expect(people.length).toBeGreaterThan(10);
    expect(await asMigrator(home, 'SELECT count(*)::int AS clinics FROM clinic')).toEqual([{ clinics: 1 }]);
    expect(await whole.end('SIGINT')).toBe(0);
  });

  it('does not make a new key when the key of its notes is missing', async () => {
    const home = join(parent, 'clinic');
    const key = join(home, 'kinfold.key');
    renameSync(key, `${key}.away`);
    const run = new Run({ KINFOLD_HOME: home, KINFOLD_MODE: 'clinic', HOST: '127.0.0.1', ...(await freePorts()) });
    expect(await run.end()).toBe(1);
    expect(run.output).toContain(`The key file ${key} is missing`);
    expect(existsSync(key)).toBe(false);
  });

  it('names the variables when a demo is asked for in production or on the network', async () => {
    const run = new Run({ KINFOLD_HOME: join(parent, 'none'), NODE_ENV: 'production', HOST: '0.0.0.0' });
    expect(await run.end()).toBe(1);
    expect(run.output).toMatch(/HOST .*this computer only[^]*KINFOLD_MODE .*not for production/);
    expect(existsSync(join(parent, 'none'))).toBe(false);
  });
});
