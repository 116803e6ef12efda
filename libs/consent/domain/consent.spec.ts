import fc from 'fast-check';
import {
  CONSENT_LANGUAGES,
  CONSENT_TEXT_VERSION,
  CONSENT_TEXTS,
  type ConsentElements,
  type ConsentToRecord,
  consentState,
  type GivenConsent,
  live,
  monthsAfter,
  NOTICE_VERSION,
  NOTICES,
  permits,
  PURPOSES,
  renderConsent,
  requireRecordable,
} from './index';

const TODAY = '2026-03-10';
const toRecord = (over: Partial<ConsentToRecord> = {}): ConsentToRecord => ({
  giverId: 'ana',
  giverName: 'Ana Ibáñez Ruiz',
  giverBirthDate: '1970-06-01',
  recipientIds: ['marco'],
  signedBy: 'Ana Ibáñez Ruiz',
  alsoSignedBy: null,
  signedOn: '2026-03-09',
  expiresOn: null,
  ...over,
});
const elements: ConsentElements = {
  clinicName: 'Clinic by the River',
  giverName: 'Ana Ibáñez',
  recipientNames: ['Marco Ibáñez', 'Rosa Ibáñez'],
  purpose: 'shared-decisions',
  expiresOn: '2027-03-09',
  signature: { signedBy: 'Ana Ibáñez', alsoSignedBy: null, witnessName: 'Dr. Vela', signedOn: '2026-03-09' },
};
const given = (over: Partial<GivenConsent> = {}): GivenConsent => ({
  giverId: 'ana',
  recipientIds: ['marco'],
  kind: 'family-disclosure',
  information: 'family-summary',
  signedOn: '2026-01-01',
  expiresOn: '2027-01-01',
  revoked: false,
  ...over,
});
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'fields' in error && Array.isArray(error.fields))
      return error.fields[0]?.code;
  }
  return undefined;
};

describe('renderConsent', () => {
  it.each(CONSENT_LANGUAGES)('says every element of a written consent when it is rendered in %s', (language) => {
    const text = renderConsent(CONSENT_TEXT_VERSION, language, elements);
    const wording = CONSENT_TEXTS[CONSENT_TEXT_VERSION]?.[language];
    const said = [
      'Ana Ibáñez',
      'Clinic by the River',
      'Marco Ibáñez',
      'Rosa Ibáñez',
      'Dr. Vela',
      '2027',
      '2026',
      wording?.information,
      wording?.revoking,
      wording?.refusing,
      wording?.redisclosure,
      wording?.purposes['shared-decisions'],
    ];
    for (const words of said) expect(text).toContain(words);
    expect(text).not.toMatch(/\{\w+\}|undefined|____/);
  });

  it('gives the same text when it is rendered again, and another when any element changes', () => {
    const first = renderConsent(CONSENT_TEXT_VERSION, 'en', elements);
    expect(renderConsent(CONSENT_TEXT_VERSION, 'en', structuredClone(elements))).toBe(first);
    const changed: readonly ConsentElements[] = [
      { ...elements, clinicName: 'Another' },
      { ...elements, giverName: 'Ada' },
      { ...elements, recipientNames: ['Marco Ibáñez'] },
      { ...elements, purpose: 'safety' },
      { ...elements, expiresOn: '2027-03-08' },
      { ...elements, signature: null },
    ];
    const texts = changed.map((each) => renderConsent(CONSENT_TEXT_VERSION, 'en', each));
    expect(new Set([first, ...texts]).size).toBe(changed.length + 1);
  });

  it('keeps a name as it is when it looks like a placeholder', () => {
    expect(renderConsent(CONSENT_TEXT_VERSION, 'en', { ...elements, giverName: '{clinic} $&' })).toContain(
      'permission of {clinic} $&.',
    );
  });

  it('names the adult when a young person signed together with one', () => {
    const signature = {
      signedBy: 'Leo',
      alsoSignedBy: { name: 'Rosa', relationship: 'parent' as const },
      witnessName: 'Dr. Vela',
      signedOn: TODAY,
    };
    expect(renderConsent(CONSENT_TEXT_VERSION, 'en', { ...elements, signature })).toContain(
      'Signed with: Rosa (parent)',
    );
  });

  it('refuses to make a text when an element is missing', () => {
    expect(() => renderConsent('2019-9', 'en', elements)).toThrow(RangeError);
    expect(() => renderConsent('toString', 'en', elements)).toThrow(RangeError);
    expect(() => renderConsent(CONSENT_TEXT_VERSION, 'en', { ...elements, recipientNames: [] })).toThrow(RangeError);
    expect(() => renderConsent(CONSENT_TEXT_VERSION, 'en', { ...elements, giverName: ' ' })).toThrow(RangeError);
  });

  it('has both languages and every purpose when a version is listed', () => {
    for (const texts of Object.values(CONSENT_TEXTS)) {
      for (const language of CONSENT_LANGUAGES) {
        expect(Object.keys(texts[language].purposes).sort()).toEqual([...PURPOSES].sort());
        expect(texts[language].months).toHaveLength(12);
      }
    }
    expect(NOTICES[NOTICE_VERSION]?.en).toContain('42 CFR');
    expect(NOTICES[NOTICE_VERSION]?.es).toContain('42 CFR');
  });
});

describe('requireRecordable', () => {
  it('takes twelve months when nobody says how long', () => {
    expect(requireRecordable(toRecord(), TODAY)).toBe('2027-03-09');
    expect(requireRecordable(toRecord({ expiresOn: '2028-03-09' }), TODAY)).toBe('2028-03-09');
  });

  it.each<[string, Partial<ConsentToRecord>, string]>([
    ['ends later than two years', { expiresOn: '2028-03-10' }, 'ends_too_late'],
    ['ends on the day it is signed', { expiresOn: '2026-03-09' }, 'ends_before_start'],
    ['has ended already', { signedOn: '2025-01-01', expiresOn: TODAY }, 'over_already'],
    ['is signed tomorrow', { signedOn: '2026-03-11' }, 'day_in_future'],
    ['names its giver', { recipientIds: ['marco', 'ana'] }, 'recipient_is_giver'],
    ['names nobody', { recipientIds: [] }, 'recipient_missing'],
    ['is signed by somebody else', { signedBy: 'Marco Ibáñez' }, 'signer_is_not_giver'],
    ["is a young person's alone", { giverBirthDate: '2008-03-10' }, 'adult_signature_missing'],
    [
      "is an adult's with a second signature",
      { alsoSignedBy: { name: 'Rosa', relationship: 'parent' } },
      'adult_signs_alone',
    ],
  ])('refuses a consent when it %s', (_, over, code) => {
    expect(codeOf(() => requireRecordable(toRecord(over), TODAY))).toBe(code);
  });

  it('knows the signer when accents and capitals differ', () => {
    expect(requireRecordable(toRecord({ signedBy: ' ana IBANEZ  ruiz ' }), TODAY)).toBe('2027-03-09');
  });

  it('lets a person sign alone when they turn eighteen that day', () => {
    expect(requireRecordable(toRecord({ giverBirthDate: '2008-03-09' }), TODAY)).toBe('2027-03-09');
    const young = {
      giverBirthDate: '2010-01-01',
      alsoSignedBy: { name: 'Rosa Ruiz', relationship: 'guardian' as const },
    };
    expect(requireRecordable(toRecord(young), TODAY)).toBe('2027-03-09');
  });
});

describe('monthsAfter', () => {
  it.each([
    ['2024-02-29', 24, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2025-12-31', 12, '2026-12-31'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
});

describe('live', () => {
  it('holds from the day of signing up to the day before it ends', () => {
    const consent = { signedOn: '2026-03-09', expiresOn: '2026-03-12', revoked: false };
    expect(['2026-03-08', '2026-03-09', '2026-03-11', '2026-03-12'].map((day) => live(consent, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(live({ ...consent, revoked: true }, '2026-03-10')).toBe(false);
  });

  it('says revoked before it says expired', () => {
    expect(consentState({ expiresOn: '2020-01-01', revoked: true }, TODAY)).toBe('revoked');
    expect(consentState({ expiresOn: TODAY, revoked: false }, TODAY)).toBe('expired');
  });
});

describe('permits', () => {
  it('permits only the named recipient of that giver while it holds', () => {
    expect(permits([given()], 'ana', 'marco', TODAY)).toBe(true);
    expect(permits([given()], 'ana', 'rosa', TODAY)).toBe(false);
    expect(permits([given()], 'marco', 'ana', TODAY)).toBe(false);
    expect(permits([given({ revoked: true })], 'ana', 'marco', TODAY)).toBe(false);
    expect(permits([given({ revoked: true }), given()], 'ana', 'marco', TODAY)).toBe(true);
    expect(permits([], 'ana', 'marco', TODAY)).toBe(false);
  });

  it('never permits more when a consent is taken back', () => {
    const consent = fc.record({
      giverId: fc.constantFrom('a', 'b'),
      recipientIds: fc.subarray(['a', 'b', 'c']),
      revoked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(consent, { maxLength: 6 }), fc.nat(5), (over, which) => {
        const before = over.map((each) => given(each));
        const after = before.map((each, index) => (index === which ? { ...each, revoked: true } : each));
        if (permits(after, 'a', 'b', TODAY)) expect(permits(before, 'a', 'b', TODAY)).toBe(true);
      }),
    );
  });
});
