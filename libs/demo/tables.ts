import type * as Row from './rows';
import type * as Note from './rows.notes';
import type * as Meeting from './rows.sessions';
import type * as Shared from './rows.summaries';

/** The row of every table that a clinic is made of. */
export interface RowOf {
  readonly clinic: Row.ClinicRow;
  readonly person: Row.PersonRow;
  readonly account: Row.AccountRow;
  readonly account_role: Row.AccountRoleRow;
  readonly supervision: Row.SupervisionRow;
  readonly family: Row.FamilyRow;
  readonly member: Row.MemberRow;
  readonly relationship: Row.RelationshipRow;
  readonly name_token: Row.NameTokenRow;
  readonly assignment: Row.AssignmentRow;
  readonly session: Meeting.SessionRow;
  readonly session_clinician: Meeting.SessionClinicianRow;
  readonly session_member: Meeting.SessionMemberRow;
  readonly attendance: Meeting.AttendanceRow;
  readonly participation: Meeting.ParticipationRow;
  readonly moment: Meeting.MomentRow;
  readonly progress_note: Note.ProgressNoteRow;
  readonly note_author: Note.NoteAuthorRow;
  readonly draft_section: Note.DraftSectionRow;
  readonly signed_section: Note.SignedSectionRow;
  readonly addendum: Note.AddendumRow;
  readonly administration: Note.AdministrationRow;
  readonly response: Note.ResponseRow;
  readonly score: Note.ScoreRow;
  readonly consent: Shared.ConsentRow;
  readonly consent_recipient: Shared.ConsentRecipientRow;
  readonly consent_revocation: Shared.ConsentRevocationRow;
  readonly summary: Shared.SummaryRow;
  readonly summary_line: Shared.SummaryLineRow;
  readonly summary_line_subject: Shared.SummaryLineSubjectRow;
  readonly summary_recipient: Shared.SummaryRecipientRow;
  readonly summary_answer: Shared.SummaryAnswerRow;
  readonly disclosure: Shared.DisclosureRow;
}

export type TableName = keyof RowOf;

/** Tables in the order in which their foreign keys allow them to be filled. */
export const TABLES: readonly TableName[] = [
  'clinic',
  'person',
  'account',
  'account_role',
  'supervision',
  'family',
  'member',
  'relationship',
  'name_token',
  'assignment',
  'session',
  'session_clinician',
  'session_member',
  'attendance',
  'participation',
  'moment',
  'progress_note',
  'note_author',
  'draft_section',
  'signed_section',
  'addendum',
  'administration',
  'response',
  'score',
  'consent',
  'consent_recipient',
  'consent_revocation',
  'summary',
  'summary_line',
  'summary_line_subject',
  'summary_recipient',
  'summary_answer',
  'disclosure',
];

/** Rows by table. */
export type Rows = { readonly [T in TableName]: RowOf[T][] };

/** A place for rows, with nothing in it. */
export function noRows(): Rows {
  return {
    clinic: [],
    person: [],
    account: [],
    account_role: [],
    supervision: [],
    family: [],
    member: [],
    relationship: [],
    name_token: [],
    assignment: [],
    session: [],
    session_clinician: [],
    session_member: [],
    attendance: [],
    participation: [],
    moment: [],
    progress_note: [],
    note_author: [],
    draft_section: [],
    signed_section: [],
    addendum: [],
    administration: [],
    response: [],
    score: [],
    consent: [],
    consent_recipient: [],
    consent_revocation: [],
    summary: [],
    summary_line: [],
    summary_line_subject: [],
    summary_recipient: [],
    summary_answer: [],
    disclosure: [],
  };
}

/** Puts rows behind others, table by table. */
export function appendRows(to: Rows, from: Rows): void {
  for (const table of TABLES) appendTable(to, from, table);
}

function appendTable<T extends TableName>(to: Rows, from: Rows, table: T): void {
  const target: RowOf[T][] = to[table];
  for (const row of from[table]) target.push(row);
}
