import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireAct, requireParticipation, requireRateable } from '@kinfold/sessions/domain';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { newestAttendance } from '../attendance/newest-attendance';
import { ParticipationEntity } from '../entities';
import { findSession } from '../session-record';
import type { RatingRequest } from '../sessions.requests';

/** Writes down how members took part. A history: the newest rating counts. */
@Injectable()
export class RateParticipation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 for a session or member that is not the actor's, 409 before the end, 422 for whoever was not there */
  run(context: Context, sessionId: string, ratings: readonly RatingRequest[]): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId, accountId } = context;
      const session = await findSession(tx, sessionId);
      const { familyId } = session;
      await this.policy.require(tx, { action: 'create', resource: 'participation', familyId, class: session.class });
      requireAct('participation', session.status);
      const invited = await newestAttendance(tx, sessionId);
      const rows = ratings.map(({ memberId, engagement, connection, safety }) => {
        const member = invited.find((one) => one.memberId === memberId);
        if (!member) throw notFound();
        requireRateable(session.stoppedAt !== null, member.status);
        requireParticipation({ engagement, connection, safety });
        return { clinicId, sessionId, memberId, familyId, engagement, connection, safety, ratedBy: accountId };
      });
      await tx.insert(ParticipationEntity, rows);
      await tx.audit({ familyId, objectId: sessionId, subjectIds: ratings.map((rating) => rating.memberId) });
    });
  }
}
