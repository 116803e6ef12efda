import { computed, type Signal } from '@angular/core';
import {
  callNames,
  checklist,
  type ChecklistItem,
  formatOf,
  isComplete,
  type SectionDefinition,
  sectionsOf,
} from '@kinfold/notes/domain';
import { wasThere } from '@kinfold/sessions/domain';
import type { NoteAnswer, NoteMemberAnswer } from '@kinfold/shared/contract/staff';
import type { SectionKeeper, SectionPlace, SectionStart } from './section-keeper';

/** A section on the screen: what it asks for, and its text. */
export interface DraftSection {
  readonly definition: SectionDefinition;
  readonly keeper: SectionKeeper;
}

/** The annex of one member. */
export interface DraftAnnex {
  readonly member: NoteMemberAnswer;
  readonly name: string;
  readonly sections: readonly DraftSection[];
}

/** What each member is called in a note, by id. */
export function memberNames(members: readonly NoteMemberAnswer[]): ReadonlyMap<string, string> {
  return callNames(members.map(({ id, givenName, familyName }) => ({ memberId: id, givenName, familyName })));
}

/**
 * A draft while it is written: every section of the format with its keeper, an annex for each who took part (and for whoever has one
 * already), and what is still missing before it can be signed.
 */
export class NoteDraft {
  readonly family: readonly DraftSection[];
  readonly annexes: readonly DraftAnnex[];
  readonly open: Signal<readonly ChecklistItem[]>;
  readonly complete: Signal<boolean>;
  readonly unsaved: Signal<boolean>;

  private readonly keepers: readonly SectionKeeper[];

  /**
   * @param note the note as the server gave it
   * @param keep makes the keeper of one section
   * @param newId makes the id of a section the server does not have yet
   */
  constructor(note: NoteAnswer, keep: (start: SectionStart) => SectionKeeper, newId: () => string) {
    const format = formatOf(note.format);
    const names = memberNames(note.members);
    const start = (place: SectionPlace): SectionStart =>
      note.sections.find(({ section, memberId }) => section === place.section && memberId === place.memberId) ?? {
        ...place,
        id: newId(),
        text: '',
        version: 0,
        fromMoments: false,
      };
    const part = (scope: 'family' | 'member', memberId: string | null): DraftSection[] =>
      sectionsOf(format, scope).map((definition) => ({
        definition,
        keeper: keep(start({ section: definition.id, memberId })),
      }));
    this.family = part('family', null);
    this.annexes = note.members
      .filter(({ id, attendance }) => wasThere(attendance) || note.sections.some(({ memberId }) => memberId === id))
      .map((member) => ({ member, name: names.get(member.id) ?? '', sections: part('member', member.id) }));
    this.keepers = [...this.family, ...this.annexes.flatMap(({ sections }) => sections)].map(({ keeper }) => keeper);
    const members = note.members.map(({ id, attendance }) => ({ memberId: id, attendance, name: names.get(id) ?? '' }));
    this.open = computed(() =>
      checklist(
        format,
        this.keepers.map(({ section, memberId, text, fromMoments }) => ({
          section,
          memberId,
          text: text(),
          fromMoments: fromMoments(),
        })),
        members,
      ),
    );
    this.complete = computed(() => isComplete(this.open()));
    this.unsaved = computed(() => this.keepers.some(({ unsaved }) => unsaved()));
  }

  /** @returns whether the server has everything */
  async saveAll(): Promise<boolean> {
    const saved = await Promise.all(this.keepers.map((keeper) => keeper.saveNow()));
    return saved.every(Boolean);
  }

  /** Sends what is left and waits no longer. */
  async stop(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.stop()));
  }
}
