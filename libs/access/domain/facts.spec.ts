import { holds } from './facts';
import { type Condition, CONDITIONS } from './vocabulary';

describe('holds', () => {
  test.each(CONDITIONS)('is false for %s when nothing is known', (condition) => {
    expect(holds(condition, {})).toBe(false);
  });

  const stray: Record<string, unknown> = { undefined: true, constructor: true, always: true };
  test.each(['constructor', 'hasOwnProperty', 'always', ''])(
    'is false when the condition is the unknown %j',
    (word) => {
      expect(holds(word as Condition, { own: true, assigned: 'therapist', ...stray })).toBe(false);
    },
  );

  test('accepts exactly true when a value from outside is merely truthy', () => {
    const facts: Record<string, unknown> = { own: 'yes', released: 1, party: true };
    expect([holds('own', facts), holds('released', facts), holds('party', facts)]).toEqual([false, false, true]);
  });

  test('believes that it is oneself when facts contradict each other', () => {
    expect(holds('other-person', { otherPerson: true })).toBe(true);
    expect(holds('other-person', { otherPerson: true, own: true })).toBe(false);
  });
});
