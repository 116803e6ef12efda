import { copingAndSelfCareCheck as check } from './coping-and-self-care-check';
import type { InstrumentDefinition, Language } from './instrument';
import { anInstrument, aSubscale, someItems } from './instrument.builder';
import { score } from './score';
import { differenceInWords, numberInWords, workingInWords } from './words';

function lines(definition: InstrumentDefinition, answers: unknown, language: Language): string[] {
  const result = score(definition, answers);
  if (!result.ok) {
    throw new Error(`refused: ${result.code}`);
  }
  return workingInWords(definition, result, language).map((line) => `${line.about}: ${line.working}`);
}

const short = anInstrument({
  items: someItems(3, 0, 4),
  reversed: ['q2'],
  subscales: [aSubscale('a', { plus: ['q1', 'q2', 'q3'] })],
});

describe('workingInWords', () => {
  it('writes the whole sum when everything is answered', () => {
    expect(lines(short, [3, 1, 0], 'en')).toEqual([
      'Question 1: answered 3',
      'Question 2: answered 1; turned around, because this one points the other way: 0 + 4 − 1 = 3',
      'Question 3: answered 0',
      'Area a: 3 + 3 + 0 = 6 (possible 0 to 12)',
      'All together: 6 (possible 0 to 12)',
    ]);
  });

  it('writes how the gap was filled, and how far off that can be, when an item is left out', () => {
    expect(lines(short, [2, 3, null], 'en').slice(2)).toEqual([
      'Question 3: left out',
      'Area a: 2 of 3 answered, the average stands in for the rest: (2 + 1) ÷ 2 × 3 = 4.5 (depending on what was left out, between 3 and 7)',
      'All together: 4.5 (depending on what was left out, between 3 and 7)',
    ]);
  });

  it('says why there is no number when too much or everything is left out', () => {
    expect(lines(short, [2, null, null], 'en').slice(3)).toEqual([
      'Area a: no number, because only 1 of 3 were answered',
      'All together: no number, because one part has none',
    ]);
    expect(lines(short, [null, null, null], 'en').slice(3)).toEqual([
      'Area a: no number, because nothing was answered',
      'All together: no number, because nothing was answered',
    ]);
  });

  it.each([
    { constant: 6, line: 'Area a: 1 + 2 + 6 = 9 (possible 6 to 14)' },
    { constant: -1, line: 'Area a: 1 + 2 − 1 = 2 (possible −1 to 7)' },
  ])('adds the constant $constant when the area has one', ({ constant, line }) => {
    const shifted = anInstrument({
      items: someItems(2, 0, 4),
      reversed: [],
      subscales: [aSubscale('a', { plus: ['q1', 'q2'], constant })],
    });
    expect(lines(shifted, [1, 2], 'en')[2]).toBe(line);
  });

  it('writes Spanish with a decimal comma when Spanish is asked for', () => {
    const spanish = lines(
      check,
      check.items.map((item) => (item.id === 'worry-1' ? null : 1)),
      'es',
    );
    expect(spanish).toContain(
      'Preocupación y descanso: 2 de 3 con respuesta, la media ocupa el lugar del resto: (1 + 3) ÷ 2 × 3 = 6 (según lo que quedó sin responder, entre 4 y 8)',
    );
    expect(lines(short, [2, 3, null], 'es').at(-1)).toBe(
      'En conjunto: 4,5 (según lo que quedó sin responder, entre 3 y 7)',
    );
  });

  it('has a line for every question, area and the total of the check', () => {
    expect(
      lines(
        check,
        check.items.map(() => 2),
        'en',
      ),
    ).toHaveLength(18 + 6 + 1);
    expect(
      lines(
        check,
        check.items.map(() => 2),
        'en',
      ).at(-1),
    ).toBe('All together: 6 + 6 + 6 + 6 + 6 + 6 = 36 (possible 0 to 72)');
  });

  it('throws when the definition is not the one the score was made with', () => {
    const result = score(
      check,
      check.items.map(() => 2),
    );
    expect(() => result.ok && workingInWords(short, result, 'en')).toThrow(RangeError);
  });
});

describe('differenceInWords', () => {
  it.each<[number | null, string, string]>([
    [-4, '4 points lower than before', '4 puntos menos que antes'],
    [1, '1 point higher than before', '1 punto más que antes'],
    [1.5, '1.5 points higher than before', '1,5 puntos más que antes'],
    [0, 'the same as before', 'igual que antes'],
    [-0.001, 'the same as before', 'igual que antes'],
    [null, 'there are no two totals to compare', 'no hay dos totales que comparar'],
  ])('reads %p in both languages', (difference, en, es) => {
    expect(differenceInWords({ difference }, 'en')).toBe(en);
    expect(differenceInWords({ difference }, 'es')).toBe(es);
  });
});

describe('numberInWords', () => {
  it('rounds to two decimals with a true minus sign', () => {
    expect(numberInWords(-2.666, 'en')).toBe('−2.67');
    expect(numberInWords(-2.666, 'es')).toBe('−2,67');
    expect(numberInWords(-0.0001, 'en')).toBe('0');
  });
});
