import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdAnswer } from '@kinfold/families/api';
import { type Context, Ctx, Endpoint, IdParam, IfMatch } from '@kinfold/shared/api';
import { GiveInstrument } from './administrations/give-instrument';
import { OpenAdministration } from './administrations/open-administration';
import { SendAnswers } from './administrations/send-answers';
import { WithdrawAdministration } from './administrations/withdraw-administration';
import {
  AdministrationPageAnswer,
  InstrumentListAnswer,
  MeasuresAnswer,
  OpenAdministrationAnswer,
} from './assessments.answers';
import { GiveInstrumentRequest, SendAnswersRequest } from './assessments.requests';
import { ListInstruments } from './instruments/list-instruments';
import { ListMeasures } from './results/list-measures';
import { ReadResult } from './results/read-result';

const STAFF = ['staff'] as const;

@ApiTags('assessments')
@Controller()
export class AssessmentsController {
  constructor(
    private readonly listInstruments: ListInstruments,
    private readonly giveInstrument: GiveInstrument,
    private readonly openAdministration: OpenAdministration,
    private readonly sendAnswers: SendAnswers,
    private readonly withdrawAdministration: WithdrawAdministration,
    private readonly listMeasures: ListMeasures,
    private readonly readResult: ReadResult,
  ) {}

  // Not audited: titles of the program's own catalogue, nobody's data.
  @Endpoint({
    method: 'GET',
    path: 'instruments',
    permission: 'instrument:read',
    audit: 'none',
    surfaces: STAFF,
    operation: 'listInstruments',
    summary: 'The instruments that can be given, by title.',
    answer: InstrumentListAnswer,
  })
  instruments(): InstrumentListAnswer {
    return this.listInstruments.run();
  }

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/administrations',
    permission: 'response:read',
    audit: 'measures.listed',
    surfaces: STAFF,
    operation: 'listMeasures',
    summary: 'What was given to the members of a family, and what came of it.',
    answer: MeasuresAnswer,
    jsonText: true,
  })
  list(@Ctx() context: Context, @IdParam('familyId') familyId: string): Promise<string> {
    return this.listMeasures.run(context, familyId);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/administrations',
    permission: 'response:create',
    audit: 'administration.given',
    surfaces: STAFF,
    status: 201,
    operation: 'giveInstrument',
    summary: 'Gives an instrument to one member, on the tablet.',
    answer: IdAnswer,
  })
  give(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @Body() request: GiveInstrumentRequest,
  ): Promise<IdAnswer> {
    return this.giveInstrument.run(context, familyId, request);
  }

  @Endpoint({
    method: 'GET',
    path: 'families/:familyId/administrations/:administrationId',
    permission: 'response:read',
    audit: 'response.opened',
    surfaces: STAFF,
    operation: 'readResult',
    summary: 'One administration with its result, the working and the change.',
    answer: AdministrationPageAnswer,
  })
  result(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('administrationId') id: string,
  ): Promise<AdministrationPageAnswer> {
    return this.readResult.run(context, familyId, id);
  }

  @Endpoint({
    method: 'POST',
    path: 'families/:familyId/administrations/:administrationId/withdraw',
    permission: 'response:create',
    audit: 'administration.withdrawn',
    surfaces: STAFF,
    status: 204,
    operation: 'withdrawAdministration',
    summary: 'Takes back what was given and is not answered yet.',
    ifMatch: true,
  })
  withdraw(
    @Ctx() context: Context,
    @IdParam('familyId') familyId: string,
    @IdParam('administrationId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.withdrawAdministration.run(context, familyId, id, version);
  }

  @Endpoint({
    method: 'GET',
    path: 'administrations/:administrationId',
    permission: 'response:create',
    audit: 'administration.opened',
    surfaces: STAFF,
    operation: 'openAdministration',
    summary: 'What the tablet needs to ask the questions, and nothing of the family.',
    answer: OpenAdministrationAnswer,
  })
  open(@Ctx() context: Context, @IdParam('administrationId') id: string): Promise<OpenAdministrationAnswer> {
    return this.openAdministration.run(context, id);
  }

  @Endpoint({
    method: 'POST',
    path: 'administrations/:administrationId/response',
    permission: 'response:create',
    audit: 'response.sent',
    surfaces: STAFF,
    status: 201,
    operation: 'sendAnswers',
    summary: 'Sends the answers, once.',
    answer: IdAnswer,
  })
  send(
    @Ctx() context: Context,
    @IdParam('administrationId') id: string,
    @Body() request: SendAnswersRequest,
  ): Promise<IdAnswer> {
    return this.sendAnswers.run(context, id, request.answers);
  }
}
