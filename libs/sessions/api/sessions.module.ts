import { Module } from '@nestjs/common';
import { Agenda } from './agenda/agenda';
import { RecordAttendance } from './attendance/record-attendance';
import { RecordMoment } from './moments/record-moment';
import { UndoMoment } from './moments/undo-moment';
import { WordMoment } from './moments/word-moment';
import { RateParticipation } from './participation/rate-participation';
import { CancelSession } from './plan/cancel-session';
import { MoveSession } from './plan/move-session';
import { PlanSession } from './plan/plan-session';
import { PlanningChoices } from './plan/planning-choices';
import { CloseSession } from './room/close-session';
import { EndSession } from './room/end-session';
import { OpenRoom } from './room/open-room';
import { OpenSession } from './room/open-session';
import { RoomController } from './room.controller';
import { SessionsController } from './sessions.controller';
import { Today } from './today/today';

@Module({
  controllers: [SessionsController, RoomController],
  providers: [
    Agenda,
    CancelSession,
    CloseSession,
    EndSession,
    MoveSession,
    OpenRoom,
    OpenSession,
    PlanSession,
    PlanningChoices,
    RateParticipation,
    RecordAttendance,
    RecordMoment,
    Today,
    UndoMoment,
    WordMoment,
  ],
})
export class SessionsModule {}
