export * from './checklist';
export * from './compose-draft';
export * from './draft-facts';
export * from './formats';
export * from './late-entry';
export * from './signed-content';
export * from './states';
