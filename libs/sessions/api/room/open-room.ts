import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { requireMayOpen, requireStep } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { stale } from '@kinfold/shared/kernel';
import { Session } from '../entities';
import { findSession, requireVersion } from '../session-record';
import type { VersionAnswer } from '../sessions.answers';

/** Opens the room: from now on the session is held. */
@Injectable()
export class OpenRoom {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 opened already, called off or `too_early`, 412 changed in the meantime */
  run(context: Context, id: string, version: number): Promise<VersionAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const session = await findSession(tx, id);
      const { familyId } = session;
      await this.policy.require(tx, { action: 'update', resource: 'session', familyId, class: session.class });
      requireVersion(session, version);
      const status = requireStep('open', session.status);
      requireMayOpen(session.startsAt.getTime(), session.now.getTime());
      const values = { status, openedAt: () => 'now()', version: version + 1 };
      const { affected } = await tx.repository(Session).update({ clinicId, id, version }, values);
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id });
      return { version: version + 1 };
    });
  }
}
