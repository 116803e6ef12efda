import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabaseServer, type EmbeddedDatabaseOptions } from './embedded-database-server';
import { withClient } from './prepare-database';
import { willMigrate, writeSchemaRecord } from './schema-record';

// A whole server starts and stops in some of these, on machines that are busy with other tests.
jest.setTimeout(60_000);

const home = mkdtempSync(join(tmpdir(), 'kinfold-copies-'));
const dataDir = join(home, 'postgres');
const another = (options: Partial<EmbeddedDatabaseOptions> = {}) => new EmbeddedDatabaseServer({ home, ...options });

beforeAll(async () => {
  if (process.getuid?.() === 0) chmodSync(home, 0o711);
  const server = another();
  await server.start();
  await server.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('EmbeddedDatabaseServer before migrations', () => {
  it('copies the data first and keeps two copies when newer migrations are about to run', async () => {
    const migrations = async () => ['0001-first', '0002-second'];
    for (let time = 0; time < 3; time += 1) {
      writeSchemaRecord(home, { mode: 'clinic', migration: '0001-first', version: '0.1.0' });
      const upgraded = another({ migrations });
      await upgraded.start();
      await upgraded.stop();
    }
    const copies = readdirSync(join(home, 'copies'));
    expect(copies).toHaveLength(2);
    expect(copies.every((name) => name.endsWith('-0001-first'))).toBe(true);
    const copy = join(home, 'copies', copies[0] ?? '');
    expect(statSync(join(copy, 'PG_VERSION')).uid).toBe(statSync(join(dataDir, 'PG_VERSION')).uid);
    expect(statSync(copy).mode & 0o777).toBe(0o700);

    writeSchemaRecord(home, { mode: 'clinic', migration: '0002-second', version: '0.1.0' });
    const unchanged = another({ migrations, freeBytes: () => Promise.reject(new Error('no copy was to be made')) });
    await unchanged.start();
    await unchanged.stop();
  });

  it('opens a copy when it is put back in place of the data', async () => {
    const [copy] = readdirSync(join(home, 'copies'));
    renameSync(dataDir, `${dataDir}.damaged`);
    renameSync(join(home, 'copies', copy ?? ''), dataDir);
    const restored = another();
    await restored.start();
    await expect(withClient(restored.urls.app, async () => 'answers')).resolves.toBe('answers');
    await restored.stop();
  });

  it('refuses to start and changes nothing when the copy would not fit', async () => {
    writeSchemaRecord(home, { mode: 'clinic', migration: '0001-first', version: '0.1.0' });
    const before = readdirSync(join(home, 'copies'));
    const refused = another({
      migrations: async () => ['0001-first', '0002-second'],
      freeBytes: () => Promise.resolve(5),
    });
    await expect(refused.start()).rejects.toMatchObject({ problem: 'disk-full' });
    expect(readdirSync(join(home, 'copies'))).toEqual(before);
  });
});

describe('willMigrate', () => {
  const migrations = ['0001', '0002', '0003'];
  const record = (migration: string) => ({ mode: 'clinic', migration, version: '0.1.0' }) as const;

  it.each([
    ['a record of the newest migration', record('0003'), false],
    ['a record of an older one', record('0001'), true],
    ['a record of one that this version does not know', record('0009'), false],
    ['no record', undefined, false],
  ])('answers when there is %s', (_case, given, expected) => {
    expect(willMigrate(given, migrations)).toBe(expected);
  });
});
