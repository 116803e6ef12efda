/** Injection tokens of plain values. */
export const CONFIG = Symbol('Config');
export const INSTALLATION_KEY = Symbol('InstallationKey');
export const ACTOR_LOOKUP = Symbol('ActorLookup');
