import { statement, type Transaction } from '@kinfold/shared/api';

const NOTE_STATE = statement('note-state', 'select state from progress_note where clinic_id = $1 and session_id = $2');

/** How far the note of a session is, as far as the actor may know: row-level security hides it from whoever may not. */
export async function noteState(tx: Transaction, sessionId: string): Promise<'none' | 'draft' | 'signed'> {
  const [note] = await tx.rows<{ state: 'draft' | 'signed' }>(NOTE_STATE, [tx.context.clinicId, sessionId]);
  return note?.state ?? 'none';
}
