import fc from 'fast-check';

import { type PasswordContext, type PasswordProblem, passwordProblems } from './passwords';

const only: PasswordContext = { secondFactor: false };
const second: PasswordContext = { secondFactor: true };
const person: PasswordContext = {
  secondFactor: true,
  clinicName: 'Heron House',
  personName: 'Marisol Okafor',
  email: 'marisol.okafor@heronhouse.example',
};

/** Unpredictable text of any length: no word, no run, no repetition. */
const letters = 'kvzjgwxbmqhfdycnplsrtuoiea';
function text(length: number): string {
  return Array.from({ length }, (_, at) => letters.charAt((at * at * 7 + at * 5 + 3) % 26)).join('');
}

describe('passwordProblems', () => {
  test.each<[string, string, PasswordContext, readonly PasswordProblem[]]>([
    ['14 characters are the only factor', text(14), only, ['too-short']],
    ['15 characters are the only factor', text(15), only, []],
    ['11 characters stand beside a second factor', text(11), second, ['too-short']],
    ['12 characters stand beside a second factor', text(12), second, []],
    ['it has 1024 characters', text(1024), only, []],
    ['it has 1025 characters', text(1025), only, ['too-long']],
    ['it has 129 characters', text(129), only, []],
    ['it is empty', '', only, ['too-short', 'too-common']],
    ['it is 12 emoji', '🪁🌊🦉🍐🚲🧭🎻🪴🧵🥁🪡🧩', second, []],
    ['it is 11 emoji, of two code units each', '🪁🌊🦉🍐🚲🧭🎻🪴🧵🥁🪡', second, ['too-short']],
    ['it is a sentence with spaces', 'slow rivers carve patient stone', only, []],
    ['spaces around it make up the length', '  vkzjgwxbmq  ', { secondFactor: true }, []],
    ['it is not Latin', 'тихая вода подмывает берега', only, []],
    ['it is digits without a pattern', '839204756102938475', only, []],
    ['it is short groups of digits', '8392 0475 6102 9384', only, []],
    ['it is punctuation', '.!?;:,-_()&%*/#', only, []],
    ['it is lower case throughout', 'lanternbridgewillow', only, []],
    ['it repeats one character', 'aaaaaaaaaaaaaaaaaa', only, ['too-common']],
    ['it repeats a short piece', 'abcabcabcabcabc', only, ['too-common']],
    ['it repeats a year', '1984198419841984', only, ['too-common']],
    ['it counts up', '123456789012345', only, ['too-common']],
    ['it counts down', '987654321098765', only, ['too-common']],
    ['it follows the keyboard', 'qwertyuiopasdfg', only, ['too-common']],
    ['it follows the keyboard backwards', 'lkjhgfdsapoiuytrewq', only, ['too-common']],
    ['it is the alphabet', 'AbCdEfGhIjKlMnOp', only, ['too-common']],
    ['it is a common word twice', 'PasswordPassword', only, ['too-common']],
    ['it is a common word and a date', 'Password20261122', only, ['too-common']],
    ['it is common words and marks', '!!!Welcome-Password-2026!!!', only, ['too-common']],
    ['it is a famous phrase', 'correct horse battery staple', only, ['too-common']],
    ['it is the product', 'kinfold-kinfold-2026', only, ['context-word']],
    ['it is the product and a common word', 'Kinfold Password 1', only, ['context-word']],
    ['it is the clinic', 'HeronHouse2026!', person, ['context-word']],
    ['it is the clinic with a space', 'heron house 12345', person, ['context-word']],
    ['it is the person', 'MarisolOkafor1987', person, ['context-word']],
    ['it is the address', 'marisol.okafor@heronhouse.example', person, ['context-word']],
    ['it is short and the product', 'kinfold', only, ['too-short', 'context-word']],
    ['a context word stands in a long sentence', 'kinfold lights nine quiet lanterns', only, []],
    ['somebody else has that name', 'MarisolOkafor1987', second, []],
  ])('answers as the rules say when %s', (_when, password, context, expected) => {
    expect(passwordProblems(password, context)).toEqual(expected);
  });

  test('refuses by length alone when the text is unpredictable', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 }), (length) => {
        expect(passwordProblems(text(length), only)).toContain('too-short');
      }),
    );
  });

  test('never asks for a kind of character when fresh random text is long enough', () => {
    const kinds = fc.constantFrom('bdfhjlnprtvxz', '0369258147', '가나다라마바사아', 'ЖЩЮФЦЭЯЪ', 'αβγδεζηθ');
    fc.assert(
      fc.property(kinds, fc.uuid(), (alphabet, uuid) => {
        const marks = [...alphabet];
        const password = [...uuid.replaceAll('-', '')].map((hex) => marks[parseInt(hex, 16) % marks.length]).join('');
        fc.pre(new Set(password).size > 5);
        expect(passwordProblems(password, only)).toEqual([]);
      }),
    );
  });

  test('answers about any text when it is within the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (password) => {
        const problems = passwordProblems(password, person);
        expect(problems.includes('too-short')).toBe([...password].length < 12);
        expect(problems).not.toContain('too-long');
      }),
    );
  });
});
