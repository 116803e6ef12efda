const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Whether a text is a random (version 4) UUID in lower case. Ids are random, never time-ordered: a time-ordered id in the
 * portal would tell when something hidden was written (CR-09).
 */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID_V4.test(text);
}
