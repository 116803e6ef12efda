import { audited, statement } from '@kinfold/shared/api';

/** The summaries of which the reader may read at least one line, newest first. Parameters: clinic. */
export const MY_SUMMARIES = audited(
  'my-summaries',
  1,
  `select json_build_object('items', coalesce(json_agg(json_build_object('id', s.id, 'day', s.about_day, 'fromName', a.display_name)
       order by s.about_day desc, s.id), '[]'))::text as body
   from summary s join account a on a.clinic_id = s.clinic_id and a.id = s.released_by
   where s.clinic_id = $1::uuid and s.id = any (array(select ctx.my_summaries()))`,
);

/** One of them. Parameters: clinic, summary. */
export const MY_SUMMARY = statement(
  'my-summary',
  `select s.id, s.about_day::text as day, s.family_id as "familyId", a.display_name as "fromName", c.language
   from summary s join account a on a.clinic_id = s.clinic_id and a.id = s.released_by join clinic c on c.id = s.clinic_id
   where s.clinic_id = $1 and s.id = $2 and s.id = any (array(select ctx.my_summaries()))`,
);

/** The lines the reader may read, in the order in which they were written, each with the reader's newest answer. Parameters: clinic, summary. */
export const MY_LINES = statement(
  'my-summary-lines',
  `select l.id, l.kind, l.about_member_id as "aboutMemberId", l.text_sealed as sealed,
     mine.id as "replyId", mine.member_id as "replyMemberId", mine.answer, mine.words_sealed as "replySealed"
   from summary_line l
     left join lateral (
       select a.id, a.member_id, a.answer, a.words_sealed from summary_answer a
       where a.clinic_id = l.clinic_id and a.line_id = l.id and a.member_id = any ((select ctx.my_members())::uuid[])
       order by a.answered_at desc, a.id limit 1) mine on true
   where l.clinic_id = $1 and l.summary_id = $2 and l.id = any (array(select ctx.my_summary_lines()))
   order by l.position`,
);

/**
 * Writes down what a consent opened after the release, at the moment it is read (CN-09). What was written down already, at the release or
 * by a reading at the same moment, is not written again. Parameters: clinic, summary, family, version of the notice.
 */
export const ACCOUNT_FOR_READING = statement(
  'account-for-reading',
  `insert into disclosure (clinic_id, family_id, summary_id, subject_member_id, recipient_member_id, consent_id, information, purpose, notice_version, disclosed_by)
   select $1, $3, $2, d.subject_member_id, d.recipient_member_id, d.consent_id, 'family-summary', d.purpose, $4, s.released_by
   from ctx.due_disclosures($2) d join summary s on s.clinic_id = $1 and s.id = $2
   on conflict do nothing`,
);

/** A line the reader may read, and as which member. Parameters: clinic, summary, line. */
export const MY_LINE = statement(
  'my-summary-line',
  `select l.family_id as "familyId", m.id as "memberId"
   from summary_line l join member m on m.clinic_id = l.clinic_id and m.family_id = l.family_id and m.id = any ((select ctx.my_members())::uuid[])
   where l.clinic_id = $1 and l.summary_id = $2 and l.id = $3 and l.id = any (array(select ctx.my_summary_lines()))`,
);
