import type { Problem } from '@kinfold/shared/web';
import { emptyMember, toRequest } from './member-draft';
import { inOneBreath, nameWithNickname, shortNames } from './member-names';
import { ageOn, bornWords, lifeWords } from './member-words';
import { aMember } from './families-dashboard.builder';
import { stillRefused } from './server-errors';

describe('shortNames', () => {
  it('uses the whole name only when two share the given one', () => {
    const members = [aMember(), aMember({ id: 'other', familyName: 'Vega' }), aMember({ id: 'tom', givenName: 'Tom' })];
    expect([...shortNames(members).values()]).toEqual(['Rosa Ibarra', 'Rosa Vega', 'Tom']);
  });
});

describe('nameWithNickname', () => {
  it('adds what somebody is called', () => {
    expect(nameWithNickname(aMember({ nickname: 'Ros' }))).toBe('Rosa Ibarra (Ros)');
    expect(nameWithNickname(aMember())).toBe('Rosa Ibarra');
  });
});

describe('inOneBreath', () => {
  it('joins none, one, two and three', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(inOneBreath)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });
});

describe('ageOn', () => {
  it.each([
    ['1990-05-04', '2026-05-03', 35],
    ['1990-05-04', '2026-05-04', 36],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2026-05-04', '2026-05-04', 0],
  ])('of someone born %s is on %s %d years', (birthDate, today, years) => {
    expect(ageOn(birthDate, today)).toBe(years);
  });
});

describe('bornWords and lifeWords', () => {
  const day = (text: string): string => `<${text}>`;
  it('stop the years when somebody has died', () => {
    const member = aMember({ diedOn: '2020-01-01' });
    expect(bornWords(member, '2026-11-24', day)).toBe('born <1961-05-04>, 58 years');
    expect(lifeWords(member, day)).toBe('died <2020-01-01>');
  });
  it('say from when to when for somebody who left', () => {
    expect(lifeWords(aMember({ leftOn: '2026-06-09' }), day)).toBe('here from <2026-03-01> to <2026-06-09>');
  });
  it('say nothing when nobody knows the birth date', () => {
    expect(bornWords(aMember({ birthDate: null }), '2026-11-24', day)).toBe('');
  });
});

describe('toRequest', () => {
  it('sends what was left empty as nothing and takes outer spaces off', () => {
    const draft = { ...emptyMember('Ibarra '), givenName: ' Rosa', standing: 'parent' } as const;
    expect(toRequest(draft)).toEqual({
      givenName: 'Rosa',
      familyName: 'Ibarra',
      nickname: null,
      birthDate: null,
      standing: 'parent',
      safeContact: 'any',
    });
  });
});

describe('stillRefused', () => {
  const problem: Problem = {
    code: 'validation_failed',
    status: 422,
    detail: '',
    fields: [{ field: 'members.1.birthDate', code: 'day_in_future', message: 'This day has not come yet.' }],
    requestId: '',
    more: {},
  };
  const typed = (birthDate: string) => ({ members: [{ birthDate: '' }, { birthDate }] });

  it('shows the sentence at its field while the refused value stands there', () => {
    expect(stillRefused(problem, 'members.1.birthDate', typed('2199-01-01'), typed('2199-01-01'))).toEqual([
      'This day has not come yet.',
    ]);
    expect(stillRefused(problem, 'members.0.birthDate', typed('2199-01-01'), typed('2199-01-01'))).toEqual([]);
  });
  it('is silent once the value is another one', () => {
    expect(stillRefused(problem, 'members.1.birthDate', typed('2199-01-01'), typed('1999-01-01'))).toEqual([]);
  });
  it('leaves the warning of a known person to its own notice', () => {
    const warning = { ...problem, code: 'duplicate_person_warning' };
    expect(stillRefused(warning, 'members.1.birthDate', typed('2199-01-01'), typed('2199-01-01'))).toEqual([]);
  });
});
