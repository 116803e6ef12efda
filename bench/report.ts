import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, short } from './figures';
import type { Goal, Operation } from './operations';
import type { Measured } from './rounds';
import type { StartTimes } from './starting';

export interface Report {
  readonly at: string;
  readonly machine: {
    readonly processors: number;
    readonly memoryGb: number;
    readonly loadBefore: number;
    readonly loadAfter: number;
  };
  readonly data: {
    readonly families: number;
    readonly rows: number;
    readonly loadSeconds: number;
    readonly rowsPerSecond: number;
  };
  readonly measured: readonly Measured[];
  /** Megabytes after and at the most. */
  readonly memory: {
    readonly api: { readonly now: number; readonly most: number };
    readonly limit: { readonly now: number; readonly most: number };
  };
  /** Seconds from the start of the process to its first answer on an existing database; the middle of several. */
  readonly firstAnswer: number;
  readonly starts: StartTimes | null;
}

/** A share, what must be reached and what is aimed at. */
export interface Verdict {
  readonly operation: string;
  readonly share: number;
  readonly goal: Goal;
}

/** The shares at the largest number of connections, with their goals. */
export function verdicts({ measured }: Report, operations: readonly Operation[]): Verdict[] {
  const most = Math.max(...measured.map(({ connections }) => connections));
  const at = (name: string): Measured | undefined =>
    measured.find(({ operation, connections }) => operation === name && connections === most);
  return operations.flatMap(({ name, goal }) => {
    const one = at(name);
    if (!one) return [];
    if (goal.of === 'limit') return [{ operation: name, share: median(one.shares), goal }];
    const base = at(goal.of);
    return base ? [{ operation: name, share: median(one.perSecond) / median(base.perSecond), goal }] : [];
  });
}

/** The report as lines for a terminal. */
export function lines(report: Report, found: readonly Verdict[]): string[] {
  const { data, machine, memory, firstAnswer, starts, measured } = report;
  return [
    '',
    `${data.families} families, ${data.rows} rows, loaded in ${short(data.loadSeconds)} s (${Math.round(data.rowsPerSecond)} rows/s).`,
    `${machine.processors} processors, load ${short(machine.loadBefore)} before and ${short(machine.loadAfter)} after. On a shared machine trust the shares, not the numbers.`,
    '',
    table([
      ['operation', 'conn.', 'side', 'req/s', 'p50 ms', 'p97.5', 'p99', 'cpu ms', 'db cpu ms', 'share'],
      ...measured.flatMap(rowsOf),
    ]),
    '',
    table([['share of the limit', 'reached', 'must', 'aim', ''], ...found.map(verdictRow)]),
    '',
    `Memory of the API under load: ${short(memory.api.most)} MB at the most, ${short(memory.api.now)} MB after (230 at the most). The limit: ${short(memory.limit.most)} MB.`,
    `First answer on an existing database: ${short(firstAnswer)} s after the start of the process (1.3 at the most).`,
    ...(starts
      ? [
          `kinfold start: ${short(starts.first)} s the first time (6 at the most), ${short(starts.warm)} s again (1.5 at the most).`,
        ]
      : []),
  ];
}

/** Writes everything that was measured. @returns the file */
export function writeReport(folder: string, report: Report, found: readonly Verdict[]): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.at.replace(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ ...report, verdicts: found }, null, 2)}\n`);
  return file;
}

function rowsOf({ operation, connections, sides, shares }: Measured): string[][] {
  return Object.entries(sides).map(([side, { perSecond, p50, p97_5, p99, cpu, databaseCpu }]) => [
    operation,
    String(connections),
    side,
    short(perSecond),
    short(p50),
    short(p97_5),
    short(p99),
    short(cpu),
    short(databaseCpu),
    side === 'api' && Number.isFinite(median(shares)) ? short(median(shares)) : '',
  ]);
}

function verdictRow({ operation, share, goal }: Verdict): string[] {
  const said = share >= goal.aim ? 'aim reached' : share >= goal.must ? 'enough' : 'NOT ENOUGH';
  return [
    goal.of === 'limit' ? operation : `${operation} (times its own 200)`,
    short(share),
    short(goal.must),
    short(goal.aim),
    said,
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
