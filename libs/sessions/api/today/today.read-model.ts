import { audited } from '@kinfold/shared/api';
import { bookedSessions, listedSession } from './listed-session';

/** Where the clinic's day begins, and the next one. */
const FROM = '($3::date::timestamp at time zone $4)';
const UNTIL = `(($3::date + 1)::timestamp at time zone $4)`;
const NAMED = 'not $5::boolean';

/**
 * Adult relatives of the family without a coping and self-care check in the last 30 days (the clinic's rhythm, measures.md). The
 * instrument goes by its id: assessments know sessions, not the other way round.
 */
const MEASURES_DUE = `
  select coalesce(json_agg(json_build_object('memberId', m.id, 'givenName', p.given_name) order by p.given_name, m.id), '[]')
  from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
  where m.clinic_id = s.clinic_id and m.family_id = s.family_id and m.left_on is null and m.died_on is null
    and m.standing not in ('person-of-concern', 'in-recovery')
    and (p.birth_date is null or p.birth_date <= $3::date - interval '18 years')
    and not exists (select from score c where c.clinic_id = m.clinic_id and c.family_id = m.family_id and c.member_id = m.id
      and c.instrument = 'coping-and-self-care-check' and c.scale = 'total' and c.taken_on > $3::date - 30)`;

const SESSIONS = `
  select coalesce(json_agg(json_build_object(${listedSession(NAMED)}, 'stoppedAt', s.stopped_at,
      'noteState', coalesce((select n.state from progress_note n where n.clinic_id = s.clinic_id and n.session_id = s.id), 'none'),
      'measuresDue', case when ${NAMED} and s.status <> 'cancelled' then (${MEASURES_DUE}) else '[]' end) order by s.starts_at, s.id), '[]')
  from session s join family f on f.clinic_id = s.clinic_id and f.id = s.family_id
  where s.clinic_id = $1::uuid and s.id = any (array(${bookedSessions('$2::uuid', '$5::boolean', FROM, UNTIL)}))`;

/** Held sessions of the two months before whose note the actor has not signed yet; the oldest first. */
const WAITING_NOTES = `
  select coalesce(json_agg(json_build_object('sessionId', w.id, 'familyId', w.family_id, 'familyName', w.display_name,
      'startsAt', w.starts_at, 'since', coalesce(w.stopped_at, w.ends_at), 'noteState', coalesce(w.state, 'none')) order by w.starts_at, w.id), '[]')
  from (select s.id, s.family_id, s.starts_at, s.ends_at, s.stopped_at, f.display_name, n.state
        from session_clinician k
          join session s on s.clinic_id = k.clinic_id and s.id = k.session_id
          join family f on f.clinic_id = s.clinic_id and f.id = s.family_id
          left join progress_note n on n.clinic_id = s.clinic_id and n.session_id = s.id
        where k.clinic_id = $1::uuid and k.account_id = $2::uuid and k.starts_at < ${FROM} and k.starts_at >= ${FROM} - interval '60 days'
          and not k.cancelled and s.status in ('held', 'closed') and (n.id is null or n.state = 'draft')
        order by s.starts_at limit 50) w`;

/** One day of one clinician, or of the desk. Parameters: clinic, account, day, time zone, whether with the desk's eyes. */
export const TODAY = audited(
  'today',
  5,
  `select json_build_object('day', $3::date, 'sessions', (${SESSIONS}),
      'waitingNotes', case when ${NAMED} then (${WAITING_NOTES}) else '[]' end)::text as body`,
);
