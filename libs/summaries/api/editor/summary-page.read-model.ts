import { statement } from '@kinfold/shared/api';

/** The members of a family, who left last. `place` is that of the family page: a member's mark is the same on both. Parameters: clinic, family. */
export const MEMBERS = statement(
  'summary-page-members',
  `select m.id, p.given_name as "givenName", p.family_name as "familyName", m.left_on is not null as left,
     (row_number() over (order by m.created_at, m.id) - 1)::int as place
   from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
   where m.clinic_id = $1 and m.family_id = $2
   order by m.left_on nulls first, place`,
);

/** When the family meets next, `null` when nothing is planned. Parameters: clinic, family. */
export const NEXT_SESSION = statement(
  'summary-page-next-session',
  `select min(starts_at) as at from session where clinic_id = $1 and family_id = $2 and status = 'planned' and starts_at > now()`,
);

/** The summary of a session that was not taken back. Parameters: clinic, session. */
export const LIVE_SUMMARY = statement(
  'live-summary',
  `select s.id, s.state, s.version, s.created_by as "createdBy", s.released_at as "releasedAt", a.display_name as "releasedByName",
     array(select r.member_id from summary_recipient r where r.clinic_id = s.clinic_id and r.summary_id = s.id order by r.member_id) as "recipientIds"
   from summary s left join account a on a.clinic_id = s.clinic_id and a.id = s.released_by
   where s.clinic_id = $1 and s.session_id = $2 and s.state <> 'withdrawn'`,
);

/** The newest answer of each reader to each line. Parameters: clinic, summary. */
export const REPLIES = statement(
  'summary-replies',
  `select distinct on (line_id, member_id) id, line_id as "lineId", member_id as "memberId", answer, words_sealed as sealed, answered_at as "answeredAt"
   from summary_answer where clinic_id = $1 and summary_id = $2
   order by line_id, member_id, answered_at desc, id`,
);
