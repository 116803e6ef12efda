import { signedParts } from './signed-parts';

const section = (id: string, name: string, memberId: string | null = null) => ({
  id,
  section: name,
  memberId,
  text: id,
  fromMoments: false,
  version: 1,
});
const member = (id: string, place: number) => ({
  id,
  givenName: id,
  familyName: 'Ibarra',
  place,
  attendance: 'present' as const,
});

describe('signedParts', () => {
  it('reads the family part in the order of the format and annexes in the order of the family when they come mixed', () => {
    const parts = signedParts({
      format: 'family',
      members: [member('rosa', 0), member('marco', 1), member('eva', 2)],
      sections: [
        section('4', 'member-risk', 'marco'),
        section('2', 'risk'),
        section('3', 'response', 'marco'),
        section('1', 'worked-on'),
        section('5', 'response', 'rosa'),
      ],
    });
    expect(parts.family.map(({ heading }) => heading)).toEqual(['What we worked on', 'Risk and safety']);
    expect(parts.annexes.map(({ name, sections }) => [name, ...sections.map(({ id }) => id)])).toEqual([
      ['rosa', '5'],
      ['marco', '3', '4'],
    ]);
  });
  it('leaves nothing out when the format no longer knows a section', () => {
    const parts = signedParts({
      format: 'family',
      members: [],
      sections: [section('9', 'older'), section('1', 'plan')],
    });
    expect(parts.family.map(({ id, heading }) => [id, heading])).toEqual([
      ['1', 'Plan and homework'],
      ['9', 'older'],
    ]);
  });
});
