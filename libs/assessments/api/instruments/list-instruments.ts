import { Injectable } from '@nestjs/common';
import { instrumentsToGive } from '@kinfold/assessments/domain';
import type { InstrumentListAnswer } from '../assessments.answers';

/** What can be given. The catalogue is part of the program and nobody's data, so there is nothing to read or to audit. */
@Injectable()
export class ListInstruments {
  run(): InstrumentListAnswer {
    return {
      items: instrumentsToGive().map(({ id, version, title, clinicalName, label, respondent, items }) => ({
        id,
        version,
        title,
        clinicalName,
        label,
        respondent,
        items: items.length,
      })),
    };
  }
}
