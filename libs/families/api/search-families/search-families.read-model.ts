import { audited } from '@kinfold/shared/api';

/**
 * Families with a name, nickname or initials that begin with the first word that was typed, narrowed by the further words. `^@` is
 * leakproof: row-level security does not keep it from the index. Parameters: clinic, first word, further words, how many.
 */
export const SEARCH_FAMILIES = audited(
  'search-families',
  4,
  `select coalesce(json_agg(json_build_object('familyId', h.id, 'code', h.code, 'name', h.display_name, 'status', h.status, 'hit', h.hit)
            order by h.whole desc, h.hit, h.display_name, h.id), '[]')::text as body
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
