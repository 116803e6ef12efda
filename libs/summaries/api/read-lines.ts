import { type SealedWords, statement, type Transaction, type Vault } from '@kinfold/shared/api';
import type { Line, LineKind } from '@kinfold/summaries/domain';

/** A line with its text opened, and its frozen subjects once the summary was released. */
export interface WrittenLine extends Line {
  readonly version: number;
  readonly frozenSubjectIds: readonly string[];
}

interface Row {
  readonly id: string;
  readonly kind: LineKind;
  readonly aboutMemberId: string | null;
  readonly askedAlone: boolean;
  readonly version: number;
  readonly sealed: Buffer;
  readonly frozenSubjectIds: readonly string[];
}

const LINES = statement(
  'read-summary-lines',
  `select l.id, l.kind, l.about_member_id as "aboutMemberId", l.asked_alone as "askedAlone", l.version, l.text_sealed as sealed,
     array(select j.member_id from summary_line_subject j where j.clinic_id = l.clinic_id and j.line_id = l.id) as "frozenSubjectIds"
   from summary_line l
   where l.clinic_id = $1 and l.summary_id = $2 and l.removed_at is null
   order by l.position`,
);

/** The lines of a summary in the order in which they stand. */
export async function readLines(
  tx: Transaction,
  vault: Vault,
  familyId: string,
  summaryId: string,
): Promise<WrittenLine[]> {
  const rows = await tx.rows<Row>(LINES, [tx.context.clinicId, summaryId]);
  const texts = await vault.open(
    tx,
    rows.map((row): SealedWords => sealedLine(familyId, row)),
  );
  return rows.map(({ sealed: _, ...line }, index) => ({ ...line, text: texts[index] ?? '' }));
}

/** Where the text of a line is bound to. */
export function sealedLine(
  familyId: string,
  line: { readonly id: string; readonly aboutMemberId: string | null; readonly sealed: Uint8Array },
): SealedWords {
  const { id: rowId, aboutMemberId: memberId, sealed } = line;
  return { table: 'summary_line', column: 'text_sealed', familyId, rowId, memberId, sealed };
}
