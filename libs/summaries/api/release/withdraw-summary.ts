import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { touchFamily } from '@kinfold/families/api';
import { type Context, UnitOfWork } from '@kinfold/shared/api';
import { notFound, stale, wrongState } from '@kinfold/shared/kernel';
import type { WithdrawReason } from '@kinfold/summaries/domain';
import { Summary } from '../entities';

/** Takes a released summary back: with the next read nobody sees it. Who read what stays written down (FC-16). */
@Injectable()
export class WithdrawSummary {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not the actor's, 409 not released, 412 changed in the meantime */
  run(context: Context, id: string, version: number, reason: WithdrawReason): Promise<void> {
    return this.unitOfWork.run(context, async (tx) => {
      const { clinicId } = context;
      const summaries = tx.repository(Summary);
      const summary = await summaries.findOneBy({ clinicId, id });
      if (!summary) throw notFound();
      const { familyId, state } = summary;
      await this.policy.require(tx, { action: 'withdraw', resource: 'summary', familyId });
      if (state !== 'released') throw wrongState('This summary is not shared, so there is nothing to take back.');
      const { affected } = await summaries.update(
        { clinicId, id, version, state: 'released' },
        { state: 'withdrawn', version: version + 1 },
      );
      if (affected !== 1) throw stale();
      await touchFamily(tx, familyId);
      await tx.audit({ familyId, objectId: id, detail: { reason } });
    });
  }
}
