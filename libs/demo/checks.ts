import { copingAndSelfCareCheck as check, score, TOTAL, type ScoredSum } from '@kinfold/assessments/domain';
import { instant } from './calendar';
import type { Random } from './random';
import type { Household, Kin, Scene } from './scene';
import type { Held } from './sessions';
import type { Rows } from './tables';

/** Sessions between two checks of one relative. */
const EVERY = 5;
const REVERSED = new Set(check.reversed);

/** The coping and self-care check of up to two relatives, given again every few sessions; the numbers follow the family's course. */
export function writeChecks(
  rows: Rows,
  scene: Scene,
  household: Household,
  history: readonly Held[],
  random: Random,
): void {
  const relatives = household.members
    .filter(({ shape, leftOn }) => shape.key !== 'self' && shape.age >= 18 && leftOn === null)
    .slice(0, 2);
  relatives.forEach((kin, number) => {
    const there = history.filter(({ came, meeting }) => meeting.kind !== 'individual' && came.includes(kin));
    const asked = there.filter((_, index) => (number === 0 ? index % EVERY === 1 : index % (2 * EVERY) === 2));
    const ease = random.unit() * 0.6;
    for (const held of scene.lean ? asked.slice(-2) : asked)
      writeCheck(rows, scene, household, kin, held, ease, random);
  });
}

/** Gives a check that nobody has answered yet. */
export function writeOpenCheck(
  rows: Rows,
  scene: Scene,
  household: Household,
  kin: Kin,
  at: number,
  random: Random,
): void {
  writeAdministration(rows, scene, household, kin, random.id(), 'given', at);
}

function writeCheck(
  rows: Rows,
  scene: Scene,
  household: Household,
  kin: Kin,
  held: Held,
  ease: number,
  random: Random,
): void {
  const { clinicId } = scene;
  const { id: familyId } = household;
  const administrationId = random.id();
  const givenAt = held.startedAt - 15 * 60_000;
  const answers = answersOf(held, household, ease, random);
  const scored = score(check, answers);
  if (!scored.ok) throw new RangeError(scored.message);
  writeAdministration(rows, scene, household, kin, administrationId, 'answered', givenAt);
  rows.response.push({
    clinicId,
    id: random.id(),
    familyId,
    administrationId,
    class: 'individual-confidential',
    answers,
    answeredAt: instant(givenAt + 7 * 60_000),
  });
  const add = (scale: string, { value, range, bounds, answered, missing, method }: ScoredSum): void => {
    rows.score.push({
      clinicId,
      id: random.id(),
      familyId,
      administrationId,
      memberId: kin.id,
      instrument: check.id,
      instrumentVersion: check.version,
      scoringVersion: check.scoringVersion,
      scale,
      value,
      rangeMin: range.lowest,
      rangeMax: range.highest,
      boundLow: bounds.lowest,
      boundHigh: bounds.highest,
      answered,
      items: answered + missing,
      method,
      takenOn: held.meeting.day,
    });
  };
  add(TOTAL, { ...scored, value: scored.total });
  if (!scene.lean) for (const subscale of scored.subscales) add(subscale.id, subscale);
}

function writeAdministration(
  rows: Rows,
  { clinicId, language }: Scene,
  { id: familyId, therapist }: Household,
  kin: Kin,
  id: string,
  state: 'given' | 'answered',
  at: number,
): void {
  rows.administration.push({
    clinicId,
    id,
    familyId,
    instrument: check.id,
    instrumentVersion: check.version,
    scoringVersion: check.scoringVersion,
    respondentMemberId: kin.id,
    mode: 'tablet',
    language,
    state,
    givenBy: therapist.id,
    givenAt: instant(at),
    version: state === 'given' ? 1 : 2,
  });
}

/** How much the past two weeks asked, 0 to 4 for each question: less as time goes on, more for a while after a setback. */
function answersOf({ meeting }: Held, { shape }: Household, ease: number, random: Random): (number | null)[] {
  const fall = shape.course === 'level' ? 0.15 : 0.75;
  const step = { early: 0, middle: 1, later: 2 }[meeting.stretch];
  const level = 2.9 - ease - step * fall + (shape.course === 'dip' && meeting.stretch === 'middle' ? 0.6 : 0);
  return check.items.map((item) => {
    if (random.chance(0.02)) return null;
    const asked = Math.max(0, Math.min(4, Math.round(level + (random.unit() - 0.5) * 2)));
    return REVERSED.has(item.id) ? 4 - asked : asked;
  });
}
