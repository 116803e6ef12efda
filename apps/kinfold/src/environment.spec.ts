import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withSecretFiles } from './environment';

const folder = mkdtempSync(join(tmpdir(), 'kinfold-environment-'));
const secret = join(folder, 'database_url');
writeFileSync(secret, 'postgresql://kinfold_app:word@database/kinfold\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('withSecretFiles', () => {
  it('puts in what the file holds, without its line end, when only the file is named', () => {
    expect(withSecretFiles({ DATABASE_URL_FILE: secret })['DATABASE_URL']).toBe(
      'postgresql://kinfold_app:word@database/kinfold',
    );
  });

  it('keeps the variable when both are given', () => {
    expect(withSecretFiles({ DATABASE_URL_FILE: secret, DATABASE_URL: 'postgresql://other' })['DATABASE_URL']).toBe(
      'postgresql://other',
    );
  });

  it('names every variable whose file cannot be read', () => {
    const missing = join(folder, 'missing');
    expect(() => withSecretFiles({ DATABASE_URL_FILE: missing, SMTP_URL_FILE: missing })).toThrow(
      'DATABASE_URL_FILE, SMTP_URL_FILE cannot be read',
    );
  });
});
