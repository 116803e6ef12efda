import { audited } from '@kinfold/shared/api';

/**
 * The consents of a family with where each stands on the clinic's day, newest first, and the members they speak of.
 * Parameters: clinic, family, account.
 */
export const LIST_CONSENTS = audited(
  'list-consents',
  3,
  `select t.part, t.clinical, json_build_object(
      'clinicName', k.name, 'clinicLanguage', k.language,
      'members', (
        select coalesce(json_agg(json_build_object('id', m.id, 'name', p.given_name || ' ' || p.family_name, 'birthDate', p.birth_date,
            'left', m.left_on is not null, 'place', m.place) order by m.left_on nulls first, m.place), '[]')
        from (select *, row_number() over (order by created_at, id) - 1 as place from member
              where clinic_id = $1::uuid and family_id = $2::uuid) m
          join person p on p.clinic_id = m.clinic_id and p.id = m.person_id),
      'items', (
        select coalesce(json_agg(json_build_object('id', c.id, 'giverMemberId', c.giver_member_id,
            'recipientMemberIds', (select json_agg(r.recipient_member_id order by r.recipient_member_id) from consent_recipient r
               where r.clinic_id = c.clinic_id and r.consent_id = c.id),
            'information', c.information, 'purpose', c.purpose, 'language', c.language, 'signedHow', c.signed_how, 'signedBy', c.signed_by,
            'signedOn', c.signed_on, 'expiresOn', c.expires_on, 'witnessName', w.display_name,
            'state', case when x.id is not null then 'revoked' when ctx.today() < c.expires_on then 'live' else 'expired' end,
            'revokedAt', x.revoked_at) order by c.signed_on desc, c.created_at desc, c.id), '[]')
        from consent c
          join account w on w.clinic_id = c.clinic_id and w.id = c.witnessed_by
          left join consent_revocation x on x.clinic_id = c.clinic_id and x.consent_id = c.id
        where c.clinic_id = $1::uuid and c.family_id = $2::uuid))::text as body
   from clinic k,
     lateral (select
        (select a.part from assignment a where a.clinic_id = $1::uuid and a.family_id = $2::uuid and a.account_id = $3::uuid
           and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) order by a.part desc limit 1) as part,
        $2::uuid = any ((select ctx.clinical_families())::uuid[]) as clinical) t
   where k.id = $1::uuid and t.clinical`,
);
