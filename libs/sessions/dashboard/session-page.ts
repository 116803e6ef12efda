import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  ATTENDANCE_WORDS,
  CANCEL_REASON_WORDS,
  MODALITY_WORDS,
  SESSION_KIND_WORDS,
  SESSION_STATUS_WORDS,
  canStep,
} from '@kinfold/sessions/domain';
import { Api, openSession, type SessionPageAnswer } from '@kinfold/shared/contract/staff';
import {
  KfBadge,
  KfButton,
  KfIcon,
  KfListRow,
  KfMemberMark,
  KfPageHeader,
  KfSection,
  KfTimeline,
  KfTimelineItem,
  type Tone,
} from '@kinfold/shared/ui';
import { Dates, SignedIn, load, pageName } from '@kinfold/shared/web';
import { CancelDialog } from './cancel-dialog';
import { minuteClock, onReturn } from './clock';
import { MOMENT_ICONS, momentName } from './moment-words';
import { MoveDialog } from './move-dialog';
import { roomNow } from './room-now';
import { routeId } from './route-id';
import { actionOf } from './today-words';

const TONES: Readonly<Record<SessionPageAnswer['status'], Tone>> = {
  planned: 'info',
  held: 'good',
  closed: 'plain',
  cancelled: 'plain',
};
const CLINICIANS = ['therapist', 'co-therapist', 'trainee', 'supervisor'];

/** At the beginning of a line: "today 14:00" becomes "Today 14:00". */
function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One session: when, who, how it stands, and the one thing to do next. */
@Component({
  selector: 'kf-session-page',
  imports: [
    CancelDialog,
    KfBadge,
    KfButton,
    KfIcon,
    KfListRow,
    KfMemberMark,
    KfPageHeader,
    KfSection,
    KfTimeline,
    KfTimelineItem,
    MoveDialog,
    RouterLink,
  ],
  templateUrl: './session-page.html',
  styleUrl: './session-page.css',
})
export class SessionPage {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);
  private readonly signedIn = inject(SignedIn);
  private readonly now = minuteClock();
  private readonly sessionId = routeId('sessionId');

  protected readonly loaded = load(() => this.api.invoke(openSession, { sessionId: this.sessionId }));
  /** What is on the screen stays there when reading it again fails. */
  protected readonly session = linkedSignal<SessionPageAnswer | null, SessionPageAnswer | null>({
    source: this.loaded.value,
    computation: (answer, before) => answer ?? before?.value ?? null,
  });
  protected readonly moving = signal(false);
  protected readonly cancelling = signal(false);
  protected readonly clinical = this.signedIn.hasRole(...CLINICIANS);

  protected readonly shown = computed(() => {
    const session = this.session();
    if (session === null) return null;
    const { status } = session;
    const known = roomNow(session, []);
    // The desk reads no attendance, so it cannot say that somebody is not marked.
    const unmarked = this.clinical && (status === 'held' || status === 'closed') ? 'Not marked' : '';
    return {
      ...session,
      when: begun(this.dates.moment(session.startsAt)),
      exact: this.dates.exact(session.startsAt),
      ends: this.dates.time(session.endsAt),
      line: `${session.familyName} · ${SESSION_KIND_WORDS[session.kind]}`,
      badge: { words: SESSION_STATUS_WORDS[status], tone: TONES[status] },
      where: [MODALITY_WORDS[session.modality], session.room].filter((part) => part !== null).join(', '),
      held:
        session.startedAt === null || session.stoppedAt === null
          ? ''
          : `${this.dates.time(session.startedAt)} to ${this.dates.time(session.stoppedAt)}`,
      with: session.clinicians.map((clinician) => clinician.name).join(' and '),
      why: session.cancelReason === null ? '' : CANCEL_REASON_WORDS[session.cancelReason],
      people: known.members.map((member) => ({
        ...member,
        came: member.attendance === null ? unmarked : ATTENDANCE_WORDS[member.attendance],
      })),
      noted: known.moments.map((moment) => ({
        ...moment,
        icon: MOMENT_ICONS[moment.kind],
        title: momentName(moment),
        about: known.members.find((member) => member.id === moment.memberId)?.called ?? '',
        time: this.dates.time(moment.at),
        exact: this.dates.exact(moment.at),
      })),
      action: this.clinical ? actionOf(session, this.now()) : null,
      canMove: canStep('move', status),
      canCancel: canStep('cancel', status) && this.signedIn.hasRole('therapist', 'front-desk'),
    };
  });

  constructor() {
    const page = pageName();
    effect(() => page.show(this.session()?.familyName ?? 'Session'));
    onReturn(() => void this.loaded.again());
  }
}
