import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Policy } from '@kinfold/access/api';
import { ASSIGNMENTS, can, isRole } from '@kinfold/access/domain';
import { afterStep, formatOf, NOTE_FORMATS, requireSection } from '@kinfold/notes/domain';
import {
  audited,
  compartmentOf,
  type Context,
  DataKeys,
  seal,
  Sql,
  statement,
  type Transaction,
  UnitOfWork,
  Vault,
} from '@kinfold/shared/api';
import { notFound, stale } from '@kinfold/shared/kernel';
import type { SectionSavedAnswer } from '../notes.answers';
import type { SaveSectionRequest } from '../notes.requests';
import { requireNoteMember, seeNote } from '../seen-note';
import { CHANGE_SECTION, CREATE_SECTION, SAVE_PARAMETERS } from './save-section.statements';

/** Which section of which note. The id of a new section is made by the client, so that sending it twice writes it once. */
export interface SectionPlace {
  readonly familyId: string;
  readonly noteId: string;
  readonly sectionId: string;
}

interface Saved {
  readonly version: number;
  readonly savedAt: Date;
}

/** The same statement twice: with its audit row inside for one round trip, and bare for a unit of work. */
const CREATE = {
  alone: audited('create-section', SAVE_PARAMETERS, CREATE_SECTION),
  within: statement('create-section-within', CREATE_SECTION),
};
const CHANGE = {
  alone: audited('change-section', SAVE_PARAMETERS, CHANGE_SECTION),
  within: statement('change-section-within', CHANGE_SECTION),
};

/**
 * Saves one section of a draft: in one round trip when the key of its compartment is in memory. The facts that the policy needs,
 * assignment and authorship, are looked up by the statement itself, which writes nothing when they do not hold.
 */
@Injectable()
export class SaveSection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sql: Sql,
    private readonly policy: Policy,
    private readonly keys: DataKeys,
    private readonly vault: Vault,
  ) {}

  /**
   * @param version the version that was read; 0 for a section that is written for the first time
   * @throws DomainError 404 for a note that is not the actor's draft or a member who has no part in it, 409 `note_signed`,
   *   412 when the section has another version, 422 when the format has no such section
   */
  async run(
    context: Context,
    place: SectionPlace,
    version: number,
    request: SaveSectionRequest,
  ): Promise<SectionSavedAnswer> {
    const { section, memberId, text } = request;
    requireSection(formatOf(NOTE_FORMATS[0]), section, memberId, text);
    const run = version === 0 ? CREATE : CHANGE;
    const values = (sealed: Buffer): unknown[] => [
      context.clinicId,
      place.familyId,
      place.noteId,
      place.sectionId,
      section,
      memberId,
      sealed,
      context.accountId,
      version,
    ];
    const facts = {
      familyId: place.familyId,
      objectId: place.noteId,
      subjectIds: memberId === null ? [] : [memberId],
      detail: { section },
    };
    const words = {
      table: 'draft_section',
      column: 'text_sealed',
      familyId: place.familyId,
      rowId: place.sectionId,
      memberId,
    };
    const key = mayWriteOwnDrafts(context)
      ? this.keyInMemory(context.clinicId, compartmentOf(place.familyId, memberId))
      : undefined;
    if (key) {
      const sealed = seal(key, { ...words, clinicId: context.clinicId }, text);
      const [saved] = await this.sql.write<Saved>(context, run.alone, values(sealed), facts);
      return saved ? answerOf(saved) : this.refuse(context, place, memberId);
    }
    const saved = await this.unitOfWork.run(context, async (tx) => {
      // Only a draft of one's own may make the key of a compartment.
      await this.requireOpen(tx, place, memberId);
      const [row] = await tx.rows<Saved>(run.within, values(await this.vault.seal(tx, words, text)));
      if (!row) {
        await this.requireOpen(tx, place, memberId);
        throw stale();
      }
      await tx.audit(facts);
      return row;
    });
    return answerOf(saved);
  }

  private keyInMemory(clinicId: string, compartment: string): KeyObject | undefined {
    return this.keys.kept(clinicId, [compartment])?.get(compartment);
  }

  /** Nothing was written: says why. */
  private refuse(context: Context, place: SectionPlace, memberId: string | null): Promise<never> {
    return this.unitOfWork.run(context, async (tx) => {
      await this.requireOpen(tx, place, memberId);
      throw stale();
    });
  }

  private async requireOpen(
    tx: Transaction,
    { noteId, familyId }: SectionPlace,
    memberId: string | null,
  ): Promise<void> {
    const note = await seeNote(tx, noteId);
    if (note.familyId !== familyId) throw notFound();
    const facts = { own: note.own, signed: note.state === 'signed' };
    await this.policy.require(tx, { action: 'update', resource: 'progress-note', familyId, class: note.class, facts });
    afterStep(note.state, 'write');
    await requireNoteMember(tx, note.sessionId, memberId);
  }
}

/**
 * Whether the policy lets this actor write into a draft of their own in whatever part they are assigned to the family. Then the
 * statement need not know the part; otherwise the policy is asked about the one record, in a unit of work.
 */
function mayWriteOwnDrafts(context: Context): boolean {
  const actor = { roles: context.roles.filter(isRole) };
  return ASSIGNMENTS.every(
    (assigned) =>
      can(actor, 'update', { resource: 'progress-note', class: 'shared', facts: { assigned, own: true } }).allowed,
  );
}

function answerOf({ version, savedAt }: Saved): SectionSavedAnswer {
  return { version, savedAt: savedAt.toISOString() };
}
