import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@kinfold/shared/api';
import type { DemoPerson } from './demo';

/** Addresses and sign-ins of the demo clinic, for people and for tests. Mode 0600. */
export interface DemoFile {
  readonly dashboard: { readonly url: string };
  readonly portal: { readonly url: string };
  readonly people: readonly DemoPerson[];
}

const file = (home: string) => join(home, 'demo.json');

/** Undefined when there is none, or none that can be read. */
export function readDemoFile(home: string): DemoFile | undefined {
  try {
    return JSON.parse(readFileSync(file(home), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes the file whole or not at all; addresses follow the configuration of this start. */
export function writeDemoFile(config: Config, people: readonly DemoPerson[]): DemoFile {
  const content: DemoFile = { dashboard: { url: config.staff.origin }, portal: { url: config.portal.origin }, people };
  const unfinished = `${file(config.home)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file(config.home));
  return content;
}

/** The sign-ins as a table, one person a line. */
export function signInLines(people: readonly DemoPerson[]): string[] {
  const rows = people.map((person) => [person.role, person.name, person.email, person.password, person.family ?? '']);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  );
}
