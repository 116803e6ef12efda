export * from './family-code';
export * from './member-rules';
export * from './search-words';
export * from './vocabulary';
