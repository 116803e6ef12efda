import fc from 'fast-check';
import { type GivenConsent, permits } from '@kinfold/consent/domain';
import {
  type Audience,
  countWords,
  inReadingOrder,
  type Line,
  missingConsents,
  requireReadable,
  requireReady,
  subjectsOf,
  visibleLines,
  wordsFor,
} from './index';

const DAY = '2026-03-10';
const line = (over: Partial<Line> = {}): Line => ({
  id: 'l1',
  kind: 'went-well',
  aboutMemberId: null,
  askedAlone: false,
  text: 'You listened.',
  ...over,
});
const gives = (giverId: string, ...recipientIds: string[]): GivenConsent => ({
  giverId,
  recipientIds,
  kind: 'family-disclosure',
  information: 'family-summary',
  signedOn: '2026-01-01',
  expiresOn: '2027-01-01',
  revoked: false,
});
const permitted = (consents: readonly GivenConsent[]) => (giver: string, recipient: string) =>
  permits(consents, giver, recipient, DAY);
const audience = (over: Partial<Audience> = {}): Audience => ({
  released: true,
  recipientIds: ['marco', 'rosa'],
  lines: [
    { id: 'all', subjectIds: ['ana', 'marco'] },
    { id: 'anas', subjectIds: ['ana'] },
    { id: 'marcos', subjectIds: ['marco'] },
  ],
  ...over,
});

describe('subjectsOf', () => {
  it('is the member when a line is about one, and everybody who took part when it is about the family', () => {
    expect(subjectsOf({ aboutMemberId: 'ana' }, ['marco'])).toEqual(['ana']);
    expect(subjectsOf({ aboutMemberId: null }, ['marco', 'rosa'])).toEqual(['marco', 'rosa']);
  });
});

describe('visibleLines', () => {
  it('shows a line only when every other subject permits it', () => {
    expect(visibleLines('marco', audience(), [], DAY)).toEqual(['marcos']);
    expect(visibleLines('marco', audience(), [gives('ana', 'marco')], DAY)).toEqual(['all', 'anas', 'marcos']);
    expect(visibleLines('rosa', audience(), [gives('ana', 'rosa')], DAY)).toEqual(['anas']);
  });

  it('does not help when the consent names somebody else', () => {
    expect(visibleLines('marco', audience(), [gives('ana', 'rosa'), gives('marco', 'ana')], DAY)).toEqual(['marcos']);
  });

  it('shows nothing when it is not released, the reader is no recipient, or a line has no subject', () => {
    const consents = [gives('ana', 'marco', 'rosa'), gives('marco', 'rosa')];
    expect(visibleLines('marco', audience({ released: false }), consents, DAY)).toEqual([]);
    expect(visibleLines('ana', audience(), consents, DAY)).toEqual([]);
    expect(visibleLines('marco', audience({ lines: [{ id: 'x', subjectIds: [] }] }), consents, DAY)).toEqual([]);
  });

  it('shows everything that it misses once the missing consents are given, and then misses none', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const lines = fc.array(fc.subarray(ids, { minLength: 1 }), { minLength: 1, maxLength: 5 });
    const consents = fc.array(fc.tuple(fc.constantFrom(...ids), fc.subarray(ids)), { maxLength: 6 });
    fc.assert(
      fc.property(lines, consents, (subjects, given) => {
        const summary = audience({
          recipientIds: ids,
          lines: subjects.map((subjectIds, index) => ({ id: `l${index}`, subjectIds })),
        });
        const before = given.map(([giver, recipients]) => gives(giver, ...recipients));
        const missing = missingConsents('a', summary.lines, permitted(before));
        const after = [...before, ...missing.map((giver) => gives(giver, 'a'))];
        expect(visibleLines('a', summary, after, DAY)).toHaveLength(summary.lines.length);
        expect(missingConsents('a', summary.lines, permitted(after))).toEqual([]);
        expect(missing).not.toContain('a');
        if (missing.length > 0)
          expect(visibleLines('a', summary, before, DAY).length).toBeLessThan(summary.lines.length);
      }),
    );
  });
});

describe('requireReady', () => {
  it.each<[string, readonly Line[], readonly string[], string]>([
    ['there are no lines', [], ['ana'], 'summary_empty'],
    ['it opens with something else', [line({ kind: 'decision' }), line()], ['ana'], 'opening_missing'],
    ['a member was not asked alone', [line(), line({ aboutMemberId: 'ana' })], ['ana'], 'not_asked_alone'],
    ['nobody took part', [line()], [], 'attendance_missing'],
  ])('refuses when %s', (_, lines, tookPart, code) => {
    expect(() => requireReady(lines, tookPart)).toThrow(expect.objectContaining({ code, kind: 'conflict' }));
  });

  it('accepts when it opens well and everybody was asked', () => {
    expect(() => requireReady([line({ aboutMemberId: 'ana', askedAlone: true })], [])).not.toThrow();
    expect(() => requireReady([line(), line({ aboutMemberId: 'ana', askedAlone: true })], ['ana'])).not.toThrow();
  });
});

describe('requireReadable', () => {
  const long = line({ id: 'long', text: 'word '.repeat(250) });
  it('refuses when one recipient would see nothing', () => {
    const readers = [
      { memberId: 'a', lineIds: ['l1'] },
      { memberId: 'b', lineIds: [] },
    ];
    expect(() => requireReadable(readers, [line()])).toThrow(expect.objectContaining({ code: 'consent_missing' }));
  });

  it('counts the words of each reader and not those of the whole', () => {
    const lines = [long, line({ id: 'one', text: 'One.' })];
    expect(() =>
      requireReadable(
        [
          { memberId: 'a', lineIds: ['long'] },
          { memberId: 'b', lineIds: ['one'] },
        ],
        lines,
      ),
    ).not.toThrow();
    expect(() => requireReadable([{ memberId: 'a', lineIds: ['long', 'one'] }], lines)).toThrow(
      expect.objectContaining({ code: 'too_many_words' }),
    );
    expect(wordsFor({ lineIds: ['long'] }, lines)).toBe(250);
  });
});

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  One,  two – three. ', 3],
    ['Tuesday 14:00', 2],
    ['¿Qué tal?', 2],
    ['... !', 0],
  ])('%p has %d', (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe('inReadingOrder', () => {
  it('opens with what went well, then the next date and homework, and loses nothing', () => {
    const lines = (['decision', 'homework', 'next-date', 'went-well', 'decision'] as const).map((kind, index) => ({
      kind,
      index,
    }));
    expect(inReadingOrder(lines).map((each) => [each.kind, each.index])).toEqual([
      ['went-well', 3],
      ['next-date', 2],
      ['homework', 1],
      ['decision', 0],
      ['decision', 4],
    ]);
  });
});
