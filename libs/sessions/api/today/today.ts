import { Injectable } from '@nestjs/common';
import { clinicDay, type Context, Sql } from '@kinfold/shared/api';
import { seesWithDeskEyes } from './desk-eyes';
import { TODAY } from './today.read-model';

/** The day of whoever asks: a clinician's own sessions and waiting notes; at the desk everybody's, by code. */
@Injectable()
export class Today {
  constructor(private readonly sql: Sql) {}

  /** @returns JSON text: a `TodayAnswer` */
  async run(context: Context): Promise<string> {
    const day = clinicDay(context);
    const { clinicId, accountId, clinicZone } = context;
    const body = await this.sql.read(context, TODAY, [clinicId, accountId, day, clinicZone, seesWithDeskEyes(context)]);
    return body ?? JSON.stringify({ day, sessions: [], waitingNotes: [] });
  }
}
