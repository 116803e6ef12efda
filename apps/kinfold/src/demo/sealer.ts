import { createHash, createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { compartment, compartmentOf, type InstallationKey, seal, wrapKey } from '@kinfold/shared/api';
import type { Words } from '@kinfold/demo';

/** A data key as its table keeps it. */
export interface DataKeyRow {
  readonly clinicId: string;
  readonly id: string;
  readonly compartment: string;
  readonly wrapped: Buffer;
}

/** Seals the texts of one new clinic the way the application does: a data key for every compartment, made at its first use. */
export class Sealer {
  readonly #keys = new Map<string, KeyObject>();
  #fresh: DataKeyRow[] = [];

  constructor(
    private readonly clinicId: string,
    private readonly installation: InstallationKey,
  ) {}

  /** @param row the family and the id of the row that will hold the text */
  seal(
    table: string,
    column: string,
    row: { readonly familyId: string; readonly id: string },
    { words, of }: Words,
  ): Buffer {
    const key = this.keyOf(compartmentOf(row.familyId, of));
    return seal(key, { table, column, clinicId: this.clinicId, familyId: row.familyId, rowId: row.id }, words);
  }

  /** Seals what belongs to no family: the clinic's id stands where the family's would. */
  sealForClinic(table: string, column: string, rowId: string, text: string): Buffer {
    const { clinicId } = this;
    return seal(this.keyOf(compartment.clinic()), { table, column, clinicId, familyId: clinicId, rowId }, text);
  }

  /** The keys that were made since the last call, to be written before anybody reads. */
  takeNewKeys(): readonly DataKeyRow[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  private keyOf(name: string): KeyObject {
    const known = this.#keys.get(name);
    if (known) return known;
    const bytes = randomBytes(32);
    const key = createSecretKey(bytes);
    this.#keys.set(name, key);
    const { clinicId, installation } = this;
    this.#fresh.push({
      clinicId,
      id: randomUUID(),
      compartment: name,
      wrapped: wrapKey(installation.wrapping, clinicId, name, bytes),
    });
    return key;
  }
}

/** SHA-256 of a text in UTF-8. */
export function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
