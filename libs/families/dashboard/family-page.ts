import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { KfButton, KfFamilyStrip, KfIcon, KfPageHeader, KfProblem, KfSection, KfTab, KfTabs } from '@kinfold/shared/ui';
import { Dates, PageName, pageName } from '@kinfold/shared/web';
import { fullName } from './member-names';
import { isPresent, mustNotMiss } from './must-not-miss';
import { OpenedFamily } from './opened-family';
import { nextWords, roomIsNear } from './session-words';
import { STATUS_TONES, STATUS_WORDS } from './words';

/** The tabs in their order; those of other slices are put under the same page by the application. */
const TABS = [
  { path: '', words: 'Overview' },
  { path: 'members', words: 'Members' },
  { path: 'sessions', words: 'Sessions' },
  { path: 'measures', words: 'Measures' },
  { path: 'consents', words: 'Consents' },
  { path: 'summaries', words: 'Summaries' },
] as const;

/** The frame of everything about one family: the strip that stays, the tabs in the address, and the tab that is open. */
@Component({
  selector: 'kf-family-page',
  imports: [
    KfButton,
    KfFamilyStrip,
    KfIcon,
    KfPageHeader,
    KfProblem,
    KfSection,
    KfTab,
    KfTabs,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
  ],
  templateUrl: './family-page.html',
  styleUrl: './family-page.css',
  providers: [OpenedFamily],
})
export class FamilyPage {
  private readonly dates = inject(Dates);
  private readonly bar = inject(PageName);
  private readonly page = pageName();
  protected readonly opened = inject(OpenedFamily);

  protected readonly tabs = TABS;
  protected readonly strip = computed(() => {
    const family = this.opened.family();
    if (family === null) return null;
    const now = this.opened.now();
    const { nextSession } = family;
    return {
      name: family.displayName,
      code: family.code,
      status: STATUS_WORDS[family.status],
      tone: STATUS_TONES[family.status],
      members: family.members.filter(isPresent).map((member) => ({ name: fullName(member), index: member.place })),
      next: nextSession === null ? 'Nothing planned' : nextWords(nextSession, now, this.dates),
      room: nextSession !== null && roomIsNear(nextSession, now) ? nextSession.id : null,
      mustNotMiss: mustNotMiss(family, now, this.opened.today(), (day) => this.dates.day(day)),
    };
  });

  constructor() {
    // Every change of tab puts the neutral name of the route into the bar, after which the family's own belongs there again.
    effect(() => {
      const name = this.strip()?.name ?? 'Family';
      if (this.bar.name() !== name) this.page.show(name);
    });
  }
}
