import { STAFF_ROLES } from '@kinfold/access/domain';
import { RAIL_ITEMS, railFor, searchFor } from './rail-items';

describe('railFor', () => {
  it.each([
    ['therapist', ['/today', '/families']],
    ['front-desk', ['/today', '/families']],
    ['progress-staff', ['/families']],
    ['auditor', []],
    ['admin', []],
  ])('gives the places of their work when the role is %s', (role, paths) => {
    expect(railFor([role]).map((item) => item.path)).toEqual(paths);
  });

  it('names only roles there are', () => {
    const known: readonly string[] = STAFF_ROLES;
    expect(RAIL_ITEMS.flatMap((item) => item.roles).filter((role) => !known.includes(role))).toEqual([]);
  });

  it('gives every place keys of its own', () => {
    expect(new Set(RAIL_ITEMS.map((item) => item.keys)).size).toBe(RAIL_ITEMS.length);
  });
});

describe('searchFor', () => {
  it.each([
    ['therapist', 'opens'],
    ['front-desk', 'tells'],
    ['progress-staff', null],
    ['admin', null],
  ])('lets do with a hit what the role can do when it is %s', (role, does) => {
    expect(searchFor([role])).toBe(does);
  });

  it('opens families when one of several roles does', () => {
    expect(searchFor(['front-desk', 'trainee'])).toBe('opens');
  });
});
