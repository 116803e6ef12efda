import { NOTICE_VERSION } from '@kinfold/consent/domain';
import { addDays, instant } from './calendar';
import { consentFor, type Given } from './consents';
import type { Random } from './random';
import { personAtHeart, type Household, type Kin, type Scene } from './scene';
import type { Held } from './sessions';
import type { SummaryLineRow } from './rows';
import type { Rows } from './tables';
import { fill } from './words';

const HOUR = 3_600_000;

interface Line {
  readonly kind: SummaryLineRow['kind'];
  readonly about: Kin | null;
  readonly words: string;
  readonly subjects: readonly Kin[];
}

/** Summaries of every third family session whose note is signed, and of the last one; the newest of the second family is still a draft. */
export function writeSummaries(rows: Rows, scene: Scene, household: Household, history: readonly Held[], consents: readonly Given[], random: Random): void {
  const shared = history.filter(({ meeting }) => meeting.kind === 'family' && meeting.note === 'signed');
  const chosen = scene.lean ? shared.slice(-1) : shared.filter((_, index) => index % 3 === 2 || index === shared.length - 1);
  chosen.forEach((held, index) => {
    const released = !(household.index === 1 && index === chosen.length - 1);
    writeSummary(rows, scene, household, held, consents, released, random);
  });
}

function writeSummary(
  rows: Rows, scene: Scene, household: Household, held: Held, consents: readonly Given[], released: boolean, random: Random,
): void {
  const { clinicId } = scene;
  const { id: familyId, therapist } = household;
  const { meeting, stoppedAt } = held;
  const summaryId = random.id();
  const createdAt = stoppedAt + 2 * HOUR;
  const releasedAt = createdAt + random.whole(20, 44) * HOUR;
  rows.summary.push({
    clinicId, id: summaryId, familyId, sessionId: meeting.id, aboutDay: meeting.day, state: released ? 'released' : 'draft', createdBy: therapist.id,
    createdAt: instant(createdAt), releasedBy: released ? therapist.id : null, releasedAt: released ? instant(releasedAt) : null, version: released ? 2 : 1,
  });
  const lines = linesOf(scene, household, held, random).map((line, index) => writeLine(rows, scene, household, summaryId, line, index, random));
  const releaseDay = addDays(meeting.day, 2);
  const self = personAtHeart(household);
  const named = household.members.filter((kin) => consentFor(consents, self, kin, releaseDay));
  const recipients = [self, ...named];
  if (!released) return;
  for (const { id: memberId } of recipients) rows.summary_recipient.push({ clinicId, summaryId, memberId, familyId });
  for (const recipient of recipients) {
    const readable = lines.filter(({ subjects }) => subjects.every((kin) => kin === recipient || consentFor(consents, kin, recipient, releaseDay)));
    writeDisclosures(rows, scene, household, summaryId, recipient, readable, consents, releaseDay, releasedAt, random);
    for (const { id: lineId } of readable) writeAnswer(rows, scene, familyId, summaryId, lineId, recipient, releasedAt, random);
  }
}

/** Every summary opens with something that went well and ends with the next date. */
function linesOf({ words, today }: Scene, household: Household, { came, agreement, homework, meeting }: Held, random: Random): Line[] {
  const self = personAtHeart(household);
  const praised = came.includes(self) ? self : random.pick(came);
  const next = addDays(meeting.day, 7 * household.shape.every);
  const line = (kind: Line['kind'], about: Kin | null, text: string): Line => ({ kind, about, words: text, subjects: [about ?? self] });
  return [
    line('went-well', praised, fill(random.pick(words.wentWell), { name: praised.givenName })),
    ...(agreement ? [line('decision', null, agreement.words)] : []),
    ...(homework ? [line('homework', homework.member, homework.words)] : []),
    line('next-date', null, words.nextDate(next < today ? next : addDays(today, 1))),
  ];
}

function writeLine(rows: Rows, { clinicId }: Scene, { id: familyId }: Household, summaryId: string, line: Line, index: number, random: Random) {
  const id = random.id();
  const aboutMemberId = line.about?.id ?? null;
  rows.summary_line.push({
    clinicId, id, familyId, summaryId, position: index + 1, kind: line.kind, aboutMemberId, askedAlone: line.about !== null,
    textSealed: { words: line.words, of: aboutMemberId },
  });
  for (const { id: memberId } of line.subjects) rows.summary_line_subject.push({ clinicId, lineId: id, memberId, summaryId, familyId });
  return { ...line, id };
}

/** One entry for every person whose information a recipient read, with the consent it rests on. */
function writeDisclosures(
  rows: Rows, { clinicId }: Scene, { id: familyId, therapist }: Household, summaryId: string, recipient: Kin, lines: readonly Line[],
  consents: readonly Given[], day: string, at: number, random: Random,
): void {
  for (const subject of new Set(lines.flatMap(({ subjects }) => subjects))) {
    const consent = subject === recipient ? undefined : consentFor(consents, subject, recipient, day);
    if (!consent) continue;
    rows.disclosure.push({
      clinicId, id: random.id(), familyId, subjectMemberId: subject.id, recipientMemberId: recipient.id, summaryId, consentId: consent.id,
      information: 'family-summary', purpose: consent.purpose, noticeVersion: NOTICE_VERSION, disclosedBy: therapist.id, disclosedAt: instant(at),
    });
  }
}

function writeAnswer(
  rows: Rows, { clinicId, words, clock, today }: Scene, familyId: string, summaryId: string, lineId: string, recipient: Kin, releasedAt: number, random: Random,
): void {
  if (!random.chance(0.55)) return;
  const answeredAt = Math.min(releasedAt + random.whole(1, 60) * HOUR, clock.at(addDays(today, -1), 1_200));
  const differs = random.chance(0.15);
  const text = differs ? words.answers[1] : random.chance(0.3) ? random.pick(words.answers.filter((_, index) => index !== 1)) : undefined;
  rows.summary_answer.push({
    clinicId, id: random.id(), familyId, lineId, summaryId, memberId: recipient.id, answer: differs ? 'remember-differently' : 'agree',
    wordsSealed: text === undefined ? null : { words: text, of: recipient.id }, answeredAt: instant(answeredAt),
  });
}
