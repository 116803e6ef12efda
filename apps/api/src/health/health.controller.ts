import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService } from '@nestjs/terminus';
import { Endpoint } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';
import { ReadyIndicator } from './ready.indicator';

const BOTH = ['staff', 'portal'] as const;

/** For whoever watches the process. Anonymous answers carry no detail (RL-07). */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly ready: ReadyIndicator,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'live',
    permission: 'public',
    audit: 'none',
    surfaces: BOTH,
    status: 204,
    operation: 'isLive',
    summary: 'The process runs.',
  })
  live(): void {
    // Answering is the answer.
  }

  @Endpoint({
    method: 'GET',
    path: 'ready',
    permission: 'public',
    audit: 'none',
    surfaces: BOTH,
    status: 204,
    operation: 'isReady',
    summary: 'The database answers, its schema is ours, and audit rows can be written.',
  })
  async isReady(): Promise<void> {
    await this.health.check([() => this.ready.check()]).catch(() => {
      throw new DomainError('unavailable', 'not_ready', 'Not ready yet.');
    });
  }
}
