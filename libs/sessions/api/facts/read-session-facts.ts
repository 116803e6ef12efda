import type { SealedWords, Transaction, Vault } from '@kinfold/shared/api';
import { notFound } from '@kinfold/shared/kernel';
import type { FactsMoment, SessionFacts } from './session-facts';
import { SESSION_FACTS } from './session-facts.read-model';

interface SealedMoment extends Omit<FactsMoment, 'words'> {
  /** Base64. */
  readonly sealed: string | null;
}

interface SealedFacts extends Omit<SessionFacts, 'moments' | 'cancelWords'> {
  readonly moments: readonly SealedMoment[];
  readonly cancelSealed: string | null;
}

/**
 * Reads a session inside the transaction of another slice: who came, what happened, when. Row-level security decides what is there;
 * the caller asks the policy about what it does with it.
 * @throws DomainError 404 when it is not there or not open to the actor
 */
export async function readSessionFacts(tx: Transaction, vault: Vault, sessionId: string): Promise<SessionFacts> {
  const [row] = await tx.rows<{ facts: SealedFacts }>(SESSION_FACTS, [tx.context.clinicId, sessionId]);
  if (!row) throw notFound();
  const { cancelSealed, moments, ...facts } = row.facts;
  const sealed: SealedWords[] = [];
  const keep = (table: string, column: string, rowId: string, memberId: string | null, text: string | null): void => {
    if (text !== null)
      sealed.push({ table, column, familyId: facts.familyId, rowId, memberId, sealed: Buffer.from(text, 'base64') });
  };
  keep('session', 'cancel_words_sealed', facts.id, null, cancelSealed);
  for (const moment of moments) keep('moment', 'words_sealed', moment.id, moment.memberId, moment.sealed);
  const texts = await vault.open(tx, sealed);
  const wordsOf = new Map(sealed.map(({ rowId }, index) => [rowId, texts[index] ?? null]));
  return {
    ...facts,
    cancelWords: wordsOf.get(facts.id) ?? null,
    moments: moments.map(({ sealed: _, ...moment }) => ({ ...moment, words: wordsOf.get(moment.id) ?? null })),
  };
}
