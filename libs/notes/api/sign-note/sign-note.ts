import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy, Reauthenticate } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import {
  afterStep,
  callNames,
  checklist,
  type ChecklistItem,
  formatOf,
  inOrder,
  isComplete,
  isLateEntry,
  signedContent,
  type SignedSection,
  type WrittenSection,
} from '@kinfold/notes/domain';
import { type Context, statement, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { DomainError, notFound, stale } from '@kinfold/shared/kernel';
import { DraftSection, ProgressNote, SignedSectionRow } from '../entities';
import type { NoteSignedAnswer } from '../notes.answers';
import { noteMembers, type SeenNote, seeNote } from '../seen-note';

/** Whoever signs second waits here and then finds no draft; so does whoever adds a section. */
const LOCK = statement(
  'lock-draft',
  `select version from progress_note where clinic_id = $1 and id = $2 and state = 'draft' for update`,
);

/** Whoever changes a section at this moment waits for the signature, and then finds that the version is another. */
const CLOSE_SECTIONS = statement(
  'close-sections',
  'update draft_section set version = version + 1, updated_by = $3 where clinic_id = $1 and note_id = $2',
);

/**
 * Signs a note: what was written is copied into rows that the application can never change, with a hash over everything (5.5).
 * Author, signer and times come from the server (NT-06).
 */
@Injectable()
export class SignNote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
    private readonly reauthenticate: Reauthenticate,
  ) {}

  /**
   * @param address where the request came from, for the throttle
   * @throws DomainError 403 `password_wrong`, 404 not the actor's, 409 `note_signed`, 409 `note_incomplete` with what is missing, 429
   */
  async run(context: Context, noteId: string, password: string, address: string): Promise<NoteSignedAnswer> {
    // Hashing a password takes long: never inside a transaction (RL-06).
    await this.reauthenticate.run(context, password, address);
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId, accountId } = context;
      const [locked] = await tx.rows<{ version: number }>(LOCK, [clinicId, noteId]);
      const note = await seeNote(tx, noteId);
      const { familyId, clock: signedAt } = note;
      const facts = { own: note.own, signed: note.state === 'signed' };
      await this.policy.require(tx, { action: 'sign', resource: 'progress-note', familyId, class: note.class, facts });
      const state = afterStep(note.state, 'sign');
      if (!locked) throw notFound();
      await tx.change(CLOSE_SECTIONS, [clinicId, noteId, accountId]);
      const written = await this.written(tx, noteId);
      await this.requireComplete(tx, note, written);
      const lateEntry = isLateEntry(note.sessionEndedAt.getTime(), signedAt.getTime());
      const sections = written
        .filter(({ text }) => text.trim() !== '')
        .map(({ section, memberId, text }) => ({ id: randomUUID(), section, memberId, text }));
      await this.copy(tx, noteId, note, sections);
      const content = signedContent({
        clinicId,
        familyId,
        sessionId: note.sessionId,
        noteId,
        format: note.format,
        authorId: note.authorId,
        signedBy: accountId,
        signedAt: signedAt.toISOString(),
        lateEntry,
        sections,
      });
      const { affected } = await tx
        .repository(ProgressNote)
        .update(
          { clinicId, id: noteId, state: 'draft', version: locked.version },
          {
            state,
            signedBy: accountId,
            signedAt,
            lateEntry,
            contentHash: createHash('sha256').update(content).digest(),
            version: locked.version + 1,
          },
        );
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: noteId, detail: { lateEntry, sections: sections.length } });
      return { id: noteId, signedAt: signedAt.toISOString(), lateEntry };
    });
  }

  private async written(tx: Transaction, noteId: string): Promise<WrittenSection[]> {
    const rows = await tx.repository(DraftSection).findBy({ clinicId: tx.context.clinicId, noteId });
    const texts = await this.vault.open(
      tx,
      rows.map(({ id, familyId, memberId, textSealed }) => ({
        table: 'draft_section',
        column: 'text_sealed',
        familyId,
        rowId: id,
        memberId,
        sealed: textSealed,
      })),
    );
    return rows.map(({ section, memberId, fromMoments }, index) => ({
      section,
      memberId,
      fromMoments,
      text: texts[index] ?? '',
    }));
  }

  private async requireComplete(tx: Transaction, note: SeenNote, written: readonly WrittenSection[]): Promise<void> {
    const members = await noteMembers(tx, note.sessionId);
    const names = callNames(members);
    const items = checklist(
      formatOf(note.format),
      written,
      members.map(({ memberId, attendance }) => ({ memberId, attendance, name: names.get(memberId) ?? '' })),
    );
    if (isComplete(items)) return;
    const fields = items
      .filter(({ weight }) => weight === 'must')
      .map(({ code, words, ...item }) => ({ field: fieldOf(item), code, message: words }));
    throw new DomainError(
      'conflict',
      'note_incomplete',
      'Something is missing before this note can be signed. Nothing was signed.',
      fields,
    );
  }

  /** A text is sealed anew for the row it moves to: a ciphertext opens in its own place only. */
  private async copy(
    tx: Transaction,
    noteId: string,
    { familyId, format }: SeenNote,
    sections: readonly SignedSection[],
  ): Promise<void> {
    const rows = [];
    for (const [position, { id, section, memberId, text }] of inOrder(format, sections).entries()) {
      const textSealed = await this.vault.seal(
        tx,
        { table: 'signed_section', column: 'text_sealed', familyId, rowId: id, memberId },
        text,
      );
      rows.push({ clinicId: tx.context.clinicId, id, noteId, familyId, section, memberId, position, textSealed });
    }
    await tx.insert(SignedSectionRow, rows);
  }
}

function fieldOf({ section, memberId }: Pick<ChecklistItem, 'section' | 'memberId'>): string {
  return [section ?? 'attendance', ...(memberId === null ? [] : [memberId])].join('.');
}
