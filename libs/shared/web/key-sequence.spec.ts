import { KeySequence, SEQUENCE_WITHIN, isTyping, type Press } from './key-sequence';

const plain = (key: string): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false });
const known = ['?', '/', 'g t', 'g f'];

describe('KeySequence', () => {
  it('answers at once when a single key is known', () => {
    expect(new KeySequence(known).press(plain('/'), 0)).toBe('/');
  });

  it('answers when the second key follows in time', () => {
    const keys = new KeySequence(known);
    expect(keys.press(plain('g'), 0)).toBeNull();
    expect(keys.press(plain('f'), SEQUENCE_WITHIN)).toBe('g f');
  });

  it('forgets the first key when the second comes too late', () => {
    const keys = new KeySequence(known);
    keys.press(plain('g'), 0);
    expect(keys.press(plain('f'), SEQUENCE_WITHIN + 1)).toBeNull();
  });

  it('begins anew when another key comes in between', () => {
    const keys = new KeySequence(known);
    keys.press(plain('g'), 0);
    keys.press(plain('x'), 1);
    expect(keys.press(plain('t'), 2)).toBeNull();
  });

  it('counts from the second g when g is pressed twice', () => {
    const keys = new KeySequence(known);
    keys.press(plain('g'), 0);
    keys.press(plain('g'), 1000);
    expect(keys.press(plain('t'), 2000)).toBe('g t');
  });

  it('leaves the browser its own keys when a modifier is held', () => {
    expect(new KeySequence(known).press({ ...plain('/'), ctrlKey: true }, 0)).toBeNull();
  });
});

describe('isTyping', () => {
  it.each([
    ['<input>', true],
    ['<textarea></textarea>', true],
    ['<select></select>', true],
    ['<div role="radiogroup"><button></button></div>', true],
    ['<button></button>', false],
    ['<main></main>', false],
  ])('knows when keys are text in %s', (markup, typing) => {
    const parsed = new DOMParser().parseFromString(markup, 'text/html').body;
    const innermost = parsed.querySelector('button') ?? parsed.firstElementChild;
    expect(isTyping(innermost)).toBe(typing);
  });

  it('is no typing when there is no element', () => {
    expect(isTyping(null)).toBe(false);
  });
});
