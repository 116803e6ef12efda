export * from './instrument';
export * from './catalogue';
export * from './coping-and-self-care-check';
export * from './answers';
export * from './score';
export * from './change';
export * from './words';
