import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Written consents and what families read.
 *
 * A consent is one member's permission that names another member. Nothing overwrites it: re-consent adds a row, revoking adds a row.
 * A line of a summary has frozen subjects (whose information it is); a member reads the line when they are among its recipients, it
 * is released, and every subject other than themselves has a live consent that names them (FC-03). `ctx.my_summary_lines()` decides
 * that at every read; the portal's policies know no other door.
 */
export class ConsentAndSummaries0000000000006 implements MigrationInterface {
  readonly name = 'ConsentAndSummaries0000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        giver_member_id uuid not null,
        kind text not null check (kind in ('family-disclosure')),
        information text not null check (information in ('family-summary')),
        purpose text not null check (purpose in ('family-support', 'shared-decisions', 'safety')),
        text_version text not null check (length(text_version) between 1 and 20),
        language text not null check (language in ('en', 'es')),
        text_sealed bytea not null,
        text_hash bytea not null,
        signed_how text not null check (signed_how in ('on-screen', 'paper')),
        signed_by text not null check (length(signed_by) between 1 and 160),
        signed_on date not null,
        witnessed_by uuid not null,
        expires_on date not null,
        created_at timestamptz not null default clock_timestamp(),
        check (expires_on > signed_on and expires_on <= signed_on + interval '2 years'),
        check (octet_length(text_hash) = 32),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, giver_member_id) references member (clinic_id, id),
        foreign key (clinic_id, witnessed_by) references account (clinic_id, id)
      );
      create index consent_giver on consent (clinic_id, giver_member_id);
      create index consent_family on consent (clinic_id, family_id);

      create table consent_recipient (
        clinic_id uuid not null,
        consent_id uuid not null,
        recipient_member_id uuid not null,
        family_id uuid not null,
        primary key (clinic_id, consent_id, recipient_member_id),
        foreign key (clinic_id, consent_id) references consent (clinic_id, id),
        foreign key (clinic_id, recipient_member_id) references member (clinic_id, id)
      );

      create table consent_revocation (
        clinic_id uuid not null,
        id uuid not null,
        consent_id uuid not null,
        family_id uuid not null,
        how text not null check (how in ('in-person', 'paper', 'phone', 'portal')),
        recorded_by uuid not null,
        revoked_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        unique (clinic_id, consent_id),
        foreign key (clinic_id, consent_id) references consent (clinic_id, id)
      );

      create table summary (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        session_id uuid not null,
        about_day date not null,
        state text not null check (state in ('draft', 'released', 'withdrawn')),
        created_by uuid not null,
        created_at timestamptz not null default clock_timestamp(),
        released_by uuid,
        released_at timestamptz,
        version integer not null default 1 check (version > 0),
        check ((state = 'draft') = (released_at is null)),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, session_id) references session (clinic_id, id),
        foreign key (clinic_id, created_by) references account (clinic_id, id)
      );
      create index summary_family on summary (clinic_id, family_id, created_at desc);
      create unique index summary_once on summary (clinic_id, session_id) where state <> 'withdrawn';

      create table summary_line (
        clinic_id uuid not null,
        id uuid not null,
        summary_id uuid not null,
        family_id uuid not null,
        position smallint not null check (position between 1 and 40),
        kind text not null check (kind in ('went-well', 'decision', 'homework', 'next-date')),
        about_member_id uuid,
        asked_alone boolean not null default false,
        text_sealed bytea not null,
        removed_at timestamptz,
        version integer not null default 1 check (version > 0),
        primary key (clinic_id, id),
        foreign key (clinic_id, summary_id) references summary (clinic_id, id),
        foreign key (clinic_id, about_member_id) references member (clinic_id, id)
      );
      create index summary_line_summary on summary_line (clinic_id, summary_id, position);

      create table summary_line_subject (
        clinic_id uuid not null,
        line_id uuid not null,
        member_id uuid not null,
        summary_id uuid not null,
        family_id uuid not null,
        primary key (clinic_id, line_id, member_id),
        foreign key (clinic_id, line_id) references summary_line (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );

      create table summary_recipient (
        clinic_id uuid not null,
        summary_id uuid not null,
        member_id uuid not null,
        family_id uuid not null,
        primary key (clinic_id, summary_id, member_id),
        foreign key (clinic_id, summary_id) references summary (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );
      create index summary_recipient_member on summary_recipient (clinic_id, member_id);

      create table summary_answer (
        clinic_id uuid not null,
        id uuid not null,
        line_id uuid not null,
        summary_id uuid not null,
        family_id uuid not null,
        member_id uuid not null,
        answer text not null check (answer in ('agree', 'remember-differently', 'please-do-not-share')),
        words_sealed bytea,
        answered_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, line_id) references summary_line (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );
      create index summary_answer_line on summary_answer (clinic_id, line_id, member_id, answered_at desc);

      create table disclosure (
        clinic_id uuid not null,
        id uuid not null default gen_random_uuid(),
        family_id uuid not null,
        subject_member_id uuid not null,
        recipient_member_id uuid not null,
        summary_id uuid not null,
        consent_id uuid not null,
        information text not null check (information in ('family-summary')),
        purpose text not null,
        notice_version text not null,
        disclosed_by uuid not null,
        disclosed_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        foreign key (clinic_id, subject_member_id) references member (clinic_id, id),
        foreign key (clinic_id, recipient_member_id) references member (clinic_id, id),
        foreign key (clinic_id, summary_id) references summary (clinic_id, id),
        foreign key (clinic_id, consent_id) references consent (clinic_id, id)
      );
      create unique index disclosure_once on disclosure (clinic_id, summary_id, subject_member_id, recipient_member_id);
      create index disclosure_subject on disclosure (clinic_id, subject_member_id, disclosed_at desc);
    `);

    await runner.query(`
      grant select on consent, consent_recipient, consent_revocation, summary, summary_line, summary_line_subject, summary_recipient,
        disclosure to kinfold_policy_owner;

      create function ctx.live_consents(giver uuid, recipient uuid) returns setof uuid
        language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select c.id
          from consent c
            join consent_recipient r on r.clinic_id = c.clinic_id and r.consent_id = c.id
            join member giving on giving.clinic_id = c.clinic_id and giving.id = c.giver_member_id and giving.family_id = c.family_id
            join member receiving on receiving.clinic_id = r.clinic_id and receiving.id = r.recipient_member_id
              and receiving.family_id = c.family_id
          where c.clinic_id = ctx.clinic() and c.giver_member_id = giver and r.recipient_member_id = recipient
            and c.kind = 'family-disclosure' and c.information = 'family-summary'
            and c.signed_on <= ctx.today() and ctx.today() < c.expires_on and receiving.left_on is null
            and not exists (select from consent_revocation x where x.clinic_id = c.clinic_id and x.consent_id = c.id);
        end;
      create function ctx.my_summary_lines() returns setof uuid language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select l.id
          from summary_recipient r
            join summary s on s.clinic_id = r.clinic_id and s.id = r.summary_id and s.state = 'released'
            join summary_line l on l.clinic_id = s.clinic_id and l.summary_id = s.id and l.removed_at is null
          where r.clinic_id = ctx.clinic() and r.member_id = any ((select ctx.my_members())::uuid[])
            and exists (select from summary_line_subject j where j.clinic_id = l.clinic_id and j.line_id = l.id)
            and not exists (
              select from summary_line_subject j
              where j.clinic_id = l.clinic_id and j.line_id = l.id and j.member_id <> r.member_id
                and not exists (select from ctx.live_consents(j.member_id, r.member_id)));
        end;
      create function ctx.my_summaries() returns setof uuid language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select distinct l.summary_id from summary_line l where l.clinic_id = ctx.clinic() and l.id in (select ctx.my_summary_lines());
        end;
      create function ctx.due_disclosures(about uuid)
        returns table (subject_member_id uuid, recipient_member_id uuid, consent_id uuid, purpose text)
        language sql stable security definer set search_path = public, pg_temp
        begin atomic
          select distinct j.member_id, r.member_id, basis.id, basis.purpose
          from summary_recipient r
            join summary_line l on l.clinic_id = r.clinic_id and l.summary_id = r.summary_id
            join summary_line_subject j on j.clinic_id = l.clinic_id and j.line_id = l.id and j.member_id <> r.member_id
            join lateral (
              select c.id, c.purpose from consent c
              where c.clinic_id = r.clinic_id and c.id in (select ctx.live_consents(j.member_id, r.member_id))
              order by c.signed_on desc, c.id limit 1) basis on true
          where r.clinic_id = ctx.clinic() and r.summary_id = about and r.member_id = any ((select ctx.my_members())::uuid[])
            and l.id in (select ctx.my_summary_lines())
            and not exists (
              select from disclosure d
              where d.clinic_id = r.clinic_id and d.subject_member_id = j.member_id and d.summary_id = r.summary_id
                and d.recipient_member_id = r.member_id);
        end;
      alter function ctx.due_disclosures(uuid) owner to kinfold_policy_owner;
      alter function ctx.live_consents(uuid, uuid) owner to kinfold_policy_owner;
      alter function ctx.my_summary_lines() owner to kinfold_policy_owner;
      alter function ctx.my_summaries() owner to kinfold_policy_owner;
      revoke all on all functions in schema ctx from public;
      grant execute on all functions in schema ctx to kinfold_app, kinfold_policy_owner;
    `);

    // Consents are the lead therapist's and the desk's to record (matrix, row consent).
    const led = 'family_id = any ((select ctx.led_families())::uuid[])';
    const assigned = 'family_id = any ((select ctx.assigned_families())::uuid[])';
    const draft = (table: string): string =>
      `${assigned} and exists (select from summary s where s.clinic_id = ${table}.clinic_id and s.id = ${table}.summary_id and s.state = 'draft')`;
    const mayCreate: Readonly<Record<string, string>> = {
      consent: `witnessed_by = (select ctx.account()) and (${led} or (select ctx.has_role('front-desk')))`,
      consent_recipient: `(${led} or (select ctx.has_role('front-desk')))`,
      consent_revocation: `recorded_by = (select ctx.account()) and ${led}`,
      summary_line_subject: draft('summary_line_subject'),
      summary_recipient: draft('summary_recipient'),
      // What a consent opened after the release is written down when it is read, by whoever reads it.
      disclosure: `(disclosed_by = (select ctx.account()) and ${assigned})
        or (recipient_member_id = any ((select ctx.my_members())::uuid[]) and summary_id = any (array(select ctx.my_summaries())))`,
    };
    for (const [table, rule] of Object.entries(mayCreate)) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_read on ${table} for select to kinfold_app using (
          clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
        create policy ${table}_create on ${table} for insert to kinfold_app with check (clinic_id = (select ctx.clinic()) and (${rule}));
        create policy ${table}_helpers on ${table} for select to kinfold_policy_owner using (true);
        grant select, insert on ${table} to kinfold_app;
      `);
    }

    await runner.query(`
      alter table summary enable row level security;
      alter table summary force row level security;
      create policy summary_read on summary for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or id = any (array(select ctx.my_summaries()))));
      create policy summary_create on summary for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and created_by = (select ctx.account()) and state = 'draft'
        and family_id = any ((select ctx.assigned_families())::uuid[]));
      create policy summary_change on summary for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and state <> 'withdrawn' and (${led}
          or created_by = (select ctx.account()) and ${assigned}))
        with check (clinic_id = (select ctx.clinic()));
      create policy summary_helpers on summary for select to kinfold_policy_owner using (true);

      alter table summary_line enable row level security;
      alter table summary_line force row level security;
      create policy summary_line_read on summary_line for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or id = any (array(select ctx.my_summary_lines()))));
      create policy summary_line_create on summary_line for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and ${draft('summary_line')});
      create policy summary_line_change on summary_line for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and ${draft('summary_line')})
        with check (clinic_id = (select ctx.clinic()));
      create policy summary_line_helpers on summary_line for select to kinfold_policy_owner using (true);

      alter table summary_answer enable row level security;
      alter table summary_answer force row level security;
      create policy summary_answer_read on summary_answer for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or member_id = any ((select ctx.my_members())::uuid[])));
      create policy summary_answer_create on summary_answer for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and member_id = any ((select ctx.my_members())::uuid[])
        and line_id = any (array(select ctx.my_summary_lines())));

      grant select, insert, update (state, released_by, released_at, version) on summary to kinfold_app;
      grant select, insert, update (position, kind, about_member_id, asked_alone, text_sealed, removed_at, version)
        on summary_line to kinfold_app;
      grant select, insert on summary_answer to kinfold_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
