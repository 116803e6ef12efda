import { findInstrument, INSTRUMENTS } from './catalogue';
import { copingAndSelfCareCheck as check } from './coping-and-self-care-check';
import { CANNOT_SAY_SENTENCES, CATEGORY_SENTENCES } from './change-sentences';
import { itemSpan, LANGUAGES, type LocalText } from './instrument';

const shown: readonly LocalText[] = [
  check.title,
  check.label,
  check.period,
  check.higherMeans,
  ...check.introduction,
  ...check.items.flatMap((item) => [item.text, ...item.options.map((option) => option.label)]),
  ...check.subscales.flatMap((subscale) => [subscale.title, subscale.construct]),
  ...Object.values(CANNOT_SAY_SENTENCES),
  ...Object.values(CATEGORY_SENTENCES),
];

const staffOnly: readonly LocalText[] = [check.clinicalName, check.clinicalNote];

/** Words that are never on a screen, as stems, in both languages. */
const NEVER =
  /\b(addict|adict|junkie|enabl|clean|dirty|limpi|suci|fail|fracas|non-compliant|codependent|codependiente|disorder|patholog|patolog)/i;

describe('coping and self-care check', () => {
  it('asks eighteen questions, three in each of six areas, each in one area', () => {
    expect(check.items).toHaveLength(18);
    expect(check.subscales.map((subscale) => subscale.plus.length)).toEqual([3, 3, 3, 3, 3, 3]);
    const placed = check.subscales.flatMap((subscale) => [...subscale.plus, ...subscale.minus]);
    expect([...placed].sort()).toEqual(check.items.map((item) => item.id).sort());
  });

  it('answers from 0 to 4 in steps of one', () => {
    for (const item of check.items) {
      expect(item.options.map((option) => option.value)).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('turns five caring items around, and closes on four of them', () => {
    expect(check.reversed).toHaveLength(5);
    const lastFour = check.items.slice(-4).map((item) => item.id);
    expect(check.reversed).toEqual(expect.arrayContaining([check.items[0]?.id, ...lastFour]));
  });

  it('claims no figures, no bands and no validity', () => {
    expect(check.parameters).toEqual({
      sd: { value: null, source: null },
      reliability: { value: null, source: null },
      cutoff: { value: null, source: null },
    });
    expect(check.bands).toBeNull();
    expect(check.label.en).toContain('not validated: no norms, no cut-offs');
  });

  it('names its topic on the first screen as books do, and says what that is not', () => {
    const paragraph = check.introduction[1];
    expect(paragraph?.en).toMatch(/codependency.*not an illness/);
    expect(paragraph?.es).toMatch(/codependencia.*No es una enfermedad/);
    expect(check.introduction[2]?.en).toContain('see your own answers');
  });

  it.each(LANGUAGES)(
    'says everything in %s without a word that labels, and without an exclamation mark',
    (language) => {
      for (const text of shown) {
        expect(text[language].trim()).not.toBe('');
        expect(text[language]).not.toMatch(NEVER);
        expect(text[language]).not.toMatch(/[!¡]/);
      }
      for (const text of staffOnly) {
        expect(text[language]).not.toMatch(/\b(enabl|codependent\b|codependiente)/i);
      }
    },
  );

  it.each(LANGUAGES)('keeps every sentence to 26 words at most in %s', (language) => {
    const sentences = shown.flatMap((text) => text[language].split(/[.:]\s/));
    const tooLong = sentences.filter((sentence) => sentence.split(/\s+/).length > 26);
    expect(tooLong).toEqual([]);
  });

  it.each(LANGUAGES)('asks no question twice in %s', (language) => {
    expect(new Set(check.items.map((item) => item.text[language])).size).toBe(check.items.length);
  });

  it('speaks as the respondent in every English question', () => {
    for (const item of check.items) {
      expect(item.text.en).toMatch(/^I .+\.$/);
    }
  });
});

describe('catalogue', () => {
  it('holds each edition once', () => {
    const editions = INSTRUMENTS.map((instrument) => `${instrument.id} ${instrument.version}`);
    expect(new Set(editions).size).toBe(editions.length);
  });

  it('finds an edition by id and version, and nothing when either is unknown', () => {
    expect(findInstrument(check.id, check.version)).toBe(check);
    expect(findInstrument(check.id, '0.9.0')).toBeNull();
    expect(findInstrument('another', check.version)).toBeNull();
  });

  it.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
    'is consistent within itself: %s',
    (_, instrument) => {
      const ids = instrument.items.map((item) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining([...instrument.reversed]));
      expect(new Set(instrument.reversed).size).toBe(instrument.reversed.length);
      expect(instrument.missing.okMissing).toBeGreaterThanOrEqual(0);
      expect(instrument.missing.okMissing).toBeLessThanOrEqual(1);
      for (const item of instrument.items) {
        const values = item.options.map((option) => option.value);
        expect(values.every(Number.isFinite)).toBe(true);
        expect(new Set(values).size).toBe(values.length);
      }
      for (const subscale of instrument.subscales) {
        const members = [...subscale.plus, ...subscale.minus];
        expect(members.length).toBeGreaterThan(0);
        expect(new Set(members).size).toBe(members.length);
        expect(ids).toEqual(expect.arrayContaining(members));
        // Filling in an average is only meaningful among items that share one span.
        const spans = instrument.items
          .filter((item) => members.includes(item.id))
          .map((item) => JSON.stringify(itemSpan(item)));
        expect(new Set(spans).size).toBe(1);
      }
    },
  );
});
