import { Body, Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';

import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { clinicDay, CONFIG, type Config, type Context, Ctx, Endpoint, type KinfoldRequest } from '@kinfold/shared/api';
import type { Credential } from './credentials.repository';
import { CredentialGuard } from './credential.guard';
import { EndSession } from './end-session';
import type { Identity } from './identity';
import { Reauthenticate } from './reauthenticate';
import { clearSessionCookie } from './session-cookie';
import { BannerAnswer, PasswordDto, SessionAnswer, SignInDto } from './session.dto';
import { SessionsRepository } from './sessions.repository';
import { StartSession } from './start-session';

const BOTH = ['staff', 'portal'] as const;

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly startSession: StartSession,
    private readonly endSession: EndSession,
    private readonly reauthenticate: Reauthenticate,
    private readonly sessions: SessionsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'banner',
    permission: 'public',
    audit: 'none',
    surfaces: BOTH,
    operation: 'readBanner',
    summary: 'What the sign-in page may know: whether this is a demo.',
    answer: BannerAnswer,
  })
  banner(): BannerAnswer {
    return { demo: this.config.mode === 'demo' };
  }

  @Endpoint({
    method: 'POST',
    path: 'session',
    permission: 'public',
    audit: 'sign-in.succeeded',
    surfaces: BOTH,
    status: 201,
    operation: 'signIn',
    summary: 'Signs in with e-mail address and password.',
  })
  @UseGuards(CredentialGuard)
  async signIn(
    @Body() _form: SignInDto,
    @Req() request: KinfoldRequest & { user: Credential },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.startSession.run(request.user, request, reply);
  }

  @Endpoint({
    method: 'GET',
    path: 'session',
    permission: 'self',
    audit: 'none',
    surfaces: BOTH,
    operation: 'readSession',
    summary: 'Who is signed in.',
    answer: SessionAnswer,
  })
  read(@Req() request: { user: Identity }): SessionAnswer {
    const { personName, roles, clinicName, clinicZone, clinicLanguage } = request.user;
    const today = clinicDay({ clinicZone });
    return {
      personName,
      roles,
      clinicName,
      timeZone: clinicZone,
      language: clinicLanguage,
      today,
      demo: this.config.mode === 'demo',
    };
  }

  @Endpoint({
    method: 'POST',
    path: 'session/activity',
    permission: 'self',
    audit: 'none',
    surfaces: BOTH,
    status: 204,
    operation: 'noteActivity',
    summary: 'Says that a person is in front of the screen; keeps the session from timing out.',
  })
  async activity(@Ctx() context: Context): Promise<void> {
    await this.sessions.touch(context.sessionId, context.clinicId);
  }

  @Endpoint({
    method: 'POST',
    path: 'session/step-up',
    permission: 'self',
    audit: 'sign-in.proven',
    surfaces: BOTH,
    status: 204,
    operation: 'stepUp',
    summary: 'Proves again, by password, who is in front of the screen.',
  })
  async stepUp(@Ctx() context: Context, @Body() form: PasswordDto, @Req() request: KinfoldRequest): Promise<void> {
    await this.reauthenticate.run(context, form.password, request.ip);
  }

  @Endpoint({
    method: 'DELETE',
    path: 'session',
    permission: 'self',
    audit: 'sign-in.ended',
    surfaces: BOTH,
    status: 204,
    operation: 'signOut',
    summary: 'Signs out, on the server, at once.',
  })
  async signOut(
    @Ctx() context: Context,
    @Req() request: KinfoldRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.endSession.run(context, request);
    clearSessionCookie(reply, context.surface);
  }
}
