import type * as Row from './rows';

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
  readonly session: Row.SessionRow;
  readonly session_clinician: Row.SessionClinicianRow;
  readonly session_member: Row.SessionMemberRow;
  readonly attendance: Row.AttendanceRow;
  readonly participation: Row.ParticipationRow;
  readonly moment: Row.MomentRow;
  readonly progress_note: Row.ProgressNoteRow;
  readonly note_author: Row.NoteAuthorRow;
  readonly draft_section: Row.DraftSectionRow;
  readonly signed_section: Row.SignedSectionRow;
  readonly addendum: Row.AddendumRow;
  readonly administration: Row.AdministrationRow;
  readonly response: Row.ResponseRow;
  readonly score: Row.ScoreRow;
  readonly consent: Row.ConsentRow;
  readonly consent_recipient: Row.ConsentRecipientRow;
  readonly consent_revocation: Row.ConsentRevocationRow;
  readonly summary: Row.SummaryRow;
  readonly summary_line: Row.SummaryLineRow;
  readonly summary_line_subject: Row.SummaryLineSubjectRow;
  readonly summary_recipient: Row.SummaryRecipientRow;
  readonly summary_answer: Row.SummaryAnswerRow;
  readonly disclosure: Row.DisclosureRow;
}

export type TableName = keyof RowOf;

/** Tables in the order in which their foreign keys allow them to be filled. */
export const TABLES: readonly TableName[] = [
  'clinic', 'person', 'account', 'account_role', 'supervision', 'family', 'member', 'relationship', 'name_token', 'assignment',
  'session', 'session_clinician', 'session_member', 'attendance', 'participation', 'moment',
  'progress_note', 'note_author', 'draft_section', 'signed_section', 'addendum',
  'administration', 'response', 'score',
  'consent', 'consent_recipient', 'consent_revocation',
  'summary', 'summary_line', 'summary_line_subject', 'summary_recipient', 'summary_answer', 'disclosure',
];

/** Rows by table. */
export type Rows = { readonly [T in TableName]: RowOf[T][] };

/** A place for rows, with nothing in it. */
export function noRows(): Rows {
  return {
    clinic: [], person: [], account: [], account_role: [], supervision: [], family: [], member: [], relationship: [], name_token: [],
    assignment: [], session: [], session_clinician: [], session_member: [], attendance: [], participation: [], moment: [],
    progress_note: [], note_author: [], draft_section: [], signed_section: [], addendum: [], administration: [], response: [], score: [],
    consent: [], consent_recipient: [], consent_revocation: [], summary: [], summary_line: [], summary_line_subject: [],
    summary_recipient: [], summary_answer: [], disclosure: [],
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
