import { audited } from '@kinfold/shared/api';

/**
 * One page of families in the order of their names. Parameters: clinic, name and id after which the page begins (or nulls), how many,
 * and whether the actor may know names: without, a family is called by its code, and its members are not told.
 */
export const LIST_FAMILIES = audited(
  'list-families',
  5,
  `select json_build_object(
      'items', coalesce(json_agg(json_build_object('id', f.id, 'code', f.code, 'displayName', f.label, 'status', f.status,
          'members', f.members, 'nextSessionAt', f.next_at) order by f.label, f.id), '[]'),
      'total', (select count(*) from family where clinic_id = $1::uuid))::text as body
   from (
     select f.id, f.code, f.label, f.status,
        (select coalesce(json_agg(json_build_object('id', m.id, 'place', m.place, 'givenName', p.given_name, 'familyName', p.family_name)
             order by m.place), '[]')
         from (select *, row_number() over (order by created_at, id) - 1 as place from member
               where clinic_id = f.clinic_id and family_id = f.id) m
           join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
         where $5::boolean and m.left_on is null and m.died_on is null) as members,
        (select min(s.starts_at) from session s
         where s.clinic_id = f.clinic_id and s.family_id = f.id and s.status = 'planned' and s.starts_at > now()) as next_at
     from (select *, case when $5::boolean then display_name else code end as label from family where clinic_id = $1::uuid) f
     where ($2::text is null or (f.label, f.id) > ($2, $3::uuid))
     order by f.label, f.id limit $4
   ) f`,
);
