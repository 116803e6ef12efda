import type { AuditFacts, Context } from '../context/context';

/** The parameters of an audit row, in the order of `audited` and `APPEND_AUDIT`. */
export function auditValues(context: Context, facts: AuditFacts): unknown[] {
  return [
    context.clinicId,
    context.accountId,
    context.roles,
    context.surface,
    context.auditEvent,
    context.requestId,
    facts.familyId ?? null,
    facts.objectId ?? null,
    facts.subjectIds ?? [],
    JSON.stringify(facts.detail ?? {}),
  ];
}
