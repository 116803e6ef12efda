import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import {
  type AdministrationState,
  type InstrumentDefinition,
  readAnswers,
  score,
  type Score,
} from '@kinfold/assessments/domain';
import { type IdAnswer, touchFamily } from '@kinfold/families/api';
import { type Context, type Transaction, UnitOfWork } from '@kinfold/shared/api';
import { invalidField, wrongState } from '@kinfold/shared/kernel';
import type { ItemAnswerRequest } from '../assessments.requests';
import { Administration, ResponseEntity, ScoreEntity } from '../entities';
import { findAdministration, type FoundAdministration, pinnedEdition } from './find-administration';
import { scaleRows } from './score-rows';

/** Takes the answers, once: response, scores and the state of the administration in one transaction. */
@Injectable()
export class SendAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policy: Policy,
  ) {}

  /**
   * @throws DomainError 404 not there, 409 `already_answered` or taken back, 422 naming the item for what the edition does not allow
   */
  run(context: Context, id: string, given: readonly ItemAnswerRequest[]): Promise<IdAnswer> {
    return this.unitOfWork.run(context, async (tx) => {
      const found = await findAdministration(tx, id);
      const { familyId, respondentMemberId } = found;
      await this.policy.require(tx, {
        action: 'create',
        resource: 'response',
        familyId,
        class: 'individual-confidential',
      });
      requireWaiting(found.state);
      const definition = pinnedEdition(found);
      const answers = readItems(definition, given);
      const scored = scoreOf(definition, answers);
      await this.close(tx, id);
      const responseId = await this.keep(tx, found, answers, scored);
      await touchFamily(tx, familyId);
      await tx.audit({
        familyId,
        objectId: responseId,
        subjectIds: [respondentMemberId],
        detail: { administration: id, answered: scored.answered, leftOut: scored.missing },
      });
      return { id: responseId };
    });
  }

  /** Of two that arrive together the second waits here for the first, and then finds nothing that still waits for answers. */
  private async close(tx: Transaction, id: string): Promise<void> {
    const { clinicId } = tx.context;
    const { affected } = await tx
      .repository(Administration)
      .update({ clinicId, id, state: 'given' }, { state: 'answered', version: () => 'version + 1' });
    if (affected !== 1) requireWaiting('answered');
  }

  private async keep(
    tx: Transaction,
    found: FoundAdministration,
    answers: (number | null)[],
    scored: Score,
  ): Promise<string> {
    const { clinicId } = tx.context;
    const { id: administrationId, familyId, respondentMemberId: memberId, today: takenOn } = found;
    const id = randomUUID();
    await tx.insert(ResponseEntity, {
      clinicId,
      id,
      administrationId,
      familyId,
      class: 'individual-confidential',
      answers,
    });
    const { id: instrument, version: instrumentVersion, scoringVersion } = scored.instrument;
    const common = {
      clinicId,
      familyId,
      administrationId,
      memberId,
      instrument,
      instrumentVersion,
      scoringVersion,
      takenOn,
    };
    await tx.insert(
      ScoreEntity,
      scaleRows(scored).map((row) => ({ ...common, id: randomUUID(), ...row })),
    );
    return id;
  }
}

function requireWaiting(state: AdministrationState): void {
  if (state === 'answered')
    throw wrongState('The answers to this were sent already. They stay as they are.', 'already_answered');
  if (state === 'withdrawn') throw wrongState('This was taken back and is not answered any more. Give it again.');
}

/** The answers in the order of the items. */
function readItems(definition: InstrumentDefinition, given: readonly ItemAnswerRequest[]): (number | null)[] {
  const seen = new Set<string>();
  for (const { item } of given) {
    if (seen.has(item))
      throw invalidField(`answers.${item}`, 'answer_twice', `Item "${item}" has two entries. Give every item one.`);
    seen.add(item);
  }
  const read = readAnswers(definition, Object.fromEntries(given.map(({ item, value }) => [item, value])));
  if (!read.ok) {
    throw invalidField(
      read.item === undefined ? 'answers' : `answers.${read.item}`,
      read.code.replaceAll('-', '_'),
      read.message,
    );
  }
  return [...read.byItem.values()];
}

function scoreOf(definition: InstrumentDefinition, answers: readonly (number | null)[]): Score {
  const scored = score(definition, answers);
  if (!scored.ok) throw new Error('Answers that were read could not be scored');
  return scored;
}
