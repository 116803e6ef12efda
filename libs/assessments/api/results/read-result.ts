import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { type AdministrationState, type Language } from '@kinfold/assessments/domain';
import { type Context, statement, type Transaction, UnitOfWork } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import type { AdministrationPageAnswer } from '../assessments.answers';
import { changeOf, type KeptResponse, resultOf } from './result';

interface AdministrationRow {
  readonly id: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly scoringVersion: string;
  readonly respondentMemberId: string;
  readonly language: Language;
  readonly state: AdministrationState;
  readonly givenAt: Date;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
}

const ADMINISTRATION = statement(
  'read-administration',
  `select a.id, a.instrument, a.instrument_version as "instrumentVersion", a.scoring_version as "scoringVersion",
          a.respondent_member_id as "respondentMemberId", a.language, a.state, a.given_at as "givenAt", a.version,
          p.given_name as "givenName", p.family_name as "familyName"
   from administration a
     join member m on m.clinic_id = a.clinic_id and m.id = a.respondent_member_id
     join person p on p.clinic_id = m.clinic_id and p.id = m.person_id
   where a.clinic_id = $1 and a.family_id = $2 and a.id = $3`,
);

/** This response and the one before it, of the same member and instrument, in whichever edition. */
const RESPONSES = statement(
  'two-responses',
  `select a.id, a.instrument, a.instrument_version as "instrumentVersion", r.answers, r.answered_at as "answeredAt"
   from administration a join response r on r.clinic_id = a.clinic_id and r.administration_id = a.id
   where a.clinic_id = $1 and a.respondent_member_id = $2 and a.instrument = $3
     and r.answered_at <= (select o.answered_at from response o where o.clinic_id = $1 and o.administration_id = $4)
   order by (a.id = $4) desc, r.answered_at desc, r.id limit 2`,
);

/** One administration with its result, how it came about, and what changed since the time before. */
@Injectable()
export class ReadResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /** @throws DomainError 404 not there, not open to the actor, or open to them as a total alone */
  run(context: Context, familyId: string, id: string): Promise<AdministrationPageAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const projection = await this.policy.require(tx, {
        action: 'read',
        resource: 'response',
        familyId,
        class: 'individual-confidential',
      });
      if (projection !== 'full') throw notFound();
      const [row] = await tx.rows<AdministrationRow>(ADMINISTRATION, [context.clinicId, familyId, id]);
      if (!row) throw notFound();
      const { current, previous } = await this.responses(tx, row);
      await tx.audit({ familyId, objectId: id, subjectIds: [row.respondentMemberId] });
      return {
        ...row,
        givenAt: row.givenAt.toISOString(),
        result: current ? resultOf(current) : null,
        change: current && previous ? changeOf(previous, current) : null,
      };
    });
  }

  private async responses(
    tx: Transaction,
    row: AdministrationRow,
  ): Promise<{ current?: KeptResponse; previous?: KeptResponse }> {
    if (row.state !== 'answered') return {};
    const { respondentMemberId, instrument, id } = row;
    const [current, previous] = await tx.rows<KeptResponse>(RESPONSES, [
      tx.context.clinicId,
      respondentMemberId,
      instrument,
      id,
    ]);
    return { current, previous };
  }
}
