import { statement } from '@kinfold/shared/api';

/** Members of a session in the family's stable order, each with the newest attendance and the newest rating. */
export const MEMBERS_OF_SESSION = `
  select coalesce(json_agg(json_build_object(
      'id', o.id, 'givenName', o.given_name, 'familyName', o.family_name, 'nickname', o.nickname, 'place', o.place,
      'attendance', (select a.status from attendance a
         where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
         order by a.recorded_at desc, a.id desc limit 1),
      'participation', (select json_build_object('engagement', r.engagement, 'connection', r.connection, 'safety', r.safety)
         from participation r where r.clinic_id = k.clinic_id and r.session_id = k.session_id and r.member_id = k.member_id
         order by r.rated_at desc, r.id desc limit 1)) order by o.place), '[]')
  from session_member k
    join (select m.id, p.given_name, p.family_name, p.nickname,
                 row_number() over (order by m.created_at, m.id) - 1 as place
          from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
          where m.clinic_id = s.clinic_id and m.family_id = s.family_id) o on o.id = k.member_id
  where k.clinic_id = s.clinic_id and k.session_id = s.id`;

export const CLINICIANS_OF_SESSION = `
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.display_name) order by c.display_name, c.id), '[]')
  from session_clinician k join account c on c.clinic_id = k.clinic_id and c.id = k.account_id
  where k.clinic_id = s.clinic_id and k.session_id = s.id`;

const MOMENTS = `
  select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'memberId', t.member_id, 'technique', t.technique,
      'class', t.class, 'sealed', encode(t.words_sealed, 'base64'), 'at', t.at, 'recordedBy', t.recorded_by) order by t.at, t.recorded_at, t.id), '[]')
  from moment t where t.clinic_id = s.clinic_id and t.session_id = s.id and t.undone_at is null`;

/** One session with everything that hangs on it; words still sealed. Parameters: clinic, session. */
export const SESSION_FACTS = statement(
  'session-facts',
  `select json_build_object('id', s.id, 'familyId', s.family_id, 'familyName', f.display_name, 'familyCode', f.code,
      'kind', s.kind, 'class', s.class, 'modality', s.modality, 'room', s.room, 'status', s.status,
      'localStart', s.local_start, 'timeZone', s.time_zone, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'openedAt', s.opened_at,
      'startedAt', s.started_at, 'stoppedAt', s.stopped_at, 'cancelReason', s.cancel_reason,
      'cancelSealed', encode(s.cancel_words_sealed, 'base64'), 'version', s.version,
      'clinicians', (${CLINICIANS_OF_SESSION}), 'members', (${MEMBERS_OF_SESSION}), 'moments', (${MOMENTS})) as facts
   from session s join family f on f.clinic_id = s.clinic_id and f.id = s.family_id
   where s.clinic_id = $1 and s.id = $2`,
);
