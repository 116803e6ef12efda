import { Module } from '@nestjs/common';
import { ConsentController } from './consent.controller';
import { ListConsents } from './list-consents';
import { ReadConsentText } from './read-consent-text';
import { RecordConsent } from './record-consent';
import { RevokeConsent } from './revoke-consent';

@Module({
  controllers: [ConsentController],
  providers: [ListConsents, ReadConsentText, RecordConsent, RevokeConsent],
})
export class ConsentModule {}
