export { ConsentModule } from './consent.module';
export { CONSENT_ENTITIES, Disclosure } from './entities';
