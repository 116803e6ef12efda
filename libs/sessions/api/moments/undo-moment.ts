import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { requireAct } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { Moment } from '../entities';
import { findSession } from '../session-record';
import { ownMoment } from './own-moment';

/** Takes a moment back. That it was tapped stays, its words do not. Taking it back twice is once. */
@Injectable()
export class UndoMoment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 for another's moment, 409 once the session is over */
  run(context: Context, sessionId: string, id: string): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const { familyId, status } = await findSession(tx, sessionId);
      const moment = await ownMoment(tx, sessionId, id);
      await this.policy.require(tx, {
        action: 'withdraw',
        resource: 'moment',
        familyId,
        class: moment.class,
        facts: { own: true },
      });
      requireAct('moment', status);
      if (!moment.undone) {
        await tx.repository(Moment).update({ clinicId, sessionId, id }, { undoneAt: () => 'now()', wordsSealed: null });
        if (moment.kind === 'agreement' && moment.worded) await touchFamily(tx, familyId);
      }
      await tx.audit({ familyId, objectId: id, detail: { kind: moment.kind } });
    });
  }
}
