import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseServerError } from './database-server';
import { substituteFolder } from './binaries';
import { EmbeddedDatabaseServer, type EmbeddedDatabaseOptions } from './embedded-database-server';
import { withClient } from './prepare-database';
import { readPostmaster, waitForEnd } from './postmaster';
import { isAlive } from './process-identity';
import { runningDatabaseUrls } from './running-database';

// A whole server starts and stops in some of these, on machines that are busy with other tests.
jest.setTimeout(60_000);

const parent = mkdtempSync(join(tmpdir(), 'kinfold spec-'));
const home = join(parent, 'a home, with a comma');
const dataDir = join(home, 'postgres');
let server: EmbeddedDatabaseServer;

const another = (options: Partial<EmbeddedDatabaseOptions> = {}) => new EmbeddedDatabaseServer({ home, ...options });
const count = (url: string) =>
  withClient(
    url,
    async (client) => (await client.query<{ count: number }>('SELECT count(*)::int AS count FROM kept')).rows[0]?.count,
  );

async function problemOf(work: Promise<unknown>): Promise<DatabaseServerError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DatabaseServerError) return error;
  throw new Error(`A refusal was expected, there was ${String(error)}.`);
}

beforeAll(async () => {
  if (process.getuid?.() === 0) chmodSync(parent, 0o711);
  server = another();
  await server.start();
  await withClient(server.urls.migrator, (client) =>
    client.query(
      `SET ROLE kinfold_owner; CREATE TABLE kept (id int); GRANT SELECT, INSERT ON kept TO kinfold_app; INSERT INTO kept VALUES (1)`,
    ),
  );
});

afterAll(async () => {
  await server.stop();
  rmSync(parent, { recursive: true, force: true });
  rmSync(substituteFolder(home), { recursive: true, force: true });
});

describe('EmbeddedDatabaseServer', () => {
  it('uses the socket, durable settings and a silent log when it runs', async () => {
    const { rows } = await withClient(server.urls.app, (client) =>
      client.query<{ name: string; setting: string }>(
        `SELECT name, setting FROM pg_settings WHERE name = ANY ($1) UNION ALL SELECT 'address', coalesce(inet_client_addr()::text, 'socket')`,
        [
          [
            'fsync',
            'synchronous_commit',
            'full_page_writes',
            'data_checksums',
            'log_statement',
            'log_error_verbosity',
            'log_min_error_statement',
            'log_parameter_max_length',
            'log_parameter_max_length_on_error',
            'listen_addresses',
            'port',
          ],
        ],
      ),
    );
    const found = Object.fromEntries(rows.map((row) => [row.name, row.setting]));
    expect(found).toMatchObject({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      log_statement: 'none',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      listen_addresses: '127.0.0.1',
      address: 'socket',
    });
    expect(Number(found['port'])).toBeLessThan(32_768);
  });

  it('writes nothing people typed into its log when statements fail', async () => {
    await withClient(server.urls.app, async (client) => {
      await expect(client.query(`SELECT 'marker-in-statement'::int`)).rejects.toThrow();
      await expect(client.query('SELECT $1::text::int', ['marker-in-parameter'])).rejects.toThrow();
      await expect(
        client.query(`INSERT INTO kept SELECT 1 WHERE 'marker-in-insert' = 1::text::date::text`),
      ).rejects.toThrow();
    });
    const log = readFileSync(join(home, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toMatch(/marker-in|STATEMENT|DETAIL/);
  });

  it('keeps its passwords from other users when it wrote them', () => {
    expect(statSync(join(home, 'database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(readdirSync(home).some((name) => name.includes('password'))).toBe(false);
  });

  it('refuses with a sentence when the same home is started a second time', async () => {
    const error = await problemOf(another().start());
    expect(error.problem).toBe('already-running');
    expect(error.message).toContain(`process ${process.pid}`);
    expect(await count(server.urls.app)).toBe(1);
  });

  it('tells other commands its addresses when it runs, and nothing when it does not', async () => {
    const urls = runningDatabaseUrls(home);
    expect(await count(urls?.app ?? '')).toBe(1);
    expect(runningDatabaseUrls(parent)).toBeUndefined();
  });

  it('takes another port and keeps the data when its port was taken meanwhile', async () => {
    const port = (await readPostmaster(dataDir))?.port;
    await server.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      await server.start();
      expect((await readPostmaster(dataDir))?.port).not.toBe(port);
      expect(await count(server.urls.app)).toBe(1);
    } finally {
      squatter.close();
    }
  });

  it('loses nothing when application and server were killed', async () => {
    await withClient(server.urls.app, (client) => client.query('INSERT INTO kept VALUES (2)'));
    const pid = server.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await server.stop();
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(true);
    writeFileSync(join(home, 'lock.json'), JSON.stringify({ pid, started: '', token: 'of a killed one' }));
    await server.start();
    expect(await count(server.urls.app)).toBe(2);
  });

  it('stops the server that was left behind and starts its own when only the application was killed', async () => {
    const left = server.pid ?? 0;
    // What a killed application leaves: its lock with a dead number, its server still running.
    const ended = spawn(process.execPath, ['-e', '']);
    await once(ended, 'exit');
    writeFileSync(join(home, 'lock.json'), JSON.stringify({ pid: ended.pid, started: '', token: 'of a killed one' }));
    const lines: string[] = [];
    const next = another({ progress: (line) => lines.push(line) });
    await next.start();
    expect(isAlive(left)).toBe(false);
    expect(lines).toEqual(['The database of an earlier run was still running and was stopped.']);
    expect(await count(next.urls.app)).toBe(2);
    await next.stop();
    await server.stop();
    await server.start();
  });

  it('starts when the number in a stale postmaster.pid belongs to another program', async () => {
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    try {
      writeFileSync(
        join(dataDir, 'postmaster.pid'),
        `${stranger.pid}\n${dataDir}\n1\n20000\n\n127.0.0.1\n 1 1\nready\n`,
      );
      await server.start();
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
      expect(await count(server.urls.app)).toBe(2);
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  it('names what is needed and what is free when the disk is too small for a new database', async () => {
    const small = join(parent, 'small');
    const error = await problemOf(another({ home: small, freeBytes: () => Promise.resolve(300 * 1024 ** 2) }).start());
    expect(error.problem).toBe('disk-full');
    expect(error.message).toContain('1,024 MB are needed, 300 MB are free');
    expect(existsSync(join(small, 'postgres'))).toBe(false);
    expect(existsSync(join(small, 'lock.json'))).toBe(false);
  });

  it('refuses with both versions when the data are of another PostgreSQL', async () => {
    await server.stop();
    const file = join(dataDir, 'PG_VERSION');
    writeFileSync(file, '17\n');
    const error = await problemOf(server.start()).finally(() => writeFileSync(file, '18\n'));
    expect(error.problem).toBe('wrong-version');
    expect(error.message).toContain('made by PostgreSQL 17');
    await server.start();
  });

  it('refuses rather than starting empty when the passwords of its data are gone', async () => {
    await server.stop();
    const file = join(home, 'database.json');
    const passwords = readFileSync(file);
    rmSync(file);
    const error = await problemOf(server.start()).finally(() => writeFileSync(file, passwords, { mode: 0o600 }));
    expect(error.problem).toBe('credentials-missing');
    await server.start();
    expect(await count(server.urls.app)).toBe(2);
  });

  it('shows the end of the log when PostgreSQL ends while starting', async () => {
    await server.stop();
    const file = join(dataDir, 'postgresql.conf');
    const text = readFileSync(file);
    writeFileSync(file, 'no_such_setting = 1\n');
    const error = await problemOf(server.start()).finally(() => writeFileSync(file, text));
    expect(error.problem).toBe('server-exited');
    expect(error.message).toContain('no_such_setting');
    await server.start();
  });

  it('is empty again when the database was made anew', async () => {
    await server.recreateDatabase();
    await expect(count(server.urls.app)).rejects.toMatchObject({ code: '42P01' });
  });

  it('leaves no process and no data when they are deleted', async () => {
    const pid = server.pid ?? 0;
    await server.stop();
    await expect(waitForEnd(pid, 0)).resolves.toBe(true);
    await server.deleteData();
    expect(existsSync(dataDir)).toBe(false);
    await server.start();
    await expect(count(server.urls.app)).rejects.toMatchObject({ code: '42P01' });
  });
});
