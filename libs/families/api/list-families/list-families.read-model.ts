import { audited } from '@kinfold/shared/api';

/**
 * One page of families in the order of their names. Parameters: clinic, name and id after which the page begins (or nulls), how many.
 */
export const LIST_FAMILIES = audited(
  'list-families',
  4,
  `select json_build_object(
      'items', coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'displayName', f.display_name, 'status', f.status,
          'members', f.members, 'nextSessionAt', f.next_at) order by f.display_name, f.id), '[]'),
      'total', (select count(*) from family where clinic_id = $1::uuid))::text as body
   from (
     select f.id, f.code, f.display_name, f.status,
        (select coalesce(json_agg(json_build_object('id', m.id, 'place', m.place, 'givenName', p.given_name, 'familyName', p.family_name)
             order by m.place), '[]')
         from (select *, row_number() over (order by created_at, id) - 1 as place from member
               where clinic_id = f.clinic_id and family_id = f.id) m
           join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
         where m.left_on is null and m.died_on is null) as members,
        (select min(s.starts_at) from session s
         where s.clinic_id = f.clinic_id and s.family_id = f.id and s.status = 'planned' and s.starts_at > now()) as next_at
     from family f
     where f.clinic_id = $1::uuid and ($2::text is null or (f.display_name, f.id) > ($2, $3::uuid))
     order by f.display_name, f.id limit $4
   ) f`,
);
