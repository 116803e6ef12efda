import { hashPassword, isOutdated, NOBODYS_HASH, verifyPassword } from './password-hash';

describe('a password', () => {
  it.each([
    ['of twelve characters', 'doce letras.'],
    ['of emoji', '👩‍👩‍👧‍👦🌾🔑👩‍👩‍👧‍👦🌾🔑'],
    ['of a thousand characters', 'ab'.repeat(500)],
    ['with blanks around it', '  blanks count  '],
    ['with accents', 'contraseña número uno'],
  ])('%s is found again exactly and carries its parameters', async (_what, password) => {
    const hash = await hashPassword(password);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await verifyPassword(password, hash)).toBe(true);
    for (const wrong of [
      `${password} `,
      password.slice(0, -1),
      password.toUpperCase() === password ? `${password}a` : password.toUpperCase(),
      '',
    ]) {
      expect(await verifyPassword(wrong, hash)).toBe(false);
    }
  });

  it('is not cut off anywhere: the last of a thousand characters counts', async () => {
    const hash = await hashPassword(`${'a'.repeat(999)}b`);
    expect(await verifyPassword(`${'a'.repeat(999)}c`, hash)).toBe(false);
    expect(await verifyPassword('a'.repeat(72), await hashPassword('a'.repeat(73)))).toBe(false);
  });

  it('never hashes twice to the same', async () => {
    expect(await hashPassword('the same')).not.toBe(await hashPassword('the same'));
  });

  it("is nobody's when there is no account, after the same work", async () => {
    expect(NOBODYS_HASH.split('$').slice(0, 4)).toEqual((await hashPassword('x')).split('$').slice(0, 4));
    expect(await verifyPassword('', NOBODYS_HASH)).toBe(false);
  });

  it.each([
    ['$argon2id$v=19$m=8192,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA', true],
    ['$argon2id$v=19$m=19456,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA', true],
    ['$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA', false],
    ['$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAA', false],
  ])('is renewed when %s is weaker than today: %s', (hash, outdated) => {
    expect(isOutdated(hash)).toBe(outdated);
  });

  it.each([
    '',
    'plain',
    '$2b$10$abcdefghijklmnopqrstuv',
    '$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA',
    '$argon2id$v=16$m=19456,t=2,p=1$AAAA$AAAA',
    '$argon2id$v=19$m=19456,t=2,p=1$AAAA',
  ])('is refused with an error that does not repeat it when the stored form is %j', async (stored) => {
    const error = await verifyPassword('hunter2', stored).catch((reason: unknown) => reason);
    expect(String(error)).toBe('Error: A stored password hash has an unknown form');
  });

  it('waits its turn, and is told to come back when too many wait', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 80 }, () => verifyPassword('x', '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA')),
    );
    const refused = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.length).toBe(80 - 66);
    expect(refused[0]).toMatchObject({ kind: 'unavailable', code: 'busy' });
    expect(await verifyPassword('x', NOBODYS_HASH)).toBe(false);
  });
});
