import { Injectable } from '@nestjs/common';
import type { SurfaceName } from '@kinfold/shared/api';
import { AuthDatabase } from './auth-database';

export interface Credential {
  readonly clinicId: string;
  readonly accountId: string;
  readonly passwordHash: string;
  readonly disabled: boolean;
}

/** Passwords and the look-up codes of e-mail addresses. Only the sign-in role reads them. */
@Injectable()
export class CredentialsRepository {
  constructor(private readonly database: AuthDatabase) {}

  async findByEmail(surface: SurfaceName, lookup: Buffer): Promise<Credential | null> {
    const { rows } = await this.database.pool.query<Credential>(
      `select k.clinic_id as "clinicId", k.account_id as "accountId", k.password_hash as "passwordHash", a.disabled_at is not null as disabled
       from credential k join account a on a.clinic_id = k.clinic_id and a.id = k.account_id
       where k.surface = $1 and k.email_lookup = $2
       order by k.clinic_id limit 1`,
      [surface, lookup],
    );
    return rows[0] ?? null;
  }

  async findByAccount(clinicId: string, accountId: string): Promise<Credential | null> {
    const { rows } = await this.database.pool.query<Credential>(
      `select k.clinic_id as "clinicId", k.account_id as "accountId", k.password_hash as "passwordHash", a.disabled_at is not null as disabled
       from credential k join account a on a.clinic_id = k.clinic_id and a.id = k.account_id
       where k.clinic_id = $1 and k.account_id = $2`,
      [clinicId, accountId],
    );
    return rows[0] ?? null;
  }

  async renewHash(credential: Credential, hash: string): Promise<void> {
    await this.database.pool.query(
      'update credential set password_hash = $3, changed_at = now() where clinic_id = $1 and account_id = $2',
      [credential.clinicId, credential.accountId, hash],
    );
  }
}
