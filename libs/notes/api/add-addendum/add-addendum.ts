import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import type { IdAnswer } from '@kinfold/families/api';
import { afterStep } from '@kinfold/notes/domain';
import { type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { Addendum } from '../entities';
import type { AddendumRequest } from '../notes.requests';
import { requireNoteMember, seeNote } from '../seen-note';

/** Adds something to a signed note; the original stays as it was (NT-05). */
@Injectable()
export class AddAddendum {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 not the actor's, 403 only readable, 409 `note_not_signed` */
  run(context: Context, noteId: string, { memberId, text }: AddendumRequest): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const note = await seeNote(tx, noteId);
      const { familyId } = note;
      // An author is told that it is still a draft; for everyone else a draft is not there.
      if (note.own) afterStep(note.state, 'add');
      const facts = { own: note.own, signed: note.state === 'signed' };
      await this.policy.require(tx, { action: 'amend', resource: 'progress-note', familyId, class: note.class, facts });
      await requireNoteMember(tx, note.sessionId, memberId);
      const { clinicId, accountId } = context;
      const id = randomUUID();
      const textSealed = await this.vault.seal(
        tx,
        { table: 'addendum', column: 'text_sealed', familyId, rowId: id, memberId },
        text,
      );
      await tx.insert(Addendum, { clinicId, id, noteId, familyId, memberId, textSealed, writtenBy: accountId });
      await tx.audit({
        familyId,
        objectId: noteId,
        subjectIds: memberId === null ? [] : [memberId],
        detail: { addendum: id },
      });
      return { id };
    });
  }
}
