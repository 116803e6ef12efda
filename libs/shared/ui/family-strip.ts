import { Component, input } from '@angular/core';
import { KfBadge, type Tone } from './badge';
import { KfIcon } from './icon';
import { KfMemberMark } from './member-mark';

/** A member as the strip draws it: the name and the stable place in the family. */
export interface StripMember {
  readonly name: string;
  readonly index: number;
}

/**
 * The head of everything about one family: name, status, members' marks, next session, and what must not be missed.
 * It never scrolls away. Tabs are projected beneath it, actions with the attribute `actions`.
 */
@Component({
  selector: 'kf-family-strip',
  imports: [KfBadge, KfIcon, KfMemberMark],
  template: `
    <div class="head">
      <div class="names">
        <h1 tabindex="-1">{{ name() }}</h1>
        @if (status()) {
          <kf-badge [tone]="statusTone()">{{ status() }}</kf-badge>
        }
        @if (code()) {
          <span class="code">{{ code() }}</span>
        }
      </div>
      <ul class="marks" role="list" aria-label="Members">
        @for (member of members(); track member.index) {
          <li><kf-member-mark [name]="member.name" [index]="member.index" named /></li>
        }
      </ul>
      @if (next()) {
        <p class="next"><kf-icon name="sessions" /> {{ next() }}</p>
      }
      <div class="actions"><ng-content select="[actions]" /></div>
    </div>
    @if (mustNotMiss().length > 0) {
      <ul class="must" role="list" aria-label="Must not be missed">
        @for (line of mustNotMiss(); track line) {
          <li><kf-icon name="warning" /> {{ line }}</li>
        }
      </ul>
    }
    <ng-content />
  `,
  styleUrl: './family-strip.css',
})
export class KfFamilyStrip {
  readonly name = input.required<string>();
  /** The family's code, for those who work by code. */
  readonly code = input('');
  /** In words: "Active", "Paused". */
  readonly status = input('');
  readonly statusTone = input<Tone>('plain');
  readonly members = input<readonly StripMember[]>([]);
  /** In words: "Next: today 14:00, Room 2". */
  readonly next = input('');
  readonly mustNotMiss = input<readonly string[]>([]);
}
