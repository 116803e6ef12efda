/** Which of the two web applications a request came through. */
export type SurfaceName = 'staff' | 'portal';

/**
 * Who asks, for what, in which request. Made once by the guard, handed down explicitly; nothing reads it from the air.
 * It holds identity alone: what the actor may do is asked anew of the policy and of the database every time.
 */
export interface Context {
  readonly clinicId: string;
  readonly clinicZone: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly personName: string;
  readonly roles: readonly string[];
  readonly surface: SurfaceName;
  readonly requestId: string;
  /** The audit event that the endpoint declared, written by whatever the request does. */
  readonly auditEvent: string;
}

/** What an audit row says beside who and when: ids and codes, never content (AL-03). */
export interface AuditFacts {
  readonly familyId?: string;
  readonly objectId?: string;
  readonly subjectIds?: readonly string[];
  /** Codes and numbers only. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}
