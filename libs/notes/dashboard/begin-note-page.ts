import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Api, beginNote } from '@kinfold/shared/contract/staff';
import { KfButton, KfSection } from '@kinfold/shared/ui';
import { load } from '@kinfold/shared/web';

/** Begins the note of a session, or finds it, and goes there. Going back does not lead through here again. */
@Component({
  selector: 'kf-begin-note-page',
  imports: [KfButton, KfSection, RouterLink],
  template: `
    <div class="kf-page">
      @if (note.problem()?.code === 'room_not_opened') {
        <kf-section
          [state]="{ kind: 'empty' }"
          emptyWords="There is nothing to note yet: the room of this session was not opened."
        >
          <a empty kf-button [routerLink]="['/sessions', sessionId()]">Go to the session</a>
        </kf-section>
      } @else {
        <kf-section [state]="note.state()" [lines]="8" (again)="note.again()" />
      }
    </div>
  `,
})
export class BeginNotePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);

  readonly sessionId = input.required<string>();

  protected readonly note = load(async () => {
    const note = await this.api.invoke(beginNote, { sessionId: this.sessionId() });
    await this.router.navigate(['/notes', note.id], { replaceUrl: true });
    return note;
  });
}
