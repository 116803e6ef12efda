export * from './expiry';
export * from './notice';
export * from './recording';
export * from './render';
export * from './standing';
export { CONSENT_TEXT_VERSION, CONSENT_TEXTS } from './texts';
export type { ConsentText } from './texts';
export * from './vocabulary';
