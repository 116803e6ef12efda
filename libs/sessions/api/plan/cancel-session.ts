import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import type { Projection } from '@kinfold/access/domain';
import { touchFamily } from '@kinfold/families/api';
import { requireStep } from '@kinfold/sessions/domain';
import { type Context, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { stale, wrongState } from '@kinfold/shared/kernel';
import { Session, SessionClinician, SessionMember } from '../entities';
import { noteState } from '../note-state';
import { findSession, requireVersion } from '../session-record';
import type { VersionAnswer } from '../sessions.answers';
import type { CancelSessionRequest } from '../sessions.requests';

/** Calls a session off, with a reason. Its times are free again at once. */
@Injectable()
export class CancelSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 not there, 409 closed or called off already, open and not the actor's to close, or its note is signed; 412 changed in the meantime */
  run(context: Context, id: string, version: number, { reason, words }: CancelSessionRequest): Promise<VersionAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const session = await findSession(tx, id);
      const { familyId } = session;
      const shown = await this.policy.require(tx, {
        action: 'withdraw',
        resource: 'session',
        familyId,
        class: session.class,
      });
      requireVersion(session, version);
      const status = requireStep('cancel', session.status);
      if (session.status === 'held') await requireNothingKept(tx, id, shown);
      const place = { table: 'session', column: 'cancel_words_sealed', familyId, rowId: id, memberId: null };
      const cancelWordsSealed = words === null ? null : await this.vault.seal(tx, place, words);
      const values = { status, cancelReason: reason, cancelWordsSealed, version: version + 1 };
      const { affected } = await tx.repository(Session).update({ clinicId, id, version }, values);
      if (affected !== 1) throw stale();
      await tx.repository(SessionClinician).update({ clinicId, sessionId: id }, { cancelled: true });
      await tx.repository(SessionMember).update({ clinicId, sessionId: id }, { cancelled: true });
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, detail: { reason } });
      return { version: version + 1 };
    });
  }
}

/** A room that was opened by mistake can be called off by those who were in it, as long as no record rests on it. */
async function requireNothingKept(tx: Transaction, sessionId: string, shown: Projection): Promise<void> {
  if (shown !== 'full') throw wrongState('The room of this session is open. Ask its clinicians.');
  if ((await noteState(tx, sessionId)) === 'signed')
    throw wrongState('The note of this session is signed: it took place and cannot be called off.');
}
