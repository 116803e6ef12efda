import type { AttendanceStatus, SessionClass } from '@kinfold/sessions/domain';
import type { NoteFormatId, NoteState } from '@kinfold/notes/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';

/** A note as far as the rules need it, without its texts. */
export interface SeenNote {
  readonly familyId: string;
  readonly sessionId: string;
  readonly class: SessionClass;
  readonly format: NoteFormatId;
  readonly state: NoteState;
  readonly authorId: string;
  /** The actor is one of the recorded authors. */
  readonly own: boolean;
  readonly sessionEndedAt: Date;
  /** The database's clock now, in whole milliseconds: what a signature says can be read back exactly. */
  readonly clock: Date;
}

const SEE = statement(
  'see-note',
  `select n.family_id as "familyId", n.session_id as "sessionId", s.class, n.format, n.state, n.created_by as "authorId",
          exists (select from note_author a where a.clinic_id = n.clinic_id and a.note_id = n.id and a.account_id = $3) as own,
          coalesce(s.stopped_at, s.ends_at) as "sessionEndedAt", date_trunc('milliseconds', clock_timestamp()) as clock
   from progress_note n join session s on s.clinic_id = n.clinic_id and s.id = n.session_id
   where n.clinic_id = $1 and n.id = $2`,
);

/** @throws DomainError 404 when it is not there or not open to the actor */
export async function seeNote(tx: Transaction, noteId: string): Promise<SeenNote> {
  const [note] = await tx.rows<SeenNote>(SEE, [tx.context.clinicId, noteId, tx.context.accountId]);
  if (!note) throw notFound();
  return note;
}

/** A member of the session that a note is about. */
export interface NoteMember {
  readonly memberId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly attendance: AttendanceStatus | null;
}

const MEMBERS = statement(
  'note-members',
  `select k.member_id as "memberId", p.given_name as "givenName", p.family_name as "familyName",
          (select a.status from attendance a
           where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
           order by a.recorded_at desc, a.id desc limit 1) as attendance
   from session_member k
     join member m on m.clinic_id = k.clinic_id and m.id = k.member_id
     join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
   where k.clinic_id = $1 and k.session_id = $2
   order by p.given_name, k.member_id`,
);

/** Who was invited to the session of a note, each with the newest attendance. */
export function noteMembers(tx: Transaction, sessionId: string): Promise<NoteMember[]> {
  return tx.rows<NoteMember>(MEMBERS, [tx.context.clinicId, sessionId]);
}

/** @throws DomainError 404 when a member has no part in the session: someone else's member is not there */
export async function requireNoteMember(tx: Transaction, sessionId: string, memberId: string | null): Promise<void> {
  if (memberId === null) return;
  const members = await noteMembers(tx, sessionId);
  if (!members.some((member) => member.memberId === memberId)) throw notFound();
}
