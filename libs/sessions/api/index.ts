export { SESSION_ENTITIES } from './entities';
export { readSessionFacts } from './facts/read-session-facts';
export type { FactsClinician, FactsMember, FactsMoment, SessionFacts } from './facts/session-facts';
export { SessionsModule } from './sessions.module';
