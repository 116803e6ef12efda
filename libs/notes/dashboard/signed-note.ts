import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { NoteAnswer } from '@kinfold/shared/contract/staff';
import { KfButton, KfIcon, KfMemberMark } from '@kinfold/shared/ui';
import { KfDatePipe, SignedIn } from '@kinfold/shared/web';
import { AddendumForm } from './addendum-form';
import { memberNames } from './note-draft';
import { NoteHead } from './note-head';
import { signedParts } from './signed-parts';

/** Who may add to a signed note of their families; supervisors read. */
const WRITERS = ['therapist', 'co-therapist', 'trainee'];

/** A signed note, as it stays, with what was added to it. */
@Component({
  selector: 'kf-signed-note',
  imports: [AddendumForm, KfButton, KfDatePipe, KfIcon, KfMemberMark, NoteHead],
  templateUrl: './signed-note.html',
  styleUrl: './signed-note.css',
})
export class SignedNote {
  private readonly signedIn = inject(SignedIn);

  readonly note = input.required<NoteAnswer>();
  readonly added = output();

  protected readonly parts = computed(() => signedParts(this.note()));
  protected readonly names = computed(() => memberNames(this.note().members));
  protected readonly canAdd = computed(() => this.signedIn.hasRole(...WRITERS));
  protected readonly adding = signal(false);

  protected onAdded(): void {
    this.adding.set(false);
    this.added.emit();
  }
}
