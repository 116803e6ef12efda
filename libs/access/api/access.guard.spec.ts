import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Module,
  Req,
  RequestMapping,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyReply } from 'fastify';
import { Strategy } from 'passport-custom';
import { Endpoint, type KinfoldRequest, sendProblem } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { AccessGuard } from './access.guard';
import type { Identity } from './identity';

const THERAPIST: Identity = {
  clinicId: 'c',
  clinicName: 'Clinic',
  clinicZone: 'UTC',
  clinicLanguage: 'en',
  accountId: 'a',
  sessionId: 's',
  personName: 'Nora',
  roles: ['therapist'],
  surface: 'staff',
};

/** Signs in whoever says so in a header: this specification is about the guard behind it. */
class HeaderStrategy extends PassportStrategy(Strategy, 'session-cookie') {
  async validate(request: KinfoldRequest): Promise<Identity | null> {
    if (request.headers['x-fail'] !== undefined) throw new Error('the database is away');
    const roles = request.headers['x-roles'];
    return typeof roles === 'string' ? { ...THERAPIST, roles: roles.split(',') } : null;
  }
}

@Catch()
class Answers implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const refusal =
      error instanceof DomainError
        ? error
        : new DomainError('unavailable', 'server_failed', 'Something went wrong here.');
    void sendProblem(host.switchToHttp().getResponse<FastifyReply>(), 'r', refusal);
  }
}

@Controller()
class Handlers {
  @RequestMapping({ path: 'bare' })
  bare(): string {
    return 'reached';
  }

  @Endpoint({
    method: 'GET',
    path: 'open',
    permission: 'public',
    audit: 'none',
    surfaces: ['staff'],
    summary: 'Open.',
    operation: 'open',
  })
  open(): string {
    return 'reached';
  }

  @Endpoint({
    method: 'GET',
    path: 'mine',
    permission: 'self',
    audit: 'none',
    surfaces: ['staff'],
    summary: 'Mine.',
    operation: 'mine',
  })
  mine(@Req() request: KinfoldRequest): string {
    return request.context?.roles.join(',') ?? 'nobody';
  }

  @Endpoint({
    method: 'GET',
    path: 'families',
    permission: 'family:create',
    audit: 'test.event',
    surfaces: ['staff'],
    summary: 'Families.',
    operation: 'families',
  })
  families(): string {
    return 'reached';
  }

  @Endpoint({
    method: 'GET',
    path: 'unknown',
    permission: 'family:conjure',
    audit: 'test.event',
    surfaces: ['staff'],
    summary: 'Unknown.',
    operation: 'unknown',
  })
  unknown(): string {
    return 'reached';
  }
}

@Module({
  controllers: [Handlers],
  providers: [
    HeaderStrategy,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: Answers },
  ],
})
class GuardedModule {}

describe('the guard', () => {
  let app: NestFastifyApplication;
  let surface: 'staff' | 'portal';

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(GuardedModule, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    const fastify = app.getHttpAdapter().getInstance();
    fastify.decorateRequest('surface', 'staff');
    fastify.addHook('onRequest', async (request) => void Object.assign(request, { surface }));
    await app.init();
    await fastify.ready();
  });

  beforeEach(() => {
    surface = 'staff';
  });

  afterAll(() => app.close());

  async function ask(url: string, headers: Record<string, string> = {}): Promise<string> {
    const { statusCode, body } = await app.inject({ url, headers });
    return `${statusCode} ${statusCode < 400 ? body : String(JSON.parse(body).code)}`;
  }

  it('refuses a handler that says nothing of itself, whoever asks', async () => {
    expect(await ask('/bare')).toBe('403 forbidden');
    expect(await ask('/bare', { 'x-roles': 'admin' })).toBe('403 forbidden');
    expect(await ask('/bare', { 'x-roles': 'therapist' })).toBe('403 forbidden');
  });

  it('lets anybody in where a handler is public, on its own surface alone', async () => {
    expect(await ask('/open')).toBe('200 reached');
    surface = 'portal';
    expect(await ask('/open')).toBe('404 not_found');
  });

  it('asks everybody else to sign in', async () => {
    expect(await ask('/mine')).toBe('401 unauthenticated');
    expect(await ask('/families')).toBe('401 unauthenticated');
    expect(await ask('/mine', { 'x-roles': 'auditor' })).toBe('200 auditor');
  });

  it.each([
    ['therapist', '200 reached'],
    ['front-desk', '200 reached'],
    ['auditor', '404 not_found'],
    ['relative', '404 not_found'],
    ['', '404 not_found'],
    ['owner', '404 not_found'],
    ['therapist,relative', '404 not_found'],
    ['constructor', '404 not_found'],
    ['auditor,therapist', '200 reached'],
  ])('answers %s as the matrix says', async (roles, answer) => {
    expect(await ask('/families', { 'x-roles': roles })).toBe(answer);
  });

  it('closes when the permission is not one of the matrix', async () => {
    expect(await ask('/unknown', { 'x-roles': 'admin' })).toBe('404 not_found');
  });

  it('closes when it cannot find out who asks', async () => {
    expect(await ask('/families', { 'x-fail': '1', 'x-roles': 'therapist' })).toBe('500 server_failed');
  });
});
