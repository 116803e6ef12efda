import { Module } from '@nestjs/common';
import { GiveInstrument } from './administrations/give-instrument';
import { OpenAdministration } from './administrations/open-administration';
import { SendAnswers } from './administrations/send-answers';
import { WithdrawAdministration } from './administrations/withdraw-administration';
import { AssessmentsController } from './assessments.controller';
import { ListInstruments } from './instruments/list-instruments';
import { ListMeasures } from './results/list-measures';
import { ReadResult } from './results/read-result';

@Module({
  controllers: [AssessmentsController],
  providers: [
    GiveInstrument,
    ListInstruments,
    ListMeasures,
    OpenAdministration,
    ReadResult,
    SendAnswers,
    WithdrawAdministration,
  ],
})
export class AssessmentsModule {}
