import { Body, Controller, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Context, Ctx, Endpoint, IdParam, IfMatch } from '@kinfold/shared/api';
import { Agenda } from './agenda/agenda';
import { CancelSession } from './plan/cancel-session';
import { MoveSession } from './plan/move-session';
import { PlanSession } from './plan/plan-session';
import { PlanningChoices } from './plan/planning-choices';
import { AgendaAnswer, PlanningChoicesAnswer, SessionIdAnswer, TodayAnswer, VersionAnswer } from './sessions.answers';
import { CancelSessionRequest, MoveSessionRequest, PlanSessionRequest } from './sessions.requests';
import { Today } from './today/today';

const STAFF = ['staff'] as const;

/** Planning and lists. */
@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    private readonly today: Today,
    private readonly agenda: Agenda,
    private readonly planningChoices: PlanningChoices,
    private readonly planSession: PlanSession,
    private readonly moveSession: MoveSession,
    private readonly cancelSession: CancelSession,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'today',
    permission: 'session:read',
    audit: 'today.listed',
    surfaces: STAFF,
    operation: 'readToday',
    summary: 'The sessions of the day with their badges, and notes of earlier days that wait.',
    answer: TodayAnswer,
    jsonText: true,
  })
  day(@Ctx() context: Context): Promise<string> {
    return this.today.run(context);
  }

  @Endpoint({
    method: 'GET',
    path: 'agenda',
    permission: 'session:read',
    audit: 'agenda.listed',
    surfaces: STAFF,
    operation: 'readAgenda',
    summary: 'The sessions of some days in order.',
    answer: AgendaAnswer,
    jsonText: true,
  })
  @ApiQuery({ name: 'from', required: false, description: 'First day; today when nobody says' })
  @ApiQuery({ name: 'days', required: false, description: '1 to 31; seven when nobody says' })
  days(@Ctx() context: Context, @Query('from') from?: string, @Query('days') days?: string): Promise<string> {
    return this.agenda.run(context, from, days);
  }

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/planning-choices',
    permission: 'session:create',
    audit: 'session.choices-read',
    surfaces: STAFF,
    operation: 'readPlanningChoices',
    summary: 'Clinicians, members and rooms for planning a session.',
    answer: PlanningChoicesAnswer,
  })
  choices(@Ctx() context: Context, @IdParam('familyId') familyId: string): Promise<PlanningChoicesAnswer> {
    return this.planningChoices.run(context, familyId);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/sessions',
    permission: 'session:create',
    audit: 'session.planned',
    surfaces: STAFF,
    status: 201,
    operation: 'planSession',
    summary: 'Plans a session with one or two clinicians and some members.',
    answer: SessionIdAnswer,
  })
  plan(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @Body() request: PlanSessionRequest,
  ): Promise<SessionIdAnswer> {
    return this.planSession.run(context, familyId, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/move',
    permission: 'session:update',
    audit: 'session.moved',
    surfaces: STAFF,
    operation: 'moveSession',
    summary: 'Moves a planned session to another time, room or way of meeting.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  move(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IfMatch() version: number,
    @Body() request: MoveSessionRequest,
  ): Promise<VersionAnswer> {
    return this.moveSession.run(context, id, version, request);
  }

  @Endpoint({
    method: 'POST',
    path: 'sessions/:sessionId/cancel',
    permission: 'session:withdraw',
    audit: 'session.cancelled',
    surfaces: STAFF,
    operation: 'cancelSession',
    summary: 'Calls a session off, with a reason.',
    answer: VersionAnswer,
    ifMatch: true,
  })
  cancel(
    @Ctx() context: Context,
    @IdParam('sessionId') id: string,
    @IfMatch() version: number,
    @Body() request: CancelSessionRequest,
  ): Promise<VersionAnswer> {
    return this.cancelSession.run(context, id, version, request);
  }
}
