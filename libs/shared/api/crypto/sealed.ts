import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const SCHEME = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + NONCE + TAG;
/** Texts are padded to blocks, so that the length of a ciphertext tells little about the length of what was said. */
const BLOCK = 256;

/** Where a text lives. It is bound into the ciphertext: a text moved to another row, family or column does not open (CR-02). */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly clinicId: string;
  readonly familyId: string;
  readonly rowId: string;
}

/**
 * Seals a text with AES-256-GCM: scheme, nonce, tag, ciphertext.
 * @param key 32 bytes; as a key object it costs a third of the time that raw bytes cost
 */
export function seal(key: Uint8Array | KeyObject, place: Place, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(aad(place));
  const body = Buffer.concat([cipher.update(pad(text)), cipher.final()]);
  return Buffer.concat([Buffer.of(SCHEME), nonce, cipher.getAuthTag(), body]);
}

/**
 * Opens a sealed text.
 * @throws Error when the bytes were changed, moved, or sealed with another key
 */
export function open(key: Uint8Array | KeyObject, place: Place, sealed: Uint8Array): string {
  if (sealed.length < HEADER || sealed[0] !== SCHEME) throw new Error('This is not a sealed text of a known scheme');
  // Without a pinned tag length Node accepts tags of four bytes, which can be guessed.
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(aad(place));
  decipher.setAuthTag(sealed.subarray(1 + NONCE, HEADER));
  const padded = Buffer.concat([decipher.update(sealed.subarray(HEADER)), decipher.final()]);
  return padded.subarray(4, 4 + padded.readUInt32BE(0)).toString('utf8');
}

function aad({ table, column, clinicId, familyId, rowId }: Place): Buffer {
  return Buffer.from(`v${SCHEME}│${table}│${column}│${clinicId}│${familyId}│${rowId}`, 'utf8');
}

function pad(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil((bytes.length + 4) / BLOCK) * BLOCK);
  padded.writeUInt32BE(bytes.length, 0);
  bytes.copy(padded, 4);
  return padded;
}
