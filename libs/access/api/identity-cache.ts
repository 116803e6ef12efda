import { Injectable } from '@nestjs/common';
import type { SurfaceName } from '@kinfold/shared/api';
import type { Identity } from './identity';
import { tokenHash } from './sessions.repository';

const KEEP_MS = 2_000;
const KEEP_COUNT = 2_000;

/**
 * Remembers for two seconds who a token belongs to. Identity alone: a session that ended in the meantime reads nothing, because the
 * policies of the database look at the session itself.
 */
@Injectable()
export class IdentityCache {
  readonly #kept = new Map<string, { identity: Identity; until: number }>();

  get(surface: SurfaceName, token: string): Identity | null {
    const kept = this.#kept.get(keyOf(surface, token));
    return kept && kept.until > Date.now() ? kept.identity : null;
  }

  keep(surface: SurfaceName, token: string, identity: Identity): void {
    if (this.#kept.size >= KEEP_COUNT) this.#kept.clear();
    this.#kept.set(keyOf(surface, token), { identity, until: Date.now() + KEEP_MS });
  }

  forget(surface: SurfaceName, token: string): void {
    this.#kept.delete(keyOf(surface, token));
  }
}

function keyOf(surface: SurfaceName, token: string): string {
  return `${surface} ${tokenHash(token).toString('base64')}`;
}
