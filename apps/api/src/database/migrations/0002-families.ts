import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Families, persons, members, relationships, the words they are searched by, and who is assigned to which family.
 *
 * `ctx.clinical_families()` are the families whose contents the actor may read (own and supervised), `ctx.assigned_families()` those
 * the actor may write in, `ctx.led_families()` those they lead. All three ask for the role as well: a role that was taken away counts
 * from the next statement on, while the application still remembers for two seconds who somebody is. A family starts unassigned: whoever creates it as a therapist may assign themselves once. Desk, progress staff and administration read the
 * outer facts of every family: for them one boolean is asked instead of a list of thousands of ids. Whoever writes an assignment
 * calls `ctx.forget_families()`, so that the rest of the transaction asks anew.
 */
export class Families0000000000002 implements MigrationInterface {
  readonly name = 'Families0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table family (
        clinic_id uuid not null references clinic (id),
        id uuid not null,
        code text not null check (code ~ '^[A-Z0-9]{2,4}-[A-Z0-9]{2,6}$'),
        display_name text not null check (length(display_name) between 1 and 120),
        status text not null check (status in ('referred', 'active', 'paused', 'discharged')),
        secrets_policy text not null check (secrets_policy in ('no-secrets', 'limited', 'confidential')),
        created_by uuid not null,
        version integer not null default 1 check (version > 0),
        content_version integer not null default 1 check (content_version > 0),
        created_at timestamptz not null default now(),
        primary key (clinic_id, id),
        foreign key (clinic_id, created_by) references account (clinic_id, id),
        unique (clinic_id, code)
      );

      create table person (
        clinic_id uuid not null references clinic (id),
        id uuid not null,
        given_name text not null check (length(given_name) between 1 and 80),
        family_name text not null check (length(family_name) between 1 and 80),
        nickname text check (length(nickname) between 1 and 80),
        birth_date date,
        name_key text not null,
        safe_contact text not null check (safe_contact in ('any', 'no-voicemail', 'no-messages', 'only-in-person')),
        contact_sealed bytea,
        version integer not null default 1 check (version > 0),
        created_at timestamptz not null default now(),
        primary key (clinic_id, id)
      );
      create index person_name on person (clinic_id, name_key, birth_date);

      create table member (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        person_id uuid not null,
        standing text not null check (standing in ('person-of-concern', 'in-recovery', 'parent', 'partner', 'sibling', 'child', 'other')),
        joined_on date not null,
        left_on date check (left_on >= joined_on),
        died_on date,
        version integer not null default 1 check (version > 0),
        -- The order in which members were written down decides their marks; several of one request must differ, so not now().
        created_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, person_id) references person (clinic_id, id)
      );
      create index member_family on member (clinic_id, family_id);
      create index member_person on member (clinic_id, person_id);
      create unique index member_once on member (clinic_id, family_id, person_id) where left_on is null;

      create table relationship (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        from_member_id uuid not null,
        to_member_id uuid not null,
        kind text not null check (kind in ('parent-of', 'partner-of', 'former-partner-of', 'step-parent-of', 'foster-parent-of',
          'guardian-of', 'sibling-of', 'grandparent-of', 'other')),
        started_on date,
        ended_on date,
        version integer not null default 1 check (version > 0),
        check (from_member_id <> to_member_id),
        check (ended_on >= started_on),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, from_member_id) references member (clinic_id, id),
        foreign key (clinic_id, to_member_id) references member (clinic_id, id)
      );
      create index relationship_family on relationship (clinic_id, family_id);

      create table name_token (
        clinic_id uuid not null,
        id uuid not null default gen_random_uuid(),
        token text collate "C" not null,
        family_id uuid not null,
        member_id uuid,
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );
      create index name_token_search on name_token (clinic_id, token, family_id);

      create table assignment (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        account_id uuid not null,
        part text not null check (part in ('therapist', 'co-therapist', 'trainee')),
        starts_at timestamptz not null,
        ends_at timestamptz,
        check (ends_at > starts_at),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, account_id) references account (clinic_id, id)
      );
      create index assignment_account on assignment (clinic_id, account_id, family_id);
      create index assignment_family on assignment (clinic_id, family_id);

      alter table account add foreign key (clinic_id, person_id) references person (clinic_id, id);
    `);

    await runner.query(`
      grant select on assignment, member, family to kinfold_policy_owner;

      create function ctx.sees_every_family() returns boolean language sql stable
        return ctx.roles() && array['admin', 'front-desk', 'progress-staff'];
      create function ctx.assigned_families() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('assigned_families');
        begin
          if known is null then
            known := array(
              select a.family_id from assignment a
              where a.clinic_id = ctx.clinic() and a.account_id = ctx.account() and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at)
                and ctx.roles() && array['therapist', 'co-therapist', 'trainee', 'supervisor'])::text;
            perform ctx.keep('assigned_families', known);
          end if;
          return known::uuid[];
        end $$;
      create function ctx.led_families() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('led_families');
        begin
          if known is null then
            known := array(
              select a.family_id from assignment a
              where a.clinic_id = ctx.clinic() and a.account_id = ctx.account() and a.part = 'therapist' and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at)
                and ctx.roles() && array['therapist', 'supervisor'])::text;
            perform ctx.keep('led_families', known);
          end if;
          return known::uuid[];
        end $$;
      create function ctx.clinical_families() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('clinical_families');
        begin
          if known is null then
            known := array(
              select unnest(ctx.assigned_families())
              union
              select a.family_id
              from supervision s join assignment a on a.clinic_id = s.clinic_id and a.account_id = s.clinician_account_id
              where s.clinic_id = ctx.clinic() and s.supervisor_account_id = ctx.account()
                and s.starts_at <= now() and (s.ends_at is null or now() < s.ends_at)
                and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) and 'supervisor' = any (ctx.roles()))::text;
            perform ctx.keep('clinical_families', known);
          end if;
          return known::uuid[];
        end $$;
      create function ctx.my_members() returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare known text := ctx.known('my_members');
        begin
          if known is null then
            known := array(
              select m.id from account a join member m on m.clinic_id = a.clinic_id and m.person_id = a.person_id
              where a.clinic_id = ctx.clinic() and a.id = ctx.account() and a.surface = 'portal' and m.left_on is null)::text;
            perform ctx.keep('my_members', known);
          end if;
          return known::uuid[];
        end $$;
      create function ctx.forget_families() returns void language sql volatile
        begin atomic
          select set_config('kinfold.known_assigned_families', '', true), set_config('kinfold.known_led_families', '', true),
            set_config('kinfold.known_clinical_families', '', true);
        end;
      create function ctx.started_by_me(family uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select exists (select from family f where f.clinic_id = ctx.clinic() and f.id = family and f.created_by = ctx.account())
            and not exists (select from assignment a where a.clinic_id = ctx.clinic() and a.family_id = family);
        end;
      alter function ctx.started_by_me(uuid) owner to kinfold_policy_owner;
      alter function ctx.led_families() owner to kinfold_policy_owner;
      alter function ctx.assigned_families() owner to kinfold_policy_owner;
      alter function ctx.clinical_families() owner to kinfold_policy_owner;
      alter function ctx.my_members() owner to kinfold_policy_owner;
      revoke all on all functions in schema ctx from public;
      grant execute on all functions in schema ctx to kinfold_app, kinfold_policy_owner;
    `);

    await runner.query(`
      alter table family enable row level security;
      alter table family force row level security;
      create policy family_read on family for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.sees_every_family())));
      create policy family_create on family for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and created_by = (select ctx.account())
        and ((select ctx.has_role('therapist')) or (select ctx.has_role('front-desk'))));
      create policy family_helpers on family for select to kinfold_policy_owner using (true);
      create policy family_change on family for update to kinfold_app
        using (clinic_id = (select ctx.clinic())
          and (id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))))
        with check (clinic_id = (select ctx.clinic()));

      alter table member enable row level security;
      alter table member force row level security;
      create policy member_read on member for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.sees_every_family())
          or id = any ((select ctx.my_members())::uuid[])));
      create policy member_create on member for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.led_families())::uuid[]) or (select ctx.has_role('front-desk'))));
      create policy member_change on member for update to kinfold_app
        using (clinic_id = (select ctx.clinic())
          and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))))
        with check (clinic_id = (select ctx.clinic()));
      create policy member_helpers on member for select to kinfold_policy_owner using (true);

      alter table person enable row level security;
      alter table person force row level security;
      create policy person_read on person for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and ((select ctx.sees_every_family())
          or exists (select from member m where m.clinic_id = person.clinic_id and m.person_id = person.id)));
      create policy person_create on person for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and ((select ctx.has_role('therapist')) or (select ctx.has_role('co-therapist')) or (select ctx.has_role('front-desk'))));
      create policy person_change on person for update to kinfold_app
        using (clinic_id = (select ctx.clinic())
          and ((select ctx.has_role('front-desk'))
            or exists (select from member m where m.clinic_id = person.clinic_id and m.person_id = person.id
              and m.family_id = any ((select ctx.assigned_families())::uuid[]))))
        with check (clinic_id = (select ctx.clinic()));

      alter table relationship enable row level security;
      alter table relationship force row level security;
      create policy relationship_read on relationship for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[])
          or (kind = 'guardian-of' and (select ctx.has_role('front-desk')))));
      create policy relationship_create on relationship for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.led_families())::uuid[]));
      create policy relationship_change on relationship for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[]))
        with check (clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[]));

      alter table name_token enable row level security;
      alter table name_token force row level security;
      create policy name_token_read on name_token for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.sees_every_family())));
      create policy name_token_create on name_token for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))));

      alter table assignment enable row level security;
      alter table assignment force row level security;
      create policy assignment_read on assignment for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.sees_every_family())));
      create policy assignment_first on assignment for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and account_id = (select ctx.account()) and part = 'therapist'
        and (select ctx.has_role('therapist')) and ctx.started_by_me(family_id));
      create policy assignment_helpers on assignment for select to kinfold_policy_owner using (true);

      grant select, insert, update (display_name, status, secrets_policy, version, content_version) on family to kinfold_app;
      grant select, insert, update (given_name, family_name, nickname, birth_date, name_key, safe_contact, contact_sealed, version)
        on person to kinfold_app;
      grant select, insert, update (standing, left_on, died_on, version) on member to kinfold_app;
      grant select, insert, update (ended_on, version) on relationship to kinfold_app;
      grant select, insert on name_token, assignment to kinfold_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
