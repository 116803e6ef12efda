import { setImmediate as turn } from 'node:timers/promises';
import { appendRows, clinicParts, type ClinicWishes, noRows, type Rows, TABLES } from '@kinfold/demo';
import { readKeyFile } from '@kinfold/shared/api';
import { Client } from 'pg';
import { copyRows } from './copy-rows';
import { copyText, type CopyText } from './copy-text';
import { Sealer } from './sealer';
import { credentialRows, type SignIn, withPassword } from './sign-ins';

export interface LoadRequest {
  /** The migrator reads and writes past row-level security. */
  readonly migratorUrl: string;
  readonly keyFile: string;
  readonly wishes: Omit<ClinicWishes, 'domain'>;
  /** Told now and then: rows so far. */
  readonly progress?: (rows: number) => void;
}

export interface LoadedClinic {
  readonly clinicId: string;
  readonly people: readonly SignIn[];
  readonly rows: number;
}

interface Filled {
  readonly table: string;
  readonly text: CopyText;
}

/**
 * Rows that are written together: enough that a table is worth its round trips, few enough to hold in memory twice. The first batch is
 * small, so that PostgreSQL does not wait for it.
 */
const ROWS_A_BATCH = { first: 8_000, further: 30_000 } as const;

/**
 * Writes an invented clinic into a migrated database: by COPY, table after table as foreign keys ask, in one transaction. While
 * PostgreSQL takes in one batch, the next is made.
 */
export async function loadClinic({ migratorUrl, keyFile, wishes, progress }: LoadRequest): Promise<LoadedClinic> {
  const key = readKeyFile(keyFile);
  const client = new Client({ connectionString: migratorUrl, application_name: 'kinfold demo' });
  await client.connect();
  try {
    const parts = clinicParts({ ...wishes, domain: await freeDomain(client) });
    const begun = parts.next();
    const [clinic] = begun.done ? [] : begun.value.rows.clinic;
    if (begun.done || !clinic) throw new RangeError('A clinic begins with its clinic');
    const sealer = new Sealer(clinic.id, key);
    const people = begun.value.people.map(withPassword);
    const loading = new Loading(client, sealer, progress);
    await client.query('begin');
    // Checks of foreign keys are planned once, on tables that are nearly empty: they would go on reading whole tables as these grow.
    await client.query('set local enable_seqscan = off');
    await loading.add(begun.value.rows);
    for (const part of parts) {
      people.push(...part.people.map(withPassword));
      await loading.add(part.rows);
    }
    await loading.end();
    const credentials = await credentialRows(clinic.id, people, key, sealer);
    await copyAll(client, [
      ...(await newKeys(sealer)),
      { table: 'credential', text: await copyText('credential', credentials, sealer) },
    ]);
    await client.query('commit');
    await client.query(`analyze ${['data_key', 'credential', ...TABLES].join(', ')}`);
    return { clinicId: clinic.id, people, rows: loading.rows + credentials.length };
  } finally {
    await client.end();
  }
}

/** Collects rows into batches and copies each while the next is collected. */
class Loading {
  rows = 0;
  #batch = noRows();
  #size = 0;
  #limit: number = ROWS_A_BATCH.first;
  #batches = 0;
  #copying: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: Client,
    private readonly sealer: Sealer,
    private readonly progress: ((rows: number) => void) | undefined,
  ) {}

  async add(rows: Rows): Promise<void> {
    appendRows(this.#batch, rows);
    this.#size += TABLES.reduce((sum, table) => sum + rows[table].length, 0);
    if (this.#size >= this.#limit) await this.flush();
    // The copy of the batch before goes on in between.
    await turn();
  }

  /** Resolves when everything is written. */
  async end(): Promise<void> {
    await this.flush();
    await this.#copying;
  }

  private async flush(): Promise<void> {
    const [rows, size] = [this.#batch, this.#size];
    [this.#batch, this.#size, this.#limit] = [noRows(), 0, ROWS_A_BATCH.further];
    const filled: Filled[] = [];
    for (const table of TABLES) {
      if (rows[table].length > 0) filled.push({ table, text: await copyText(table, rows[table], this.sealer) });
    }
    // The clinic itself comes first: every other row points to it.
    const [clinic, others] = rows.clinic.length > 0 ? [filled.slice(0, 1), filled.slice(1)] : [[], filled];
    const batch = [...clinic, ...(await newKeys(this.sealer)), ...others];
    await this.#copying;
    this.#copying = this.copy(batch, size);
    // Looked at by the next flush; failing before that must not end the process.
    this.#copying.catch(() => undefined);
  }

  private async copy(batch: readonly Filled[], size: number): Promise<void> {
    await copyAll(this.client, batch);
    // And among indexes they would take one that gives a whole clinic.
    if (++this.#batches === 1) await this.client.query(`analyze ${TABLES.join(', ')}`);
    this.rows += size;
    this.progress?.(this.rows);
  }
}

async function newKeys(sealer: Sealer): Promise<Filled[]> {
  const keys = sealer.takeNewKeys();
  return keys.length === 0 ? [] : [{ table: 'data_key', text: await copyText('data_key', keys, sealer) }];
}

async function copyAll(client: Client, batch: readonly Filled[]): Promise<void> {
  for (const { table, text } of batch) await copyRows(client, table, text);
}

/** Clinics of one database have addresses of their own, so that each address signs in to one clinic. */
async function freeDomain(client: Client): Promise<string> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from clinic');
  const count = rows[0]?.count ?? 0;
  return count === 0 ? 'demo.kinfold.example' : `demo${count + 1}.kinfold.example`;
}
