import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions, who takes part, attendance, participation and moments.
 *
 * Double booking is refused by exclusion constraints on the clinician, the member and the room, not by a look-up: two people who
 * book at the same moment cannot both succeed. Attendance and participation are histories: the newest row counts.
 */
export class Sessions0000000000003 implements MigrationInterface {
  readonly name = 'Sessions0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;

      create table session (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        kind text not null check (kind in ('family', 'subset', 'individual')),
        class text not null check (class in ('shared', 'individual-confidential', 'safety-restricted')),
        modality text not null check (modality in ('in-person', 'video', 'phone')),
        room text check (length(room) between 1 and 40),
        local_start timestamp not null,
        time_zone text not null check (length(time_zone) between 1 and 64),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        status text not null check (status in ('planned', 'held', 'closed', 'cancelled')),
        opened_at timestamptz,
        started_at timestamptz,
        stopped_at timestamptz,
        cancel_reason text check (cancel_reason in ('family-asked', 'clinician-away', 'illness', 'safety', 'other')),
        cancel_words_sealed bytea,
        created_by uuid not null,
        version integer not null default 1 check (version > 0),
        check (ends_at > starts_at),
        check (stopped_at >= started_at),
        check (status <> 'closed' or (started_at is not null and stopped_at is not null)),
        check ((status = 'cancelled') = (cancel_reason is not null)),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, created_by) references account (clinic_id, id),
        constraint session_room_booked_once exclude using gist
          (clinic_id with =, room with =, tstzrange(starts_at, ends_at) with &&) where (room is not null and status <> 'cancelled')
      );
      create index session_family on session (clinic_id, family_id, starts_at desc);

      create table session_clinician (
        clinic_id uuid not null,
        session_id uuid not null,
        account_id uuid not null,
        family_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        cancelled boolean not null default false,
        primary key (clinic_id, session_id, account_id),
        foreign key (clinic_id, session_id) references session (clinic_id, id),
        foreign key (clinic_id, account_id) references account (clinic_id, id),
        constraint clinician_booked_once exclude using gist
          (clinic_id with =, account_id with =, tstzrange(starts_at, ends_at) with &&) where (not cancelled)
      );
      create index session_clinician_day on session_clinician (clinic_id, account_id, starts_at);

      create table session_member (
        clinic_id uuid not null,
        session_id uuid not null,
        member_id uuid not null,
        family_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        cancelled boolean not null default false,
        primary key (clinic_id, session_id, member_id),
        foreign key (clinic_id, session_id) references session (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id),
        constraint member_booked_once exclude using gist
          (clinic_id with =, member_id with =, tstzrange(starts_at, ends_at) with &&) where (not cancelled)
      );
      create index session_member_family on session_member (clinic_id, family_id);

      create table attendance (
        clinic_id uuid not null,
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        member_id uuid not null,
        family_id uuid not null,
        status text not null check (status in ('present', 'remote', 'late', 'left-early', 'told-us-before', 'did-not-come')),
        recorded_by uuid not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, session_id, member_id) references session_member (clinic_id, session_id, member_id)
      );
      create index attendance_session on attendance (clinic_id, session_id, member_id, recorded_at desc);

      create table participation (
        clinic_id uuid not null,
        id uuid not null default gen_random_uuid(),
        session_id uuid not null,
        member_id uuid not null,
        family_id uuid not null,
        engagement smallint not null check (engagement between -3 and 3),
        connection smallint not null check (connection between -3 and 3),
        safety smallint not null check (safety between -3 and 3),
        rated_by uuid not null,
        rated_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, session_id, member_id) references session_member (clinic_id, session_id, member_id)
      );
      create index participation_session on participation (clinic_id, session_id, member_id, rated_at desc);

      create table moment (
        clinic_id uuid not null,
        id uuid not null,
        session_id uuid not null,
        family_id uuid not null,
        member_id uuid,
        kind text not null check (kind in ('turn', 'technique', 'shift', 'quote', 'agreement', 'homework', 'break', 'safety')),
        technique text check (length(technique) between 1 and 60),
        class text not null check (class in ('shared', 'individual-confidential', 'safety-restricted')),
        words_sealed bytea,
        at timestamptz not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null default clock_timestamp(),
        undone_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, session_id) references session (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );
      create index moment_session on moment (clinic_id, session_id, at);
      create index moment_decisions on moment (clinic_id, family_id, at desc)
        where kind = 'agreement' and words_sealed is not null and undone_at is null;
    `);

    await runner.query(`
      grant select on session_member to kinfold_policy_owner;
      create function ctx.my_sessions() returns setof uuid language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select s.session_id from session_member s
          where s.clinic_id = ctx.clinic() and s.member_id = any ((select ctx.my_members())::uuid[]);
        end;
      alter function ctx.my_sessions() owner to kinfold_policy_owner;
      revoke all on all functions in schema ctx from public;
      grant execute on all functions in schema ctx to kinfold_app, kinfold_policy_owner;

      alter table session enable row level security;
      alter table session force row level security;
      create policy session_read on session for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[])
          or ((select ctx.has_role('front-desk')) or (select ctx.has_role('progress-staff'))) and class <> 'safety-restricted'
          or id = any (array(select ctx.my_sessions()))));
      create policy session_create on session for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and created_by = (select ctx.account())
        and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))));
      create policy session_change on session for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and status <> 'closed'
          and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))))
        with check (clinic_id = (select ctx.clinic()));

      alter table session_clinician enable row level security;
      alter table session_clinician force row level security;
      create policy session_clinician_read on session_clinician for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[])
          or (select ctx.has_role('front-desk')) or (select ctx.has_role('progress-staff'))));
      create policy session_clinician_create on session_clinician for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))));
      create policy session_clinician_change on session_clinician for update to kinfold_app
        using (clinic_id = (select ctx.clinic())
          and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))))
        with check (clinic_id = (select ctx.clinic()));

      alter table session_member enable row level security;
      alter table session_member force row level security;
      create policy session_member_read on session_member for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[])
          or (select ctx.has_role('front-desk')) or (select ctx.has_role('progress-staff'))
          or member_id = any ((select ctx.my_members())::uuid[])));
      create policy session_member_create on session_member for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))));
      create policy session_member_change on session_member for update to kinfold_app
        using (clinic_id = (select ctx.clinic())
          and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))))
        with check (clinic_id = (select ctx.clinic()));

      create policy session_member_helpers on session_member for select to kinfold_policy_owner using (true);

      alter table attendance enable row level security;
      alter table attendance force row level security;
      create policy attendance_read on attendance for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.has_role('progress-staff'))
          or member_id = any ((select ctx.my_members())::uuid[])));
      create policy attendance_create on attendance for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and recorded_by = (select ctx.account())
        and (family_id = any ((select ctx.assigned_families())::uuid[]) or (select ctx.has_role('front-desk'))
          or (select ctx.has_role('progress-staff'))));

      alter table participation enable row level security;
      alter table participation force row level security;
      create policy participation_read on participation for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy participation_create on participation for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and rated_by = (select ctx.account())
        and family_id = any ((select ctx.assigned_families())::uuid[]));

      alter table moment enable row level security;
      alter table moment force row level security;
      create policy moment_read on moment for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy moment_create on moment for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and recorded_by = (select ctx.account())
        and family_id = any ((select ctx.assigned_families())::uuid[]));
      create policy moment_undo on moment for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[]))
        with check (clinic_id = (select ctx.clinic()));

      grant select, insert, update (modality, room, local_start, time_zone, starts_at, ends_at, status, opened_at, started_at,
        stopped_at, cancel_reason, cancel_words_sealed, version) on session to kinfold_app;
      grant select, insert, update (starts_at, ends_at, cancelled) on session_clinician, session_member to kinfold_app;
      grant select, insert on attendance, participation to kinfold_app;
      grant select, insert, update (words_sealed, undone_at) on moment to kinfold_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
