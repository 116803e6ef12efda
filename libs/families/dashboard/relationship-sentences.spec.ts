import { isKnown, relationshipSentence, type Edge, type RelationshipFacts } from './relationship-sentences';

const facts = (over: Partial<RelationshipFacts> = {}): RelationshipFacts => ({
  from: 'Rosa',
  to: 'Marco',
  kind: 'parent-of',
  startedOn: null,
  endedOn: null,
  ...over,
});
const sentence = (over: Partial<RelationshipFacts> = {}): string =>
  relationshipSentence(facts(over), (day) => `<${day}>`);

describe('relationshipSentence', () => {
  it.each<[string, Partial<RelationshipFacts>]>([
    ['Rosa is a parent of Marco', {}],
    ['Rosa is a parent of Marco since <1990-05-04>', { startedOn: '1990-05-04' }],
    ['Rosa was the partner of Marco until <2020-03-03>', { kind: 'partner-of', endedOn: '2020-03-03' }],
    [
      'Rosa was the guardian of Marco from <2010-01-01> to <2020-03-03>',
      { kind: 'guardian-of', startedOn: '2010-01-01', endedOn: '2020-03-03' },
    ],
    ['Rosa was a sibling of Marco', { kind: 'sibling-of', fromDied: true }],
    ['Rosa was a parent of Marco from <1990-05-04>', { startedOn: '1990-05-04', fromDied: true }],
    ['Rosa is a parent of Marco since <1990-05-04>', { startedOn: '1990-05-04', toDied: true }],
    ['Rosa was the partner of Marco from <1990-05-04>', { kind: 'partner-of', startedOn: '1990-05-04', toDied: true }],
    ['Rosa is close to Marco', { kind: 'other' }],
  ])('says "%s"', (said, over) => {
    expect(sentence(over)).toBe(said);
  });
});

describe('isKnown', () => {
  const edge = (over: Partial<Edge> = {}): Edge => ({
    fromMemberId: 'rosa',
    toMemberId: 'marco',
    kind: 'parent-of',
    endedOn: null,
    ...over,
  });

  it('knows the same relationship', () => {
    expect(isKnown([edge()], edge())).toBe(true);
  });
  it('knows it turned round when it is true both ways', () => {
    expect(
      isKnown([edge({ kind: 'sibling-of' })], edge({ kind: 'sibling-of', fromMemberId: 'marco', toMemberId: 'rosa' })),
    ).toBe(true);
  });
  it('does not when turning it round says something else', () => {
    expect(isKnown([edge()], edge({ fromMemberId: 'marco', toMemberId: 'rosa' }))).toBe(false);
  });
  it('does not when it has ended: people come together again', () => {
    expect(isKnown([edge({ kind: 'partner-of', endedOn: '2020-01-01' })], edge({ kind: 'partner-of' }))).toBe(false);
  });
});
