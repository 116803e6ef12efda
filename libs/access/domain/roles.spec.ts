import fc from 'fast-check';

import { anyActor, anyFacts } from './access.arbitrary.builder';
import { type Facts } from './facts';
import { reachableStandings, type Role, ROLES, standingsOf, surfaceOf } from './roles';
import { type Standing } from './vocabulary';

describe('standingsOf', () => {
  test.each<[readonly Role[], Facts, readonly Standing[]]>([
    [['therapist'], { assigned: 'therapist' }, ['therapist-assigned']],
    [['therapist'], { assigned: 'co-therapist' }, ['co-therapist']],
    [['therapist'], {}, ['therapist-unassigned']],
    [['therapist'], { supervised: true }, ['therapist-unassigned']],
    [['therapist'], { grantLive: true }, ['therapist-unassigned', 'break-glass']],
    [['co-therapist'], { assigned: 'co-therapist' }, ['co-therapist']],
    [['co-therapist'], { assigned: 'therapist' }, ['co-therapist']],
    [['trainee'], { assigned: 'trainee' }, ['co-therapist']],
    [['trainee'], { assigned: 'therapist' }, ['co-therapist']],
    [['trainee'], {}, ['therapist-unassigned']],
    [['trainee'], { grantLive: true }, ['therapist-unassigned']],
    [['supervisor'], {}, ['supervisor']],
    [['supervisor'], { supervised: true }, ['supervisor']],
    [['supervisor'], { assigned: 'therapist' }, ['therapist-assigned']],
    [['supervisor'], { assigned: 'therapist', supervised: true }, ['therapist-assigned', 'supervisor']],
    [['supervisor'], { grantLive: true }, ['supervisor', 'break-glass']],
    [['admin'], { assigned: 'therapist', supervised: true, grantLive: true }, ['admin']],
    [['front-desk'], { assigned: 'therapist' }, ['front-desk']],
    [['progress-staff'], { grantLive: true }, ['progress-staff']],
    [['auditor'], { grantLive: true }, ['auditor']],
    [['person-in-recovery'], { assigned: 'therapist' }, ['person-in-recovery']],
    [['relative'], { grantLive: true }, ['relative']],
    [['minor'], {}, ['minor']],
    [['admin', 'therapist'], { assigned: 'therapist' }, ['admin', 'therapist-assigned']],
    [['therapist', 'relative'], { assigned: 'therapist' }, []],
    [[], { assigned: 'therapist' }, []],
  ])('gives %j with %j the standings %j when asked', (roles, facts, expected) => {
    expect(standingsOf({ roles }, facts)).toEqual(expected);
  });

  test('gives none when the account is disabled', () => {
    expect(standingsOf({ roles: ['therapist'], disabled: true }, { assigned: 'therapist' })).toEqual([]);
  });

  test('treats an unknown assignment as none when a value from outside is wrong', () => {
    const facts: Facts = { assigned: 'owner' as 'therapist' };
    expect(standingsOf({ roles: ['therapist'] }, facts)).toEqual(['therapist-unassigned']);
  });

  test('stays within what the roles can reach when anything is true', () => {
    fc.assert(
      fc.property(anyActor, anyFacts, (actor, facts) => {
        const reachable = reachableStandings(actor.roles);
        expect(standingsOf(actor, facts).filter((standing) => !reachable.includes(standing))).toEqual([]);
      }),
    );
  });
});

describe('reachableStandings', () => {
  test.each(ROLES)('reaches every standing it names when the right facts hold for %s', (role) => {
    const facts: readonly Facts[] = [
      {},
      { assigned: 'therapist', grantLive: true },
      { assigned: 'co-therapist', supervised: true },
      { grantLive: true },
    ];
    const reached = new Set(facts.flatMap((some) => standingsOf({ roles: [role] }, some)));
    expect([...reached].sort()).toEqual([...reachableStandings([role])].sort());
  });
});

describe('surfaceOf', () => {
  test.each([
    [['therapist', 'admin'], 'staff'],
    [['relative', 'person-in-recovery'], 'portal'],
    [['relative', 'therapist'], undefined],
    [['stranger'], undefined],
    [['constructor'], undefined],
    [[], undefined],
    [['stranger', 'minor'], 'portal'],
  ])('places %j on %s when asked', (roles, surface) => {
    expect(surfaceOf(roles)).toBe(surface);
  });
});
