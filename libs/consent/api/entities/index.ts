import { Consent } from './consent.entity';
import { ConsentRecipient } from './consent-recipient.entity';
import { ConsentRevocation } from './consent-revocation.entity';
import { Disclosure } from './disclosure.entity';

export { Consent, ConsentRecipient, ConsentRevocation, Disclosure };

/** The tables of this slice. */
export const CONSENT_ENTITIES = [Consent, ConsentRecipient, ConsentRevocation, Disclosure];
