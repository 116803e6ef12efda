import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { classOfMoment, requireAct, requireMoment } from '@kinfold/sessions/domain';
import { type Context, statement, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { requireInvited } from '../require-invited';
import { findSession } from '../session-record';
import type { SessionIdAnswer } from '../sessions.answers';
import type { RecordMomentRequest } from '../sessions.requests';

/**
 * A device's clock may be wrong, and a kept moment may arrive late: the time of the tap is held between the opening of the room and
 * now, so that no moment is ever refused for its time. The same id writes one row.
 */
const RECORD = statement(
  'record-moment',
  `insert into moment (clinic_id, id, session_id, family_id, member_id, kind, technique, class, words_sealed, recorded_by, at)
   select s.clinic_id, $2, s.id, s.family_id, $4, $5, $6, $7, $8, $9, least(greatest($10::timestamptz, s.opened_at), clock_timestamp())
   from session s where s.clinic_id = $1 and s.id = $3
   on conflict (clinic_id, id) do nothing`,
);
const KNOWN = statement(
  'known-moment',
  'select id from moment where clinic_id = $1 and id = $2 and session_id = $3 and recorded_by = $4',
);

/** Keeps one moment of the room. */
@Injectable()
export class RecordMoment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for a session or member that is not the actor's, 409 while the room is not open, 422 for what does not fit the kind */
  run(context: Context, sessionId: string, request: RecordMomentRequest): Promise<SessionIdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId, accountId } = context;
      const { id, kind, memberId, technique, words, at } = request;
      const session = await findSession(tx, sessionId);
      const { familyId } = session;
      const itsClass = classOfMoment(kind, session.class);
      await this.policy.require(tx, { action: 'create', resource: 'moment', familyId, class: itsClass });
      requireAct('moment', session.status);
      requireMoment(request);
      if (memberId !== null) await requireInvited(tx, sessionId, memberId);
      const place = { table: 'moment', column: 'words_sealed', familyId, rowId: id, memberId };
      const sealed = words === null ? null : await this.vault.seal(tx, place, words);
      const values = [clinicId, id, sessionId, memberId, kind, technique, itsClass, sealed, accountId, at];
      const written = await tx.change(RECORD, values);
      if (written === 0 && (await tx.rows(KNOWN, [clinicId, id, sessionId, accountId])).length === 0) throw notFound();
      if (kind === 'agreement' && words !== null) await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, subjectIds: memberId === null ? [] : [memberId], detail: { kind } });
      return { id };
    });
  }
}
