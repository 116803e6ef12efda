import fc from 'fast-check';
import {
  familyCode,
  isMutual,
  nameKey,
  RELATIONSHIP_KINDS,
  requireNotInFuture,
  requireOrder,
  requireTwoMembers,
  searchTokens,
} from './index';

describe('familyCode', () => {
  it('has the form the database asks for when any random numbers come', () => {
    const digit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(digit, digit, digit, digit), (random) => {
        expect(familyCode(random)).toMatch(/^[A-Z0-9]{2,4}-[A-Z0-9]{2,6}$/);
      }),
    );
  });
});

describe('searchTokens', () => {
  it('finds by any word and by initials when names have accents', () => {
    expect(searchTokens(['José Álvarez', 'Pepe'])).toEqual(['jose', 'alvarez', 'pepe', 'ja']);
  });
});

describe('nameKey', () => {
  it('is the same when only accents, case and blanks differ', () => {
    expect(nameKey(' JOSÉ', 'Álvarez ')).toBe(nameKey('jose', 'alvarez'));
  });
});

const refusal = (field: string, code: string): Error =>
  expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field, code })] });

describe('member rules', () => {
  it('refuses a day when it has not come yet', () => {
    expect(() => requireNotInFuture('birthDate', '2026-11-23', '2026-11-22')).toThrow(
      refusal('birthDate', 'day_in_future'),
    );
    expect(() => requireNotInFuture('birthDate', '2026-11-22', '2026-11-22')).not.toThrow();
    expect(() => requireNotInFuture('birthDate', null, '2026-11-22')).not.toThrow();
  });
  it('refuses an end when it lies before the beginning', () => {
    expect(() => requireOrder('2020-05-05', '2020-05-04')).toThrow(refusal('endedOn', 'ends_before_start'));
    expect(() => requireOrder(null, '2020-05-04')).not.toThrow();
  });
  it('refuses a relationship when both ends are one member', () => {
    expect(() => requireTwoMembers('a', 'a')).toThrow(refusal('toMemberId', 'same_member'));
  });
  it('knows which kinds have a direction', () => {
    expect(RELATIONSHIP_KINDS.filter(isMutual)).toEqual(['partner-of', 'former-partner-of', 'sibling-of', 'other']);
  });
});
