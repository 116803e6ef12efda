import { Component, computed, inject, input, linkedSignal, signal, viewChildren } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Api,
  beginSummary,
  openSummaryPage,
  orderSummaryLines,
  releaseSummary,
  removeSummaryLine,
  type SummaryDocumentAnswer,
  type SummaryLineAnswer,
} from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfPageHeader, KfProblem, KfSection } from '@kinfold/shared/ui';
import { Dates, KfDatePipe, load, pageName, sending } from '@kinfold/shared/web';
import { LineEditor } from './line-editor';
import { NewLine } from './new-line';
import { type Offer, Offers } from './offers';
import { ReleasedLines } from './released-lines';
import { SeenBy } from './seen-by';
import { listed, nextDateWords, notReadyWords, shareWords, shortName } from './summary-words';
import { WithdrawDialog } from './withdraw-dialog';

/** The summary of one session: written line by line, seen as each member would, shared, and answered. */
@Component({
  selector: 'kf-summary-page',
  imports: [
    KfButton,
    KfDatePipe,
    KfIcon,
    KfPageHeader,
    KfProblem,
    KfSection,
    LineEditor,
    NewLine,
    Offers,
    ReleasedLines,
    RouterLink,
    SeenBy,
    WithdrawDialog,
  ],
  templateUrl: './summary-page.html',
  styleUrl: './summary-page.css',
})
export class SummaryPage {
  private readonly api = inject(Api);
  private readonly dates = inject(Dates);
  private readonly topBar = pageName();
  private readonly editors = viewChildren(LineEditor);

  readonly sessionId = input.required<string>();

  protected readonly page = load(async () => {
    const answer = await this.api.invoke(openSummaryPage, { sessionId: this.sessionId() });
    this.topBar.show(answer.familyName);
    return answer;
  });
  protected readonly summary = computed(() => this.page.value()?.summary ?? null);
  protected readonly members = computed(() => this.page.value()?.members ?? []);
  protected readonly seenBy = computed(() => {
    const summary = this.summary();
    if (summary === null) return [];
    const readers =
      summary.state === 'draft'
        ? summary.readers
        : summary.readers.filter(({ memberId }) => summary.recipientIds.includes(memberId));
    return readers.flatMap((reader) => {
      const member = this.members().find(({ id }) => id === reader.memberId);
      return member ? [{ member, reader }] : [];
    });
  });
  /** What the session offers and the summary does not say yet. */
  protected readonly offers = computed<readonly Offer[]>(() => {
    const page = this.page.value();
    if (page?.summary === null || page === null) return [];
    const { lines } = page.summary;
    const offers = page.suggestions.map(({ momentId: key, ...offer }): Offer => ({ key, ...offer }));
    if (page.nextSessionAt !== null && !lines.some(({ kind }) => kind === 'next-date')) {
      offers.push({
        key: 'next',
        kind: 'next-date',
        memberId: null,
        text: nextDateWords(new Date(page.nextSessionAt), this.dates.setting()),
      });
    }
    return offers.filter(({ text }) => !lines.some((line) => line.text === text));
  });

  /** Whom it will be shared with. Whoever would see nothing any more is left out. */
  private readonly chosen = signal<readonly string[]>([]);
  protected readonly recipients = linkedSignal<readonly string[]>(() => {
    const readers = this.summary()?.readers ?? [];
    return this.chosen().filter((id) => readers.some(({ memberId, lineIds }) => memberId === id && lineIds.length > 0));
  });
  protected readonly notReady = computed(() => {
    const summary = this.summary();
    return summary?.state === 'draft' ? notReadyWords(summary, this.members()) : null;
  });
  protected readonly shareWords = computed(() => shareWords(this.recipients(), this.members()));
  protected readonly whoWasThere = computed(() => {
    const names = this.members()
      .filter((member) => member.tookPart)
      .map((member) => shortName(member.id, this.members()));
    return names.length === 0 ? 'Nobody is marked as having taken part' : `${listed(names)} took part`;
  });
  protected readonly sharedWith = computed(() =>
    listed((this.summary()?.recipientIds ?? []).map((id) => shortName(id, this.members()))),
  );

  protected readonly starting = sending();
  protected readonly arranging = sending();
  protected readonly sharing = sending();
  protected readonly takingBack = signal(false);
  protected readonly said = signal('');

  protected toggle(memberId: string): void {
    const before = this.recipients();
    this.chosen.set(before.includes(memberId) ? before.filter((id) => id !== memberId) : [...before, memberId]);
  }

  protected async begin(): Promise<void> {
    await this.starting.send(() => this.api.invoke(beginSummary, { sessionId: this.sessionId() }));
    await this.page.again();
  }

  protected async move(summary: SummaryDocumentAnswer, place: number, by: -1 | 1): Promise<void> {
    if (!(await this.everythingSaved())) return;
    const lineIds = summary.lines.map(({ id }) => id);
    const [moved] = lineIds.splice(place, 1);
    if (moved === undefined) return;
    lineIds.splice(place + by, 0, moved);
    const version = this.summary()?.version ?? summary.version;
    const params = { summaryId: summary.id, 'If-Match': `"${version}"`, body: { lineIds } };
    const done = await this.arranging.send(() => this.api.invoke(orderSummaryLines, params));
    if (done !== null) this.said.set(`Line ${place + 1} is now line ${place + by + 1}.`);
    await this.page.again();
  }

  protected async remove(summary: SummaryDocumentAnswer, line: SummaryLineAnswer, version: number): Promise<void> {
    const params = { summaryId: summary.id, lineId: line.id, 'If-Match': `"${version}"` };
    const done = await this.arranging.send(() => this.api.invoke(removeSummaryLine, params));
    if (done !== null) this.said.set('The line is taken out.');
    await this.page.again();
  }

  protected async share(): Promise<void> {
    if (!(await this.everythingSaved())) return;
    const summary = this.summary();
    const recipientIds = [...this.recipients()];
    if (summary === null || recipientIds.length === 0) return;
    const params = { summaryId: summary.id, 'If-Match': `"${summary.version}"`, body: { recipientIds } };
    const done = await this.sharing.send(async () => {
      await this.api.invoke(releaseSummary, params);
      return true;
    });
    await this.page.again();
    if (done !== null) this.said.set(`Shared with ${this.sharedWith()}.`);
  }

  protected async takenBack(): Promise<void> {
    this.chosen.set([]);
    this.said.set('Taken back. Nobody sees it any more.');
    await this.page.again();
  }

  /** What is typed is saved, and what is on the screen is what the server has. */
  private async everythingSaved(): Promise<boolean> {
    const waiting = this.editors().filter(({ keeper }) => keeper.unsaved());
    if (waiting.length === 0) return true;
    const saved = await Promise.all(waiting.map(({ keeper }) => keeper.saveNow()));
    await this.page.again();
    return saved.every((one) => one);
  }
}
