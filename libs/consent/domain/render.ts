import { CONSENT_TEXTS, type ConsentText } from './texts';
import type { ConsentLanguage, Purpose, SignerRelationship } from './vocabulary';

/** Everything a written consent says besides its wording (42 CFR 2.31(a)). */
export interface ConsentElements {
  readonly clinicName: string;
  readonly giverName: string;
  /** One or more, in the order in which they are named. */
  readonly recipientNames: readonly string[];
  readonly purpose: Purpose;
  /** `YYYY-MM-DD` */
  readonly expiresOn: string;
  /** Null while it is not signed yet: lines to sign on take its place. */
  readonly signature: ConsentSignature | null;
}

export interface ConsentSignature {
  readonly signedBy: string;
  readonly alsoSignedBy: { readonly name: string; readonly relationship: SignerRelationship } | null;
  readonly witnessName: string;
  /** `YYYY-MM-DD` */
  readonly signedOn: string;
}

const LINE = '____________________';

/**
 * The exact text of a consent, paragraph by paragraph. The hash of a signed consent is taken over what this gives.
 * @param version a version of `CONSENT_TEXTS`
 * @throws RangeError when the version is not known or an element is missing: such a text must never be signed
 */
export function renderConsent(version: string, language: ConsentLanguage, elements: ConsentElements): string {
  const text = Object.hasOwn(CONSENT_TEXTS, version) ? CONSENT_TEXTS[version]?.[language] : undefined;
  if (!text) throw new RangeError('This version of the consent is not known');
  requireElements(elements);
  const { clinicName, giverName, recipientNames, purpose, expiresOn, signature } = elements;
  return [
    text.title,
    fill(text.giver, { giver: giverName }),
    fill(text.discloser, { clinic: clinicName }),
    text.information,
    fill(text.recipients, { recipients: listed(recipientNames, text.and) }),
    fill(text.purpose, { purpose: text.purposes[purpose] }),
    text.revoking,
    text.refusing,
    fill(text.expiry, { expires: dateWords(expiresOn, text) }),
    text.redisclosure,
    signatureWords(signature, text),
  ].join('\n\n');
}

function requireElements({ clinicName, giverName, recipientNames, expiresOn, signature }: ConsentElements): void {
  const words = [clinicName, giverName, expiresOn, ...recipientNames];
  if (signature) words.push(signature.signedBy, signature.witnessName, signature.signedOn);
  if (recipientNames.length === 0 || words.some((word) => word.trim() === '')) {
    throw new RangeError('A consent must name who gives it, who may read, and until when');
  }
}

function signatureWords(signature: ConsentSignature | null, text: ConsentText): string {
  const also = signature?.alsoSignedBy;
  return [
    fill(text.signature, { signer: signature?.signedBy ?? LINE }),
    ...(also
      ? [fill(text.secondSignature, { name: also.name, relationship: text.relationships[also.relationship] })]
      : []),
    fill(text.witness, { witness: signature?.witnessName ?? LINE }),
    fill(text.date, { date: signature ? dateWords(signature.signedOn, text) : LINE }),
    text.copy,
  ].join('\n');
}

/** Puts elements into a wording in one pass: braces in a name are a name's braces. */
function fill(wording: string, elements: Readonly<Record<string, string>>): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => elements[name] ?? '');
}

function listed(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
}

/** Own month names: a hash must not depend on which calendar data a platform carries. */
function dateWords(day: string, text: ConsentText): string {
  return fill(text.dateForm, {
    day: String(Number(day.slice(8))),
    month: text.months[Number(day.slice(5, 7)) - 1] ?? '',
    year: day.slice(0, 4),
  });
}
