import { setImmediate as turn } from 'node:timers/promises';
import type { Digest, Words } from '@kinfold/demo';
import { digest, type Sealer } from './sealer';

/** What a cell may hold before it is written. */
export type Cell = string | number | boolean | null | Buffer | Words | Digest | readonly (number | null)[];

export interface CopyText {
  readonly columns: readonly string[];
  /** Lines of PostgreSQL's text format. */
  readonly text: string;
}

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const columnNames = new Map<string, string>();

/** Rows after which others get their turn: some two milliseconds, so that the copy that runs at the same time is never kept waiting. */
const ROWS_A_TURN = 250;

/**
 * Rows in the text format of COPY; all rows have the same columns in the same order. Words are sealed for their place, digests computed.
 * @throws RangeError when a row has more or fewer columns than the first
 */
export async function copyText(table: string, rows: readonly object[], sealer: Sealer): Promise<CopyText> {
  const columns = Object.keys(rows[0] ?? {}).map(columnName);
  const lines: string[] = [];
  for (const row of rows) {
    const cells: readonly Cell[] = Object.values(row);
    if (cells.length !== columns.length) throw new RangeError(`A row of ${table} has other columns than the first`);
    lines.push(cells.map((cell, index) => cellText(table, columns[index] ?? '', row, cell, sealer)).join('\t'));
    if (lines.length % ROWS_A_TURN === 0) await turn();
  }
  return { columns, text: `${lines.join('\n')}\n` };
}

function columnName(key: string): string {
  const known = columnNames.get(key) ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(key, known);
  return known;
}

function cellText(table: string, column: string, row: object, cell: Cell, sealer: Sealer): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string')
    return /[\\\n\r\t]/.test(cell) ? cell.replace(/[\\\n\r\t]/g, (mark) => ESCAPED[mark] ?? mark) : cell;
  if (typeof cell !== 'object') return String(cell);
  if (Buffer.isBuffer(cell)) return bytes(cell);
  if ('words' in cell) return bytes(sealer.seal(table, column, placeOf(table, row), cell));
  if ('digestOf' in cell) return bytes(digest(cell.digestOf));
  return JSON.stringify(cell);
}

function placeOf(table: string, row: object): { readonly familyId: string; readonly id: string } {
  if ('familyId' in row && 'id' in row && typeof row.familyId === 'string' && typeof row.id === 'string')
    return { familyId: row.familyId, id: row.id };
  throw new RangeError(`Words of ${table} need a family and an id`);
}

function bytes(buffer: Buffer): string {
  return `\\\\x${buffer.toString('hex')}`;
}
