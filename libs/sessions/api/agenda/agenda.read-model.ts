import { audited } from '@kinfold/shared/api';
import { bookedSessions, listedSession } from '../today/listed-session';

const FROM = '($3::date::timestamp at time zone $5)';
const UNTIL = '(($3::date + $4::integer)::timestamp at time zone $5)';

/** Sessions of some days in order, without those called off. Parameters: clinic, account, first day, how many days, time zone, the desk's eyes. */
export const AGENDA = audited(
  'agenda',
  6,
  `select json_build_object('items', coalesce(json_agg(json_build_object(${listedSession('not $6::boolean')}) order by s.starts_at, s.id), '[]'))::text as body
   from (select * from session
         where clinic_id = $1::uuid and status <> 'cancelled' and id = any (array(${bookedSessions('$2::uuid', '$6::boolean', FROM, UNTIL)}))
         order by starts_at limit 200) s
     join family f on f.clinic_id = s.clinic_id and f.id = s.family_id`,
);
