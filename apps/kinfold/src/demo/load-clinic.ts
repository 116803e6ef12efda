import { readKeyFile } from '@kinfold/shared/api';
import { type ClinicPart, clinicParts, type ClinicWishes, TABLES } from '@kinfold/demo';
import { Client } from 'pg';
import { copyRows } from './copy-rows';
import { copyText, type CopyText } from './copy-text';
import { Sealer } from './sealer';
import { credentialRows, type SignIn, withPassword } from './sign-ins';

export interface LoadRequest {
  /** Signs in past row-level security and owns nothing that it could forget. */
  readonly migratorUrl: string;
  readonly keyFile: string;
  readonly wishes: Omit<ClinicWishes, 'domain'>;
  /** Told after every piece: rows so far. */
  readonly progress?: (rows: number) => void;
}

export interface LoadedClinic {
  readonly clinicId: string;
  readonly people: readonly SignIn[];
  readonly rows: number;
}

type Filled = readonly (readonly [table: string, text: CopyText, rows: number])[];

/**
 * Writes an invented clinic into a migrated database: by COPY, table after table as foreign keys ask, in one transaction. While
 * PostgreSQL takes in one piece, the next is made.
 */
export async function loadClinic({ migratorUrl, keyFile, wishes, progress }: LoadRequest): Promise<LoadedClinic> {
  const key = readKeyFile(keyFile);
  const client = new Client({ connectionString: migratorUrl, application_name: 'kinfold demo' });
  await client.connect();
  try {
    const domain = await freeDomain(client);
    await client.query('begin');
    const people: SignIn[] = [];
    let clinicId = '';
    let sealer: Sealer | undefined;
    let rows = 0;
    let copying: Promise<void> = Promise.resolve();
    for (const part of clinicParts({ ...wishes, domain })) {
      clinicId ||= part.rows.clinic[0]?.id ?? '';
      sealer ??= new Sealer(clinicId, key);
      people.push(...part.people.map(withPassword));
      const filled = textsOf(part, sealer);
      await copying;
      copying = copyAll(client, filled);
      // Looked at again below; a failure in between must not end the process.
      copying.catch(() => undefined);
      rows += filled.reduce((sum, [, , count]) => sum + count, 0);
      progress?.(rows);
    }
    await copying;
    if (!sealer) throw new RangeError('The clinic is empty');
    const credentials = await credentialRows(clinicId, people, key, sealer);
    await copyAll(client, [['credential', copyText('credential', credentials, sealer), credentials.length], ...keysOf(sealer)]);
    await client.query('commit');
    await client.query(`analyze ${['data_key', 'credential', ...TABLES].join(', ')}`);
    return { clinicId, people, rows: rows + credentials.length };
  } finally {
    await client.end();
  }
}

function textsOf(part: ClinicPart, sealer: Sealer): Filled {
  const filled = TABLES.flatMap((table): Filled => {
    const rows = part.rows[table];
    return rows.length === 0 ? [] : [[table, copyText(table, rows, sealer), rows.length]];
  });
  // The clinic itself comes first: every other row points to it.
  return part.rows.clinic.length > 0 ? [...filled, ...keysOf(sealer)] : [...keysOf(sealer), ...filled];
}

function keysOf(sealer: Sealer): Filled {
  const keys = sealer.takeNewKeys();
  return keys.length === 0 ? [] : [['data_key', copyText('data_key', keys, sealer), keys.length]];
}

async function copyAll(client: Client, filled: Filled): Promise<void> {
  for (const [table, text] of filled) await copyRows(client, table, text);
}

/** Clinics of one database have addresses of their own, so that each address signs in to one clinic. */
async function freeDomain(client: Client): Promise<string> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from clinic');
  const count = rows[0]?.count ?? 0;
  return count === 0 ? 'demo.kinfold.example' : `demo${count + 1}.kinfold.example`;
}
