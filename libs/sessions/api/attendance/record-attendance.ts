import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireAct } from '@kinfold/sessions/domain';
import { type Context, statement, UnitOfWork } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { requireInvited } from '../require-invited';
import { findSession } from '../session-record';
import type { SessionIdAnswer } from '../sessions.answers';
import type { RecordAttendanceRequest } from '../sessions.requests';

/** Nothing a second time for the same id. No conflict target: with one the desk, which reads no history, could not write either. */
const RECORD = statement(
  'record-attendance',
  `insert into attendance (clinic_id, id, session_id, member_id, family_id, status, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);
const KNOWN = statement(
  'known-attendance',
  'select id from attendance where clinic_id = $1 and id = $2 and session_id = $3 and member_id = $4',
);

/** Writes down what became of one member's coming. A history: the newest entry counts. */
@Injectable()
export class RecordAttendance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 for a session or member that is not the actor's, 409 once the session is over */
  run(
    context: Context,
    sessionId: string,
    { id, memberId, status }: RecordAttendanceRequest,
  ): Promise<SessionIdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId, accountId } = context;
      const session = await findSession(tx, sessionId);
      const { familyId, today } = session;
      const shown = await this.policy.require(tx, {
        action: 'create',
        resource: 'attendance',
        part: 'check-in',
        familyId,
        class: session.class,
        facts: { today },
      });
      requireAct('attendance', session.status);
      await requireInvited(tx, sessionId, memberId);
      const written = await tx.change(RECORD, [clinicId, id, sessionId, memberId, familyId, status, accountId]);
      const known =
        written === 1 || shown !== 'full' || (await tx.rows(KNOWN, [clinicId, id, sessionId, memberId])).length === 1;
      if (!known) throw notFound();
      await tx.audit({ familyId, objectId: sessionId, subjectIds: [memberId], detail: { status } });
      return { id };
    });
  }
}
