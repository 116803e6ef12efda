import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { substituteFolder } from './binaries';
import { EmbeddedDatabaseServer } from './embedded-database-server';

// A whole server starts and stops in some of these, on machines that are busy with other tests.
jest.setTimeout(60_000);

// Only root has another user for the database; as an ordinary user there is nothing to find out here.
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('locateData run by root', () => {
  it('keeps its data elsewhere when the database user cannot reach the home, and says so', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'kinfold-closed-'));
    const lines: string[] = [];
    const hidden = new EmbeddedDatabaseServer({ home: closed, progress: (line) => lines.push(line) });
    try {
      await hidden.start();
      expect(existsSync(join(substituteFolder(closed), 'postgres', 'PG_VERSION'))).toBe(true);
      expect(existsSync(join(closed, 'postgres'))).toBe(false);
      expect(lines).toContain(
        `The database is kept in ${substituteFolder(closed)}/postgres, because the database user cannot reach ${closed}.`,
      );
      await hidden.stop();
      await hidden.start();
      await hidden.stop();
    } finally {
      await hidden.stop();
      rmSync(closed, { recursive: true, force: true });
      rmSync(substituteFolder(closed), { recursive: true, force: true });
    }
  });

  it('sets aside the data of a deleted home when that home is begun anew', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'kinfold-closed-'));
    const hidden = new EmbeddedDatabaseServer({ home: closed });
    try {
      await hidden.start();
      await hidden.stop();
      rmSync(join(closed, 'database.json'));
      await hidden.start();
      await hidden.stop();
      expect(readdirSync(substituteFolder(closed)).filter((name) => name.startsWith('postgres.left-'))).toHaveLength(1);
    } finally {
      await hidden.stop();
      rmSync(closed, { recursive: true, force: true });
      rmSync(substituteFolder(closed), { recursive: true, force: true });
    }
  });
});
