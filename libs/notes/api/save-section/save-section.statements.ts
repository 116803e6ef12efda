/**
 * The note that a section is written into: a draft of one of its authors, whose assignment the policy accepts. The lock keeps it from
 * being signed until the section is there, and finds out when it was signed a moment ago; under row-level security it is granted only
 * on one's own drafts. Parameters: clinic, family, note, section row, section, member, sealed text, account, parts of assignments.
 */
const NOTE = `
  select n.clinic_id, n.id, n.family_id from progress_note n
  where n.clinic_id = $1::uuid and n.family_id = $2::uuid and n.id = $3::uuid and n.state = 'draft'
    and exists (select from assignment a
      where a.clinic_id = n.clinic_id and a.family_id = n.family_id and a.account_id = $8::uuid and a.part = any($9::text[])
        and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at))
    and ($6::uuid is null or exists (select from session_member m
      where m.clinic_id = n.clinic_id and m.session_id = n.session_id and m.member_id = $6::uuid))
  for share of n`;

export const SAVE_PARAMETERS = 10;

/** The first save of a section. Gives no row when the section is there already. The last parameter is the version 0. */
export const CREATE_SECTION = `
  insert into draft_section (clinic_id, id, note_id, family_id, section, member_id, text_sealed, updated_by, version)
  select n.clinic_id, $4::uuid, n.id, n.family_id, $5, $6::uuid, $7::bytea, $8::uuid, $10::integer + 1 from (${NOTE}) n
  on conflict do nothing
  returning version, updated_at as "savedAt"`;

/** Every further save. Gives no row when the section has another version. The last parameter is the version that was read. */
export const CHANGE_SECTION = `
  update draft_section d
  set text_sealed = $7::bytea, from_moments = false, version = d.version + 1, updated_by = $8::uuid, updated_at = clock_timestamp()
  from (${NOTE}) n
  where d.clinic_id = n.clinic_id and d.note_id = n.id and d.id = $4::uuid and d.section = $5
    and d.member_id is not distinct from $6::uuid and d.version = $10::integer
  returning d.version, d.updated_at as "savedAt"`;
