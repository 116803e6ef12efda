import { type AttendanceStatus, wasThere } from '@kinfold/sessions/domain';
import { type NoteFormat, sectionsOf } from './formats';

/** A text of the note as the checklist sees it. */
export interface WrittenSection {
  readonly section: string;
  readonly memberId: string | null;
  readonly text: string;
  /** As the moments wrote it, untouched. */
  readonly fromMoments: boolean;
}

export interface ChecklistMember {
  readonly memberId: string;
  readonly name: string;
  readonly attendance: AttendanceStatus | null;
}

/** One line of the checklist. */
export interface ChecklistItem {
  /** Stable code of the rule. */
  readonly code: 'section_missing' | 'attendance_missing' | 'nobody_took_part' | 'moments_unread';
  /** `must` keeps the note from being signed, `look` asks for another look. */
  readonly weight: 'must' | 'look';
  /** Which section and whose, where it is about one. */
  readonly section: string | null;
  readonly memberId: string | null;
  readonly words: string;
}

/**
 * What is still open before a note can be signed: every required section filled, of the family and of each member who took part;
 * attendance written down for everyone; at least one took part (a session is not closed without participants, NT-02).
 * @returns open items only, in the order of the note; nothing of weight `must` means it can be signed
 */
export function checklist(
  format: NoteFormat,
  written: readonly WrittenSection[],
  members: readonly ChecklistMember[],
): readonly ChecklistItem[] {
  const filled = (section: string, memberId: string | null): boolean =>
    written.some((text) => text.section === section && text.memberId === memberId && text.text.trim() !== '');
  const missing = (memberId: string | null, of: string): ChecklistItem[] =>
    sectionsOf(format, memberId === null ? 'family' : 'member')
      .filter(({ id, required }) => required && !filled(id, memberId))
      .map(({ id, heading }) => must('section_missing', id, memberId, `Write “${heading}”${of}.`));
  const present = members.filter(({ attendance }) => wasThere(attendance));
  return [
    ...missing(null, ''),
    ...present.flatMap(({ memberId, name }) => missing(memberId, ` for ${name}`)),
    ...members
      .filter(({ attendance }) => attendance === null)
      .map(({ memberId, name }) => must('attendance_missing', null, memberId, `Say whether ${name} was there.`)),
    ...(present.length === 0 && members.every(({ attendance }) => attendance !== null)
      ? [must('nobody_took_part', null, null, 'Nobody took part in this session. Check the attendance.')]
      : []),
    ...unread(written),
  ];
}

/** Whether a note can be signed as it stands. */
export function isComplete(items: readonly ChecklistItem[]): boolean {
  return items.every(({ weight }) => weight !== 'must');
}

function must(
  code: ChecklistItem['code'],
  section: string | null,
  memberId: string | null,
  words: string,
): ChecklistItem {
  return { code, weight: 'must', section, memberId, words };
}

/** Draft material may be signed as it is, but not without being told. */
function unread(written: readonly WrittenSection[]): ChecklistItem[] {
  const count = written.filter(({ fromMoments, text }) => fromMoments && text.trim() !== '').length;
  if (count === 0) return [];
  const words =
    count === 1 ? 'One section is as the moments wrote it.' : `${count} sections are as the moments wrote them.`;
  return [{ code: 'moments_unread', weight: 'look', section: null, memberId: null, words: `${words} Read once more.` }];
}
