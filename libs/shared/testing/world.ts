import { argon2Sync, createHash, randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Context, emailLookup, type InstallationKey, type SurfaceName } from '@kinfold/shared/api';

/** An account of the world, with a live session: `context` is what the guard would make of it. */
export interface WorldAccount {
  readonly id: string;
  readonly context: Context;
  /** Value of the session cookie. */
  readonly token: string;
}

export interface WorldMember {
  readonly id: string;
  readonly personId: string;
}

export interface WorldFamily {
  readonly id: string;
  readonly members: readonly WorldMember[];
}

/**
 * Builds a clinic row by row, as the superuser: `const world = await World.in(database.superuserUrl)`. Everything is valid by default;
 * a test says only what it is about. Each world is a clinic of its own, so tests share a database without seeing one another.
 */
export class World {
  private constructor(
    readonly client: Client,
    readonly clinicId: string,
  ) {}

  static async in(superuserUrl: string): Promise<World> {
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    const clinicId = randomUUID();
    await client.query(
      `insert into clinic (id, name, time_zone, language) values ($1, 'Test clinic', 'Europe/Madrid', 'en')`,
      [clinicId],
    );
    return new World(client, clinicId);
  }

  /** A staff account with a role and a live session. */
  async staff(...roles: readonly string[]): Promise<WorldAccount> {
    return this.account('staff', roles, null);
  }

  /** The portal account of a member. */
  async portal(member: WorldMember, role = 'relative'): Promise<WorldAccount> {
    return this.account('portal', [role], member.personId);
  }

  /** A family with members, assigned to a clinician if one is given. */
  async family(options: { therapist?: WorldAccount; members?: number; name?: string } = {}): Promise<WorldFamily> {
    const id = randomUUID();
    const owner = options.therapist ?? (await this.staff('front-desk'));
    const code = `FA-${randomBytes(3).toString('hex').toUpperCase()}`;
    await this.client.query(
      `insert into family (clinic_id, id, code, display_name, status, secrets_policy, created_by) values ($1, $2, $3, $4, 'active', 'limited', $5)`,
      [this.clinicId, id, code, options.name ?? `Family ${code}`, owner.id],
    );
    if (options.therapist) await this.assign(options.therapist, id);
    const members: WorldMember[] = [];
    for (let index = 0; index < (options.members ?? 2); index++) members.push(await this.member(id));
    return { id, members };
  }

  async member(
    familyId: string,
    names: { given?: string; family?: string; birthDate?: string; standing?: string } = {},
  ): Promise<WorldMember> {
    const id = randomUUID();
    const personId = randomUUID();
    const {
      given = 'Ana',
      family = `Person ${randomBytes(2).toString('hex')}`,
      birthDate = '1980-01-01',
      standing = 'other',
    } = names;
    await this.client.query(
      `insert into person (clinic_id, id, given_name, family_name, birth_date, name_key, safe_contact)
       values ($1, $2, $3, $4, $5, lower($3 || ' ' || $4), 'any')`,
      [this.clinicId, personId, given, family, birthDate],
    );
    await this.client.query(
      `insert into member (clinic_id, id, family_id, person_id, standing, joined_on) values ($1, $2, $3, $4, $5, current_date - 100)`,
      [this.clinicId, id, familyId, personId, standing],
    );
    return { id, personId };
  }

  async assign(clinician: WorldAccount, familyId: string, part = 'therapist'): Promise<void> {
    await this.client.query(
      `insert into assignment (clinic_id, id, family_id, account_id, part, starts_at) values ($1, $2, $3, $4, $5, now() - interval '1 day')`,
      [this.clinicId, randomUUID(), familyId, clinician.id, part],
    );
  }

  async supervise(supervisor: WorldAccount, clinician: WorldAccount): Promise<void> {
    await this.client.query(
      `insert into supervision (clinic_id, id, supervisor_account_id, clinician_account_id, starts_at) values ($1, $2, $3, $4, now() - interval '1 day')`,
      [this.clinicId, randomUUID(), supervisor.id, clinician.id],
    );
  }

  /** A session that began an hour ago, with all members and one clinician. */
  async session(
    family: WorldFamily,
    clinician: WorldAccount,
    options: { status?: string; startsInHours?: number } = {},
  ): Promise<string> {
    const id = randomUUID();
    const { status = 'planned', startsInHours = -1 } = options;
    const closed = status === 'closed';
    await this.client.query(
      `insert into session (clinic_id, id, family_id, kind, class, modality, local_start, time_zone, starts_at, ends_at, status, started_at, stopped_at, created_by)
       select $1, $2, $3, 'family', 'shared', 'in-person', (at at time zone 'Europe/Madrid')::timestamp, 'Europe/Madrid', at, at + interval '50 minutes', $4,
              case when $5 then at end, case when $5 then at + interval '50 minutes' end, $6
       from (select date_trunc('minute', now() + make_interval(mins => $7)) as at) t`,
      [this.clinicId, id, family.id, status, closed, clinician.id, Math.round(startsInHours * 60)],
    );
    const during = `select starts_at, ends_at from session where clinic_id = $1 and id = $2`;
    await this.client.query(
      `insert into session_clinician (clinic_id, session_id, account_id, family_id, starts_at, ends_at)
       select $1, $2, $3, $4, starts_at, ends_at from (${during}) s`,
      [this.clinicId, id, clinician.id, family.id],
    );
    for (const member of family.members) {
      await this.client.query(
        `insert into session_member (clinic_id, session_id, member_id, family_id, starts_at, ends_at)
         select $1, $2, $3, $4, starts_at, ends_at from (${during}) s`,
        [this.clinicId, id, member.id, family.id],
      );
    }
    return id;
  }

  /** Says that members took part in a session, or what else became of their coming. */
  async attended(
    family: WorldFamily,
    sessionId: string,
    members: readonly WorldMember[],
    recordedBy: WorldAccount,
    status = 'present',
  ): Promise<void> {
    for (const member of members) {
      await this.client.query(
        `insert into attendance (clinic_id, session_id, member_id, family_id, status, recorded_by) values ($1, $2, $3, $4, $5, $6)`,
        [this.clinicId, sessionId, member.id, family.id, status, recordedBy.id],
      );
    }
  }

  /** A written consent, by default signed two days ago and good for a year. Its text is not that of a consent: tests of the text write one. */
  async consent(
    family: WorldFamily,
    giver: WorldMember,
    recipients: readonly WorldMember[],
    options: { witness: WorldAccount; signedDaysAgo?: number; holdsDays?: number; revoked?: boolean },
  ): Promise<string> {
    const id = randomUUID();
    const { witness, signedDaysAgo = 2, holdsDays = 365, revoked = false } = options;
    await this.client.query(
      `insert into consent (clinic_id, id, family_id, giver_member_id, kind, information, purpose, text_version, language, text_sealed, text_hash,
         signed_how, signed_by, signed_on, witnessed_by, expires_on)
       select $1, $2, $3, $4, 'family-disclosure', 'family-summary', 'family-support', '2026-1', 'en', '\\x00', sha256('x'), 'paper', 'Ana', signed, $5,
         signed + $7::int
       from (select (now() at time zone 'Europe/Madrid')::date - $6::int as signed) s`,
      [this.clinicId, id, family.id, giver.id, witness.id, signedDaysAgo, holdsDays],
    );
    for (const recipient of recipients) {
      await this.client.query(
        `insert into consent_recipient (clinic_id, consent_id, recipient_member_id, family_id) values ($1, $2, $3, $4)`,
        [this.clinicId, id, recipient.id, family.id],
      );
    }
    if (revoked) {
      await this.client.query(
        `insert into consent_revocation (clinic_id, id, consent_id, family_id, how, recorded_by) values ($1, $2, $3, $4, 'in-person', $5)`,
        [this.clinicId, randomUUID(), id, family.id, witness.id],
      );
    }
    return id;
  }

  /** Gives an account an address and a password, so that it can sign in. `memory` below 19,456 KiB makes an outdated hash. */
  async credential(
    account: WorldAccount,
    key: InstallationKey,
    email: string,
    password: string,
    memory = 19_456,
  ): Promise<void> {
    const nonce = randomBytes(16);
    const hash = argon2Sync('argon2id', { message: password, nonce, parallelism: 1, tagLength: 32, memory, passes: 2 });
    await this.client.query(
      `insert into credential (clinic_id, account_id, surface, email_lookup, email_sealed, password_hash) values ($1, $2, $3, $4, '\\x00', $5)`,
      [
        this.clinicId,
        account.id,
        account.context.surface,
        emailLookup(key, email),
        `$argon2id$v=19$m=${memory},t=2,p=1$${nonce.toString('base64url')}$${hash.toString('base64url')}`,
      ],
    );
  }

  /** As if nobody had touched the account's session for so many minutes. */
  async idle(account: WorldAccount, minutes: number): Promise<void> {
    await this.client.query(
      'update sign_in_session set last_active_at = now() - make_interval(mins => $3) where clinic_id = $1 and id = $2',
      [this.clinicId, account.context.sessionId, minutes],
    );
  }

  async endSession(account: WorldAccount): Promise<void> {
    await this.client.query('update sign_in_session set ended_at = now() where clinic_id = $1 and id = $2', [
      this.clinicId,
      account.context.sessionId,
    ]);
  }

  async disable(account: WorldAccount): Promise<void> {
    await this.client.query('update account set disabled_at = now() where clinic_id = $1 and id = $2', [
      this.clinicId,
      account.id,
    ]);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private async account(
    surface: SurfaceName,
    roles: readonly string[],
    personId: string | null,
  ): Promise<WorldAccount> {
    const id = randomUUID();
    const sessionId = randomUUID();
    const token = randomBytes(32).toString('base64url');
    const personName = `${roles[0] ?? 'nobody'} ${randomBytes(2).toString('hex')}`;
    await this.client.query(
      `insert into account (clinic_id, id, surface, display_name, person_id) values ($1, $2, $3, $4, $5)`,
      [this.clinicId, id, surface, personName, personId],
    );
    for (const role of roles) {
      await this.client.query(`insert into account_role (clinic_id, account_id, role) values ($1, $2, $3)`, [
        this.clinicId,
        id,
        role,
      ]);
    }
    await this.client.query(
      `insert into sign_in_session (clinic_id, id, account_id, surface, token_hash, idle_minutes, ends_at)
       values ($1, $2, $3, $4, $5, 15, now() + interval '8 hours')`,
      [this.clinicId, sessionId, id, surface, createHash('sha256').update(token).digest()],
    );
    const context: Context = {
      clinicId: this.clinicId,
      clinicZone: 'Europe/Madrid',
      accountId: id,
      sessionId,
      personName,
      roles: [...roles].sort(),
      surface,
      requestId: randomUUID(),
      auditEvent: 'test.event',
    };
    return { id, context, token };
  }
}
