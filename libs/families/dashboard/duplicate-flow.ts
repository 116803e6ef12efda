import { computed, signal } from '@angular/core';
import { foldName } from '@kinfold/shared/kernel';
import type { Problem } from '@kinfold/shared/web';

/** What makes two people look like the same one. */
export interface Identity {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
}

/** The same for everyone the server would take for the same person: accents, case and outer spaces do not count. */
export function identityKey(person: Identity): string {
  return `${foldName(`${person.givenName} ${person.familyName}`)} ${person.birthDate}`;
}

/**
 * The warning that somebody of this name and birth date is already here, person by person. Somebody has to look and say "this is another
 * person" of each; a name or date that is changed afterwards has not been looked at and is asked about again.
 */
export class DuplicateFlow {
  private readonly checked = signal<ReadonlySet<string>>(new Set());
  private readonly warned = signal<ReadonlySet<string>>(new Set());
  private readonly others = signal<ReadonlySet<string>>(new Set());

  /** Whether anyone was warned about and not answered for. */
  readonly open = computed(() => [...this.warned()].some((key) => !this.others().has(key)));

  /**
   * Takes in a refusal.
   * @param problem what the server refused
   * @param people who was sent, in the order in which they were sent
   * @returns whether it was this warning
   */
  learn(problem: Problem | null, people: readonly Identity[]): boolean {
    if (problem?.code !== 'duplicate_person_warning') return false;
    const named = new Set(problem.fields.map((field) => Number(/^members\.(\d+)\./.exec(field.field)?.[1] ?? 0)));
    const about = named.size === 0 ? people : people.filter((_, index) => named.has(index));
    this.checked.set(new Set(people.map(identityKey)));
    this.warned.set(new Set(about.map(identityKey)));
    return true;
  }

  /** Whether the screen has to ask about this person. */
  asksAbout(person: Identity): boolean {
    const key = identityKey(person);
    return this.warned().has(key) && !this.others().has(key);
  }

  /** Somebody looked: this is another person. */
  isAnother(person: Identity): void {
    this.others.update((keys) => new Set(keys).add(identityKey(person)));
  }

  /**
   * Whether these people may be sent as looked at: each of them was checked by the server just so, somebody was warned about, and
   * everyone warned about is another person.
   */
  mayGoOn(people: readonly Identity[]): boolean {
    const keys = people.map(identityKey);
    return (
      keys.every((key) => this.checked().has(key)) &&
      keys.some((key) => this.warned().has(key)) &&
      keys.every((key) => !this.warned().has(key) || this.others().has(key))
    );
  }
}
