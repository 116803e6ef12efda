import { statement, type Transaction } from '@kinfold/shared/api';
import type { Permitted } from '@kinfold/summaries/domain';

/** A live consent of one member that names another: the newest, if there are several. */
export interface ConsentPair {
  readonly giverId: string;
  readonly recipientId: string;
  readonly consentId: string;
  readonly purpose: string;
}

/** `ctx.live_consents` decides here as it does at every read of the portal. */
const PAIRS = statement(
  'live-consent-pairs',
  `select g.id as "giverId", r.id as "recipientId", basis.id as "consentId", basis.purpose
   from unnest($2::uuid[]) as g (id) cross join unnest($3::uuid[]) as r (id)
     cross join lateral (
       select c.id, c.purpose from consent c
       where c.clinic_id = $1 and c.id in (select ctx.live_consents(g.id, r.id))
       order by c.signed_on desc, c.id limit 1) basis
   where g.id <> r.id`,
);

/** The live consents from some members to some others, as the database sees them at this moment. */
export function liveConsents(
  tx: Transaction,
  giverIds: readonly string[],
  recipientIds: readonly string[],
): Promise<ConsentPair[]> {
  return tx.rows<ConsentPair>(PAIRS, [tx.context.clinicId, giverIds, recipientIds]);
}

/** The question of the rules, answered by what was found. */
export function permittedBy(pairs: readonly ConsentPair[]): Permitted {
  const found = new Set(pairs.map(({ giverId, recipientId }) => `${giverId} ${recipientId}`));
  return (giverId, recipientId) => found.has(`${giverId} ${recipientId}`);
}
