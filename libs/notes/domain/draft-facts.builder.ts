import type { DraftFacts, DraftMember, DraftMoment } from './index';

/** A member who was there, not rated. */
export function aMember(givenName: string, over: Partial<DraftMember> = {}): DraftMember {
  return {
    memberId: givenName.toLowerCase(),
    givenName,
    familyName: 'Ibarra',
    attendance: 'present',
    participation: null,
    ...over,
  };
}

export function aMoment(kind: DraftMoment['kind'], over: Partial<DraftMoment> = {}): DraftMoment {
  return { kind, memberId: null, technique: null, confidential: false, words: null, ...over };
}

/** A family session of 50 minutes with Rosa and Marco, without a tap. */
export function someFacts(over: Partial<DraftFacts> = {}): DraftFacts {
  return {
    kind: 'family',
    modality: 'in-person',
    minutes: 50,
    members: [aMember('Rosa'), aMember('Marco')],
    moments: [],
    ...over,
  };
}
