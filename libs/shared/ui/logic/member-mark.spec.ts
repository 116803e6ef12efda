import fc from 'fast-check';
import { markInitials, memberMark } from './member-mark';

describe('markInitials', () => {
  it.each([
    ['Rosa Ibarra', 'RI'],
    ['  rosa   ibarra ', 'RI'],
    ['Ana María de la Cruz', 'AC'],
    ['Élodie', 'É'],
    ['Marco "Paco" Ibarra', 'MI'],
    ['Marco (Paco)', 'M'],
    ['Tom Whitfield-Okonkwo', 'TW'],
    ["O'Neill", 'O'],
    ['  ', '?'],
    ['', '?'],
    ['李 小龙', '李小'],
  ])('are the first letters of the first and last word when the name is "%s"', (name, initials) => {
    expect(markInitials(name)).toBe(initials);
  });

  it('are one or two letters when the name is anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => [...markInitials(name).normalize('NFC')].length >= 1),
    );
  });
});

describe('memberMark', () => {
  it('differs for everyone when a family has forty members', () => {
    const drawn = Array.from({ length: 40 }, (_, index) => {
      const { shape, colour } = memberMark('Same Name', index);
      return `${shape} ${colour}`;
    });
    expect(new Set(drawn).size).toBe(40);
  });

  it('changes shape from one member to the next when colours cannot be seen', () => {
    for (let index = 0; index < 20; index++)
      expect(memberMark('A', index).shape).not.toBe(memberMark('A', index + 1).shape);
  });

  it('keeps shape and colour when the name changes', () => {
    expect(memberMark('Rosa Ibarra', 3)).toMatchObject({
      shape: memberMark('Rosa Whitfield', 3).shape,
      colour: memberMark('Rosa Whitfield', 3).colour,
    });
  });

  it('names a colour there is when the index is anything', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (index) => {
        const { colour } = memberMark('A', index);
        return Number.isInteger(colour) && colour >= 1 && colour <= 8;
      }),
    );
  });
});
