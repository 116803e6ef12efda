import type { AttendanceStatus } from '@kinfold/sessions/domain';
import { statement, type Transaction } from '@kinfold/shared/api';

/** An invited member and the newest entry about their coming, null without one. */
export interface NewestAttendance {
  readonly memberId: string;
  readonly status: AttendanceStatus | null;
}

const NEWEST = statement(
  'newest-attendance',
  `select k.member_id as "memberId",
      (select a.status from attendance a where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
       order by a.recorded_at desc, a.id desc limit 1) as status
   from session_member k where k.clinic_id = $1 and k.session_id = $2`,
);

/** The newest attendance of everybody who is invited to a session. */
export function newestAttendance(tx: Transaction, sessionId: string): Promise<NewestAttendance[]> {
  return tx.rows<NewestAttendance>(NEWEST, [tx.context.clinicId, sessionId]);
}
