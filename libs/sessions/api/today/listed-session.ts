import { CLINICIANS_OF_SESSION } from '../facts/session-facts.read-model';

/** Members of a session with the newest attendance, as lists name them. */
const LISTED_MEMBERS = `
  select coalesce(json_agg(json_build_object('id', o.id, 'givenName', o.given_name, 'familyName', o.family_name, 'place', o.place,
      'attendance', (select a.status from attendance a
         where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
         order by a.recorded_at desc, a.id desc limit 1)) order by o.place), '[]')
  from session_member k
    join (select m.id, p.given_name, p.family_name,
                 row_number() over (order by m.created_at, m.id) - 1 as place
          from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
          where m.clinic_id = s.clinic_id and m.family_id = s.family_id) o on o.id = k.member_id
  where k.clinic_id = s.clinic_id and k.session_id = s.id`;

/**
 * The fields of a listed session, for `json_build_object`, over `session s` and `family f`.
 * @param named an SQL condition: whether the actor sees names (the desk works by code)
 */
export function listedSession(named: string): string {
  return `'id', s.id, 'familyId', s.family_id, 'familyCode', f.code, 'familyName', case when ${named} then f.display_name end,
    'kind', s.kind, 'modality', s.modality, 'room', s.room, 'status', s.status, 'localStart', s.local_start, 'timeZone', s.time_zone,
    'startsAt', s.starts_at, 'endsAt', s.ends_at, 'clinicians', (${CLINICIANS_OF_SESSION}),
    'members', case when ${named} then (${LISTED_MEMBERS}) else '[]' end`;
}

/**
 * Ids of the sessions that lie between two instants: the actor's own, or with the desk's eyes everybody's. Both go through the index
 * of bookings by clinician.
 * @param account @param desk @param from @param until parameters or expressions
 */
export function bookedSessions(account: string, desk: string, from: string, until: string): string {
  return `select k.session_id from session_clinician k
    where k.clinic_id = $1::uuid and k.starts_at >= ${from} and k.starts_at < ${until}
      and k.account_id = any (case when ${desk}
        then array(select r.account_id from account_role r where r.clinic_id = $1::uuid and r.role in ('therapist', 'co-therapist', 'trainee'))
        else array[${account}] end)`;
}
