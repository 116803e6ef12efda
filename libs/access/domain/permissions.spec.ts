import fc from 'fast-check';

import { anyActor, anySubject } from './access.arbitrary.builder';
import { isPermission, mayCall, type Permission, PERMISSIONS } from './permissions';
import { can } from './policy';
import { ROLES } from './roles';
import { ACTIONS, type Row } from './vocabulary';

/** Checked by the compiler: what the matrix grants nowhere is no permission, and a row without a cell is no row. */
type IsPermission<P extends string> = P extends Permission ? true : false;
type IsRow<R> = R extends Row ? true : false;
const compiled: readonly [
  IsPermission<'progress-note:sign'>,
  IsPermission<'public'>,
  IsPermission<'attendance:sign'>,
  IsPermission<'family:delete'>,
  IsRow<Row>,
  IsRow<Omit<Row, 'minor'>>,
] = [true, true, false, false, true, false];

describe('permissions', () => {
  test('are closed in the types when the matrix does not grant them', () => {
    const known = ['progress-note:sign', 'public', 'attendance:sign', 'family:delete'].map(isPermission);
    expect(known).toEqual(compiled.slice(0, 4));
  });

  test('name each pair once when listed', () => {
    expect(new Set(PERMISSIONS).size).toBe(PERMISSIONS.length);
    expect(PERMISSIONS).toEqual(expect.arrayContaining(['public', 'self', 'family:read', 'summary:publish']));
    expect(PERMISSIONS).not.toContain('audit-log:create');
  });
});

describe('mayCall', () => {
  test.each([
    ['therapist', 'family:read', true],
    ['therapist', 'progress-note:sign', true],
    ['therapist', 'account:update', false],
    ['trainee', 'progress-note:sign', true],
    ['trainee', 'summary:withdraw', false],
    ['co-therapist', 'relationship:create', false],
    ['supervisor', 'summary:publish', true],
    ['admin', 'progress-note:read', false],
    ['admin', 'summary:read', false],
    ['admin', 'account:create', true],
    ['front-desk', 'member:create', true],
    ['front-desk', 'moment:read', false],
    ['front-desk', 'attendance:read', false],
    ['progress-staff', 'response:read', true],
    ['progress-staff', 'participation:read', false],
    ['auditor', 'audit-log:export', true],
    ['auditor', 'family:read', false],
    ['relative', 'summary:read', true],
    ['relative', 'summary:create', false],
    ['relative', 'progress-note:read', false],
    ['minor', 'consent:sign', true],
    ['person-in-recovery', 'family:count', false],
  ])('lets %s call %s: %s, when asked', (role, permission, expected) => {
    expect(mayCall([role], permission)).toBe(expected);
  });

  test('asks only for a known account when the permission is self', () => {
    expect(ROLES.filter((role) => !mayCall([role], 'self'))).toEqual([]);
    expect(mayCall([], 'self')).toBe(false);
    expect(mayCall(['stranger'], 'self')).toBe(false);
    expect(mayCall(['therapist', 'relative'], 'self')).toBe(false);
  });

  test('asks for nobody when the permission is public', () => {
    expect(mayCall([], 'public')).toBe(true);
  });

  test('refuses when the permission is unknown', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.string(), (roles, permission) => {
        fc.pre(!isPermission(permission));
        expect(mayCall(roles, permission)).toBe(false);
      }),
    );
    expect(mayCall(['therapist'], 'family')).toBe(false);
    expect(mayCall(['therapist'], 'family:read:all')).toBe(false);
    expect(mayCall(['therapist'], 'constructor:read')).toBe(false);
  });

  test('refuses when there is nobody, for anything but public', () => {
    expect(PERMISSIONS.filter((permission) => mayCall([], permission))).toEqual(['public']);
  });

  test('never refuses at the door what the policy would allow when asked about one object', () => {
    fc.assert(
      fc.property(anyActor, anySubject, fc.constantFrom(...ACTIONS), (actor, about, action) => {
        const allowed = can(actor, action, about).allowed;
        expect(allowed && !mayCall(actor.roles, `${about.resource}:${action}`)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
