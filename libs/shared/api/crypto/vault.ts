import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work';
import { compartmentOf } from './compartments';
import { DataKeys } from './data-keys';
import { open, seal } from './sealed';

/** A text and the row it belongs to. `memberId` says whose words they are: null is the whole family's. */
export interface Words {
  readonly table: string;
  readonly column: string;
  readonly familyId: string;
  readonly rowId: string;
  readonly memberId: string | null;
}

/** Words with the sealed bytes they were read as. */
export interface SealedWords extends Words {
  readonly sealed: Uint8Array;
}

/** Seals and opens narrative text under the key of its compartment. The one way into and out of every `*_sealed` column. */
@Injectable()
export class Vault {
  constructor(private readonly keys: DataKeys) {}

  async seal(tx: Transaction, words: Words, text: string): Promise<Buffer> {
    const key = await this.keys.forWriting(tx, compartmentOf(words.familyId, words.memberId));
    return seal(key, { ...words, clinicId: tx.context.clinicId }, text);
  }

  /** Opens several texts with one look-up of their keys; the answers are in the order of the question. */
  async open(tx: Transaction, sealed: readonly SealedWords[]): Promise<string[]> {
    const names = sealed.map((words) => compartmentOf(words.familyId, words.memberId));
    const keys = names.length > 0 ? await this.keys.forReading(tx, names) : new Map<string, KeyObject>();
    return sealed.map((words, index) => {
      const key = keys.get(names[index] ?? '');
      if (!key) throw new Error('The key of this compartment is gone');
      return open(key, { ...words, clinicId: tx.context.clinicId }, words.sealed);
    });
  }
}
