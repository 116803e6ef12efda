import { copingAndSelfCareCheck as check } from '@kinfold/assessments/domain';
import type {
  MeasuredAdministrationAnswer,
  MeasuredMemberAnswer,
  MeasuresAnswer,
} from '@kinfold/shared/contract/staff';
import { candidates, membersMeasures } from './members-measures';

const aMember = (id: string, over: Partial<MeasuredMemberAnswer> = {}): MeasuredMemberAnswer => ({
  id,
  givenName: id,
  familyName: 'Ibarra',
  standing: 'parent',
  leftOn: null,
  diedOn: null,
  place: 0,
  ...over,
});
const given = (
  id: string,
  respondentMemberId: string,
  over: Partial<MeasuredAdministrationAnswer> = {},
): MeasuredAdministrationAnswer => ({
  id,
  respondentMemberId,
  instrument: check.id,
  instrumentVersion: check.version,
  scoringVersion: check.scoringVersion,
  language: 'en',
  state: 'answered',
  givenAt: '2026-03-02T10:00:00Z',
  version: 2,
  takenOn: '2026-03-02',
  total: null,
  areas: [],
  ...over,
});

describe('membersMeasures', () => {
  const measures: MeasuresAnswer = {
    members: [
      aMember('rosa'),
      aMember('tom'),
      aMember('marco', { standing: 'in-recovery' }),
      aMember('ines', { leftOn: '2026-02-01' }),
      aMember('luis', { leftOn: '2026-02-01' }),
    ],
    administrations: [
      given('4', 'rosa', { state: 'given', takenOn: null }),
      given('3', 'rosa'),
      given('2', 'ines'),
      given('1', 'rosa'),
    ],
  };

  it('shows whoever can be asked or was, and leaves out those who never were and never will be', () => {
    expect(membersMeasures(measures, [check]).map(({ member }) => member.id)).toEqual(['rosa', 'tom', 'ines']);
  });

  it('sets the latest answer apart from the earlier ones and from what waits when there are several', () => {
    const [rosa, tom] = membersMeasures(measures, [check]);
    expect(rosa?.waiting.map(({ id }) => id)).toEqual(['4']);
    expect(rosa?.series.map(({ latest, earlier }) => [latest.id, ...earlier.map(({ id }) => id)])).toEqual([
      ['3', '1'],
    ]);
    expect(tom).toMatchObject({ waiting: [], series: [] });
  });

  it('keeps two instruments apart when a member answered both', () => {
    const both = { ...measures, administrations: [given('6', 'tom', { instrument: 'other' }), given('5', 'tom')] };
    const tom = membersMeasures(both, [check]).find(({ member }) => member.id === 'tom');
    expect(tom?.series.map(({ instrument }) => instrument)).toEqual(['other', check.id]);
  });

  it('offers those it does not wait for already when it is given', () => {
    expect(candidates(measures, check).map(({ id }) => id)).toEqual(['tom']);
    expect(candidates({ ...measures, administrations: [] }, check).map(({ id }) => id)).toEqual(['rosa', 'tom']);
  });
});
