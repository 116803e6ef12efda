import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { requireStep } from '@kinfold/sessions/domain';
import { type Context, statement, UnitOfWork } from '@kinfold/shared/api';
import { stale } from '@kinfold/shared/kernel';
import { findSession, requireVersion } from '../session-record';
import type { VersionAnswer } from '../sessions.answers';
import type { MoveSessionRequest } from '../sessions.requests';
import { bookedTime, roomName } from './booking-time';
import { booking } from './double-booking';

const MOVE = statement(
  'move-session',
  `update session set local_start = $4::timestamp, time_zone = $5, starts_at = $6, ends_at = $7, modality = $8, room = $9, version = version + 1
   where clinic_id = $1 and id = $2 and version = $3`,
);
const MOVE_CLINICIANS = statement(
  'move-session-clinicians',
  'update session_clinician set starts_at = $3, ends_at = $4 where clinic_id = $1 and session_id = $2',
);
const MOVE_MEMBERS = statement(
  'move-session-members',
  'update session_member set starts_at = $3, ends_at = $4 where clinic_id = $1 and session_id = $2',
);

/** Moves a planned session to another time, room or way of meeting. */
@Injectable()
export class MoveSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 not planned any more or `double_booking`, 412 changed in the meantime, 422 a time that cannot be */
  run(context: Context, id: string, version: number, request: MoveSessionRequest): Promise<VersionAnswer> {
    const { clinicId, clinicZone } = context;
    const { localStart, minutes, modality } = request;
    const work = this.unitOfWork.run(context, async (tx) => {
      const session = await findSession(tx, id);
      const { familyId } = session;
      await this.policy.require(tx, {
        action: 'update',
        resource: 'session',
        part: 'schedule',
        familyId,
        class: session.class,
      });
      requireVersion(session, version);
      requireStep('move', session.status);
      const { startsAt, endsAt } = bookedTime(localStart, minutes, clinicZone);
      const moved = await tx.change(MOVE, [
        clinicId,
        id,
        version,
        localStart,
        clinicZone,
        startsAt,
        endsAt,
        modality,
        roomName(request.room),
      ]);
      if (moved !== 1) throw stale();
      await tx.change(MOVE_CLINICIANS, [clinicId, id, startsAt, endsAt]);
      await tx.change(MOVE_MEMBERS, [clinicId, id, startsAt, endsAt]);
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id });
      return { version: version + 1 };
    });
    return booking(work);
  }
}
