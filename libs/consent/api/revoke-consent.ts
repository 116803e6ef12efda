import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import type { RevokedHow } from '@kinfold/consent/domain';
import { touchFamily } from '@kinfold/families/api';
import { brokenConstraint, type Context, UnitOfWork } from '@kinfold/shared/api';
import { type DomainError, notFound, wrongState } from '@kinfold/shared/kernel';
import { Consent, ConsentRevocation } from './entities';

const REVOKED_ONCE = 'consent_revocation_clinic_id_consent_id_key';

/** Writes down that a member took a consent back. It holds from the next read on, and for nothing that was read before (CN-05). */
@Injectable()
export class RevokeConsent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, 409 taken back already */
  async run(context: Context, familyId: string, consentId: string, how: RevokedHow): Promise<void> {
    try {
      await this.revoke(context, familyId, consentId, how);
    } catch (error) {
      if (brokenConstraint(error) === REVOKED_ONCE) throw already();
      throw error;
    }
  }

  private revoke(context: Context, familyId: string, consentId: string, how: RevokedHow): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.policy.require(tx, { action: 'withdraw', resource: 'consent', familyId });
      const { clinicId, accountId } = context;
      const consent = await tx.repository(Consent).findOne({
        select: { clinicId: true, id: true, giverMemberId: true },
        where: { clinicId, familyId, id: consentId },
      });
      if (!consent) throw notFound();
      if (await tx.repository(ConsentRevocation).existsBy({ clinicId, consentId })) throw already();
      await tx.insert(ConsentRevocation, {
        clinicId,
        id: randomUUID(),
        consentId,
        familyId,
        how,
        recordedBy: accountId,
      });
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: consentId, subjectIds: [consent.giverMemberId], detail: { how } });
    });
  }
}

function already(): DomainError {
  return wrongState('This consent was taken back already.');
}
