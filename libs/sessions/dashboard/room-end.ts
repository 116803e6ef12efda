import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import {
  MODALITIES,
  MODALITY_WORDS,
  PARTICIPATION_AXES,
  PARTICIPATION_RANGE,
  PARTICIPATION_WORDS,
  wasThere,
  type AttendanceStatus,
  type Modality,
  type ParticipationAxis,
} from '@kinfold/sessions/domain';
import { Api, closeSession, rateParticipation, type SessionPageAnswer } from '@kinfold/shared/contract/staff';
import {
  KfButton,
  KfControl,
  KfField,
  KfIcon,
  KfMemberMark,
  KfProblem,
  KfScale,
  numberScale,
  type ProblemWords,
} from '@kinfold/shared/ui';
import { sending } from '@kinfold/shared/web';
import { DomainError } from '@kinfold/shared/kernel';
import { AttendanceChips } from './attendance-chips';
import { heldTexts, heldTimes, type HeldTimes } from './held-times';
import { isHalfRated, ratingsOf, UNRATED, type RatingDraft } from './ratings';
import type { RoomMember } from './room-now';

/** Where somebody goes once the session is closed. */
export type AfterClose = 'note' | 'session';

/** After the family has left: how everybody took part, when it began and stopped, and closing. Ratings may be left out. */
@Component({
  selector: 'kf-room-end',
  imports: [AttendanceChips, KfButton, KfControl, KfField, KfIcon, KfMemberMark, KfProblem, KfScale],
  templateUrl: './room-end.html',
  styleUrl: './room-end.css',
})
export class RoomEnd {
  private readonly api = inject(Api);
  readonly session = input.required<SessionPageAnswer>();
  readonly members = input.required<readonly RoomMember[]>();
  /** Sends what still waits; says whether all has arrived. */
  readonly sendKept = input.required<() => Promise<boolean>>();
  readonly closed = output<AfterClose>();
  readonly resume = output();
  readonly changed = output();
  readonly came = output<{ readonly memberId: string; readonly status: AttendanceStatus }>();

  protected readonly steps = numberScale(PARTICIPATION_RANGE.min, PARTICIPATION_RANGE.max);
  protected readonly axes = PARTICIPATION_AXES.map((axis) => ({ axis, ...PARTICIPATION_WORDS[axis] }));
  protected readonly ways = MODALITIES.map((value) => ({ value, words: MODALITY_WORDS[value] }));

  private readonly known = computed<HeldTimes>(() => {
    const { openedAt, startsAt, stoppedAt, endsAt } = this.session();
    return { startedAt: openedAt ?? startsAt, stoppedAt: stoppedAt ?? endsAt };
  });
  protected readonly texts = linkedSignal(() => heldTexts(this.known(), this.session().timeZone));
  protected readonly modality = linkedSignal<Modality>(() => this.session().modality);
  protected readonly drafts = linkedSignal<ReadonlyMap<string, RatingDraft>>(
    () => new Map(this.session().members.map((member) => [member.id, member.participation ?? UNRATED])),
  );
  protected readonly there = computed(() =>
    this.members()
      .filter((member) => wasThere(member.attendance))
      .map((member) => ({ ...member, rating: this.drafts().get(member.id) ?? UNRATED })),
  );

  /** Whoever nobody marked; they can still be marked before closing. */
  protected readonly unmarked = computed(() => this.members().filter((member) => member.attendance === null));

  protected readonly sending = sending();
  private readonly ownWords = signal<ProblemWords | null>(null);
  protected readonly words = computed<ProblemWords | null>(() => {
    const words = this.sending.words();
    return this.ownWords() ?? (words === null ? null : { title: words.title, detail: words.detail });
  });
  /** Ratings the server has; the same are not sent twice. */
  private rated = '';

  protected rate(memberId: string, axis: ParticipationAxis, value: number | null): void {
    this.drafts.update((drafts) =>
      new Map(drafts).set(memberId, { ...(drafts.get(memberId) ?? UNRATED), [axis]: value }),
    );
  }

  protected time(which: 'started' | 'stopped', event: Event): void {
    if (event.target instanceof HTMLInputElement) {
      const { value } = event.target;
      this.texts.update((texts) => ({ ...texts, [which]: value }));
    }
  }

  protected way(event: Event): void {
    const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
    this.modality.set(MODALITIES.find((one) => one === value) ?? this.modality());
  }

  protected async close(after: AfterClose): Promise<void> {
    this.ownWords.set(this.refusal());
    if (this.ownWords() !== null) return;
    const { id, version, timeZone } = this.session();
    const done = await this.sending.send(async () => {
      if (!(await this.sendKept()())) {
        this.ownWords.set({
          title: 'Not everything has arrived',
          detail: 'What you tapped is kept here. Try again when there is a connection.',
        });
        return null;
      }
      await this.sendRatings(id);
      const body = { ...heldTimes(this.texts(), this.known(), timeZone), modality: this.modality() };
      return this.api.invoke(closeSession, { sessionId: id, 'If-Match': `"${version}"`, body });
    });
    if (done !== null) this.closed.emit(after);
    else if (['version_stale', 'wrong_state'].includes(this.sending.problem()?.code ?? '')) this.changed.emit();
  }

  private async sendRatings(sessionId: string): Promise<void> {
    const ids = new Set(this.there().map((member) => member.id));
    const ratings = ratingsOf(this.drafts()).filter((rating) => ids.has(rating.memberId));
    const text = JSON.stringify(ratings);
    if (ratings.length === 0 || text === this.rated) return;
    await this.api.invoke(rateParticipation, { sessionId, body: { ratings } });
    this.rated = text;
  }

  /** What can be said without asking the server. */
  private refusal(): ProblemWords | null {
    const half = this.there().filter((member) => isHalfRated(member.rating));
    if (half.length > 0) {
      return {
        title: `${half.map((member) => member.called).join(' and ')} is half rated`,
        detail: 'Choose all three steps, or take them out.',
      };
    }
    if (this.there().length === 0)
      return { title: 'Nobody is marked as here', detail: 'Go back to the room and mark who took part.' };
    if (this.texts().started === '' || this.texts().stopped === '')
      return { title: 'A time is missing', detail: 'Say when it began and when it stopped.' };
    return this.timeRefusal();
  }

  private timeRefusal(): ProblemWords | null {
    try {
      heldTimes(this.texts(), this.known(), this.session().timeZone);
      return null;
    } catch (error) {
      const field = error instanceof DomainError ? error.fields[0] : undefined;
      return {
        title: 'This time needs another look',
        detail: field?.message ?? 'Check when it began and when it stopped.',
      };
    }
  }

  protected clear(memberId: string): void {
    this.drafts.update((drafts) => new Map(drafts).set(memberId, UNRATED));
  }
}
