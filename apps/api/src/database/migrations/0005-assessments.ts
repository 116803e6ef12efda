import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One sending of an instrument to one respondent, the response, and its scores. Responses and scores are inserted and read,
 * never changed: scoring again adds a score (measures.md, 1). Answers are numbers; instruments of this version ask no free text.
 */
export class Assessments0000000000005 implements MigrationInterface {
  readonly name = 'Assessments0000000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table administration (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        instrument text not null check (length(instrument) between 1 and 60),
        instrument_version text not null check (length(instrument_version) between 1 and 20),
        scoring_version text not null check (length(scoring_version) between 1 and 20),
        respondent_member_id uuid not null,
        mode text not null check (mode in ('tablet')),
        language text not null check (language in ('en', 'es')),
        state text not null check (state in ('given', 'answered', 'withdrawn')),
        given_by uuid not null,
        given_at timestamptz not null default clock_timestamp(),
        version integer not null default 1 check (version > 0),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, respondent_member_id) references member (clinic_id, id),
        foreign key (clinic_id, given_by) references account (clinic_id, id)
      );
      create index administration_family on administration (clinic_id, family_id, given_at desc);
      create unique index administration_open on administration (clinic_id, respondent_member_id, instrument) where state = 'given';

      create table response (
        clinic_id uuid not null,
        id uuid not null,
        administration_id uuid not null,
        family_id uuid not null,
        class text not null check (class in ('shared', 'individual-confidential', 'safety-restricted')),
        answers jsonb not null check (jsonb_typeof(answers) = 'array'),
        answered_at timestamptz not null default clock_timestamp(),
        primary key (clinic_id, id),
        unique (clinic_id, administration_id),
        foreign key (clinic_id, administration_id) references administration (clinic_id, id)
      );

      create table score (
        clinic_id uuid not null,
        id uuid not null,
        family_id uuid not null,
        administration_id uuid not null,
        member_id uuid not null,
        instrument text not null,
        instrument_version text not null,
        scoring_version text not null,
        scale text not null check (length(scale) between 1 and 60),
        value numeric(8, 3),
        range_min numeric(8, 3) not null,
        range_max numeric(8, 3) not null,
        bound_low numeric(8, 3) not null,
        bound_high numeric(8, 3) not null,
        answered smallint not null,
        items smallint not null,
        method text not null check (method in ('full-sum', 'prorated', 'not-scored', 'missing')),
        taken_on date not null,
        check ((method in ('not-scored', 'missing')) = (value is null)),
        primary key (clinic_id, id),
        foreign key (clinic_id, family_id) references family (clinic_id, id),
        foreign key (clinic_id, administration_id) references administration (clinic_id, id),
        foreign key (clinic_id, member_id) references member (clinic_id, id)
      );
      create index score_family on score (clinic_id, family_id, taken_on desc);
      create index score_administration on score (clinic_id, administration_id);
    `);

    await runner.query(`
      alter table administration enable row level security;
      alter table administration force row level security;
      create policy administration_read on administration for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[]) or (select ctx.has_role('front-desk'))
          or (select ctx.has_role('progress-staff'))));
      create policy administration_create on administration for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and given_by = (select ctx.account())
        and family_id = any ((select ctx.assigned_families())::uuid[]));
      create policy administration_change on administration for update to kinfold_app
        using (clinic_id = (select ctx.clinic()) and state = 'given' and family_id = any ((select ctx.assigned_families())::uuid[]))
        with check (clinic_id = (select ctx.clinic()));

      alter table response enable row level security;
      alter table response force row level security;
      create policy response_read on response for select to kinfold_app using (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.clinical_families())::uuid[]));
      create policy response_create on response for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[]));

      alter table score enable row level security;
      alter table score force row level security;
      create policy score_read on score for select to kinfold_app using (
        clinic_id = (select ctx.clinic())
        and (family_id = any ((select ctx.clinical_families())::uuid[])
          or (scale = 'total' and (select ctx.has_role('progress-staff')))));
      create policy score_create on score for insert to kinfold_app with check (
        clinic_id = (select ctx.clinic()) and family_id = any ((select ctx.assigned_families())::uuid[]));

      grant select, insert, update (state, version) on administration to kinfold_app;
      grant select, insert on response, score to kinfold_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a copy instead.');
  }
}
