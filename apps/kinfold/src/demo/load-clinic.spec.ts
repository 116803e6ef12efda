import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClinic, TABLES } from '@kinfold/demo';
import { compartmentOf, emailLookup, ensureKeyFile, open, readKeyFile, unwrapKey } from '@kinfold/shared/api';
import { createTestDatabase, type TestDatabase } from '@kinfold/shared/testing';
import { Client } from 'pg';
import { type LoadedClinic, loadClinic } from './load-clinic';

const folder = mkdtempSync(join(tmpdir(), 'kinfold-load-'));
const keyFile = join(folder, 'kinfold.key');
const wishes = { seed: 3, families: 4, today: '2026-03-10', zone: 'Europe/Madrid', language: 'en' } as const;

let database: TestDatabase;
let client: Client;
let loaded: LoadedClinic;

beforeAll(async () => {
  ensureKeyFile(keyFile);
  database = await createTestDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  loaded = await loadClinic({ migratorUrl: database.urls.migrator, keyFile, wishes });
}, 60_000);

afterAll(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function one<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T> {
  const { rows } = await client.query<T>(sql, [...values]);
  const [row] = rows;
  if (!row) throw new Error('The question has no answer');
  return row;
}

describe('loadClinic', () => {
  it('writes every row that was invented when it has ended', async () => {
    const { rows } = generateClinic({ ...wishes, domain: 'demo.kinfold.example' });
    for (const table of TABLES) {
      const { count } = await one<{ count: number }>(`select count(*)::int as count from ${table}`);
      expect([table, count]).toEqual([table, rows[table].length]);
    }
    expect(loaded.rows).toBe(TABLES.reduce((sum, table) => sum + rows[table].length, 0) + loaded.people.length);
  });

  it('seals words under the key of the member whose they are when they belong to one', async () => {
    const row = await one<{ id: string; family: string; member: string | null; sealed: Buffer }>(
      `select id, family_id as family, member_id as member, words_sealed as sealed from moment where kind = 'homework' order by id limit 1`,
    );
    const compartment = compartmentOf(row.family, row.member);
    const { wrapped } = await one<{ wrapped: Buffer }>('select wrapped from data_key where compartment = $1', [
      compartment,
    ]);
    const key = unwrapKey(readKeyFile(keyFile).wrapping, loaded.clinicId, compartment, wrapped);
    const place = {
      table: 'moment',
      column: 'words_sealed',
      clinicId: loaded.clinicId,
      familyId: row.family,
      rowId: row.id,
    };
    expect(row.member).not.toBeNull();
    expect(open(key, place, row.sealed)).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('leaves no readable word outside of the columns that are meant to be read', async () => {
    const { text } = await one<{ text: string }>(
      `select string_agg(encode(text_sealed, 'escape'), '') as text from signed_section`,
    );
    expect(text.length).toBeGreaterThan(10_000);
    expect(text).not.toMatch(/naloxone|session|family/i);
  });

  it('finds an account by its address and keeps only the hash of its password', async () => {
    const [person] = loaded.people;
    if (!person) throw new Error('Nobody can sign in');
    const found = await one<{ account_id: string; password_hash: string }>(
      'select account_id, password_hash from credential where surface = $1 and email_lookup = $2',
      [person.surface, emailLookup(readKeyFile(keyFile), person.email)],
    );
    expect(found.account_id).toBe(person.accountId);
    expect(found.password_hash).toMatch(/^\$argon2id\$/);
    expect(new Set(loaded.people.map(({ password }) => password)).size).toBe(loaded.people.length);
  });

  it('gives a second clinic addresses of its own when one is there', async () => {
    const second = await loadClinic({
      migratorUrl: database.urls.migrator,
      keyFile,
      wishes: { ...wishes, seed: 4, families: 1, even: { members: 3, sessions: 4 } },
    });
    expect(second.people.every(({ email }) => email.endsWith('@demo2.kinfold.example'))).toBe(true);
    const { count } = await one<{ count: number }>(
      'select count(*)::int as count from session where clinic_id = $1 and status = $2',
      [second.clinicId, 'closed'],
    );
    expect(count).toBe(4);
  });

  it('leaves nothing behind when it fails on the way', async () => {
    const before = await one('select count(*)::int as count from clinic');
    // The same seed makes the same ids, which are taken.
    await expect(loadClinic({ migratorUrl: database.urls.migrator, keyFile, wishes })).rejects.toThrow(/duplicate key/);
    expect(await one('select count(*)::int as count from clinic')).toEqual(before);
    await expect(
      loadClinic({ migratorUrl: database.urls.migrator, keyFile: join(folder, 'none'), wishes }),
    ).rejects.toThrow('no key file');
  });
});
