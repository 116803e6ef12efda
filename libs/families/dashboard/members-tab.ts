import { Component, computed, inject, signal } from '@angular/core';
import { KfBadge, KfButton, KfDialog, KfIcon, KfMemberMark, KfSection, type SectionState } from '@kinfold/shared/ui';
import type { MemberAnswer } from '@kinfold/shared/contract/staff';
import { Dates } from '@kinfold/shared/web';
import { AddMemberForm } from './add-member-form';
import { AddRelationshipForm, emptyRelationship } from './add-relationship-form';
import { EndRelationshipForm } from './end-relationship-form';
import { emptyMember } from './member-draft';
import { fullName, nameWithNickname, shortNames } from './member-names';
import { bornWords, lifeWords } from './member-words';
import { isPresent } from './must-not-miss';
import { OpenedFamily } from './opened-family';
import { relationshipSentence } from './relationship-sentences';
import { SAFE_CONTACT_WORDS, STANDING_WORDS } from './words';

/** Who belongs to the family, who did earlier, and how they are related. */
@Component({
  selector: 'kf-members-tab',
  imports: [
    AddMemberForm,
    AddRelationshipForm,
    EndRelationshipForm,
    KfBadge,
    KfButton,
    KfDialog,
    KfIcon,
    KfMemberMark,
    KfSection,
  ],
  templateUrl: './members-tab.html',
  styleUrl: './members-tab.css',
})
export class MembersTab {
  private readonly dates = inject(Dates);
  protected readonly opened = inject(OpenedFamily);
  private readonly everyone = computed(() => this.opened.family()?.members ?? []);
  private readonly dayWords = (day: string): string => this.dates.day(day);

  protected readonly adding = signal(false);
  protected readonly relating = signal(false);
  /** The id of the relationship that is asked about. */
  protected readonly ending = signal<string | null>(null);
  /** What was typed stays when a dialog is closed, until it is saved. */
  protected readonly member = signal(emptyMember());
  protected readonly relationship = signal(emptyRelationship());

  /** Who is there, and after them who has died; those who left stand under "Earlier". */
  protected readonly here = computed(() => {
    const stayed = this.everyone().filter((member) => member.leftOn === null);
    return [...stayed.filter(isPresent), ...stayed.filter((member) => member.diedOn !== null)].map((member) =>
      this.row(member),
    );
  });
  protected readonly earlier = computed(() =>
    this.everyone()
      .filter((member) => member.leftOn !== null)
      .map((member) => this.row(member)),
  );
  protected readonly someone = computed<SectionState>(() => ({ kind: this.here().length === 0 ? 'empty' : 'full' }));
  protected readonly canRelate = computed(() => this.opened.canWork() && this.relatable().length > 1);
  /** Only those who have not left can be put into a new relationship. */
  protected readonly relatable = computed(() => {
    const names = shortNames(this.everyone());
    return this.everyone()
      .filter((member) => member.leftOn === null)
      .map((member) => ({ id: member.id, name: names.get(member.id) ?? fullName(member) }));
  });

  private readonly sentences = computed(() => {
    const names = shortNames(this.everyone());
    const died = new Set(this.everyone().flatMap((member) => (member.diedOn === null ? [] : [member.id])));
    return (this.opened.family()?.relationships ?? []).map((relationship) => ({
      relationship,
      sentence: relationshipSentence(
        {
          from: names.get(relationship.fromMemberId) ?? '',
          to: names.get(relationship.toMemberId) ?? '',
          kind: relationship.kind,
          startedOn: relationship.startedOn,
          endedOn: relationship.endedOn,
          fromDied: died.has(relationship.fromMemberId),
          toDied: died.has(relationship.toMemberId),
        },
        this.dayWords,
      ),
    }));
  });
  protected readonly asked = computed(
    () => this.sentences().find(({ relationship }) => relationship.id === this.ending()) ?? null,
  );
  protected readonly current = computed(() =>
    this.sentences().filter(({ relationship }) => relationship.endedOn === null),
  );
  protected readonly ended = computed(() =>
    this.sentences().filter(({ relationship }) => relationship.endedOn !== null),
  );
  protected readonly related = computed<SectionState>(() => ({
    kind: this.sentences().length === 0 ? 'empty' : 'full',
  }));

  /** Something was written: the dialogs close, and the family is read again. */
  protected async written(what: 'member' | 'relationship' | 'end'): Promise<void> {
    if (what === 'member') this.member.set(emptyMember());
    if (what === 'relationship') this.relationship.set(emptyRelationship());
    this.adding.set(false);
    this.relating.set(false);
    this.ending.set(null);
    await this.opened.again();
  }

  private row(member: MemberAnswer) {
    const present = isPresent(member);
    return {
      id: member.id,
      name: nameWithNickname(member),
      mark: fullName(member),
      place: member.place,
      present,
      standing: STANDING_WORDS[member.standing],
      born: bornWords(member, this.opened.today(), this.dayWords),
      life: lifeWords(member, this.dayWords),
      contact: present && member.safeContact !== 'any' ? SAFE_CONTACT_WORDS[member.safeContact] : '',
    };
  }
}
