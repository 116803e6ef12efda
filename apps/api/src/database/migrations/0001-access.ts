import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asks, and the first tables: clinic, accounts, roles, assignments, sign-in, keys, audit.
 *
 * The schema `ctx` answers who asks. Its functions are STABLE, owned by a role that is neither superuser nor owner of the tables,
 * and are called in policies as `(select ...)` or `array(select ...)` so that PostgreSQL evaluates them once per statement.
 * They read the sign-in session itself, so a session that ended reads nothing with its next request. What they found is kept for the
 * rest of the transaction, under the session that asked (`ctx.keep`): a screen asks a dozen policies, and the answer is the same for
 * all of them. What was kept for another session counts for nothing.
 */
export class Access0000000000001 implements MigrationInterface {
  readonly name = 'Access0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ctx;
      grant usage on schema ctx to kinfold_app, kinfold_auth;
      grant usage, create on schema ctx to kinfold_policy_owner;
      grant usage on schema public to kinfold_app, kinfold_auth, kinfold_policy_owner;

      create function ctx.clinic() returns uuid language sql stable parallel safe
        return nullif(current_setting('kinfold.clinic', true), '')::uuid;
      create function ctx.session() returns uuid language sql stable parallel safe
        return nullif(current_setting('kinfold.session', true), '')::uuid;
      create function ctx.today() returns date language sql stable parallel safe
        return (now() at time zone coalesce(nullif(current_setting('kinfold.zone', true), ''), 'UTC'))::date;

      create table clinic (
        id uuid primary key,
        name text not null check (length(name) between 1 and 120),
        time_zone text not null check (length(time_zone) between 1 and 64),
        language text not null check (language in ('en', 'es')),
        created_at timestamptz not null default now()
      );

      create table account (
        clinic_id uuid not null references clinic (id),
        id uuid not null,
        surface text not null check (surface in ('staff', 'portal')),
        display_name text not null check (length(display_name) between 1 and 120),
        person_id uuid,
        disabled_at timestamptz,
        created_at timestamptz not null default now(),
        primary key (clinic_id, id)
      );

      create table account_role (
        clinic_id uuid not null,
        account_id uuid not null,
        role text not null check (role in ('admin', 'supervisor', 'therapist', 'co-therapist', 'trainee', 'front-desk',
          'progress-staff', 'auditor', 'person-in-recovery', 'relative', 'minor')),
        primary key (clinic_id, account_id, role),
        foreign key (clinic_id, account_id) references account (clinic_id, id)
      );

      create table supervision (
        clinic_id uuid not null,
        id uuid not null,
        supervisor_account_id uuid not null,
        clinician_account_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, supervisor_account_id) references account (clinic_id, id),
        foreign key (clinic_id, clinician_account_id) references account (clinic_id, id)
      );

      create table credential (
        clinic_id uuid not null,
        account_id uuid not null,
        surface text not null check (surface in ('staff', 'portal')),
        email_lookup bytea not null,
        email_sealed bytea not null,
        password_hash text not null,
        changed_at timestamptz not null default now(),
        primary key (clinic_id, account_id),
        unique (clinic_id, surface, email_lookup),
        foreign key (clinic_id, account_id) references account (clinic_id, id)
      );
      create index credential_email on credential (surface, email_lookup);

      create table sign_in_session (
        clinic_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        surface text not null check (surface in ('staff', 'portal')),
        token_hash bytea not null unique,
        created_at timestamptz not null default now(),
        authenticated_at timestamptz not null default now(),
        last_active_at timestamptz not null default now(),
        idle_minutes smallint not null check (idle_minutes between 5 and 30),
        ends_at timestamptz not null,
        ended_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, account_id) references account (clinic_id, id)
      );

      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );

      create table data_key (
        clinic_id uuid not null references clinic (id),
        id uuid not null,
        compartment text not null check (length(compartment) between 1 and 120),
        wrapped bytea not null,
        created_at timestamptz not null default now(),
        primary key (clinic_id, id),
        unique (clinic_id, compartment)
      );

      create table audit_event (
        clinic_id uuid not null references clinic (id),
        id uuid not null default gen_random_uuid(),
        at timestamptz not null default clock_timestamp(),
        actor_account_id uuid,
        actor_roles text[] not null,
        surface text not null check (surface in ('staff', 'portal', 'service')),
        event text not null check (length(event) between 3 and 80),
        result text not null check (result in ('done', 'denied')),
        family_id uuid,
        object_id uuid,
        subject_ids uuid[] not null default '{}',
        detail jsonb not null default '{}',
        request_id uuid not null,
        primary key (clinic_id, id)
      );
      create index audit_event_time on audit_event (clinic_id, at desc);
    `);

    await runner.query(`
      create function ctx.known(fact text) returns text language sql stable
        return (select substr(value, 38) from (select current_setting('kinfold.known_' || fact, true) as value) kept
          where left(value, 37) = current_setting('kinfold.session', true) || ' ');
      create function ctx.keep(fact text, value text) returns text language sql volatile
        return set_config('kinfold.known_' || fact, coalesce(current_setting('kinfold.session', true), '') || ' ' || value, true);
      create function ctx.account() returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('account');
        begin
          if known is null then
            known := coalesce((
              select s.account_id::text
              from sign_in_session s join account a on a.clinic_id = s.clinic_id and a.id = s.account_id
              where s.clinic_id = ctx.clinic() and s.id = ctx.session() and s.ended_at is null and now() < s.ends_at
                and now() < s.last_active_at + make_interval(mins => s.idle_minutes) and a.disabled_at is null), 'nobody');
            perform ctx.keep('account', known);
          end if;
          return nullif(known, 'nobody')::uuid;
        end $$;
      create function ctx.roles() returns text[] language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('roles');
        begin
          if known is null then
            known := array(select r.role from account_role r where r.clinic_id = ctx.clinic() and r.account_id = ctx.account())::text;
            perform ctx.keep('roles', known);
          end if;
          return known::text[];
        end $$;
      create function ctx.has_role(wanted text) returns boolean language sql stable
        return wanted = any (ctx.roles());
      create function ctx.surface() returns text language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select s.surface from sign_in_session s
          where s.clinic_id = ctx.clinic() and s.id = ctx.session() and s.account_id = ctx.account();
        end;
      alter function ctx.account() owner to kinfold_policy_owner;
      alter function ctx.roles() owner to kinfold_policy_owner;
      alter function ctx.surface() owner to kinfold_policy_owner;
      revoke all on all functions in schema ctx from public;
      grant execute on all functions in schema ctx to kinfold_app, kinfold_policy_owner;

      alter table clinic enable row level security;
      alter table clinic force row level security;
      create policy clinic_read on clinic for select to kinfold_app using (id = (select ctx.clinic()));
      create policy clinic_helpers on clinic for select to kinfold_policy_owner using (true);

      alter table account enable row level security;
      alter table account force row level security;
      create policy account_read on account for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (id = (select ctx.account()) or (surface = 'staff' and (select ctx.account()) is not null)
          or (select ctx.has_role('admin'))));
      create policy account_helpers on account for select to kinfold_policy_owner using (true);

      alter table account_role enable row level security;
      alter table account_role force row level security;
      create policy account_role_read on account_role for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and (account_id = (select ctx.account()) or (select ctx.surface()) = 'staff'));
      create policy account_role_helpers on account_role for select to kinfold_policy_owner using (true);

      alter table supervision enable row level security;
      alter table supervision force row level security;
      create policy supervision_read on supervision for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and (select ctx.surface()) = 'staff');
      create policy supervision_helpers on supervision for select to kinfold_policy_owner using (true);

      alter table data_key enable row level security;
      alter table data_key force row level security;
      create policy data_key_read on data_key for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and (select ctx.account()) is not null);
      create policy data_key_create on data_key for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and (select ctx.account()) is not null);

      alter table audit_event enable row level security;
      alter table audit_event force row level security;
      create policy audit_event_append on audit_event for insert to kinfold_app with check (clinic_id = (select ctx.clinic()));

      grant select on migration to kinfold_app;
      grant select on clinic, account, account_role, supervision to kinfold_app;
      grant select, insert on data_key to kinfold_app;
      grant insert on audit_event to kinfold_app;

      grant select on clinic, account, account_role to kinfold_auth;
      grant select, update (password_hash, changed_at) on credential to kinfold_auth;
      grant select, insert, update (last_active_at, ended_at, authenticated_at) on sign_in_session to kinfold_auth;
      grant select, insert, update, delete on rate_limit to kinfold_auth;
      grant insert on audit_event to kinfold_auth;
      grant select on sign_in_session, account, account_role, supervision to kinfold_policy_owner;

      create policy clinic_sign_in on clinic for select to kinfold_auth using (true);
      create policy account_sign_in on account for select to kinfold_auth using (true);
      create policy account_role_sign_in on account_role for select to kinfold_auth using (true);
      create policy audit_event_sign_in on audit_event for insert to kinfold_auth with check (true);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
