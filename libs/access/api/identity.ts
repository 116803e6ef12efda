import type { SurfaceName } from '@kinfold/shared/api';

/** Who is signed in, as far as one may remember it for two seconds: identity alone, no permission. */
export interface Identity {
  readonly clinicId: string;
  readonly clinicName: string;
  readonly clinicZone: string;
  readonly clinicLanguage: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly personName: string;
  readonly roles: readonly string[];
  readonly surface: SurfaceName;
}
