import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { CONSENT_TEXT_VERSION, renderConsent, requireRecordable } from '@kinfold/consent/domain';
import { IdAnswer, requireMembers, touchFamily } from '@kinfold/families/api';
import { clinicDay, type Context, statement, type Transaction, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { Consent, ConsentRecipient } from './entities';
import type { RecordConsentRequest } from './consent.requests';

const NAMED = statement(
  'consent-names',
  `select m.id, p.given_name || ' ' || p.family_name as name, p.birth_date::text as "birthDate", c.name as "clinicName"
   from member m join person p on p.clinic_id = m.clinic_id and p.id = m.person_id join clinic c on c.id = m.clinic_id
   where m.clinic_id = $1 and m.id = any($2)`,
);

interface Named {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly clinicName: string;
}

/**
 * Writes down a consent that a member signed on paper before the eyes of whoever writes it down, who is its witness. The matrix gives
 * staff the paper record and nothing more: signing on a screen is the giver's own act (CN-08).
 */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 for a family or member that is not the actor's, 422 naming the element that does not fit */
  run(context: Context, familyId: string, request: RecordConsentRequest): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'create', resource: 'consent', part: 'paper-record', familyId });
      const { giverMemberId, recipientMemberIds } = request;
      await requireMembers(tx, familyId, [giverMemberId, ...recipientMemberIds]);
      const id = await this.write(tx, familyId, request);
      const { clinicId } = context;
      await tx.insert(
        ConsentRecipient,
        recipientMemberIds.map((recipientMemberId) => ({ clinicId, consentId: id, recipientMemberId, familyId })),
      );
      await touchFamily(tx, familyId);
      await tx.audit({
        familyId,
        objectId: id,
        subjectIds: [giverMemberId, ...recipientMemberIds],
        detail: { textVersion: CONSENT_TEXT_VERSION },
      });
      return { id };
    });
  }

  private async write(tx: Transaction, familyId: string, request: RecordConsentRequest): Promise<string> {
    const { clinicId, accountId, personName: witnessName } = tx.context;
    const { giverMemberId, recipientMemberIds, purpose, language, signedOn, alsoSignedBy } = request;
    const named = await tx.rows<Named>(NAMED, [clinicId, [giverMemberId, ...recipientMemberIds]]);
    const giver = named.find((member) => member.id === giverMemberId);
    const recipients = recipientMemberIds.map((each) => named.find((member) => member.id === each));
    if (!giver || !recipients.every((member) => member !== undefined)) throw notFound();
    const { name: giverName, birthDate: giverBirthDate, clinicName } = giver;
    const expiresOn = requireRecordable(
      { ...request, giverId: giverMemberId, giverName, giverBirthDate, recipientIds: recipientMemberIds },
      clinicDay(tx.context),
    );
    const recipientNames = recipients.map((member) => member.name);
    const signature = { signedBy: giverName, alsoSignedBy, witnessName, signedOn };
    const text = renderConsent(CONSENT_TEXT_VERSION, language, {
      clinicName,
      giverName,
      recipientNames,
      purpose,
      expiresOn,
      signature,
    });
    const id = randomUUID();
    await tx.insert(Consent, {
      clinicId,
      id,
      familyId,
      giverMemberId,
      kind: 'family-disclosure',
      information: 'family-summary',
      purpose,
      textVersion: CONSENT_TEXT_VERSION,
      language,
      signedHow: 'paper',
      signedOn,
      expiresOn,
      witnessedBy: accountId,
      // A full name takes at most 161 characters, the column 160.
      signedBy: (alsoSignedBy ? `${giverName}, ${alsoSignedBy.name}` : giverName).slice(0, 160),
      textSealed: await this.vault.seal(
        tx,
        { table: 'consent', column: 'text_sealed', familyId, rowId: id, memberId: giverMemberId },
        text,
      ),
      textHash: createHash('sha256').update(text, 'utf8').digest(),
    });
    return id;
  }
}
