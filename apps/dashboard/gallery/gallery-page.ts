import { Component, signal } from '@angular/core';
import {
  ICONS,
  KfBadge,
  KfButton,
  KfChip,
  KfControl,
  KfDataTable,
  KfDialog,
  KfFamilyStrip,
  KfField,
  KfIcon,
  KfListRow,
  KfMemberMark,
  KfPageHeader,
  KfProblem,
  KfSaveState,
  KfScale,
  KfSection,
  KfTab,
  KfTabs,
  KfTimeline,
  KfTimelineItem,
  KfTimer,
  KfUndoBar,
  numberScale,
  type IconName,
  type TableColumn,
} from '@kinfold/shared/ui';

/** Every part in every state, for the eye and for the browser test; in development builds only. */
@Component({
  selector: 'app-gallery-page',
  imports: [
    KfBadge,
    KfButton,
    KfChip,
    KfControl,
    KfDataTable,
    KfDialog,
    KfFamilyStrip,
    KfField,
    KfIcon,
    KfListRow,
    KfMemberMark,
    KfPageHeader,
    KfProblem,
    KfSaveState,
    KfScale,
    KfSection,
    KfTab,
    KfTabs,
    KfTimeline,
    KfTimelineItem,
    KfTimer,
    KfUndoBar,
  ],
  templateUrl: './gallery-page.html',
  styleUrl: './gallery-page.css',
})
export class GalleryPage {
  protected readonly icons = Object.keys(ICONS).filter((name): name is IconName => name in ICONS);
  protected readonly members = [
    'Rosa Ibarra',
    'Marco Ibarra',
    'Lucía Ibarra',
    'Tom Whitfield-Okonkwo',
    'Ana María',
    'Bo',
    'Élodie Marchand',
    'Sam Ibarra',
    'Grace Adeyemi',
    'Noah',
  ].map((name, index) => ({ name, index }));
  protected readonly tones = ['plain', 'good', 'info', 'due', 'urgent', 'milestone'] as const;
  protected readonly likert = ['Never', 'Rarely', 'Sometimes', 'Often', 'Almost always'].map((words, value) => ({
    value,
    words,
  }));
  protected readonly sides = numberScale(-3, 3);
  protected readonly ten = numberScale(0, 10);
  protected readonly failure = {
    title: 'No connection',
    detail: 'Nothing on this page was lost. Check the network, then try again.',
    wayOn: 'Try again',
  };
  protected readonly saves = [
    { kind: 'changed' },
    { kind: 'saving' },
    { kind: 'saved', at: new Date(2026, 2, 3, 10, 2) },
    { kind: 'not-saved', why: 'Check the network, then try again.' },
  ] as const;
  protected readonly started = new Date(Date.now() - 23 * 60_000);
  protected readonly long = new Date(Date.now() - 53 * 60_000);
  protected readonly asking = signal(false);
  protected readonly chosen = signal<number | null>(2);
  protected readonly engaged = signal<number | null>(1);
  protected readonly rows = [
    { day: '3 Mar', score: 24, change: 'lower, and more than chance' },
    { day: '14 Jan', score: 31, change: 'cannot say' },
  ];
  protected readonly columns: readonly TableColumn<{ day: string; score: number; change: string }>[] = [
    { head: 'Day', cell: (row) => row.day },
    { head: 'Total (0 to 60)', cell: (row) => row.score, numbers: true },
    { head: 'Change', cell: (row) => row.change },
  ];
}
