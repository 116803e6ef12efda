import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { compartmentOf } from './compartments';
import { ensureKeyFile, installationKey, readKeyFile } from './key-file';
import { emailLookup } from './lookup';
import { open, type Place, seal } from './sealed';
import { unwrapKey, wrapKey } from './wrapped-key';

const key = randomBytes(32);
const place: Place = {
  table: 'draft_section',
  column: 'text_sealed',
  clinicId: randomUUID(),
  familyId: randomUUID(),
  rowId: randomUUID(),
};

describe('a sealed text', () => {
  it('opens to what was sealed, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        expect(open(key, place, seal(key, place, text))).toBe(Buffer.from(text, 'utf8').toString('utf8'));
      }),
    );
  });

  it.each(['table', 'column', 'clinicId', 'familyId', 'rowId'] as const)(
    'does not open when it was moved to another %s',
    (part) => {
      const sealed = seal(key, place, 'Said in confidence.');
      expect(() => open(key, { ...place, [part]: part.endsWith('Id') ? randomUUID() : 'elsewhere' }, sealed)).toThrow();
    },
  );

  it('does not open when one bit of it was changed, wherever', () => {
    const sealed = seal(key, place, 'Said in confidence.');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed[index] ?? 0) ^ 1, index);
      expect(() => open(key, place, changed)).toThrow();
    }
  });

  it('does not open with another key', () => {
    expect(() => open(randomBytes(32), place, seal(key, place, 'Said in confidence.'))).toThrow();
  });

  it('does not open with a tag of four bytes, which could be guessed', () => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 4 });
    const body = Buffer.concat([cipher.update(Buffer.alloc(256)), cipher.final()]);
    expect(() => open(key, place, Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), body]))).toThrow();
  });

  it.each([0, 1, 12, 28])('does not open when only %i bytes of it are left', (length) => {
    expect(() => open(key, place, seal(key, place, 'Said in confidence.').subarray(0, length))).toThrow(/scheme/);
  });

  it('does not open under a scheme that is not known', () => {
    const sealed = seal(key, place, 'x');
    sealed.writeUInt8(2, 0);
    expect(() => open(key, place, sealed)).toThrow(/scheme/);
  });

  it('is never twice the same, and tells little of its length', () => {
    const [once, again] = [seal(key, place, 'a'), seal(key, place, 'a')];
    expect(once.equals(again)).toBe(false);
    expect(seal(key, place, '').length).toBe(seal(key, place, 'a'.repeat(252)).length);
    expect(seal(key, place, 'a'.repeat(253)).length).toBe(once.length + 256);
  });
});

describe('a wrapped key', () => {
  const wrapping = randomBytes(32);
  const clinic = randomUUID();

  it('comes back for its clinic and compartment alone', () => {
    const wrapped = wrapKey(wrapping, clinic, 'family:a', key);
    expect(unwrapKey(wrapping, clinic, 'family:a', wrapped).equals(key)).toBe(true);
    expect(() => unwrapKey(wrapping, clinic, 'member:a', wrapped)).toThrow();
    expect(() => unwrapKey(wrapping, randomUUID(), 'family:a', wrapped)).toThrow();
    expect(() => unwrapKey(randomBytes(32), clinic, 'family:a', wrapped)).toThrow();
  });

  it('stands apart for a family and for each of its members', () => {
    const [family, member] = [randomUUID(), randomUUID()];
    expect(
      new Set([compartmentOf(family, null), compartmentOf(family, member), compartmentOf(family, family)]).size,
    ).toBe(3);
    expect(compartmentOf(family, member)).toBe(compartmentOf(randomUUID(), member));
  });
});

describe('the key file', () => {
  let folder: string;
  const path = (): string => join(folder, 'deep', 'kinfold.key');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinfold-key-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, and then read', () => {
    expect(ensureKeyFile(path())).toBe(true);
    const made = readFileSync(path(), 'utf8');
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(ensureKeyFile(path())).toBe(false);
    expect(readFileSync(path(), 'utf8')).toBe(made);
    expect(readKeyFile(path())).toEqual(readKeyFile(path()));
  });

  it('names its path and not its content when it is missing or damaged', () => {
    expect(() => readKeyFile(path())).toThrow(path());
    ensureKeyFile(path());
    const secret = readFileSync(path(), 'utf8').trim().split(':')[1] ?? '';
    for (const damaged of [
      '',
      secret,
      `kinfold-key-2:${secret}`,
      `kinfold-key-1:${secret.slice(0, 20)}`,
      `kinfold-key-1:${secret}${secret}`,
    ]) {
      chmodSync(path(), 0o600);
      writeFileSync(path(), damaged);
      const said = errorOf(() => readKeyFile(path()));
      expect(said).toContain('damaged');
      expect(said).not.toContain(secret.slice(0, 12));
    }
  });

  it('gives keys that tell nothing of one another', () => {
    const root = randomBytes(32);
    const { wrapping, lookup, fingerprint } = installationKey(root);
    expect(new Set([root, wrapping, lookup].map((bytes) => bytes.toString('hex'))).size).toBe(3);
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(wrapping.toString('hex')).not.toContain(fingerprint);
    expect(installationKey(randomBytes(32)).fingerprint).not.toBe(fingerprint);
  });
});

describe('the look-up code of an address', () => {
  it('is the same whatever the case and the blanks around it, and another for another installation', () => {
    const [one, other] = [installationKey(randomBytes(32)), installationKey(randomBytes(32))];
    expect(emailLookup(one, ' Ana@Clinic.Example ').equals(emailLookup(one, 'ana@clinic.example'))).toBe(true);
    expect(emailLookup(one, 'ana@clinic.example').equals(emailLookup(other, 'ana@clinic.example'))).toBe(false);
    expect(emailLookup(one, 'ana@clinic.example').equals(emailLookup(one, 'an@aclinic.example'))).toBe(false);
  });
});

function errorOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return String(error);
  }
  throw new Error('Nothing was refused');
}
