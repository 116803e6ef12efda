import { Injectable } from '@nestjs/common';
import { clinicDay, type Context, Sql } from '@kinfold/shared/api';
import { invalidField, isDay } from '@kinfold/shared/kernel';
import { seesWithDeskEyes } from '../today/desk-eyes';
import { AGENDA } from './agenda.read-model';

const MOST_DAYS = 31;

/** The sessions of some days: one's own, at the desk everybody's by code. */
@Injectable()
export class Agenda {
  constructor(private readonly sql: Sql) {}

  /**
   * @param from first day, `2026-11-23`; today when nobody says
   * @param daysText how many days, 1 to 31; seven when nobody says
   * @returns JSON text: an `AgendaAnswer`
   * @throws DomainError 422 for a day that does not exist or a number out of range
   */
  async run(context: Context, from = clinicDay(context), daysText = '7'): Promise<string> {
    const days = /^\d{1,2}$/.test(daysText) ? Number(daysText) : 0;
    if (!isDay(from)) throw invalidField('from', 'is_day', 'Write a day that exists, like 2026-03-09.');
    if (days < 1 || days > MOST_DAYS) throw invalidField('days', 'range', `Ask for 1 to ${MOST_DAYS} days.`);
    const { clinicId, accountId, clinicZone } = context;
    return (
      (await this.sql.read(context, AGENDA, [
        clinicId,
        accountId,
        from,
        days,
        clinicZone,
        seesWithDeskEyes(context),
      ])) ?? '{"items":[]}'
    );
  }
}
