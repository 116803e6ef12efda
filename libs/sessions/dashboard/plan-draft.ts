import { SESSION_KIND_WORDS, type SessionKind } from '@kinfold/sessions/domain';
import type { PlanningChoicesAnswer } from '@kinfold/shared/contract/staff';

/**
 * The kind of a session follows from who comes, so that nobody is asked twice: everybody, some, or one alone.
 * @param chosen how many members are chosen
 * @param all how many there are
 */
export function kindOf(chosen: number, all: number): SessionKind {
  if (chosen === 1) return 'individual';
  return chosen === all ? 'family' : 'subset';
}

/** Says what the choice means, beneath it. */
export function kindLine(chosen: number, all: number): string {
  if (chosen === 0) return 'Choose who comes.';
  const kind = kindOf(chosen, all);
  if (kind === 'individual') return `${SESSION_KIND_WORDS[kind]}. What is said there is held for that member.`;
  return `${SESSION_KIND_WORDS[kind]}.`;
}

/** Who is booked before anybody chooses: whoever plans, when they are assigned, else the first who is. */
export function firstClinician(clinicians: PlanningChoicesAnswer['clinicians']): readonly string[] {
  const assigned = clinicians.filter((clinician) => clinician.standing === 'assigned');
  const first = assigned.find((clinician) => clinician.self) ?? assigned[0];
  return first === undefined ? [] : [first.id];
}

/** Takes an id in or out; with `most` reached the one chosen last gives way. */
export function toggled(chosen: readonly string[], id: string, most: number): readonly string[] {
  if (chosen.includes(id)) return chosen.filter((other) => other !== id);
  return [...chosen.slice(0, most - 1), id];
}
