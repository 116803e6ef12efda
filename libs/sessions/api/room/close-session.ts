import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { requireHeldTimes, requireParticipants, requireStep } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { stale } from '@kinfold/shared/kernel';
import { newestAttendance } from '../attendance/newest-attendance';
import { Session } from '../entities';
import { findSession, requireVersion } from '../session-record';
import type { VersionAnswer } from '../sessions.answers';
import type { CloseSessionRequest } from '../sessions.requests';

/** Closes a session: when it began and stopped, how they met, and that somebody was there. From then on it stays as it is. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 not held or `nobody_there`, 412 changed in the meantime, 422 for times that cannot be */
  run(context: Context, id: string, version: number, request: CloseSessionRequest): Promise<VersionAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const session = await findSession(tx, id);
      const { familyId } = session;
      await this.policy.require(tx, { action: 'update', resource: 'session', familyId, class: session.class });
      requireVersion(session, version);
      const status = requireStep('close', session.status);
      const [startedAt, stoppedAt] = [new Date(request.startedAt), new Date(request.stoppedAt)];
      requireHeldTimes(startedAt.getTime(), stoppedAt.getTime(), session.now.getTime());
      const newest = await newestAttendance(tx, id);
      requireParticipants(newest.map((member) => member.status));
      const values = { status, startedAt, stoppedAt, modality: request.modality, version: version + 1 };
      const { affected } = await tx.repository(Session).update({ clinicId, id, version }, values);
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id });
      return { version: version + 1 };
    });
  }
}
