import fc from 'fast-check';
import { readAnswers } from './answers';
import { anInstrument } from './instrument.builder';

const definition = anInstrument();
const named = { q1: 0, q2: 1, q3: 2, q4: 3, q5: 4, q6: null };

describe('readAnswers', () => {
  it('gives the same answers when they come as a list and when they come by name', () => {
    const list = readAnswers(definition, [0, 1, 2, 3, 4, null]);
    expect(list).toEqual({ ok: true, byItem: new Map(Object.entries(named)) });
    expect(readAnswers(definition, named)).toEqual(list);
  });

  it.each<[string, unknown, object]>([
    ['there are no answers at all', null, { code: 'answers-not-readable' }],
    ['they are text', '0,1,2,3,4,0', { code: 'answers-not-readable' }],
    ['they are a number', 7, { code: 'answers-not-readable' }],
    ['the list is too short', [0, 1, 2, 3, 4], { code: 'answers-wrong-count' }],
    ['the list is too long', [0, 1, 2, 3, 4, 0, 0], { code: 'answers-wrong-count' }],
    ['the list is empty', [], { code: 'answers-wrong-count' }],
    ['a named entry is absent', { q1: 0, q2: 1, q3: 2, q4: 3, q6: 4 }, { code: 'answers-wrong-count', item: 'q5' }],
    ['a name is unknown', { ...named, q7: 1 }, { code: 'answer-unknown-item', item: 'q7' }],
    [
      'a name is inherited by every object',
      { ...named, constructor: 1 },
      { code: 'answer-unknown-item', item: 'constructor' },
    ],
    [
      'a name would reach a prototype',
      JSON.parse('{"__proto__": 1}'),
      { code: 'answer-unknown-item', item: '__proto__' },
    ],
    ['a value is text', [0, 1, '2', 3, 4, 0], { code: 'answer-not-a-number', item: 'q3' }],
    ['a value is a truth value', [true, 1, 2, 3, 4, 0], { code: 'answer-not-a-number', item: 'q1' }],
    ['a value is undefined', [0, 1, 2, undefined, 4, 0], { code: 'answer-not-a-number', item: 'q4' }],
    ['a value is a list', [0, 1, 2, [3], 4, 0], { code: 'answer-not-a-number', item: 'q4' }],
    ['the list has a hole', Object.assign(new Array(6).fill(0, 0, 5), {}), { code: 'answer-not-a-number', item: 'q6' }],
    ['a value is not a number', [0, Number.NaN, 2, 3, 4, 0], { code: 'answer-not-a-number', item: 'q2' }],
    ['a value is infinite', [0, 1, 2, 3, 4, Infinity], { code: 'answer-not-a-number', item: 'q6' }],
    ['a value is above the options', [0, 1, 2, 3, 4, 5], { code: 'answer-not-allowed', item: 'q6' }],
    ['a value is below the options', [-1, 1, 2, 3, 4, 0], { code: 'answer-not-allowed', item: 'q1' }],
    ['a value lies between two options', [0, 1.5, 2, 3, 4, 0], { code: 'answer-not-allowed', item: 'q2' }],
  ])('refuses when %s', (_, answers, refusal) => {
    expect(readAnswers(definition, answers)).toMatchObject({ ok: false, ...refusal });
  });

  it('names the item and its options, and keeps the answer out of the message, when a value is not allowed', () => {
    expect(readAnswers(definition, [0, 1, 2, 3, 987, 0])).toEqual({
      ok: false,
      code: 'answer-not-allowed',
      item: 'q5',
      message: 'Item "q5" allows 0, 1, 2, 3, 4, or null when it was left out.',
    });
  });

  it('refuses whatever is no option of the item when everything else is fine', () => {
    const notAllowed = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.object(),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.nat({ max: 5 }), notAllowed, (position, value) => {
        fc.pre(![0, 1, 2, 3, 4].some((option) => option === value));
        const answers: unknown[] = [0, 1, 2, 3, 4, 0];
        answers[position] = value;
        expect(readAnswers(definition, answers)).toMatchObject({ ok: false, item: `q${position + 1}` });
      }),
    );
  });
});
