import { createHash } from 'node:crypto';

/** A statement that PostgreSQL prepares once for each connection and then runs by name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Names a statement. The name carries a hash of the text, so two versions of a program on one pooler never mix their plans.
 * @param name what the statement does, in a few words: `open-family`
 */
export function statement(name: string, text: string): Statement {
  return { name: `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`, text };
}

const AUDIT_COLUMNS = `clinic_id, actor_account_id, actor_roles, surface, event, result, request_id, family_id, object_id, subject_ids, detail`;

/**
 * A read or a write with its own audit row in the same statement (AL-02): no audit, no data. What was refused gives no row and is
 * audited as a denial instead. Its own parameters come first, those of the audit row behind them (`auditValues`).
 *
 * @param name what the statement does
 * @param parameters how many parameters the statement itself has
 * @param work a SELECT, or an INSERT or UPDATE with RETURNING. Reads give one row with the column `body`
 */
export function audited(name: string, parameters: number, work: string): Statement {
  const at = (offset: number): string => `$${parameters + offset}`;
  return statement(
    name,
    `with answer as ${/^\s*(insert|update)/i.test(work) ? '' : 'materialized '}(${work}),
     audited as (
       insert into audit_event (${AUDIT_COLUMNS})
       select ${at(1)}::uuid, ${at(2)}::uuid, ${at(3)}::text[], ${at(4)}, ${at(5)}, 'done', ${at(6)}::uuid,
              ${at(7)}::uuid, ${at(8)}::uuid, ${at(9)}::uuid[], ${at(10)}::jsonb
       from answer limit 1
     )
     select * from answer`,
  );
}

/** The statement that appends one audit row, for writes and denials. Parameters as in `audited`, the result behind them. */
export const APPEND_AUDIT = statement(
  'append-audit',
  `insert into audit_event (${AUDIT_COLUMNS})
   values ($1, $2, $3, $4, $5, $11, $6, $7, $8, $9, $10::jsonb)`,
);
