import { Component, DestroyRef, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MOMENT_WORDS, type AttendanceStatus, type MomentKind } from '@kinfold/sessions/domain';
import {
  Api,
  endSession,
  openRoom,
  openSession,
  resumeSession,
  type SessionPageAnswer,
} from '@kinfold/shared/contract/staff';
import { KfButton, KfChip, KfIcon, KfProblem, KfSection, KfTimer, KfUndoBar } from '@kinfold/shared/ui';
import { KeySequence, ProblemWordsBook, isTyping, load, newKey, sending } from '@kinfold/shared/web';
import { onReturn } from './clock';
import { MomentList, type MomentWords } from './moment-list';
import { MOMENT_ICONS, momentName, notedWords } from './moment-words';
import { RoomColumn } from './room-column';
import { RoomEnd, type AfterClose } from './room-end';
import { roomNow } from './room-now';
import { RoomQueues } from './room-queues';
import { routeId } from './route-id';
import { TechniquePicker } from './technique-picker';
import { whatAndWhere } from './today-words';

/** How long a tap can be taken back in one press, in milliseconds (product.md, Room). */
const UNDO_WITHIN = 5_000;
/** How often a second clinician's moments are looked for, in milliseconds. */
const LOOK_EVERY = 15_000;

/** What is tapped for everybody together, with its key. */
const TOGETHER = [
  { kind: 'agreement', key: 'a' },
  { kind: 'shift', key: 's' },
  { kind: 'break', key: 'b' },
  { kind: 'safety', key: 'x' },
] as const satisfies readonly { readonly kind: MomentKind; readonly key: string }[];

/** How many members have a column of full size. */
const FULL_COLUMNS = 5;

/** Where the session stands, as the room shows it. */
type Phase = 'arrival' | 'open' | 'end' | 'over';

/** The room: a column per member, moments in one tap, kept here until they have arrived. */
@Component({
  selector: 'kf-room-page',
  imports: [
    KfButton,
    KfChip,
    KfIcon,
    KfProblem,
    KfSection,
    KfTimer,
    KfUndoBar,
    MomentList,
    RoomColumn,
    RoomEnd,
    RouterLink,
    TechniquePicker,
  ],
  templateUrl: './room-page.html',
  styleUrl: './room-page.css',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class RoomPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly book = inject(ProblemWordsBook);
  private readonly keys = new KeySequence([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    'k',
    'u',
    ...TOGETHER.map(({ key }) => key),
  ]);
  protected readonly sessionId = routeId('sessionId');

  protected readonly queue = inject(RoomQueues).of(this.sessionId);
  protected readonly loaded = load(() => this.api.invoke(openSession, { sessionId: this.sessionId }));
  /** What is on the screen stays there when reading it again fails. */
  protected readonly session = linkedSignal<SessionPageAnswer | null, SessionPageAnswer | null>({
    source: this.loaded.value,
    computation: (answer, before) => answer ?? before?.value ?? null,
  });
  protected readonly shown = computed(() => {
    const session = this.session();
    return session === null ? null : roomNow(session, this.queue.made());
  });
  protected readonly phase = computed<Phase>(() => {
    const session = this.session();
    if (session === null || session.status === 'planned') return 'arrival';
    if (session.status !== 'held') return 'over';
    return session.stoppedAt === null ? 'open' : 'end';
  });
  protected readonly head = computed(() => {
    const session = this.session();
    if (session === null) return null;
    const opened = session.openedAt === null ? null : new Date(session.openedAt);
    const planned = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000);
    return { name: session.familyName, line: whatAndWhere(session), opened, planned };
  });

  protected readonly most = FULL_COLUMNS;
  protected readonly together = TOGETHER.map(({ kind, key }) => ({
    kind,
    key,
    words: MOMENT_WORDS[kind],
    icon: MOMENT_ICONS[kind],
  }));
  protected readonly waiting = computed(() => new Set(this.queue.waiting().map((act) => act.id)));
  protected readonly keptWords = computed(() => {
    const count = this.queue.waiting().length;
    if (this.queue.trouble() === null || count === 0) return '';
    return `Kept here, will send (${count})`;
  });
  protected readonly refused = computed(() =>
    this.queue.refused().map(({ act, problem }) => {
      const what =
        act.act === 'moment'
          ? momentName(act)
          : act.act === 'attendance'
            ? 'A mark'
            : act.act === 'words'
              ? `“${act.words}”`
              : 'Taking back';
      const { detail } = this.book.for(problem);
      return { id: act.id, words: { title: `${what} was not kept`, detail, wayOn: 'I have seen it' } };
    }),
  );

  /** Moments can be put out of sight while members look on. */
  protected readonly listOpen = signal(true);
  protected readonly picking = signal(false);
  /** With whom the technique is; null for everybody. */
  protected readonly pickingFor = signal<string | null>(null);
  protected readonly pickingCalled = computed(() => this.calledOf(this.pickingFor()) ?? '');
  protected readonly newest = signal<string | null>(null);
  protected readonly justNoted = signal<{ readonly id: string; readonly words: string } | null>(null);
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  protected readonly moving = sending();
  protected readonly movingWords = this.moving.words;

  constructor() {
    onReturn(() => void this.again());
    const looking = setInterval(() => {
      const two = (this.session()?.clinicians.length ?? 0) > 1;
      if (two && this.phase() === 'open' && document.visibilityState === 'visible') void this.again();
    }, LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(looking);
      clearTimeout(this.undoTimer);
    });
    effect(() => {
      if (this.phase() !== 'open') this.justNoted.set(null);
    });
  }

  protected came(memberId: string, status: AttendanceStatus): void {
    this.queue.add({ act: 'attendance', id: newKey(), memberId, status });
  }

  protected note(kind: MomentKind, memberId: string | null, technique: string | null = null): void {
    const id = newKey();
    this.queue.add({ act: 'moment', id, kind, memberId, technique, at: new Date().toISOString() });
    this.newest.set(id);
    clearTimeout(this.undoTimer);
    this.justNoted.set({ id, words: notedWords({ kind, technique }, this.calledOf(memberId)) });
    this.undoTimer = setTimeout(() => this.justNoted.set(null), UNDO_WITHIN);
  }

  protected pick(memberId: string | null): void {
    this.pickingFor.set(memberId);
    this.picking.set(true);
  }

  protected worded({ id, words }: MomentWords): void {
    this.queue.add({ act: 'words', id: newKey(), momentId: id, words });
  }

  protected takeBack(momentId: string): void {
    this.queue.add({ act: 'undo', id: newKey(), momentId });
    if (this.justNoted()?.id === momentId) this.justNoted.set(null);
  }

  protected onKey(event: KeyboardEvent): void {
    if (this.phase() !== 'open' || isTyping(event.target)) return;
    const key = this.keys.press(event, event.timeStamp);
    if (key === null) return;
    event.preventDefault();
    const together = TOGETHER.find((one) => one.key === key);
    const member = this.shown()?.members[Number(key) - 1];
    const last = this.justNoted();
    if (together) this.note(together.kind, null);
    else if (key === 'k') this.pick(null);
    else if (key === 'u' && last) this.takeBack(last.id);
    else if (member) this.note('turn', member.id);
  }

  protected begin(): Promise<void> {
    return this.step((params) => this.api.invoke(openRoom, params));
  }

  protected async end(): Promise<void> {
    await this.queue.sendNow();
    await this.step((params) => this.api.invoke(endSession, params));
  }

  protected resume(): Promise<void> {
    return this.step((params) => this.api.invoke(resumeSession, params));
  }

  protected readonly sendKept = (): Promise<boolean> => this.queue.sendNow();

  protected async leave(after: AfterClose): Promise<void> {
    await this.router.navigate(after === 'note' ? ['/notes/session', this.sessionId] : ['/sessions', this.sessionId]);
  }

  /** Reads again; what the answer holds need not be laid over it any longer. */
  protected async again(): Promise<void> {
    const sent = this.queue.sentSoFar();
    await this.loaded.again();
    if (this.loaded.problem() === null) this.queue.forgetSent(sent);
  }

  private async step(send: (params: { sessionId: string; 'If-Match': string }) => Promise<unknown>): Promise<void> {
    const session = this.session();
    if (session === null) return;
    const params = { sessionId: this.sessionId, 'If-Match': `"${session.version}"` };
    await this.moving.send(() => send(params));
    const code = this.moving.problem()?.code ?? '';
    if (code === '' || code === 'version_stale' || code === 'wrong_state') await this.again();
  }

  protected calledOf(memberId: string | null): string | null {
    return this.shown()?.members.find((member) => member.id === memberId)?.called ?? null;
  }
}
