/**
 * The two statements that save a section. Row-level security lets through drafts of one's own in families one is assigned to, and
 * nothing else; a note, member or version that is not there gives no row. Neither can slip in behind a signature:
 * - a new section locks the note against being signed, and waits for whoever is signing it;
 * - a change meets the version that signing counted up (`sign-note.ts`).
 * Parameters: clinic, family, note, section row, section, member, sealed text, account, version that was read.
 */
export const SAVE_PARAMETERS = 9;

/** The first save of a section. Reads nothing back from the row, so the rule for reading is not asked for what was just written. */
export const CREATE_SECTION = `
  insert into draft_section (clinic_id, id, note_id, family_id, section, member_id, text_sealed, updated_by, version)
  select n.clinic_id, $4::uuid, n.id, n.family_id, $5, $6::uuid, $7::bytea, $8::uuid, $9::integer + 1
  from (
    select n.clinic_id, n.id, n.family_id from progress_note n
    where n.clinic_id = $1::uuid and n.id = $3::uuid and n.family_id = $2::uuid and n.state = 'draft'
      and ($6::uuid is null or exists (select from session_member m
        where m.clinic_id = n.clinic_id and m.session_id = n.session_id and m.member_id = $6::uuid))
    for share of n) n
  on conflict do nothing
  returning 1 as version, clock_timestamp() as "savedAt"`;

/** Every further save. */
export const CHANGE_SECTION = `
  update draft_section d
  set text_sealed = $7::bytea, from_moments = false, version = d.version + 1, updated_by = $8::uuid, updated_at = clock_timestamp()
  where d.clinic_id = $1::uuid and d.id = $4::uuid and d.note_id = $3::uuid and d.family_id = $2::uuid and d.section = $5
    and d.member_id is not distinct from $6::uuid and d.version = $9::integer
  returning d.version, d.updated_at as "savedAt"`;
