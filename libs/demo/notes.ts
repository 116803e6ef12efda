import { inOrder, signedContent, type SignedSection } from '@kinfold/notes/domain';
import { instant } from './calendar';
import type { Random } from './random';
import type { Household, Scene } from './scene';
import { personAtHeart } from './scene';
import type { Held } from './sessions';
import type { Rows } from './tables';
import { fill } from './words';

const HOUR = 3_600_000;

type Section = Omit<SignedSection, 'id'>;

/** The note of a held session: signed within two days, or a draft that was begun the same day. */
export function writeNote(rows: Rows, scene: Scene, household: Household, held: Held, random: Random): void {
  const { meeting, stoppedAt } = held;
  if (meeting.note === 'none') return;
  const { clinicId } = scene;
  const { id: familyId, therapist } = household;
  const noteId = random.id();
  const isSigned = meeting.note === 'signed';
  const createdAt = stoppedAt + random.whole(5, 40) * 60_000;
  const hours = random.chance(0.1) ? random.whole(26, 44) : random.whole(1, 20);
  const signedAt = instant(createdAt + hours * HOUR);
  const sections = inOrder('family', textsOf(scene, household, held, random)).map((section) => ({
    ...section,
    id: random.id(),
  }));
  const content = {
    clinicId,
    familyId,
    sessionId: meeting.id,
    noteId,
    format: 'family',
    authorId: therapist.id,
    signedBy: therapist.id,
    signedAt,
    lateEntry: false,
    sections,
  } as const;
  rows.progress_note.push({
    clinicId,
    id: noteId,
    familyId,
    sessionId: meeting.id,
    format: 'family',
    state: meeting.note,
    createdBy: therapist.id,
    createdAt: instant(createdAt),
    signedBy: isSigned ? therapist.id : null,
    signedAt: isSigned ? signedAt : null,
    lateEntry: false,
    contentHash: isSigned ? { digestOf: signedContent(content) } : null,
    version: isSigned ? 2 : 1,
  });
  rows.note_author.push({ clinicId, noteId, accountId: therapist.id, familyId });
  const placed = isSigned ? sections : sections.slice(0, 3);
  placed.forEach(({ id, section, memberId, text }, index) => {
    const row = { clinicId, id, noteId, familyId, section, memberId, textSealed: { words: text, of: memberId } };
    if (isSigned) rows.signed_section.push({ ...row, position: index });
    else
      rows.draft_section.push({
        ...row,
        updatedBy: therapist.id,
        updatedAt: instant(createdAt + (index + 1) * 90_000),
      });
  });
  if (isSigned && !scene.lean && random.chance(0.06)) {
    rows.addendum.push({
      clinicId,
      id: random.id(),
      noteId,
      familyId,
      memberId: null,
      textSealed: { words: scene.words.addendum, of: null },
      writtenBy: therapist.id,
      writtenAt: instant(createdAt + (hours + 5) * HOUR),
    });
  }
}

/** The texts of a note, family part first. What is told of a setback is told neutrally and stands here alone. */
function textsOf({ words, lean }: Scene, household: Household, held: Held, random: Random): Section[] {
  const { meeting, came, away, technique, agreement, homework } = held;
  const { stretch, afterSetback } = meeting;
  const self = personAtHeart(household);
  const names = (kin: Held['came']): string => kin.map(({ givenName }) => givenName).join(', ');
  const told = (texts: readonly string[]): string => fill(random.pick(texts), { name: random.pick(came).givenName });
  const family = (section: string, ...lines: readonly string[]): Section => ({
    section,
    memberId: null,
    text: lines.filter(Boolean).join('\n'),
  });
  const aboutSelf = (texts: readonly string[]): string => fill(random.pick(texts), { name: self.givenName });
  const milestone = !afterSetback && stretch !== 'early' && household.shape.course !== 'level' && random.chance(0.2);
  return [
    family(
      'worked-on',
      random.pick(words.focus[stretch]),
      `${technique}.`,
      fill(words.came, { names: names(came) }),
      away.length > 0 ? fill(words.absent, { names: names(away) }) : '',
    ),
    family(
      'happened',
      afterSetback ? aboutSelf(words.setback) : '',
      told(meeting.kind === 'individual' ? words.alone : words.happened[stretch]),
      milestone ? aboutSelf(words.milestones) : '',
      meeting.kind === 'individual' ? '' : random.pick(words.assessment[stretch]),
    ),
    ...(agreement && !lean ? [family('decided', agreement.words)] : []),
    family('risk', afterSetback ? words.riskAfterSetback : random.pick(words.risk)),
    family('plan', random.pick(words.plan), homework?.words ?? ''),
    ...(lean ? came.slice(0, 1) : came).map((kin): Section => ({
      section: 'response',
      memberId: kin.id,
      text: fill(
        `${random.pick(words.response)}\n${random.pick(kin.shape.standing === 'in-recovery' ? [...words.annex, ...words.ownAnnex] : words.annex)}`,
        { name: kin.givenName },
      ),
    })),
  ];
}
