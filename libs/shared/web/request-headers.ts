/**
 * Options for a write that changes a record someone may have changed meanwhile: `http.patch(url, body, ifMatch(note.version))`.
 * @param version the `version` of the record as it was read, 1 or more
 */
export function ifMatch(version: number): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/**
 * Options for a write that must happen once even if it is sent twice: `http.post(url, body, idempotent(this.key))`.
 * @param key made by `newKey()` when the form was opened, so that a second press sends the same
 */
export function idempotent(key: string): { readonly headers: Readonly<Record<string, string>> } {
  return { headers: { 'Idempotency-Key': key } };
}

/** A key for one intended act. */
export function newKey(): string {
  return crypto.randomUUID();
}
