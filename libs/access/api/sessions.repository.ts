import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SurfaceName } from '@kinfold/shared/api';
import { AuthDatabase } from './auth-database';
import type { Identity } from './identity';

const FIND = {
  name: 'find-session',
  text: `
    select s.id as "sessionId", s.clinic_id as "clinicId", s.account_id as "accountId", s.surface, a.display_name as "personName",
           c.name as "clinicName", c.time_zone as "clinicZone", c.language as "clinicLanguage",
           s.last_active_at < now() - interval '30 seconds' as "quiet",
           array(select r.role from account_role r where r.clinic_id = s.clinic_id and r.account_id = s.account_id order by r.role) as roles
    from sign_in_session s
      join account a on a.clinic_id = s.clinic_id and a.id = s.account_id
      join clinic c on c.id = s.clinic_id
    where s.token_hash = $1 and s.surface = $2 and s.ended_at is null and now() < s.ends_at
      and now() < s.last_active_at + make_interval(mins => s.idle_minutes) and a.disabled_at is null`,
};

/** A session as it is found by its token; `quiet` means that no activity was noted in the last half minute. */
export interface FoundSession extends Identity {
  readonly quiet: boolean;
}

/** The hash under which a token is stored (SE-01): who reads the table cannot sign in with it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Sessions of signed-in people, in PostgreSQL: ended on the server, at once, for every process. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: AuthDatabase) {}

  async find(token: string, surface: SurfaceName): Promise<FoundSession | null> {
    const { rows } = await this.database.pool.query<FoundSession>({ ...FIND, values: [tokenHash(token), surface] });
    return rows[0] ?? null;
  }

  /** @returns the token, which stands nowhere but in the cookie */
  async start(
    account: { clinicId: string; accountId: string; surface: SurfaceName },
    idleMinutes: number,
    hours: number,
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.pool.query(
      `insert into sign_in_session (clinic_id, id, account_id, surface, token_hash, idle_minutes, ends_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`,
      [account.clinicId, randomUUID(), account.accountId, account.surface, tokenHash(token), idleMinutes, hours],
    );
    return token;
  }

  async touch(sessionId: string, clinicId: string): Promise<void> {
    await this.database.pool.query(
      'update sign_in_session set last_active_at = now() where clinic_id = $1 and id = $2 and ended_at is null',
      [clinicId, sessionId],
    );
  }

  /** Notes that the person proved again who they are (AU-12). */
  async reauthenticated(sessionId: string, clinicId: string): Promise<void> {
    await this.database.pool.query(
      'update sign_in_session set authenticated_at = now(), last_active_at = now() where clinic_id = $1 and id = $2 and ended_at is null',
      [clinicId, sessionId],
    );
  }

  async end(sessionId: string, clinicId: string): Promise<void> {
    await this.database.pool.query(
      'update sign_in_session set ended_at = now() where clinic_id = $1 and id = $2 and ended_at is null',
      [clinicId, sessionId],
    );
  }
}
