import { NOTICE_VERSION } from '@kinfold/consent/domain';
import { subjectsOf, type LineKind } from '@kinfold/summaries/domain';
import { addDays, instant } from './calendar';
import { consentFor, type Given } from './consents';
import type { Random } from './random';
import { personAtHeart, type Household, type Kin, type Scene } from './scene';
import type { Held } from './sessions';
import type { Rows } from './tables';
import { fill } from './words';

const HOUR = 3_600_000;

interface Line {
  readonly id: string;
  readonly kind: LineKind;
  readonly about: Kin | null;
  readonly words: string;
  /** Whose information it is: frozen when it is released. */
  readonly subjects: readonly Kin[];
}

/** Summaries of every third family session whose note is signed, and of the last one; the newest of the second family is still a draft. */
export function writeSummaries(
  rows: Rows,
  scene: Scene,
  household: Household,
  history: readonly Held[],
  consents: readonly Given[],
  random: Random,
): void {
  const shared = history.filter(({ meeting }) => meeting.kind === 'family' && meeting.note === 'signed');
  const chosen = scene.lean
    ? shared.slice(-1)
    : shared.filter((_, index) => index % 3 === 2 || index === shared.length - 1);
  chosen.forEach((held, index) => {
    const released = !(household.index === 1 && index === chosen.length - 1);
    writeSummary(rows, scene, household, held, consents, released, random);
  });
}

function writeSummary(
  rows: Rows,
  scene: Scene,
  household: Household,
  held: Held,
  consents: readonly Given[],
  mayRelease: boolean,
  random: Random,
): void {
  const { clinicId } = scene;
  const { id: familyId, therapist } = household;
  const { meeting, stoppedAt } = held;
  const summaryId = random.id();
  const createdAt = stoppedAt + 2 * HOUR;
  const releasedAt = createdAt + random.whole(20, 44) * HOUR;
  const day = addDays(meeting.day, 2);
  const lines = linesOf(scene, household, held, random);
  // A summary is shared with those who would read something; from then on every read asks the consents again.
  const readers = household.members
    .filter((kin) => kin.leftOn === null && kin.shape.age >= 13 && isChosen(kin, household, consents))
    .map((reader) => ({
      reader,
      readable: lines.filter(({ subjects }) =>
        subjects.every((kin) => kin === reader || consentFor(consents, kin, reader, day)),
      ),
    }))
    .filter(({ readable }) => readable.length > 0);
  const released = mayRelease && readers.length > 0;
  rows.summary.push({
    clinicId,
    id: summaryId,
    familyId,
    sessionId: meeting.id,
    aboutDay: meeting.day,
    state: released ? 'released' : 'draft',
    createdBy: therapist.id,
    createdAt: instant(createdAt),
    releasedBy: released ? therapist.id : null,
    releasedAt: released ? instant(releasedAt) : null,
    version: released ? 2 : 1,
  });
  lines.forEach((line, index) => writeLine(rows, scene, household, summaryId, line, index));
  if (!released) return;
  for (const line of lines) {
    for (const { id: memberId } of line.subjects)
      rows.summary_line_subject.push({ clinicId, lineId: line.id, memberId, summaryId, familyId });
  }
  for (const { reader, readable } of readers) {
    rows.summary_recipient.push({ clinicId, summaryId, memberId: reader.id, familyId });
    writeDisclosures(rows, scene, household, summaryId, reader, readable, consents, day, releasedAt, random);
    for (const { id: lineId } of readable)
      writeAnswer(rows, scene, familyId, summaryId, lineId, reader, releasedAt, random);
  }
}

/** In the first family the therapist shares with the person in recovery and whom they named; everybody else's portal stays empty. */
function isChosen(kin: Kin, household: Household, consents: readonly Given[]): boolean {
  return (
    household.index !== 0 ||
    kin === personAtHeart(household) ||
    consents.some(({ recipients }) => recipients.includes(kin))
  );
}

/**
 * Every summary opens with something that went well, said of somebody who was asked alone, and ends with the next date. In the first
 * family decisions are written as the person in recovery made them, so that one consent lets one relative read them.
 */
function linesOf(
  { words, today }: Scene,
  household: Household,
  { came, agreement, homework, meeting }: Held,
  random: Random,
): Line[] {
  const self = personAtHeart(household);
  const praised = came.includes(self) ? self : random.pick(came);
  const decider = household.index === 0 && came.includes(self) ? self : null;
  const next = addDays(meeting.day, 7 * household.shape.every);
  const line = (kind: LineKind, about: Kin | null, text: string): Line => {
    const ids = subjectsOf(
      { aboutMemberId: about?.id ?? null },
      came.map(({ id }) => id),
    );
    return {
      id: random.id(),
      kind,
      about,
      words: text,
      subjects: household.members.filter(({ id }) => ids.includes(id)),
    };
  };
  return [
    line('went-well', praised, fill(random.pick(words.wentWell), { name: praised.givenName })),
    ...(agreement ? [line('decision', decider, agreement.words)] : []),
    ...(homework ? [line('homework', homework.member, homework.words)] : []),
    line('next-date', null, words.nextDate(next < today ? next : addDays(today, 1))),
  ];
}

function writeLine(
  rows: Rows,
  { clinicId }: Scene,
  { id: familyId }: Household,
  summaryId: string,
  { id, kind, about, words }: Line,
  index: number,
): void {
  const aboutMemberId = about?.id ?? null;
  rows.summary_line.push({
    clinicId,
    id,
    familyId,
    summaryId,
    position: index + 1,
    kind,
    aboutMemberId,
    askedAlone: about !== null,
    textSealed: { words, of: aboutMemberId },
  });
}

/** One entry for every person whose information a recipient read, with the consent it rests on. */
function writeDisclosures(
  rows: Rows,
  { clinicId }: Scene,
  { id: familyId, therapist }: Household,
  summaryId: string,
  recipient: Kin,
  lines: readonly Line[],
  consents: readonly Given[],
  day: string,
  at: number,
  random: Random,
): void {
  for (const subject of new Set(lines.flatMap(({ subjects }) => subjects))) {
    const consent = subject === recipient ? undefined : consentFor(consents, subject, recipient, day);
    if (!consent) continue;
    rows.disclosure.push({
      clinicId,
      id: random.id(),
      familyId,
      subjectMemberId: subject.id,
      recipientMemberId: recipient.id,
      summaryId,
      consentId: consent.id,
      information: 'family-summary',
      purpose: consent.purpose,
      noticeVersion: NOTICE_VERSION,
      disclosedBy: therapist.id,
      disclosedAt: instant(at),
    });
  }
}

function writeAnswer(
  rows: Rows,
  { clinicId, words, clock, today }: Scene,
  familyId: string,
  summaryId: string,
  lineId: string,
  recipient: Kin,
  releasedAt: number,
  random: Random,
): void {
  if (!random.chance(0.55)) return;
  const answeredAt = Math.min(releasedAt + random.whole(1, 60) * HOUR, clock.at(addDays(today, -1), 1_200));
  const differs = random.chance(0.15);
  const text = differs
    ? words.answers[1]
    : random.chance(0.3)
      ? random.pick(words.answers.filter((_, index) => index !== 1))
      : undefined;
  rows.summary_answer.push({
    clinicId,
    id: random.id(),
    familyId,
    lineId,
    summaryId,
    memberId: recipient.id,
    answer: differs ? 'remember-differently' : 'agree',
    wordsSealed: text === undefined ? null : { words: text, of: recipient.id },
    answeredAt: instant(answeredAt),
  });
}
