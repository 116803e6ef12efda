import { max, maxLength, min, required, schema, validate } from '@angular/forms/signals';
import { SESSION_LIMITS, SESSION_TIMES, type Modality } from '@kinfold/sessions/domain';
import type { MoveSessionRequest } from '@kinfold/shared/contract/staff';

/** When and where, as it is typed. */
export interface TimeDraft {
  /** `2026-11-24`, or empty. */
  readonly day: string;
  /** `14:00`, or empty; the clinic's wall time. */
  readonly time: string;
  readonly minutes: number | null;
  readonly modality: Modality;
  readonly room: string;
}

/** Today at the next full hour, fifty minutes, in person. */
export function emptyTime(today: string, timeNow: string): TimeDraft {
  const hour = Math.min(Number(timeNow.slice(0, 2)) + 1, 23);
  return {
    day: today,
    time: `${String(hour).padStart(2, '0')}:00`,
    minutes: SESSION_TIMES.usualMinutes,
    modality: 'in-person',
    room: '',
  };
}

/** What is sent. A session without a place to go to has no room. */
export function timeRequest(draft: TimeDraft): MoveSessionRequest {
  const room = draft.modality === 'in-person' ? draft.room.trim() || null : null;
  return { localStart: `${draft.day}T${draft.time}`, minutes: draft.minutes ?? 0, modality: draft.modality, room };
}

const { minMinutes, maxMinutes } = SESSION_TIMES;
const LENGTH = { message: `From ${minMinutes} to ${maxMinutes} minutes.` };

/** The rules of the fields; which times exist on a day the server decides. */
export const timeSchema = schema<TimeDraft>((path) => {
  required(path.day, { message: 'Choose the day.' });
  required(path.time, { message: 'Choose the time.' });
  required(path.minutes, { message: 'Say how long it lasts.' });
  min(path.minutes, minMinutes, LENGTH);
  max(path.minutes, maxMinutes, LENGTH);
  maxLength(path.room, SESSION_LIMITS.room, { message: `Keep this to ${SESSION_LIMITS.room} characters.` });
  validate(path.day, ({ value }) => (value() > '2199-12-31' ? { kind: 'day', message: 'Check the year.' } : undefined));
});
