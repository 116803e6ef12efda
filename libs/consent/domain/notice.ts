import type { ConsentLanguage } from './vocabulary';

/** The version of the statement that goes with everything shared under a consent. */
export const NOTICE_VERSION = '2026-1';

/**
 * The statement to whoever reads what was shared under a consent, in our own words (source: 42 CFR 2.32, CN-10). It is the same for
 * everyone and says nothing about anyone. Changed wording is a new version; old ones stay.
 */
export const NOTICES: Readonly<Record<string, Readonly<Record<ConsentLanguage, string>>>> = {
  [NOTICE_VERSION]: {
    en: 'What you read here is shared with you under a written permission. Federal rules (42 CFR part 2) protect it. Please do not pass it on. It may not be used in court or by an authority against the person it is about, unless that person agrees in writing or those rules allow it.',
    es: 'Lo que lee aquí se comparte con usted bajo un permiso por escrito. Las normas federales (42 CFR parte 2) lo protegen. Por favor, no lo pase a otros. No se puede usar en un tribunal ni por una autoridad contra la persona de quien se trata, salvo que esa persona lo acepte por escrito o esas normas lo permitan.',
  },
};
