import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context, Ctx, Endpoint, IdParam, IfMatch } from '@kinfold/shared/api';
import { RecordAttendance } from './attendance/record-attendance';
import { RecordMoment } from './moments/record-moment';
import { UndoMoment } from './moments/undo-moment';
import { WordMoment } from './moments/word-moment';
import { RateParticipation } from './participation/rate-participation';
import { CloseSession } from './room/close-session';
import { EndSession } from './room/end-session';
import { OpenRoom } from './room/open-room';
import { OpenSession } from './room/open-session';
import { SessionPageAnswer } from './session-page.answer';
import { SessionIdAnswer, VersionAnswer } from './sessions.answers';
import {
  CloseSessionRequest,
  MomentWordsRequest,
  RateParticipationRequest,
  RecordAttendanceRequest,
  RecordMomentRequest,
} from './sessions.requests';

const STAFF = ['staff'] as const;

/** One session while it is held. */
@ApiTags('room')
@Controller()
export class RoomController {
  constructor(
    private readonly openSession: OpenSession,
    private readonly openRoom: OpenRoom,
    private readonly endSession: EndSession,
    private readonly closeSession: CloseSession,
    private readonly recordAttendance: RecordAttendance,
    private readonly recordMoment: RecordMoment,
    private readonly wordMoment: WordMoment,
    private readonly undoMoment: UndoMoment,
    private readonly rateParticipation: RateParticipation,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'sessions/:sessionId',
    permission: 'session:read',
    audit: 'session.opened',
    surfaces: STAFF,
    operation: 'openSession',
    summary: 'One session: who comes, how it stands, the moments of the team.',
    answer: SessionPageAnswer,
  })
  read(@Ctx() context: Context, @IdParam('sessionId') id: string): Promise<SessionPageAnswer> {
    return this.openSession.run(context, id);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/room',
    permission: 'session:update',
    audit: 'room.opened',
    surfaces: STAFF,
    operation: 'openRoom',
    summary: 'Opens the room: the session is held from now on.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  open(@Ctx() context: Context, @IdParam('sessionId') id: string, @IfMatch() version: number): Promise<VersionAnswer> {
    return this.openRoom.run(context, id, version);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/end',
    permission: 'session:update',
    audit: 'session.ended',
    surfaces: STAFF,
    operation: 'endSession',
    summary: 'Ends the time together; participation can be rated from now on.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  end(@Ctx() context: Context, @IdParam('sessionId') id: string, @IfMatch() version: number): Promise<VersionAnswer> {
    return this.endSession.run(context, id, version, 'end');
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/resume',
    permission: 'session:update',
    audit: 'session.resumed',
    surfaces: STAFF,
    operation: 'resumeSession',
    summary: 'Takes an end back: everyone is still here.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  resume(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IfMatch() version: number,
  ): Promise<VersionAnswer> {
    return this.endSession.run(context, id, version, 'resume');
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/close',
    permission: 'session:update',
    audit: 'session.closed',
    surfaces: STAFF,
    operation: 'closeSession',
    summary: 'Closes a session with start, stop and how they met.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  close(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IfMatch() version: number,
    @Body() request: CloseSessionRequest,
  ): Promise<VersionAnswer> {
    return this.closeSession.run(context, id, version, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/attendance',
    permission: 'attendance:create',
    audit: 'attendance.recorded',
    surfaces: STAFF,
    status: 201,
    operation: 'recordAttendance',
    summary: "What became of one member's coming; the newest entry counts.",
    answer: SessionIdAnswer,
  })
  attend(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @Body() request: RecordAttendanceRequest,
  ): Promise<SessionIdAnswer> {
    return this.recordAttendance.run(context, id, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/moments',
    permission: 'moment:create',
    audit: 'moment.recorded',
    surfaces: STAFF,
    status: 201,
    operation: 'recordMoment',
    summary: 'Keeps one moment of the room; the same id twice is one moment.',
    answer: SessionIdAnswer,
  })
  moment(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @Body() request: RecordMomentRequest,
  ): Promise<SessionIdAnswer> {
    return this.recordMoment.run(context, id, request);
  }

  @Endpoint({
    method: 'PUT',
    path: 'sessions/:sessionId/moments/:momentId/words',
    permission: 'moment:update',
    audit: 'moment.worded',
    surfaces: STAFF,
    status: 204,
    operation: 'wordMoment',
    summary: 'Adds a few words to a moment that was tapped.',
  })
  word(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IdParam('momentId') momentId: string,
    @Body() request: MomentWordsRequest,
  ): Promise<void> {
    return this.wordMoment.run(context, id, momentId, request.words);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/moments/:momentId/undo',
    permission: 'moment:withdraw',
    audit: 'moment.undone',
    surfaces: STAFF,
    status: 204,
    operation: 'undoMoment',
    summary: 'Takes back a moment that one tapped oneself.',
  })
  undo(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IdParam('momentId') momentId: string,
  ): Promise<void> {
    return this.undoMoment.run(context, id, momentId);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/participation',
    permission: 'participation:create',
    audit: 'participation.rated',
    surfaces: STAFF,
    status: 204,
    operation: 'rateParticipation',
    summary: 'How members took part, after the end; the newest rating counts.',
  })
  rate(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @Body() request: RateParticipationRequest,
  ): Promise<void> {
    return this.rateParticipation.run(context, id, request.ratings);
  }
}
