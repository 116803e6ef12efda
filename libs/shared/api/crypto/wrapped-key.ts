import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * Wraps a data key with the installation's key. Clinic and compartment are bound in: a wrapped key put in another's place does not open.
 * @returns nonce, tag, wrapped key
 */
export function wrapKey(wrapping: Uint8Array, clinicId: string, compartment: string, dataKey: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(`data-key│${clinicId}│${compartment}`, 'utf8'));
  const body = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws Error when it was wrapped by another key, or for another clinic or compartment */
export function unwrapKey(wrapping: Uint8Array, clinicId: string, compartment: string, wrapped: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(`data-key│${clinicId}│${compartment}`, 'utf8'));
  decipher.setAuthTag(wrapped.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(wrapped.subarray(NONCE + TAG)), decipher.final()]);
}
