import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { requireAct, requireWorded } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { wrongState } from '@kinfold/shared/kernel';
import { Moment } from '../entities';
import { findSession } from '../session-record';
import { ownMoment } from './own-moment';

/** Adds a few words to a moment that was tapped, or changes them while the session is not closed. */
@Injectable()
export class WordMoment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for another's moment, 409 once it is undone or the session over, 422 for a kind without words */
  run(context: Context, sessionId: string, id: string, words: string): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const { familyId, status } = await findSession(tx, sessionId);
      const moment = await ownMoment(tx, sessionId, id);
      await this.policy.require(tx, {
        action: 'update',
        resource: 'moment',
        familyId,
        class: moment.class,
        facts: { own: true },
      });
      requireAct('moment', status);
      if (moment.undone) throw wrongState('This moment was taken back.');
      requireWorded(moment.kind);
      const place = { table: 'moment', column: 'words_sealed', familyId, rowId: id, memberId: moment.memberId };
      const wordsSealed = await this.vault.seal(tx, place, words);
      await tx.repository(Moment).update({ clinicId, sessionId, id }, { wordsSealed });
      if (moment.kind === 'agreement') await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, detail: { kind: moment.kind } });
    });
  }
}
