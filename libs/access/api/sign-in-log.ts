import { Injectable } from '@nestjs/common';
import type { SurfaceName } from '@kinfold/shared/api';
import { AuthDatabase } from './auth-database';

/** Audit rows of signing in and out: they happen outside the application's transactions, through the sign-in role. */
@Injectable()
export class SignInLog {
  constructor(private readonly database: AuthDatabase) {}

  async append(
    event: 'sign-in.succeeded' | 'sign-in.ended' | 'sign-in.proven',
    who: { clinicId: string; accountId: string },
    surface: SurfaceName,
    requestId: string,
  ): Promise<void> {
    await this.database.pool.query(
      `insert into audit_event (clinic_id, actor_account_id, actor_roles, surface, event, result, request_id)
       select $1, $2, array(select role from account_role where clinic_id = $1 and account_id = $2 order by role), $3, $4, 'done', $5`,
      [who.clinicId, who.accountId, surface, event, requestId],
    );
  }
}
