import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  type OnInit,
  output,
  signal,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChecklistItem } from '@kinfold/notes/domain';
import { Api, type NoteAnswer, openNote, saveNoteSection } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfMemberMark } from '@kinfold/shared/ui';
import { Dates, newKey, type Problem, ProblemWordsBook, type Wait } from '@kinfold/shared/web';
import { NoteDraft } from './note-draft';
import { NoteHead } from './note-head';
import { SectionBox } from './section-box';
import { type OtherText, type SectionGate, SectionKeeper, type SectionPlace } from './section-keeper';
import { SignDialog } from './sign-dialog';

const BROWSER: Wait = {
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Writes a draft: the family part on the left, the annexes on the right, and above them what is missing before it can be signed. */
@Component({
  selector: 'kf-note-editor',
  imports: [KfButton, KfIcon, KfMemberMark, NoteHead, RouterLink, SectionBox, SignDialog],
  templateUrl: './note-editor.html',
  styleUrl: './note-editor.css',
})
export class NoteEditor implements OnInit {
  private readonly api = inject(Api);
  private readonly book = inject(ProblemWordsBook);
  private readonly destroyed = inject(DestroyRef);
  private readonly boxes = viewChildren(SectionBox);

  readonly note = input.required<NoteAnswer>();
  readonly signed = output();

  protected readonly timeZone = computed(() => this.dates.setting().timeZone);
  protected readonly asking = signal(false);
  protected readonly draft = signal<NoteDraft | null>(null);
  protected readonly musts = computed(() => this.items('must'));
  protected readonly look = computed(() => this.items('look').map(({ words }) => words));
  protected readonly saveAll = (): Promise<boolean> => this.draft()?.saveAll() ?? Promise.resolve(true);
  private readonly dates = inject(Dates);

  ngOnInit(): void {
    // The texts on the screen are the truth from here on; reading the note again must not write over them.
    const draft = new NoteDraft(
      this.note(),
      (start) =>
        new SectionKeeper(start, this.gate(), {
          why: (problem) => this.why(problem),
          now: () => new Date(),
          wait: BROWSER,
        }),
      newKey,
    );
    this.draft.set(draft);
    const ask = (event: BeforeUnloadEvent): void => {
      if (draft.unsaved()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    this.destroyed.onDestroy(() => {
      removeEventListener('beforeunload', ask);
      void draft.stop();
    });
  }

  /** Opens the question, or leads to what is missing first. */
  protected askToSign(): void {
    const first = this.musts()[0];
    if (first === undefined) this.asking.set(true);
    else this.goTo(first);
  }

  protected goTo({ section, memberId }: Pick<ChecklistItem, 'section' | 'memberId'>): void {
    this.boxes()
      .find((box) => box.keeper().section === section && box.keeper().memberId === memberId)
      ?.focus();
  }

  private why(problem: Problem): string {
    return problem.code === 'version_stale'
      ? 'There are two texts. Choose one of them below.'
      : this.book.for(problem).detail;
  }

  private items(weight: ChecklistItem['weight']): readonly ChecklistItem[] {
    return (this.draft()?.open() ?? []).filter((item) => item.weight === weight);
  }

  private gate(): SectionGate {
    const { id: noteId, familyId } = this.note();
    return {
      save: async ({ id, section, memberId }, version, text) => {
        const body = { section, memberId, text };
        const saved = await this.api.invoke(saveNoteSection, {
          familyId,
          noteId,
          sectionId: id,
          'If-Match': `"${version}"`,
          body,
        });
        return saved.version;
      },
      read: (place) => this.readOther(noteId, place),
    };
  }

  private async readOther(noteId: string, place: SectionPlace): Promise<OtherText | null> {
    const note = await this.api.invoke(openNote, { noteId });
    return (
      note.sections.find(({ section, memberId }) => section === place.section && memberId === place.memberId) ?? null
    );
  }
}
