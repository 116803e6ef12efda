import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireStep } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { stale } from '@kinfold/shared/kernel';
import { Session } from '../entities';
import { findSession, requireVersion } from '../session-record';
import type { VersionAnswer } from '../sessions.answers';

/** Ends the time together, or takes an end back. Only after the end may anybody be rated; the session is still to be closed. */
@Injectable()
export class EndSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 not held, 412 changed in the meantime */
  run(context: Context, id: string, version: number, step: 'end' | 'resume'): Promise<VersionAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const session = await findSession(tx, id);
      const { familyId } = session;
      await this.policy.require(tx, { action: 'update', resource: 'session', familyId, class: session.class });
      requireVersion(session, version);
      requireStep(step, session.status);
      const stoppedAt = step === 'end' ? () => 'now()' : null;
      const { affected } = await tx
        .repository(Session)
        .update({ clinicId, id, version }, { stoppedAt, version: version + 1 });
      if (affected !== 1) throw stale();
      await tx.audit({ familyId, objectId: id });
      return { version: version + 1 };
    });
  }
}
