import { Component, inject, input } from '@angular/core';
import { Api, openNote } from '@kinfold/shared/contract/staff';
import { KfSection } from '@kinfold/shared/ui';
import { load, pageName } from '@kinfold/shared/web';
import { NoteEditor } from './note-editor';
import { NoteHead } from './note-head';
import { SignedNote } from './signed-note';

/** One progress note: a draft of one's own to write in, a signed note to read, or who is writing it. */
@Component({
  selector: 'kf-note-page',
  imports: [KfSection, NoteEditor, NoteHead, SignedNote],
  template: `
    <div class="kf-page">
      <kf-section [state]="note.state()" [lines]="8" (again)="note.again()">
        @if (note.value(); as open) {
          @if (open.state === 'signed') {
            <kf-signed-note [note]="open" (added)="note.again()" />
          } @else if (open.mine) {
            <kf-note-editor [note]="open" (signed)="note.again()" />
          } @else {
            <kf-note-head [note]="open" />
            <p class="kf-card">{{ open.authorName }} is writing this note. It opens to the team once it is signed.</p>
          }
        }
      </kf-section>
    </div>
  `,
})
export class NotePage {
  private readonly api = inject(Api);
  private readonly topBar = pageName();

  readonly noteId = input.required<string>();

  protected readonly note = load(async () => {
    const note = await this.api.invoke(openNote, { noteId: this.noteId() });
    this.topBar.show(note.familyName);
    return note;
  });
}
