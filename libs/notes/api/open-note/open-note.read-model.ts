import type { NoteFormatId, NoteState } from '@kinfold/notes/domain';
import type { SessionClass } from '@kinfold/sessions/domain';
import { audited } from '@kinfold/shared/api';

/** What one row of the read gives. Nothing is given for a note that is not there or whose family is not open to the actor. */
export interface OpenNoteRow {
  /** Everything but texts, as JSON text. */
  readonly body: string;
  readonly familyId: string;
  readonly sessionId: string;
  readonly format: NoteFormatId;
  readonly state: NoteState;
  readonly class: SessionClass;
  readonly authorId: string;
  readonly signedBy: string | null;
  readonly signedAt: Date | null;
  readonly lateEntry: boolean;
  readonly contentHash: Buffer | null;
  readonly own: boolean;
  readonly part: string | null;
  /** Texts, sealed; null for someone else's draft. */
  readonly sections: readonly SealedSection[] | null;
  readonly addenda: readonly SealedAddendum[] | null;
}

/** A sealed text with what it takes to open it. */
export interface SealedText {
  readonly id: string;
  readonly memberId: string | null;
  /** Base64. */
  readonly sealed: string;
  readonly compartment: string;
  /** Base64; null when the compartment has no key, which would be a lost text. */
  readonly wrapped: string | null;
}

export interface SealedSection extends SealedText {
  readonly section: string;
  readonly fromMoments: boolean;
  readonly version: number;
}

export interface SealedAddendum extends SealedText {
  readonly writtenByName: string;
  readonly writtenAt: string;
}

/** Rows of a table of sealed texts of this note, each with the key of its compartment, still wrapped. */
const texts = (table: string, more: string, order: string): string => `
  select coalesce(json_agg(json_build_object('id', x.id, 'memberId', x.member_id, 'sealed', encode(x.text_sealed, 'base64'),
      'compartment', x.compartment, 'wrapped', encode(k.wrapped, 'base64'), ${more}) order by ${order}), '[]')
  from (select t.*, case when t.member_id is null then 'family:' || t.family_id else 'member:' || t.member_id end as compartment
        from ${table} t where t.clinic_id = n.clinic_id and t.note_id = n.id) x
    left join data_key k on k.clinic_id = x.clinic_id and k.compartment = x.compartment`;

const DRAFT = texts(
  'draft_section',
  `'section', x.section, 'fromMoments', x.from_moments, 'version', x.version`,
  'x.section, x.member_id',
);
const SIGNED = texts('signed_section', `'section', x.section, 'fromMoments', false, 'version', 1`, 'x.position');
const ADDENDA = texts(
  'addendum',
  `'writtenByName', (select w.display_name from account w where w.clinic_id = x.clinic_id and w.id = x.written_by), 'writtenAt', x.written_at`,
  'x.written_at, x.id',
);

const MEMBERS = `
  select coalesce(json_agg(json_build_object('id', o.id, 'givenName', o.given_name, 'familyName', o.family_name, 'place', o.place,
      'attendance', (select a.status from attendance a
         where a.clinic_id = k.clinic_id and a.session_id = k.session_id and a.member_id = k.member_id
         order by a.recorded_at desc, a.id desc limit 1)) order by o.place), '[]')
  from session_member k
    join (select m.id, p.given_name, p.family_name,
                 row_number() over (order by m.created_at, m.id) - 1 as place
          from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
          where m.clinic_id = n.clinic_id and m.family_id = n.family_id) o on o.id = k.member_id
  where k.clinic_id = n.clinic_id and k.session_id = n.session_id`;

const SESSION = `json_build_object('id', s.id, 'kind', s.kind, 'modality', s.modality, 'status', s.status, 'startsAt', s.starts_at,
  'endsAt', s.ends_at, 'startedAt', s.started_at, 'stoppedAt', s.stopped_at)`;

/** Opens a note: of a draft one's own texts, of a signed note the signed ones with addenda. Parameters: clinic, note, account. */
export const OPEN_NOTE = audited(
  'open-note',
  3,
  `select n.family_id as "familyId", n.session_id as "sessionId", n.format, n.state, s.class, n.created_by as "authorId", n.signed_by as "signedBy",
          n.signed_at as "signedAt", n.late_entry as "lateEntry", n.content_hash as "contentHash", t.own, t.part,
          json_build_object('id', n.id, 'familyId', n.family_id, 'familyName', f.display_name, 'format', n.format, 'state', n.state,
            'authorName', author.display_name, 'mine', t.own, 'signedByName', signer.display_name, 'signedAt', n.signed_at,
            'lateEntry', n.late_entry, 'session', ${SESSION}, 'members', (${MEMBERS}))::text as body,
          case when n.state = 'signed' then (${SIGNED}) when t.own then (${DRAFT}) end as sections,
          case when n.state = 'signed' then (${ADDENDA}) end as addenda
   from progress_note n
     join session s on s.clinic_id = n.clinic_id and s.id = n.session_id
     join family f on f.clinic_id = n.clinic_id and f.id = n.family_id
     join account author on author.clinic_id = n.clinic_id and author.id = n.created_by
     left join account signer on signer.clinic_id = n.clinic_id and signer.id = n.signed_by,
     lateral (select
        exists (select from note_author a where a.clinic_id = n.clinic_id and a.note_id = n.id and a.account_id = $3::uuid) as own,
        (select a.part from assignment a where a.clinic_id = n.clinic_id and a.family_id = n.family_id and a.account_id = $3::uuid
           and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at) order by a.part desc limit 1) as part) t
   where n.clinic_id = $1::uuid and n.id = $2::uuid`,
);
