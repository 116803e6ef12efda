import { Injectable } from '@nestjs/common';
import {
  type Action,
  ASSIGNMENTS,
  type Assignment,
  can,
  type ConfidentialityClass,
  type Facts,
  isRole,
  type Part,
  type Projection,
  type Resource,
} from '@kinfold/access/domain';
import { type Context, statement, type Transaction } from '@kinfold/shared/api';
import { DomainError, notFound } from '@kinfold/shared/kernel';

const FAMILY_FACTS = statement(
  'family-facts',
  `select (select a.part from assignment a
           where a.clinic_id = $1 and a.family_id = $2 and a.account_id = $3 and a.starts_at <= now() and (a.ends_at is null or now() < a.ends_at)
           order by a.part desc limit 1) as part,
          $2 = any ((select ctx.clinical_families())::uuid[]) as clinical`,
);

/** What is to be done to what. */
export interface Intent {
  readonly action: Action;
  readonly resource: Resource;
  readonly familyId: string;
  /** `shared` unless told. */
  readonly class?: ConfidentialityClass;
  readonly part?: Part;
  /** What the use case knows beside assignment and supervision, which are looked up here. */
  readonly facts?: Facts;
}

/** The policy of `access/domain`, asked about one record inside the transaction that touches it. */
@Injectable()
export class Policy {
  /**
   * @returns how much of the record the actor may see
   * @throws DomainError 404 for what the actor may not know of, 403 for what they know but may not do
   */
  async require(tx: Transaction, intent: Intent): Promise<Projection> {
    return decide(tx.context, intent, { ...(await this.familyFacts(tx, intent.familyId)), ...intent.facts });
  }

  /** Assignment and supervision between the actor and a family, by the clock of the database. */
  async familyFacts(tx: Transaction, familyId: string): Promise<Facts> {
    const { clinicId, accountId } = tx.context;
    const [row] = await tx.rows<{ part: string | null; clinical: boolean }>(FAMILY_FACTS, [
      clinicId,
      familyId,
      accountId,
    ]);
    const assigned = assignmentOf(row?.part ?? null);
    return { assigned, supervised: row?.clinical === true && assigned === undefined };
  }
}

/** The decision alone, when the facts are known already. */
export function decide(context: Context, intent: Omit<Intent, 'familyId'>, facts: Facts): Projection {
  const decision = can({ roles: context.roles.filter(isRole) }, intent.action, {
    resource: intent.resource,
    class: intent.class ?? 'shared',
    part: intent.part,
    facts,
  });
  if (decision.allowed) return decision.projection;
  if (decision.code === 'not-found') throw notFound();
  throw new DomainError('forbidden', 'forbidden', 'You can see this, but changing it is not open to you.');
}

/** The part of an assignment as the database wrote it. */
export function assignmentOf(part: string | null): Assignment | undefined {
  return ASSIGNMENTS.find((known) => known === part);
}
