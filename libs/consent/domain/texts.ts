import { english } from './texts.en';
import { spanish } from './texts.es';
import type { ConsentLanguage, Purpose, SignerRelationship } from './vocabulary';

/** The wording of a consent in one language, as data. `{name}` stands for an element; `render.ts` fills them in. */
export interface ConsentText {
  readonly title: string;
  readonly giver: string;
  readonly discloser: string;
  readonly information: string;
  readonly recipients: string;
  readonly purpose: string;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly revoking: string;
  readonly refusing: string;
  readonly expiry: string;
  readonly redisclosure: string;
  readonly signature: string;
  readonly secondSignature: string;
  readonly relationships: Readonly<Record<SignerRelationship, string>>;
  readonly witness: string;
  readonly date: string;
  readonly copy: string;
  readonly months: readonly string[];
  /** `{day}`, `{month}`, `{year}` */
  readonly dateForm: string;
  readonly and: string;
}

/**
 * The version that is signed now. A changed wording is a new version, and the old one stays here: what was signed must still be
 * explainable (CN-07).
 */
export const CONSENT_TEXT_VERSION = '2026-1';

/** Every wording that was ever signed, by version and language. */
export const CONSENT_TEXTS: Readonly<Record<string, Readonly<Record<ConsentLanguage, ConsentText>>>> = {
  [CONSENT_TEXT_VERSION]: { en: english, es: spanish },
};
