import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The progress note: identity and state, the sections of its draft, the sections as they were signed, addenda.
 *
 * A draft is read by its recorded authors alone (decision 15). `ctx.is_draft_of` is asked for each row, unlike the other helpers: sections
 * are read and written one note at a time, and a list of all drafts of an author grows with every note they ever wrote. Signing copies every section into `signed_section`, which the
 * application may insert and read, never change: the immutability is a missing privilege, not a promise.
 */
export class Notes0000000000004 implements MigrationInterface {
  readonly name = 'Notes0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table progress_note (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        session_id uuid not null,
        format text not null check (format in ('family')),
        state text not null check (state in ('draft', 'signed')),
        created_by uuid not null,
        created_at timestamptz not null default clock_timestamp(),
        signed_by uuid,
        signed_at timestamptz,
        late_entry boolean not null default false,
        content_hash bytea check (octet_length(content_hash) = 32),
        version integer not null default 1 check (version > 0),
        check ((state = 'signed') = (signed_at is not null and signed_by is not null and content_hash is not null)),
        primary key (clinic_id, id),
        unique (clinic_id, session_id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, session_id) references session (clinic_id, id),
        foreign key (clinic_id, created_by) references account (clinic_id, id),
        foreign key (clinic_id, signed_by) references account (clinic_id, id)
      );
      create index progress_note_session on progress_note (clinic_id, session_id, created_at desc);
      create index progress_note_family on progress_note (clinic_id, family_id);

      create table note_author (
        clinic_id uuid not null,
        note_id uuid not null,
        account_id uuid not null,
        family_id uuid not null,
        primary key (clinic_id, note_id, account_id),
        foreign key (clinic_id, note_id) references progress_note (clinic_id, id),
        foreign key (clinic_id, account_id) references account (clinic_id, id)
      );

      create table draft_section (
        clinic_id uuid not null,
        id uuid not null,
        note_id uuid not null,
        family_id uuid not null,
        section text not null check (length(section) between 1 and 40),
        member_id uuid,
        text_sealed bytea not null,
        from_moments boolean not null default false,
        version integer not null default 1 check (version > 0),
        updated_by uuid not null,
        updated_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        unique nulls not distinct (clinic_id, note_id, section, member_id),
        foreign key (clinic_id, note_id) references progress_note (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );

      create table signed_section (
        clinic_id uuid not null,
        id uuid not null,
        note_id uuid not null,
        family_id uuid not null,
        section text not null check (length(section) between 1 and 40),
        member_id uuid,
        position smallint not null,
        text_sealed bytea not null,
        primary key (clinic_id, id),
        unique nulls not distinct (clinic_id, note_id, section, member_id),
        foreign key (clinic_id, note_id) references progress_note (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );

      create table addendum (
        clinic_id uuid not null,
        id uuid not null,
        note_id uuid not null,
        family_id uuid not null,
        member_id uuid,
        text_sealed bytea not null,
        written_by uuid not null,
        written_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, note_id) references progress_note (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id),
        foreign key (clinic_id, written_by) references account (clinic_id, id)
      );
      create index addendum_note on addendum (clinic_id, note_id, written_at);
    `);

    await runner.query(`
      grant select on note_author, progress_note to kinfold_policy_owner;
      create function ctx.is_draft_of(note uuid, author uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select exists (select from note_author a where a.clinic_id = ctx.clinic() and a.note_id = note and a.account_id = author)
            and exists (select from progress_note n where n.clinic_id = ctx.clinic() and n.id = note and n.state = 'draft');
        end;
      create function ctx.is_signed(note uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select exists (select from progress_note n where n.clinic_id = ctx.clinic() and n.id = note and n.state = 'signed');
        end;
      alter function ctx.is_draft_of(uuid, uuid) owner to kinfold_policy_owner;
      alter function ctx.is_signed(uuid) owner to kinfold_policy_owner;
      revoke all on all functions in schema ctx from public;
      grant execute on all functions in schema ctx to kinfold_app, kinfold_policy_owner;

      alter table progress_note enable row level security;
      alter table progress_note force row level security;
      create policy progress_note_read on progress_note for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy progress_note_create on progress_note for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and created_by = (select ctx.account()) and state = 'draft'
        and family_id = any ((select ctx.assigned_families())::uuid[]));
      create policy progress_note_sign on progress_note for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and state = 'draft' and ctx.is_draft_of(id, (select ctx.account()))
          and family_id = any ((select ctx.assigned_families())::uuid[]))
        with check (clinic_id = (select ctx.clinic()) and (state = 'draft' or signed_by = (select ctx.account())));
      create policy progress_note_helpers on progress_note for select to kinfold_policy_owner using (true);

      alter table note_author enable row level security;
      alter table note_author force row level security;
      create policy note_author_read on note_author for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy note_author_create on note_author for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[])
        and account_id = (select ctx.account())
        and exists (select from progress_note n where n.clinic_id = note_author.clinic_id and n.id = note_author.note_id
          and n.family_id = note_author.family_id and n.state = 'draft' and n.created_by = (select ctx.account())));
      create policy note_author_helpers on note_author for select to kinfold_policy_owner using (true);

      -- A change asks for the author too: an UPDATE that reads no column never meets the rule for reading.
      alter table draft_section enable row level security;
      alter table draft_section force row level security;
      create policy draft_section_read on draft_section for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[])
        and ctx.is_draft_of(note_id, (select ctx.account())));
      create policy draft_section_create on draft_section for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and updated_by = (select ctx.account())
        and family_id = any ((select ctx.assigned_families())::uuid[]) and ctx.is_draft_of(note_id, updated_by));
      create policy draft_section_change on draft_section for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[])
          and ctx.is_draft_of(note_id, (select ctx.account())))
        with check (clinic_id = (select ctx.clinic()) and updated_by = (select ctx.account()));

      alter table signed_section enable row level security;
      alter table signed_section force row level security;
      create policy signed_section_read on signed_section for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy signed_section_create on signed_section for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[])
        and ctx.is_draft_of(note_id, (select ctx.account())));

      alter table addendum enable row level security;
      alter table addendum force row level security;
      create policy addendum_read on addendum for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy addendum_create on addendum for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and written_by = (select ctx.account())
        and family_id = any ((select ctx.assigned_families())::uuid[]) and ctx.is_signed(note_id));

      grant select, insert, update (state, signed_by, signed_at, late_entry, content_hash, version) on progress_note to kinfold_app;
      grant select, insert, update (text_sealed, from_moments, version, updated_by, updated_at) on draft_section to kinfold_app;
      grant select, insert on note_author, signed_section, addendum to kinfold_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
