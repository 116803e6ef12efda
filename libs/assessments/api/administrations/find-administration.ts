import {
  type AdministrationState,
  findInstrument,
  type InstrumentDefinition,
  type Language,
} from '@kinfold/assessments/domain';
import { statement, type Transaction } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';

export interface FoundAdministration {
  readonly id: string;
  readonly familyId: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly respondentMemberId: string;
  readonly language: Language;
  readonly state: AdministrationState;
  readonly version: number;
  /** Today where the clinic is, by the clock of the database. */
  readonly today: string;
}

const FIND = statement(
  'find-administration',
  `select id, family_id as "familyId", instrument, instrument_version as "instrumentVersion", respondent_member_id as "respondentMemberId",
          language, state, version, to_char(now() at time zone $3, 'YYYY-MM-DD') as today
   from administration where clinic_id = $1 and id = $2`,
);

/** @throws DomainError 404 for an administration that is not there or not open to the actor */
export async function findAdministration(tx: Transaction, id: string): Promise<FoundAdministration> {
  const { clinicId, clinicZone } = tx.context;
  const [found] = await tx.rows<FoundAdministration>(FIND, [clinicId, id, clinicZone]);
  if (!found) throw notFound();
  return found;
}

/** The edition that was given. Editions are never removed from the catalogue, so that it is missing is a defect and no refusal. */
export function pinnedEdition(
  pinned: Pick<FoundAdministration, 'instrument' | 'instrumentVersion'>,
): InstrumentDefinition {
  const definition = findInstrument(pinned.instrument, pinned.instrumentVersion);
  if (!definition) throw new Error('The catalogue lacks an edition that was given');
  return definition;
}
