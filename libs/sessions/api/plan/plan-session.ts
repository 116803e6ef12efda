import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { requireMembers, touchFamily } from '@kinfold/families/api';
import { classOfSession, requireMembersFit } from '@kinfold/sessions/domain';
import { type Context, statement, UnitOfWork } from '@kinfold/shared/api';
import type { SessionIdAnswer } from '../sessions.answers';
import type { PlanSessionRequest } from '../sessions.requests';
import { bookedTime, roomName } from './booking-time';
import { booking } from './double-booking';
import { requireAssigned } from './require-assigned';

const INSERT = statement(
  'plan-session',
  `insert into session (clinic_id, id, family_id, kind, class, modality, room, local_start, time_zone, starts_at, ends_at, status, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8::timestamp, $9, $10, $11, 'planned', $12)`,
);
const INSERT_CLINICIANS = statement(
  'plan-session-clinicians',
  `insert into session_clinician (clinic_id, session_id, family_id, starts_at, ends_at, account_id) select $1, $2, $3, $4, $5, unnest($6::uuid[])`,
);
const INSERT_MEMBERS = statement(
  'plan-session-members',
  `insert into session_member (clinic_id, session_id, family_id, starts_at, ends_at, member_id) select $1, $2, $3, $4, $5, unnest($6::uuid[])`,
);

/** Plans a session: who, when, where. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /**
   * @throws DomainError 404 for a family or member that is not the actor's, 409 `double_booking`, 422 for times that cannot be,
   *   members that do not fit the kind, or a clinician who is not assigned
   */
  run(context: Context, familyId: string, request: PlanSessionRequest): Promise<SessionIdAnswer> {
    const { clinicId, accountId, clinicZone } = context;
    const { kind, modality, localStart, minutes, clinicianIds, memberIds } = request;
    const work = this.unitOfWork.run(context, async (tx) => {
      const itsClass = classOfSession(kind);
      await this.policy.require(tx, { action: 'create', resource: 'session', familyId, class: itsClass });
      requireMembersFit(kind, memberIds.length);
      const { startsAt, endsAt } = bookedTime(localStart, minutes, clinicZone);
      await requireMembers(tx, familyId, memberIds);
      await requireAssigned(tx, familyId, clinicianIds);
      const id = randomUUID();
      const room = roomName(request.room);
      await tx.change(INSERT, [
        clinicId,
        id,
        familyId,
        kind,
        itsClass,
        modality,
        room,
        localStart,
        clinicZone,
        startsAt,
        endsAt,
        accountId,
      ]);
      await tx.change(INSERT_CLINICIANS, [clinicId, id, familyId, startsAt, endsAt, clinicianIds]);
      await tx.change(INSERT_MEMBERS, [clinicId, id, familyId, startsAt, endsAt, memberIds]);
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds: memberIds });
      return { id };
    });
    return booking(work);
  }
}
