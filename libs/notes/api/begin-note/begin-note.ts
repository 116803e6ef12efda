import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type IdAnswer, touchFamily } from '@kinfold/families/api';
import { composeDraft, type DraftPart, NOTE_FORMATS, requireRoomOpened } from '@kinfold/notes/domain';
import { readSessionFacts, type SessionFacts } from '@kinfold/sessions/api';
import { type Context, statement, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { draftFactsOf } from '../draft-facts-of';
import { DraftSection, NoteAuthor } from '../entities';

const FIND = statement(
  'find-note-of-session',
  'select id, family_id as "familyId" from progress_note where clinic_id = $1 and session_id = $2',
);

/** Two who begin at the same moment end with the same note: the second waits for the first and writes nothing. */
const BEGIN = statement(
  'begin-note',
  `insert into progress_note (clinic_id, id, family_id, session_id, format, state, created_by) values ($1, $2, $3, $4, $5, 'draft', $6)
   on conflict (clinic_id, session_id) do nothing`,
);

interface FoundNote {
  readonly id: string;
  readonly familyId: string;
}

/** Begins the note of a session, or gives the one that was begun. There is one for each session. */
@Injectable()
export class BeginNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /**
   * Whoever may know that the note exists is told which one it is; what they may read of it is decided when they open it.
   * @throws DomainError 404 for a session that is not the actor's, 409 `room_not_opened`
   */
  run(context: Context, sessionId: string): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const known = await this.find(tx, sessionId);
      const { id, familyId } = known ?? (await this.beginIfAllowed(tx, sessionId));
      await tx.audit({ familyId, objectId: id, detail: { begun: known === undefined } });
      return { id };
    });
  }

  private async find(tx: Transaction, sessionId: string): Promise<FoundNote | undefined> {
    const [note] = await tx.rows<FoundNote>(FIND, [tx.context.clinicId, sessionId]);
    return note;
  }

  private async beginIfAllowed(tx: Transaction, sessionId: string): Promise<FoundNote> {
    const session = await readSessionFacts(tx, this.vault, sessionId);
    const { familyId } = session;
    await this.policy.require(tx, { action: 'create', resource: 'progress-note', familyId, class: session.class });
    requireRoomOpened(session.status);
    return this.begin(tx, session);
  }

  private async begin(tx: Transaction, session: SessionFacts): Promise<FoundNote> {
    const { clinicId, accountId } = tx.context;
    const { id: sessionId, familyId } = session;
    const id = randomUUID();
    const begun = await tx.change(BEGIN, [clinicId, id, familyId, sessionId, NOTE_FORMATS[0], accountId]);
    if (begun === 0) {
      const other = await this.find(tx, sessionId);
      if (other === undefined) throw notFound();
      return other;
    }
    await tx.insert(NoteAuthor, { clinicId, noteId: id, accountId, familyId });
    await this.draft(tx, { noteId: id, familyId }, composeDraft(draftFactsOf(session)));
    await touchFamily(tx, familyId);
    return { id, familyId };
  }

  private async draft(
    tx: Transaction,
    note: { noteId: string; familyId: string },
    parts: readonly DraftPart[],
  ): Promise<void> {
    const { clinicId, accountId } = tx.context;
    const rows = [];
    for (const { section, memberId, text } of parts) {
      const id = randomUUID();
      const place = { table: 'draft_section', column: 'text_sealed', familyId: note.familyId, rowId: id, memberId };
      const textSealed = await this.vault.seal(tx, place, text);
      rows.push({ clinicId, id, ...note, section, memberId, textSealed, fromMoments: true, updatedBy: accountId });
    }
    if (rows.length > 0) await tx.insert(DraftSection, rows);
  }
}
