import { STANDINGS } from '@kinfold/families/domain';
import { copingAndSelfCareCheck as check } from './coping-and-self-care-check';
import { instrumentsToGive, refusalToGive } from './giving';

const here = { leftOn: null, diedOn: null };

describe('refusalToGive', () => {
  it('lets every relative answer and neither the person in recovery nor the person of concern when the measure is for relatives', () => {
    const asked = STANDINGS.filter((standing) => refusalToGive(check, { ...here, standing }) === null);
    expect(asked).toEqual(['parent', 'partner', 'sibling', 'child', 'other']);
  });

  it('lets only the person in recovery answer when the measure is for them', () => {
    const asked = STANDINGS.filter(
      (standing) => refusalToGive({ respondent: 'person-in-recovery' }, { ...here, standing }) === null,
    );
    expect(asked).toEqual(['person-of-concern', 'in-recovery']);
  });

  it('says that a member left or died before anything else when they did', () => {
    expect(refusalToGive(check, { standing: 'in-recovery', leftOn: '2026-01-02', diedOn: null })).toBe('member_left');
    expect(refusalToGive(check, { standing: 'parent', leftOn: '2026-01-02', diedOn: '2026-01-02' })).toBe(
      'member_died',
    );
  });
});

describe('instrumentsToGive', () => {
  it('offers only the newest edition when there are several', () => {
    const newer = { ...check, version: '2.0.0' };
    expect(instrumentsToGive([check, newer])).toEqual([newer]);
  });

  it('leaves out an instrument when its licence allows only scoring', () => {
    const licence = { ...check.licence, allowedModes: ['scoring-only' as const] };
    expect(instrumentsToGive([{ ...check, licence }])).toEqual([]);
  });

  it('offers the coping and self-care check when nothing else is said', () => {
    expect(instrumentsToGive()).toContain(check);
  });
});
