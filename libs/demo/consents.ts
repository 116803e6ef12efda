import { CONSENT_TEXT_VERSION, live, renderConsent, requireRecordable, type Purpose } from '@kinfold/consent/domain';
import { addDays, instant } from './calendar';
import type { Random } from './random';
import { personAtHeart, type Household, type Kin, type Scene } from './scene';
import type { Rows } from './tables';

/** A written consent as far as a release asks about it. Days are the clinic's. */
export interface Given {
  readonly id: string;
  readonly giver: Kin;
  readonly recipients: readonly Kin[];
  readonly purpose: Purpose;
  readonly signedOn: string;
  readonly expiresOn: string;
  /** The day it was taken back. */
  readonly revokedOn: string | null;
}

/** The consent that let one member read what is told of another on a day. */
export function consentFor(consents: readonly Given[], giver: Kin, recipient: Kin, day: string): Given | undefined {
  return consents.find(
    (consent) =>
      consent.giver === giver &&
      consent.recipients.includes(recipient) &&
      live({ ...consent, revoked: consent.revokedOn !== null && consent.revokedOn <= day }, day),
  );
}

/**
 * Consents of a family, by its number in the clinic. The first has one consent: the person in recovery names one relative. In the second a
 * consent was taken back, in the third one has run out. Elsewhere some exist and some do not.
 */
export function writeConsents(rows: Rows, scene: Scene, household: Household, random: Random): Given[] {
  const { index, members, startedOn } = household;
  const self = personAtHeart(household);
  const adults = members.filter(({ shape, leftOn }) => shape.age >= 18 && leftOn === null);
  const others = adults.filter((kin) => kin !== self);
  const [first, second] = others;
  if (!first || !adults.includes(self)) return [];
  const soon = addDays(startedOn, 6);
  const write = (
    giver: Kin,
    recipients: readonly Kin[],
    more: { revokedOn?: string; expiresOn?: string } = {},
  ): Given => writeConsent(rows, scene, household, { giver, recipients, signedOn: soon, ...more }, random);
  if (index === 0) return [write(self, [first])];
  if (index === 1) return [write(self, [first], { revokedOn: addDays(scene.today, -23) })];
  if (index === 2)
    return [write(self, others, { expiresOn: addDays(scene.today, -12) }), ...(second ? [write(first, [self])] : [])];
  // In some families everybody permits everybody else, in some only one names one, in some nobody does.
  if (random.chance(0.5))
    return adults.map((giver) =>
      write(
        giver,
        adults.filter((kin) => kin !== giver),
      ),
    );
  return random.chance(0.6) ? [write(self, [first])] : [];
}

function writeConsent(
  rows: Rows,
  scene: Scene,
  { id: familyId, therapist }: Household,
  wish: { giver: Kin; recipients: readonly Kin[]; signedOn: string; expiresOn?: string; revokedOn?: string },
  random: Random,
): Given {
  const { clinicId, clinicName, language, today, clock } = scene;
  const { giver, recipients, revokedOn = null } = wish;
  const signedOn = wish.signedOn < today ? wish.signedOn : addDays(today, -1);
  const id = random.id();
  const purpose = random.pick(['family-support', 'family-support', 'shared-decisions'] as const);
  // Checked as on the day it was signed; a consent that has run out was good then.
  const expiresOn = requireRecordable(
    {
      giverId: giver.id,
      giverName: giver.fullName,
      giverBirthDate: giver.birthDate,
      recipientIds: recipients.map((kin) => kin.id),
      signedBy: giver.fullName,
      alsoSignedBy: null,
      signedOn,
      expiresOn: wish.expiresOn ?? null,
    },
    signedOn,
  );
  const signature = { signedBy: giver.fullName, alsoSignedBy: null, witnessName: therapist.name, signedOn };
  const words = renderConsent(CONSENT_TEXT_VERSION, language, {
    clinicName,
    giverName: giver.fullName,
    recipientNames: recipients.map(({ fullName }) => fullName),
    purpose,
    expiresOn,
    signature,
  });
  const at = clock.at(signedOn, 720);
  rows.consent.push({
    clinicId,
    id,
    familyId,
    giverMemberId: giver.id,
    kind: 'family-disclosure',
    information: 'family-summary',
    purpose,
    textVersion: CONSENT_TEXT_VERSION,
    language,
    textSealed: { words, of: giver.id },
    textHash: { digestOf: words },
    signedHow: 'paper',
    signedBy: giver.fullName,
    signedOn,
    witnessedBy: therapist.id,
    expiresOn,
    createdAt: instant(at),
  });
  for (const kin of recipients)
    rows.consent_recipient.push({ clinicId, consentId: id, recipientMemberId: kin.id, familyId });
  if (revokedOn !== null) {
    rows.consent_revocation.push({
      clinicId,
      id: random.id(),
      consentId: id,
      familyId,
      how: 'in-person',
      recordedBy: therapist.id,
      revokedAt: instant(clock.at(revokedOn, 640)),
    });
  }
  return { id, giver, recipients, purpose, signedOn, expiresOn, revokedOn };
}
