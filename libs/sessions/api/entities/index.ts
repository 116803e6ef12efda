import { Attendance } from './attendance.entity';
import { Moment } from './moment.entity';
import { ParticipationEntity } from './participation.entity';
import { SessionClinician } from './session-clinician.entity';
import { SessionMember } from './session-member.entity';
import { Session } from './session.entity';

export { Attendance, Moment, ParticipationEntity, Session, SessionClinician, SessionMember };

/** The tables of this slice. */
export const SESSION_ENTITIES = [Session, SessionClinician, SessionMember, Attendance, ParticipationEntity, Moment];
