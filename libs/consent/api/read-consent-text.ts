import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type Context, UnitOfWork, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import { Consent } from './entities';
import type { ConsentTextAnswer } from './consent.answers';

/** The exact text that a member signed. */
@Injectable()
export class ReadConsentText {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
    private readonly vault: Vault,
  ) {}

  /** @throws DomainError 404 when it is not there or not the actor's */
  run(context: Context, familyId: string, consentId: string): Promise<ConsentTextAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'read', resource: 'consent', familyId });
      const consent = await tx.repository(Consent).findOneBy({ clinicId: context.clinicId, familyId, id: consentId });
      if (!consent) throw notFound();
      const { giverMemberId: memberId, textSealed: sealed } = consent;
      const [text = ''] = await this.vault.open(tx, [
        { table: 'consent', column: 'text_sealed', familyId, rowId: consentId, memberId, sealed },
      ]);
      await tx.audit({ familyId, objectId: consentId, subjectIds: [memberId] });
      return { text, unaltered: createHash('sha256').update(text, 'utf8').digest().equals(consent.textHash) };
    });
  }
}
