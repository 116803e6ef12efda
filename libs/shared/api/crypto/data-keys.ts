import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { InstallationKey } from './key-file';
import type { Transaction } from '../database/unit-of-work';
import { statement } from '../database/statement';
import { INSTALLATION_KEY } from '../tokens';
import { unwrapKey, wrapKey } from './wrapped-key';

const FIND = statement(
  'find-data-keys',
  'select compartment, wrapped from data_key where clinic_id = $1 and compartment = any($2)',
);
const CREATE = statement(
  'create-data-key',
  'insert into data_key (clinic_id, id, compartment, wrapped) values ($1, $2, $3, $4) on conflict (clinic_id, compartment) do nothing',
);

/** How long an unwrapped key stays in memory, and how many at the most. */
const KEEP_MS = 5 * 60_000;
const KEEP_COUNT = 5_000;

interface Kept {
  readonly key: KeyObject;
  readonly until: number;
}

/** Data keys of compartments: made at their first use, unwrapped once, kept in memory for five minutes, bounded. */
@Injectable()
export class DataKeys {
  readonly #kept = new Map<string, Kept>();

  constructor(@Inject(INSTALLATION_KEY) private readonly installation: InstallationKey) {}

  /** The keys that are in memory; undefined when one of them is not. Saves the round trip of `forReading`. */
  kept(clinicId: string, compartments: readonly string[]): Map<string, KeyObject> | undefined {
    const found = new Map<string, KeyObject>();
    for (const name of compartments) {
      const kept = this.#kept.get(`${clinicId} ${name}`);
      if (!kept || kept.until < Date.now()) return undefined;
      found.set(name, kept.key);
    }
    return found;
  }

  /**
   * The key of a compartment that a read brought along, from memory when it is there.
   * @param wrapped base64, or null when the compartment has none
   * @throws Error when there is no key: the text is lost, which is a defect and no refusal
   */
  brought(clinicId: string, name: string, wrapped: string | null): KeyObject {
    const key =
      this.kept(clinicId, [name])?.get(name) ??
      (wrapped === null ? undefined : this.unwrap(clinicId, name, Buffer.from(wrapped, 'base64')));
    if (!key) throw new Error('The key of this compartment is gone');
    return key;
  }

  /** Unwraps a key that a read brought along. */
  private unwrap(clinicId: string, name: string, wrapped: Uint8Array): KeyObject {
    const key = createSecretKey(unwrapKey(this.installation.wrapping, clinicId, name, wrapped));
    this.keep(clinicId, name, key);
    return key;
  }

  /** The keys of some compartments, without making any. A compartment without a key is absent from the answer. */
  async forReading(tx: Transaction, compartments: readonly string[]): Promise<Map<string, KeyObject>> {
    const { clinicId } = tx.context;
    const wanted = [...new Set(compartments)];
    const inMemory = this.kept(clinicId, wanted);
    if (inMemory) return inMemory;
    const rows = await tx.rows<{ compartment: string; wrapped: Buffer }>(FIND, [clinicId, wanted]);
    return new Map(rows.map((row) => [row.compartment, this.unwrap(clinicId, row.compartment, row.wrapped)]));
  }

  /** The key of one compartment, made now when it does not exist. Two that make it at the same time end with the same key. */
  async forWriting(tx: Transaction, name: string): Promise<KeyObject> {
    const { clinicId } = tx.context;
    const known = (await this.forReading(tx, [name])).get(name);
    if (known) return known;
    await tx.change(CREATE, [
      clinicId,
      randomUUID(),
      name,
      wrapKey(this.installation.wrapping, clinicId, name, randomBytes(32)),
    ]);
    // Read back without remembering: if this transaction is rolled back, the key never was.
    const [row] = await tx.rows<{ wrapped: Buffer }>(FIND, [clinicId, [name]]);
    if (!row) throw new Error('A data key that was just made cannot be read');
    return createSecretKey(unwrapKey(this.installation.wrapping, clinicId, name, row.wrapped));
  }

  private keep(clinicId: string, name: string, key: KeyObject): void {
    if (this.#kept.size >= KEEP_COUNT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(`${clinicId} ${name}`, { key, until: Date.now() + KEEP_MS });
  }
}
