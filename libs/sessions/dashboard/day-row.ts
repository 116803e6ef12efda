import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { KfBadge, KfButton, KfIcon, KfMemberMark } from '@kinfold/shared/ui';
import type { BadgeWords, SessionAction } from './today-words';

/** One session of a day, ready to be drawn. */
export interface DayRowWords {
  readonly id: string;
  readonly name: string;
  /** Where the name leads. */
  readonly family: readonly string[];
  readonly starts: string;
  readonly ends: string;
  readonly exact: string;
  readonly what: string;
  readonly who: string;
  readonly came: string;
  readonly members: readonly { readonly name: string; readonly place: number }[];
  readonly badges: readonly BadgeWords[];
  readonly action: SessionAction | null;
  /** Under way or next. */
  readonly current: boolean;
  readonly quiet: boolean;
}

/** A session in a day's order: when, with whom, what waits, and the one thing to do. */
@Component({
  selector: 'kf-day-row',
  imports: [KfBadge, KfButton, KfIcon, KfMemberMark, RouterLink],
  template: `
    @let one = row();
    <a class="when" [routerLink]="['/sessions', one.id]" [attr.title]="one.exact">
      <span class="starts">{{ one.starts }}</span>
      <span class="ends"><span class="kf-hidden">until</span> {{ one.ends }}</span>
    </a>
    <div class="body">
      <h3>
        <a [routerLink]="one.family">{{ one.name }}</a>
      </h3>
      <p class="kf-soft kf-small">
        {{ one.what }}
        @if (one.who) {
          . {{ one.who }}
        }
      </p>
      @if (one.members.length > 0) {
        <ul class="marks" role="list" aria-label="Who comes">
          @for (member of one.members; track member.place) {
            <li><kf-member-mark named [name]="member.name" [index]="member.place" /></li>
          }
          @if (one.came) {
            <li class="kf-soft kf-small">{{ one.came }}</li>
          }
        </ul>
      }
    </div>
    <div class="side">
      @for (badge of one.badges; track badge.words) {
        <kf-badge [tone]="badge.tone" [icon]="badge.icon">{{ badge.words }}</kf-badge>
      }
      @if (one.action; as action) {
        <a kf-button [tone]="action.first && one.current ? 'primary' : 'plain'" [routerLink]="action.link">
          <kf-icon [name]="action.icon" /> {{ action.words }}<span class="kf-hidden">, {{ one.name }}</span>
        </a>
      }
    </div>
  `,
  styleUrl: './day-row.css',
  host: { '[class.current]': 'row().current', '[class.quiet]': 'row().quiet' },
})
export class DayRow {
  readonly row = input.required<DayRowWords>();
}
