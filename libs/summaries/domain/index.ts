export * from './audience';
export * from './lines';
export * from './release';
export * from './vocabulary';
