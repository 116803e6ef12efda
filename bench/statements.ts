/**
 * The statements of the limit and of direct SQL: those of the read models, without row-level security, policy, entity tag and audit, the
 * decisions in plain text. Kept in step by hand; before anything is measured, both answers are compared.
 */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

const prepared = (name: string, text: string): Prepared => ({ name, text });

/** Parameters: clinic, family. */
export const OPEN = prepared(
  'limit-open-family',
  `select json_build_object(
      'id', f.id, 'code', f.code, 'displayName', f.display_name, 'status', f.status, 'secretsPolicy', f.secrets_policy, 'version', f.version,
      'members', (
        select coalesce(json_agg(json_build_object(
            'id', m.id, 'personId', m.person_id, 'givenName', p.given_name, 'familyName', p.family_name, 'nickname', p.nickname,
            'birthDate', p.birth_date, 'standing', m.standing, 'safeContact', p.safe_contact, 'joinedOn', m.joined_on,
            'leftOn', m.left_on, 'diedOn', m.died_on, 'place', m.place, 'version', m.version)
          order by m.left_on nulls first, m.place), '[]')
        from (select *, row_number() over (order by created_at, id) - 1 as place from member
              where clinic_id = f.clinic_id and family_id = f.id) m
          join person p on p.clinic_id = m.clinic_id and p.id = m.person_id),
      'relationships', (
        select coalesce(json_agg(json_build_object('id', r.id, 'fromMemberId', r.from_member_id, 'toMemberId', r.to_member_id,
            'kind', r.kind, 'startedOn', r.started_on, 'endedOn', r.ended_on, 'version', r.version)
          order by r.ended_on nulls first, r.started_on nulls first, r.id), '[]')
        from relationship r where r.clinic_id = f.clinic_id and r.family_id = f.id),
      'nextSession', (
        select json_build_object('id', s.id, 'kind', s.kind, 'modality', s.modality, 'room', s.room, 'startsAt', s.starts_at,
            'localStart', s.local_start, 'timeZone', s.time_zone, 'endsAt', s.ends_at, 'status', s.status)
        from session s
        where s.clinic_id = f.clinic_id and s.family_id = f.id and s.status in ('planned', 'held') and s.ends_at > now()
        order by s.starts_at limit 1),
      'sessions', (
        select coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'modality', s.modality, 'startsAt', s.starts_at,
            'localStart', s.local_start, 'timeZone', s.time_zone, 'endsAt', s.ends_at, 'status', s.status,
            'noteId', n.id, 'noteState', n.state, 'noteSignedAt', n.signed_at,
            'summaryId', y.id, 'summaryState', y.state) order by s.starts_at desc), '[]')
        from (select * from session where clinic_id = f.clinic_id and family_id = f.id and starts_at <= now() + interval '12 hours'
              order by starts_at desc limit 20) s
          left join progress_note n on n.clinic_id = s.clinic_id and n.session_id = s.id
          left join summary y on y.clinic_id = s.clinic_id and y.session_id = s.id and y.state <> 'withdrawn'),
      'scores', (
        select coalesce(json_agg(json_build_object('id', c.id, 'administrationId', c.administration_id, 'memberId', c.member_id,
            'instrument', c.instrument, 'value', c.value, 'min', c.range_min, 'max', c.range_max, 'takenOn', c.taken_on)
          order by c.taken_on desc, c.id), '[]')
        from (select distinct on (member_id, instrument) * from score
              where clinic_id = f.clinic_id and family_id = f.id and scale = 'total'
              order by member_id, instrument, taken_on desc, id) c),
      'decisions', (
        select json_agg(json_build_object('id', d.id, 'memberId', d.member_id, 'at', d.at, 'words', w.words) order by d.at desc)
        from (select id, clinic_id, member_id, at from moment
              where clinic_id = f.clinic_id and family_id = f.id and kind = 'agreement' and words_sealed is not null and undone_at is null
              order by at desc limit 3) d
          join bench_decision w on w.clinic_id = d.clinic_id and w.moment_id = d.id))::text as body
   from family f
   where f.clinic_id = $1::uuid and f.id = $2::uuid`,
);

const BOOKED = `
  select k.session_id from session_clinician k
  where k.clinic_id = $1::uuid and k.starts_at >= ($3::date::timestamp at time zone $4)
    and k.starts_at < (($3::date + 1)::timestamp at time zone $4) and k.account_id = $2::uuid`;

/** Parameters: clinic, account, day, time zone. */
export const TODAY = prepared(
  'limit-today',
  `select json_build_object('day', $3::date,
      'sessions', (
        select coalesce(json_agg(json_build_object('id', s.id, 'familyId', s.family_id, 'familyCode', f.code, 'familyName', f.display_name,
            'kind', s.kind, 'modality', s.modality, 'room', s.room, 'status', s.status, 'localStart', s.local_start, 'timeZone', s.time_zone,
            'startsAt', s.starts_at, 'endsAt', s.ends_at,
            'clinicians', (
              select coalesce(json_agg(json_build_object('id', c.id, 'name', c.display_name) order by c.display_name, c.id), '[]')
              from session_clinician k join account c on c.clinic_id = k.clinic_id and c.id = k.account_id
              where k.clinic_id = s.clinic_id and k.session_id = s.id),
            'members', (
              select coalesce(json_agg(json_build_object('id', o.id, 'givenName', o.given_name, 'familyName', o.family_name, 'place', o.place,
                  'attendance', (select a.status from attendance a
                     where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
                     order by a.recorded_at desc, a.id desc limit 1)) order by o.place), '[]')
              from session_member k
                join (select m.id, p.given_name, p.family_name, row_number() over (order by m.created_at, m.id) - 1 as place
                      from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
                      where m.clinic_id = s.clinic_id and m.family_id = s.family_id) o on o.id = k.member_id
              where k.clinic_id = s.clinic_id and k.session_id = s.id),
            'stoppedAt', s.stopped_at,
            'noteState', coalesce((select n.state from progress_note n where n.clinic_id = s.clinic_id and n.session_id = s.id), 'none'),
            'measuresDue', case when s.status <> 'cancelled' then (
              select coalesce(json_agg(json_build_object('memberId', m.id, 'givenName', p.given_name) order by p.given_name, m.id), '[]')
              from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
              where m.clinic_id = s.clinic_id and m.family_id = s.family_id and m.left_on is null and m.died_on is null
                and m.standing not in ('person-of-concern', 'in-recovery')
                and (p.birth_date is null or p.birth_date <= $3::date - interval '18 years')
                and not exists (select from score c where c.clinic_id = m.clinic_id and c.family_id = m.family_id and c.member_id = m.id
                  and c.instrument = 'coping-and-self-care-check' and c.scale = 'total' and c.taken_on > $3::date - 30)) else '[]' end)
          order by s.starts_at, s.id), '[]')
        from session s join family f on f.clinic_id = s.clinic_id and f.id = s.family_id
        where s.clinic_id = $1::uuid and s.id = any (array(${BOOKED}))),
      'waitingNotes', (
        select coalesce(json_agg(json_build_object('sessionId', w.id, 'familyId', w.family_id, 'familyName', w.display_name,
            'startsAt', w.starts_at, 'since', coalesce(w.stopped_at, w.ends_at), 'noteState', coalesce(w.state, 'none')) order by w.starts_at, w.id), '[]')
        from (select s.id, s.family_id, s.starts_at, s.ends_at, s.stopped_at, f.display_name, n.state
              from session_clinician k
                join session s on s.clinic_id = k.clinic_id and s.id = k.session_id
                join family f on f.clinic_id = s.clinic_id and f.id = s.family_id
                left join progress_note n on n.clinic_id = s.clinic_id and n.session_id = s.id
              where k.clinic_id = $1::uuid and k.account_id = $2::uuid and k.starts_at < ($3::date::timestamp at time zone $4)
                and k.starts_at >= ($3::date::timestamp at time zone $4) - interval '60 days'
                and not k.cancelled and s.status in ('held', 'closed') and (n.id is null or n.state = 'draft')
              order by s.starts_at limit 50) w))::text as body`,
);

/** Parameters: clinic, first word, further words, how many. */
export const SEARCH = prepared(
  'limit-search',
  `select json_build_object('items', coalesce(json_agg(json_build_object('familyId', h.id, 'code', h.code, 'name', h.display_name,
      'status', h.status, 'hit', h.hit) order by h.whole desc, h.hit, h.display_name, h.id), '[]'))::text as body
   from (
     select f.id, f.code, f.display_name, f.status, t.hit, t.whole
     from (select n.family_id, min(n.token) as hit, bool_or(n.token = $2) as whole
           from name_token n
           where n.clinic_id = $1::uuid and n.token ^@ $2
           group by n.family_id
           order by bool_or(n.token = $2) desc, min(n.token) limit 500) t
       join family f on f.clinic_id = $1::uuid and f.id = t.family_id
     where not exists (
       select from unnest($3::text[]) as word
       where not exists (select from name_token x where x.clinic_id = $1::uuid and x.family_id = f.id and x.token ^@ word))
     order by t.whole desc, t.hit, f.display_name, f.id
     limit $4
   ) h`,
);

/** Parameters: clinic, family, note, section row, section, member, text, account. */
export const WRITE = prepared(
  'limit-write-note',
  `insert into draft_section (clinic_id, id, note_id, family_id, section, member_id, text_sealed, updated_by, version)
   select n.clinic_id, $4::uuid, n.id, n.family_id, $5, $6::uuid, $7::bytea, $8::uuid, 1
   from (
     select n.clinic_id, n.id, n.family_id from progress_note n
     where n.clinic_id = $1::uuid and n.id = $3::uuid and n.family_id = $2::uuid and n.state = 'draft'
       and ($6::uuid is null or exists (select from session_member m
         where m.clinic_id = n.clinic_id and m.session_id = n.session_id and m.member_id = $6::uuid))
     for share of n) n
   on conflict do nothing
   returning 1 as version, clock_timestamp() as "savedAt"`,
);
