import { audited } from '@kinfold/shared/api';

/** The newest sessions of a family that were held, each with its summary and how it was answered. Parameters: clinic, family, account. */
export const LIST_SUMMARIES = audited(
  'list-summaries',
  3,
  `select t.part, t.clinical, json_build_object('items', (
      select coalesce(json_agg(json_build_object('sessionId', s.id, 'sessionKind', s.kind, 'startsAt', s.starts_at, 'summaryId', u.id, 'state', u.state,
          'recipients', (select coalesce(json_agg(json_build_object('id', m.id, 'givenName', p.given_name) order by m.joined_on, p.given_name, m.id), '[]')
             from summary_recipient r
               join member m on m.clinic_id = r.clinic_id and m.id = r.member_id
               join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
             where r.clinic_id = u.clinic_id and r.summary_id = u.id),
          'answers', n.answers, 'otherwise', n.otherwise) order by s.starts_at desc, s.id, u.created_at desc), '[]')
      from (select * from session s
            where s.clinic_id = $1::uuid and s.family_id = $2::uuid and s.status in ('held', 'closed') and s.class <> 'safety-restricted'
            order by s.starts_at desc, s.id limit 50) s
        left join summary u on u.clinic_id = s.clinic_id and u.session_id = s.id
        cross join lateral (
          select count(*)::int as answers, count(*) filter (where newest.answer <> 'agree')::int as otherwise
          from (select distinct on (a.line_id, a.member_id) a.answer from summary_answer a
                where a.clinic_id = u.clinic_id and a.summary_id = u.id order by a.line_id, a.member_id, a.answered_at desc, a.id) newest) n))::text as body
   from (select
        (select a.part from assignment a where a.clinic_id = $1::uuid and a.family_id = $2::uuid and a.account_id = $3::uuid
           and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) order by a.part desc limit 1) as part,
        $2::uuid = any ((select ctx.clinical_families())::uuid[]) as clinical) t
   where t.clinical`,
);
