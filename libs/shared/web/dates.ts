import { Injectable, Pipe, computed, inject, type PipeTransform } from '@angular/core';
import { dayOf, dayWords, exactWords, momentWords, timeWords, type DateSetting } from './date-words';
import { SignedIn } from './signed-in';

/** Writes dates in the clinic's zone and language. `at` is an instant as the API sends it (ISO 8601) or a `Date`. */
@Injectable({ providedIn: 'root' })
export class Dates {
  private readonly signedIn = inject(SignedIn);
  readonly setting = computed<DateSetting>(() => ({
    timeZone: this.signedIn.timeZone(),
    language: this.signedIn.language(),
    deviceZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));

  /** "today 14:00", "Tue 24 Nov 14:00" */
  moment(at: string | Date): string {
    return momentWords(new Date(at), new Date(), this.setting());
  }

  /** "today", "Tue 24 Nov"; takes a calendar day (`2026-11-24`) or an instant */
  day(at: string | Date): string {
    const day = typeof at === 'string' && at.length === 10 ? at : dayOf(new Date(at), this.setting().timeZone);
    return dayWords(day, new Date(), this.setting());
  }

  /** "14:00" */
  time(at: string | Date): string {
    return timeWords(new Date(at), this.setting());
  }

  /** "Tuesday, 24 November 2026, 14:00 EST" */
  exact(at: string | Date): string {
    return exactWords(new Date(at), this.setting());
  }

  /** Today at the clinic, `2026-11-24`. */
  today(): string {
    return dayOf(new Date(), this.setting().timeZone);
  }
}

/** How `kfDate` writes: `moment` unless told. */
export type DateManner = 'moment' | 'day' | 'time' | 'exact';

/** `<time [attr.title]="s.startsAt | kfDate: 'exact'">{{ s.startsAt | kfDate }}</time>` */
@Pipe({ name: 'kfDate' })
export class KfDatePipe implements PipeTransform {
  private readonly dates = inject(Dates);

  transform(at: string | Date, manner: DateManner = 'moment'): string {
    return this.dates[manner](at);
  }
}
