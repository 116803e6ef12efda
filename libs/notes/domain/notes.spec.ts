import fc from 'fast-check';
import {
  afterStep,
  checklist,
  type ChecklistMember,
  formatOf,
  inOrder,
  isComplete,
  isLateEntry,
  NOTE_LIMITS,
  NOTE_STATES,
  NOTE_STEPS,
  NOTE_TRANSITIONS,
  requireRoomOpened,
  requireSection,
  sectionsOf,
  signedContent,
  type SignedNote,
  type WrittenSection,
} from './index';

const format = formatOf('family');
const rosa: ChecklistMember = { memberId: 'rosa', name: 'Rosa', attendance: 'present' };
const marco: ChecklistMember = { memberId: 'marco', name: 'Marco', attendance: 'told-us-before' };
const full = (over: Partial<WrittenSection> = {}): WrittenSection[] =>
  format.sections.map(({ id, scope }) => ({
    section: id,
    memberId: scope === 'member' ? 'rosa' : null,
    text: 'x',
    fromMoments: false,
    ...over,
  }));

describe('note states', () => {
  it('reaches every state and never leaves signed when any steps are taken', () => {
    const reached = new Set<string>(['draft']);
    for (const state of NOTE_STATES) for (const next of Object.values(NOTE_TRANSITIONS[state])) reached.add(next);
    expect([...reached].sort()).toEqual([...NOTE_STATES].sort());
    expect(Object.values(NOTE_TRANSITIONS.signed)).toEqual(['signed']);
  });
  it.each([
    ['draft', 'add', 'note_not_signed'],
    ['signed', 'write', 'note_signed'],
    ['signed', 'sign', 'note_signed'],
  ] as const)('refuses when a %s note gets the step %s', (state, step, code) => {
    expect(() => afterStep(state, step)).toThrow(expect.objectContaining({ kind: 'conflict', code }));
  });
  it('opens exactly the steps of the table when every pair is asked', () => {
    const open = NOTE_STATES.flatMap((state) =>
      NOTE_STEPS.filter((step) => NOTE_TRANSITIONS[state][step]).map(
        (step) => `${state} ${step} ${afterStep(state, step)}`,
      ),
    );
    expect(open).toEqual(['draft write draft', 'draft sign signed', 'signed add signed']);
  });
});

describe('requireRoomOpened', () => {
  it.each([
    ['planned', false],
    ['cancelled', false],
    ['held', true],
    ['closed', true],
  ] as const)('of a %s session gives %s when a note is begun', (status, may) => {
    const begin = (): void => requireRoomOpened(status);
    if (may) expect(begin).not.toThrow();
    else expect(begin).toThrow(expect.objectContaining({ kind: 'conflict', code: 'room_not_opened' }));
  });
});

describe('requireSection', () => {
  it.each([
    ['nowhere', null, 'x', 'section'],
    ['risk', 'rosa', 'x', 'memberId'],
    ['response', null, 'x', 'memberId'],
    ['risk', null, 'x'.repeat(NOTE_LIMITS.family + 1), 'text'],
    ['response', 'rosa', 'x'.repeat(NOTE_LIMITS.member + 1), 'text'],
  ])('refuses section %s of %s when it does not fit', (section, memberId, text, field) => {
    expect(() => requireSection(format, section, memberId, text)).toThrow(
      expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field })] }),
    );
  });
  it('accepts an empty text when something is taken back', () => {
    expect(requireSection(format, 'risk', null, '').heading).toBe('Risk and safety');
  });
});

describe('checklist', () => {
  it('has nothing to say when everything is there', () => {
    expect(checklist(format, full(), [rosa, marco])).toEqual([]);
  });
  it('asks for every required section when nothing was written, of members only who took part', () => {
    const items = checklist(format, [], [rosa, marco]);
    expect(items.map(({ section, memberId }) => [section, memberId])).toEqual([
      ['worked-on', null],
      ['happened', null],
      ['risk', null],
      ['plan', null],
      ['response', 'rosa'],
    ]);
    expect(items.at(-1)?.words).toBe('Write “Response” for Rosa.');
    expect(isComplete(items)).toBe(false);
  });
  it('counts a section as missing when it holds only blanks', () => {
    expect(checklist(format, full({ text: ' \n ' }), [rosa]).map(({ section }) => section)).toContain('risk');
  });
  it('is never complete when any one required section is taken away', () => {
    const required = [...sectionsOf(format, 'family'), ...sectionsOf(format, 'member')].filter(
      (section) => section.required,
    );
    for (const { id } of required) {
      expect(
        isComplete(
          checklist(
            format,
            full().filter(({ section }) => section !== id),
            [rosa],
          ),
        ),
      ).toBe(false);
    }
  });
  it('asks for attendance when it was not written down and refuses when nobody took part', () => {
    const unsaid: ChecklistMember = { ...marco, attendance: null };
    expect(checklist(format, full(), [rosa, unsaid])).toMatchObject([
      { code: 'attendance_missing', memberId: 'marco', weight: 'must' },
    ]);
    expect(checklist(format, full(), [marco])).toMatchObject([{ code: 'nobody_took_part', weight: 'must' }]);
  });
  it('asks for a look but lets sign when sections are as the moments wrote them', () => {
    const items = checklist(format, full({ fromMoments: true }), [rosa]);
    expect(items).toMatchObject([{ code: 'moments_unread', weight: 'look' }]);
    expect(isComplete(items)).toBe(true);
  });
});

describe('isLateEntry', () => {
  const end = Date.parse('2026-11-20T15:00:00Z');
  it.each([
    ['2026-11-20T14:00:00Z', false],
    ['2026-11-21T15:00:00Z', false],
    ['2026-11-21T15:00:00.001Z', true],
  ])('signed at %s gives %s when the session ended a day before', (signedAt, late) => {
    expect(isLateEntry(end, Date.parse(signedAt))).toBe(late);
  });
});

const aNote = (over: Partial<SignedNote> = {}): SignedNote => ({
  clinicId: 'c',
  familyId: 'f',
  sessionId: 's',
  noteId: 'n',
  format: 'family',
  authorId: 'a',
  signedBy: 'a',
  signedAt: '2026-11-20T15:00:00.000Z',
  lateEntry: false,
  sections: [
    { id: '1', section: 'worked-on', memberId: null, text: 'one' },
    { id: '2', section: 'risk', memberId: null, text: 'two' },
    { id: '3', section: 'response', memberId: 'rosa', text: 'three' },
  ],
  ...over,
});

describe('signedContent', () => {
  it('gives the same bytes when the sections come in another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...aNote().sections], { minLength: 3, maxLength: 3 }), (sections) => {
        expect(signedContent(aNote({ sections }))).toBe(signedContent(aNote()));
      }),
    );
  });
  it('gives other bytes when anything in it changes', () => {
    const original = signedContent(aNote());
    const changes: Partial<SignedNote>[] = [
      { clinicId: 'x' },
      { familyId: 'x' },
      { sessionId: 'x' },
      { noteId: 'x' },
      { authorId: 'x' },
      { signedBy: 'x' },
      { signedAt: '2026-11-20T15:00:00.001Z' },
      { lateEntry: true },
      { sections: aNote().sections.slice(1) },
      ...(['id', 'section', 'memberId', 'text'] as const).map((key) => ({
        sections: aNote().sections.map((section, at) => (at === 2 ? { ...section, [key]: 'x' } : section)),
      })),
    ];
    for (const change of changes) expect(signedContent(aNote(change))).not.toBe(original);
  });
  it('puts the family part before the annexes when it is read', () => {
    const mixed = [...aNote().sections].reverse();
    expect(inOrder('family', mixed).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});
