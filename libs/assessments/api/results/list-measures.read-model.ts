import { TOTAL } from '@kinfold/assessments/domain';
import { audited } from '@kinfold/shared/api';

export interface ListMeasuresRow {
  readonly part: string | null;
  readonly clinical: boolean;
  /** The answer as JSON text. */
  readonly body: string;
}

/** Order and place as on the family page, so that a member's mark is the same on both. */
const MEMBERS = `
  select coalesce(json_agg(json_build_object('id', m.id, 'givenName', p.given_name, 'familyName', p.family_name, 'standing', m.standing,
      'leftOn', m.left_on, 'diedOn', m.died_on, 'place', m.place) order by m.left_on nulls first, m.joined_on, p.given_name, m.id), '[]')
  from (select *, row_number() over (order by created_at, id) - 1 as place from member
        where clinic_id = f.clinic_id and family_id = f.id) m
    join person p on p.clinic_id = m.clinic_id and p.id = m.person_id`;

const SUM = `'value', c.value, 'method', c.method, 'min', c.range_min, 'max', c.range_max, 'low', c.bound_low, 'high', c.bound_high,
  'answered', c.answered, 'items', c.items`;

/** Of the scores of a response those by the rules that were pinned when it was given. */
const PINNED = `c.clinic_id = a.clinic_id and c.administration_id = a.id and c.scoring_version = a.scoring_version`;

const ADMINISTRATIONS = `
  select coalesce(json_agg(json_build_object('id', a.id, 'instrument', a.instrument, 'instrumentVersion', a.instrument_version,
      'scoringVersion', a.scoring_version, 'respondentMemberId', a.respondent_member_id, 'language', a.language, 'state', a.state,
      'givenAt', a.given_at, 'version', a.version, 'takenOn', c.taken_on,
      'total', case when c.id is not null then json_build_object(${SUM}) end,
      'areas', case when t.clinical then a.areas else '[]' end) order by a.given_at desc, a.id), '[]')
  from (select a.*,
          (select coalesce(json_agg(json_build_object('scale', c.scale, ${SUM}) order by c.scale), '[]')
           from score c where ${PINNED} and c.scale <> '${TOTAL}') as areas
        from administration a where a.clinic_id = f.clinic_id and a.family_id = f.id and a.state <> 'withdrawn'
        order by a.given_at desc, a.id limit 200) a
    left join score c on ${PINNED} and c.scale = '${TOTAL}'`;

/**
 * The measures of a family: its members, and the newest two hundred administrations that were not taken back, with total and areas.
 * Parameters: clinic, family, account, whether the actor reads the totals of every family.
 */
export const LIST_MEASURES = audited(
  'list-measures',
  4,
  `select t.part, t.clinical, json_build_object('members', (${MEMBERS}), 'administrations', (${ADMINISTRATIONS}))::text as body
   from family f,
     lateral (select
        (select a.part from assignment a where a.clinic_id = f.clinic_id and a.family_id = f.id and a.account_id = $3::uuid
           and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) order by a.part desc limit 1) as part,
        f.id = any ((select ctx.clinical_families())::uuid[]) as clinical) t
   where f.clinic_id = $1::uuid and f.id = $2::uuid and (t.clinical or $4::boolean)`,
);
