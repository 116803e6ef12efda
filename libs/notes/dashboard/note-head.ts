import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SESSION_KIND_WORDS } from '@kinfold/sessions/domain';
import type { NoteAnswer } from '@kinfold/shared/contract/staff';
import { KfBadge, KfIcon, KfPageHeader } from '@kinfold/shared/ui';
import { Dates, KfDatePipe } from '@kinfold/shared/web';

/** The head of a note in every state: whose it is, of which session, and where it stands. Actions are projected. */
@Component({
  selector: 'kf-note-head',
  imports: [KfBadge, KfDatePipe, KfIcon, KfPageHeader, RouterLink],
  template: `
    <kf-page-header heading="Progress note" [line]="line()">
      <p above class="kf-small">
        <a [routerLink]="['/families', note().familyId]"><kf-icon name="back" /> {{ note().familyName }}</a>
      </p>
      <div class="kf-row">
        @if (note().state === 'signed') {
          <kf-badge tone="good" icon="lock"
            >Signed {{ note().signedAt ?? '' | kfDate }} by {{ note().signedByName }}</kf-badge
          >
          @if (note().lateEntry) {
            <kf-badge tone="due" icon="clock">Late entry</kf-badge>
          }
        } @else {
          <kf-badge tone="plain" icon="edit">Draft of {{ note().authorName }}</kf-badge>
        }
      </div>
      <ng-container ngProjectAs="[actions]"><ng-content select="[actions]" /></ng-container>
    </kf-page-header>
  `,
  styles: `
    a {
      display: inline-flex;
      gap: var(--kf-space-1);
      align-items: center;
    }

    .kf-row {
      margin-top: var(--kf-space-2);
    }
  `,
})
export class NoteHead {
  private readonly dates = inject(Dates);

  readonly note = input.required<NoteAnswer>();

  protected readonly line = computed(() => {
    const { kind, startsAt } = this.note().session;
    return `${SESSION_KIND_WORDS[kind]}, ${this.dates.moment(startsAt)}`;
  });
}
