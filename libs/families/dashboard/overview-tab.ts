import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  KfBadge,
  KfButton,
  KfListRow,
  KfMemberMark,
  KfSection,
  KfTimeline,
  KfTimelineItem,
  type SectionState,
} from '@kinfold/shared/ui';
import { Dates, KfDatePipe, dayOf } from '@kinfold/shared/web';
import { fullName, shortNames } from './member-names';
import { isPresent } from './must-not-miss';
import { OpenedFamily } from './opened-family';
import { mergeTimeline } from './timeline';
import { timelineWords } from './timeline-words';
import { STANDING_WORDS, privateThingsWords } from './words';

const fullUnless = (empty: boolean): SectionState => ({ kind: empty ? 'empty' : 'full' });

/** The first tab: what happened, newest first, and beside it what was decided and who belongs to the family. */
@Component({
  selector: 'kf-overview-tab',
  imports: [KfBadge, KfButton, KfDatePipe, KfListRow, KfMemberMark, KfSection, KfTimeline, KfTimelineItem, RouterLink],
  templateUrl: './overview-tab.html',
  styleUrl: './overview-tab.css',
})
export class OverviewTab {
  private readonly dates = inject(Dates);
  protected readonly opened = inject(OpenedFamily);
  private readonly everyone = computed(() => this.opened.family()?.members ?? []);

  protected readonly entries = computed(() => {
    const family = this.opened.family();
    if (family === null) return [];
    const { timeZone } = this.dates.setting();
    const now = this.opened.now();
    const merged = mergeTimeline(family.sessions, family.scores, (at) => dayOf(new Date(at), timeZone), now);
    return timelineWords(merged, family.members, now, this.dates);
  });
  protected readonly happened = computed(() => fullUnless(this.entries().length === 0));

  protected readonly decisions = computed(() => {
    const names = shortNames(this.everyone());
    const decisions = this.opened.family()?.decisions ?? [];
    return decisions.map((decision) => ({ ...decision, who: names.get(decision.memberId ?? '') ?? '' }));
  });
  protected readonly decided = computed(() => fullUnless(this.decisions().length === 0));

  protected readonly members = computed(() =>
    this.everyone()
      .filter(isPresent)
      .map((member) => ({
        id: member.id,
        name: fullName(member),
        place: member.place,
        standing: STANDING_WORDS[member.standing],
      })),
  );
  protected readonly privateThings = computed(() => {
    const family = this.opened.family();
    return family === null ? '' : privateThingsWords(family.secretsPolicy);
  });
}
