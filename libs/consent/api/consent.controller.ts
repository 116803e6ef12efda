import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdAnswer } from '@kinfold/families/api';
import { type Context, Ctx, Endpoint, IdParam } from '@kinfold/shared/api';
import { ConsentListAnswer, ConsentTextAnswer } from './consent.answers';
import { RecordConsentRequest, RevokeConsentRequest } from './consent.requests';
import { ListConsents } from './list-consents';
import { ReadConsentText } from './read-consent-text';
import { RecordConsent } from './record-consent';
import { RevokeConsent } from './revoke-consent';

const STAFF = ['staff'] as const;

@ApiTags('consent')
@Controller()
export class ConsentController {
  constructor(
    private readonly listConsents: ListConsents,
    private readonly readConsentText: ReadConsentText,
    private readonly recordConsent: RecordConsent,
    private readonly revokeConsent: RevokeConsent,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/consents',
    permission: 'consent:read',
    audit: 'consent.listed',
    surfaces: STAFF,
    operation: 'listConsents',
    summary: 'The written consents of a family, and where each stands today.',
    answer: ConsentListAnswer,
    jsonText: true,
  })
  list(@Ctx() context: Context, @IdParam('familyId') familyId: string): Promise<string> {
    return this.listConsents.run(context, familyId);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/consents',
    permission: 'consent:create',
    audit: 'consent.recorded',
    surfaces: STAFF,
    status: 201,
    operation: 'recordConsent',
    summary: 'Writes down a consent that a member signed on paper before a witness.',
    answer: IdAnswer,
  })
  record(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @Body() request: RecordConsentRequest,
  ): Promise<IdAnswer> {
    return this.recordConsent.run(context, familyId, request);
  }

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/consents/:consentId/text',
    permission: 'consent:read',
    audit: 'consent.read',
    surfaces: STAFF,
    operation: 'readConsentText',
    summary: 'The exact text that was signed, compared with its hash.',
    answer: ConsentTextAnswer,
  })
  text(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('consentId') consentId: string,
  ): Promise<ConsentTextAnswer> {
    return this.readConsentText.run(context, familyId, consentId);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/consents/:consentId/revoke',
    permission: 'consent:withdraw',
    audit: 'consent.revoked',
    surfaces: STAFF,
    status: 204,
    operation: 'revokeConsent',
    summary: 'Writes down that a member took a consent back, with effect at once.',
  })
  revoke(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('consentId') consentId: string,
    @Body() request: RevokeConsentRequest,
  ): Promise<void> {
    return this.revokeConsent.run(context, familyId, consentId, request.how);
  }
}
