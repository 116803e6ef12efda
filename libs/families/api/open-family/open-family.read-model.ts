import { audited } from '@kinfold/shared/api';

/** What one row of the read gives. Nothing is given for a family that is not there or not open to the actor. */
export interface OpenFamilyRow {
  /** The entity tag: family, actor, roles and the clinic's day. */
  readonly tag: string;
  /** The page as JSON text, null when the client holds this very tag already. */
  readonly body: string | null;
  /** The newest decisions, sealed; joined to the page in the application. */
  readonly decisions: readonly SealedDecision[] | null;
  readonly part: string | null;
  readonly clinical: boolean;
}

export interface SealedDecision {
  readonly id: string;
  readonly memberId: string | null;
  readonly at: string;
  /** Base64. */
  readonly sealed: string;
  readonly compartment: string;
  /** Base64; null when the compartment has no key, which would be a lost text. */
  readonly wrapped: string | null;
}

/** The place of a member decides the mark. It counts everyone in the order of being written down, so that nobody's mark ever changes. */
const MEMBERS = `
  select coalesce(json_agg(json_build_object(
      'id', m.id, 'personId', m.person_id, 'givenName', p.given_name, 'familyName', p.family_name, 'nickname', p.nickname,
      'birthDate', p.birth_date, 'standing', m.standing, 'safeContact', p.safe_contact, 'joinedOn', m.joined_on,
      'leftOn', m.left_on, 'diedOn', m.died_on, 'place', m.place, 'version', m.version)
    order by m.left_on nulls first, m.place), '[]')
  from (select *, row_number() over (order by created_at, id) - 1 as place from member
        where clinic_id = f.clinic_id and family_id = f.id) m
    join person p on p.clinic_id = m.clinic_id and p.id = m.person_id`;

const RELATIONSHIPS = `
  select coalesce(json_agg(json_build_object('id', r.id, 'fromMemberId', r.from_member_id, 'toMemberId', r.to_member_id,
      'kind', r.kind, 'startedOn', r.started_on, 'endedOn', r.ended_on, 'version', r.version)
    order by r.ended_on nulls first, r.started_on nulls first, r.id), '[]')
  from relationship r where r.clinic_id = f.clinic_id and r.family_id = f.id`;

/** The newest twenty that have begun or been called off; LIMIT inside, JSON outside. */
const SESSIONS = `
  select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'modality', s.modality, 'startsAt', s.starts_at,
      'localStart', s.local_start, 'timeZone', s.time_zone, 'endsAt', s.ends_at, 'status', s.status,
      'noteId', n.id, 'noteState', n.state, 'noteSignedAt', n.signed_at,
      'summaryId', y.id, 'summaryState', y.state) order by s.starts_at desc), '[]')
  from (select * from session where clinic_id = f.clinic_id and family_id = f.id and starts_at <= now() + interval '12 hours'
        order by starts_at desc limit 20) s
    left join progress_note n on n.clinic_id = s.clinic_id and n.session_id = s.id and n.family_id = f.id
    left join summary y on y.clinic_id = s.clinic_id and y.session_id = s.id and y.family_id = f.id and y.state <> 'withdrawn'`;

const NEXT_SESSION = `
  select json_build_object('id', s.id, 'kind', s.kind, 'modality', s.modality, 'room', s.room, 'startsAt', s.starts_at,
      'localStart', s.local_start, 'timeZone', s.time_zone, 'endsAt', s.ends_at, 'status', s.status)
  from session s
  where s.clinic_id = f.clinic_id and s.family_id = f.id and s.status in ('planned', 'held') and s.ends_at > now()
  order by s.starts_at limit 1`;

/** The newest total of every member and instrument. */
const SCORES = `
  select coalesce(json_agg(json_build_object('id', c.id, 'administrationId', c.administration_id, 'memberId', c.member_id,
      'instrument', c.instrument, 'value', c.value, 'min', c.range_min, 'max', c.range_max, 'takenOn', c.taken_on)
    order by c.taken_on desc, c.id), '[]')
  from (select distinct on (member_id, instrument) * from score
        where clinic_id = f.clinic_id and family_id = f.id and scale = 'total'
        order by member_id, instrument, taken_on desc, id) c`;

const DECISIONS = `
  select json_agg(json_build_object('id', d.id, 'memberId', d.member_id, 'at', d.at, 'sealed', encode(d.words_sealed, 'base64'),
      'compartment', d.compartment, 'wrapped', encode(k.wrapped, 'base64')) order by d.at desc)
  from (select id, clinic_id, member_id, at, words_sealed,
               case when member_id is null then 'family:' || family_id else 'member:' || member_id end as compartment
        from moment
        where clinic_id = f.clinic_id and family_id = f.id and kind = 'agreement' and words_sealed is not null and undone_at is null
        order by at desc limit 3) d
    left join data_key k on k.clinic_id = d.clinic_id and k.compartment = d.compartment`;

/**
 * Opens a family: header, members, relationships, next session, newest sessions with the state of note and summary, latest scores,
 * last decisions. Parameters: clinic, family, account, roles as text, clinic's day, the tag that the client holds or null.
 */
export const OPEN_FAMILY = audited(
  'open-family',
  6,
  `select t.tag, t.part, t.clinical,
          case when t.tag = $6 then null else json_build_object(
            'id', f.id, 'code', f.code, 'displayName', f.display_name, 'status', f.status, 'secretsPolicy', f.secrets_policy,
            'version', f.version, 'members', (${MEMBERS}), 'relationships', (${RELATIONSHIPS}), 'nextSession', (${NEXT_SESSION}),
            'sessions', (${SESSIONS}), 'scores', (${SCORES}))::text end as body,
          case when t.tag = $6 then null else (${DECISIONS}) end as decisions
   from family f,
     lateral (select '"' || md5(concat_ws('/', f.id, f.version, f.content_version, $3::text, $4::text, $5::text)) || '"' as tag,
        (select a.part from assignment a where a.clinic_id = f.clinic_id and a.family_id = f.id and a.account_id = $3::uuid
           and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) order by a.part desc limit 1) as part,
        f.id = any ((select ctx.clinical_families())::uuid[]) as clinical) t
   where f.clinic_id = $1::uuid and f.id = $2::uuid and t.clinical`,
);
