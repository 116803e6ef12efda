import { isMutual, type RelationshipKind } from '@kinfold/families/domain';

/** What one is to the other, with the verb left out: "a parent of". */
export const RELATIONSHIP_WORDS: Readonly<Record<RelationshipKind, string>> = {
  'parent-of': 'a parent of',
  'partner-of': 'the partner of',
  'former-partner-of': 'a former partner of',
  'step-parent-of': 'a step-parent of',
  'foster-parent-of': 'a foster parent of',
  'guardian-of': 'the guardian of',
  'sibling-of': 'a sibling of',
  'grandparent-of': 'a grandparent of',
  other: 'close to',
};

/** A relationship as far as its sentence needs it; the names are those of `shortNames`. */
export interface RelationshipFacts {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationshipKind;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly fromDied?: boolean;
  readonly toDied?: boolean;
}

/**
 * A relationship as a person says it: "Rosa is a parent of Marco since 4 May 1990", "Tom was the partner of Rosa until 3 Mar 2020".
 * @param dayWords writes a calendar day, such as `Dates.day`
 */
export function relationshipSentence(facts: RelationshipFacts, dayWords: (day: string) => string): string {
  const { from, to, kind, startedOn, endedOn } = facts;
  const over = endedOn !== null || isOver(facts);
  return `${from} ${over ? 'was' : 'is'} ${RELATIONSHIP_WORDS[kind]} ${to}${span(startedOn, endedOn, over, dayWords)}`;
}

/** Who has died was; who lives still is, a mother for one. Partners are what they are together. */
function isOver({ kind, fromDied, toDied }: RelationshipFacts): boolean {
  return fromDied === true || (toDied === true && kind === 'partner-of');
}

function span(
  startedOn: string | null,
  endedOn: string | null,
  over: boolean,
  dayWords: (day: string) => string,
): string {
  if (startedOn !== null && endedOn !== null) return ` from ${dayWords(startedOn)} to ${dayWords(endedOn)}`;
  if (endedOn !== null) return ` until ${dayWords(endedOn)}`;
  if (startedOn === null) return '';
  return over ? ` from ${dayWords(startedOn)}` : ` since ${dayWords(startedOn)}`;
}

/** A relationship between two members, by their ids. */
export interface Edge {
  readonly fromMemberId: string;
  readonly toMemberId: string;
  readonly kind: RelationshipKind;
  readonly endedOn: string | null;
}

/**
 * Whether the same is written down already and has not ended. What is true in both directions counts in both.
 * @param known the relationships of the family
 */
export function isKnown(known: readonly Edge[], wanted: Omit<Edge, 'endedOn'>): boolean {
  return known.some((edge) => {
    if (edge.endedOn !== null || edge.kind !== wanted.kind) return false;
    const same = edge.fromMemberId === wanted.fromMemberId && edge.toMemberId === wanted.toMemberId;
    const turned = edge.fromMemberId === wanted.toMemberId && edge.toMemberId === wanted.fromMemberId;
    return same || (turned && isMutual(edge.kind));
  });
}
