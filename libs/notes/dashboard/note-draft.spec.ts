import type { NoteAnswer } from '@kinfold/shared/contract/staff';
import { NoteDraft } from './note-draft';
import { type SectionGate, SectionKeeper } from './section-keeper';

const aNote = (over: Partial<NoteAnswer> = {}): NoteAnswer => ({
  id: 'n',
  familyId: 'f',
  familyName: 'Ibarra',
  format: 'family',
  state: 'draft',
  authorName: 'Nora',
  mine: true,
  signedByName: null,
  signedAt: null,
  lateEntry: false,
  intact: null,
  addenda: [],
  session: {
    id: 's',
    kind: 'family',
    modality: 'in-person',
    status: 'closed',
    startsAt: '',
    endsAt: '',
    startedAt: null,
    stoppedAt: null,
  },
  members: [
    { id: 'rosa', givenName: 'Rosa', familyName: 'Ibarra', place: 0, attendance: 'present' },
    { id: 'marco', givenName: 'Marco', familyName: 'Ibarra', place: 1, attendance: 'did-not-come' },
  ],
  sections: [{ id: 'w', section: 'worked-on', memberId: null, text: 'We met.', fromMoments: true, version: 3 }],
  ...over,
});

function open(note: NoteAnswer) {
  const sent: { id: string; section: string; memberId: string | null; version: number; text: string }[] = [];
  const gate: SectionGate = {
    save: async (place, version, text) => {
      sent.push({ ...place, version, text });
      return version + 1;
    },
    read: async () => null,
  };
  const wait = { after: () => () => undefined };
  let made = 0;
  const keep = (start: ConstructorParameters<typeof SectionKeeper>[0]): SectionKeeper =>
    new SectionKeeper(start, gate, { why: ({ code }) => code, now: () => new Date(0), wait });
  return { draft: new NoteDraft(note, keep, () => `new-${++made}`), sent };
}

describe('NoteDraft', () => {
  it('has a family part, and an annex of everyone who took part or has one already', () => {
    expect(open(aNote()).draft.annexes.map(({ name }) => name)).toEqual(['Rosa']);
    const left = {
      id: 'r',
      section: 'response',
      memberId: 'marco',
      text: 'On the phone.',
      fromMoments: false,
      version: 1,
    };
    expect(open(aNote({ sections: [left] })).draft.annexes.map(({ name }) => name)).toEqual(['Rosa', 'Marco']);
    expect(open(aNote()).draft.family.map(({ keeper }) => keeper.text())).toEqual(['We met.', '', '', '', '']);
  });

  it('saves new sections under ids of their own and known ones under theirs', async () => {
    const { draft, sent } = open(aNote());
    draft.family[0]?.keeper.typed('We met and talked.');
    draft.annexes[0]?.sections[0]?.keeper.typed('Listened.');
    expect(draft.unsaved()).toBe(true);
    expect(await draft.saveAll()).toBe(true);
    expect(draft.unsaved()).toBe(false);
    expect(sent).toEqual([
      { id: 'w', section: 'worked-on', memberId: null, version: 3, text: 'We met and talked.' },
      { id: expect.stringMatching(/^new-/), section: 'response', memberId: 'rosa', version: 0, text: 'Listened.' },
    ]);
  });

  it('is complete as soon as the last required section has a text', () => {
    const { draft } = open(aNote());
    const required = [...draft.family, ...draft.annexes.flatMap(({ sections }) => sections)].filter(
      ({ definition }) => definition.required,
    );
    for (const { keeper } of required) {
      expect(draft.complete()).toBe(false);
      keeper.typed('Written.');
    }
    expect(draft.complete()).toBe(true);
    expect(draft.open()).toEqual([]);
  });
});
