import { copingAndSelfCareCheck } from './coping-and-self-care-check';
import type { InstrumentDefinition } from './instrument';

/** Every edition that was ever published, so that an old response can still be read and scored. */
export const INSTRUMENTS: readonly InstrumentDefinition[] = [copingAndSelfCareCheck];

/**
 * The definition that a response pins.
 * Takes an instrument id and the edition of its wording; gives `null` when the catalogue does not hold that edition.
 */
export function findInstrument(id: string, version: string): InstrumentDefinition | null {
  return INSTRUMENTS.find((instrument) => instrument.id === id && instrument.version === version) ?? null;
}
