export * from './vocabulary';
export * from './matrix';
export * from './facts';
export * from './roles';
export * from './permissions';
export * from './policy';
export * from './passwords';
export * from './session-times';
