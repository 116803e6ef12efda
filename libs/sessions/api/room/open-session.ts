import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { readSessionFacts } from '../facts/read-session-facts';
import { noteState } from '../note-state';
import type { SessionPageAnswer } from '../session-page.answer';

/** Reads one session for its page and its room: members with newest attendance, moments of the team, state of the note. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 when it is not there or not open to the actor */
  run(context: Context, id: string): Promise<SessionPageAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const facts = await readSessionFacts(tx, this.vault, id);
      const { familyId } = facts;
      const shown = await this.policy.require(tx, {
        action: 'read',
        resource: 'session',
        familyId,
        class: facts.class,
      });
      // Whoever sees a status alone (the progress board) has no use for this page.
      if (shown !== 'full' && shown !== 'schedule') throw notFound();
      const note = await noteState(tx, id);
      await tx.audit({ familyId, objectId: id, subjectIds: facts.members.map((member) => member.id) });
      const whyCalledOff = shown === 'full' ? facts.cancelWords : null;
      const moments = facts.moments.map(({ recordedBy, ...moment }) => ({
        ...moment,
        own: recordedBy === context.accountId,
      }));
      return { ...facts, moments, cancelWords: whyCalledOff, noteState: note };
    });
  }
}
