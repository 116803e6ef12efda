import { type InstrumentDefinition, refusalToGive } from '@kinfold/assessments/domain';
import type {
  MeasuredAdministrationAnswer,
  MeasuredMemberAnswer,
  MeasuresAnswer,
} from '@kinfold/shared/contract/staff';

/** What one member answered of one instrument. */
export interface Series {
  readonly instrument: string;
  readonly latest: MeasuredAdministrationAnswer;
  /** The newest first. */
  readonly earlier: readonly MeasuredAdministrationAnswer[];
}

/** One member with what waits for them and what they answered. */
export interface MemberMeasures {
  readonly member: MeasuredMemberAnswer;
  readonly waiting: readonly MeasuredAdministrationAnswer[];
  readonly series: readonly Series[];
}

/** "Rosa Ibarra" */
export function nameOf({ givenName, familyName }: Pick<MeasuredMemberAnswer, 'givenName' | 'familyName'>): string {
  return `${givenName} ${familyName}`;
}

/**
 * The members a list of measures shows: whoever can be asked something, and whoever was, in the order of the family.
 * @param measures the newest administration first, as the server sends them
 */
export function membersMeasures(
  measures: MeasuresAnswer,
  instruments: readonly InstrumentDefinition[],
): readonly MemberMeasures[] {
  return measures.members
    .map((member) => {
      const mine = measures.administrations.filter(({ respondentMemberId }) => respondentMemberId === member.id);
      return { member, waiting: mine.filter(({ state }) => state === 'given'), series: seriesOf(mine) };
    })
    .filter(({ member, waiting, series }) => waiting.length + series.length > 0 || canBeAsked(member, instruments));
}

/** Whether there is anything this member can be asked. */
export function canBeAsked(member: MeasuredMemberAnswer, instruments: readonly InstrumentDefinition[]): boolean {
  return instruments.some((instrument) => refusalToGive(instrument, member) === null);
}

/** Who can be given an instrument now: not those it already waits for. */
export function candidates(
  measures: MeasuresAnswer,
  instrument: InstrumentDefinition,
): readonly MeasuredMemberAnswer[] {
  const waits = new Set(
    measures.administrations
      .filter((given) => given.instrument === instrument.id && given.state === 'given')
      .map(({ respondentMemberId }) => respondentMemberId),
  );
  return measures.members.filter((member) => refusalToGive(instrument, member) === null && !waits.has(member.id));
}

function seriesOf(administrations: readonly MeasuredAdministrationAnswer[]): readonly Series[] {
  const answered = administrations.filter(({ state }) => state === 'answered');
  const instruments = [...new Set(answered.map(({ instrument }) => instrument))];
  return instruments.flatMap((instrument) => {
    const [latest, ...earlier] = answered.filter((one) => one.instrument === instrument);
    return latest === undefined ? [] : [{ instrument, latest, earlier }];
  });
}
