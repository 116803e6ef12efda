import { decide } from '@kinfold/access/api';
import type { Context } from '@kinfold/shared/api';
import { DomainError } from '@kinfold/shared/kernel';

/**
 * What the database found to be true of a line that it let through: it is released to the reader, and every other subject permits it.
 * A young person also needs the rule table of their state (FC-12), which nobody has looked up yet, so the policy refuses them.
 */
const FOUND = { released: true, consentedByAllOthers: true } as const;

/** @throws DomainError 404 when the policy does not let this reader read summaries */
export function requireReader(context: Context): void {
  decide(context, { action: 'read', resource: 'summary' }, FOUND);
}

/** @throws DomainError 404 or 403 when the policy does not let this reader answer */
export function requireAnswerer(context: Context): void {
  decide(context, { action: 'amend', resource: 'summary', part: 'reply' }, FOUND);
}

/** Whether the policy lets this reader read summaries at all. */
export function mayReadSummaries(context: Context): boolean {
  try {
    requireReader(context);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
