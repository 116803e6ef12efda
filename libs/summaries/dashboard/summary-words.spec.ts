import type { SummaryDocumentAnswer, SummaryMemberAnswer } from '@kinfold/shared/contract/staff';
import { lineTitle, listed, nextDateWords, notReadyWords, shareWords, shortName } from './summary-words';

const member = (id: string, givenName: string, over: Partial<SummaryMemberAnswer> = {}): SummaryMemberAnswer => ({
  id,
  givenName,
  familyName: 'Romero',
  place: 0,
  tookPart: true,
  left: false,
  ...over,
});
const members = [member('a', 'Ana'), member('m', 'Marco'), member('x', 'Marco', { familyName: 'Vega' })];
const summary = (over: Partial<SummaryDocumentAnswer> = {}): SummaryDocumentAnswer => ({
  id: 's',
  state: 'draft',
  version: 1,
  releasedAt: null,
  releasedByName: null,
  recipientIds: [],
  readers: [],
  mayWrite: true,
  mayShare: true,
  mayWithdraw: false,
  lines: [
    {
      id: 'l',
      kind: 'went-well',
      aboutMemberId: null,
      askedAlone: false,
      text: 'You listened.',
      version: 1,
      answers: [],
    },
  ],
  ...over,
});

describe('shareWords', () => {
  it('names everybody it would be shared with, and nobody when nobody is chosen', () => {
    expect(shareWords(['a'], members)).toBe('Share with Ana');
    expect(shareWords(['a', 'm'], members)).toBe('Share with Ana and Marco Romero');
    expect(shareWords([], members)).toBeNull();
  });
});

describe('notReadyWords', () => {
  it('says in a sentence what is missing, and nothing when it is ready', () => {
    expect(notReadyWords(summary(), members)).toBeNull();
    expect(notReadyWords(summary({ lines: [] }), members)).toMatch(/nothing to share/);
    expect(
      notReadyWords(
        summary(),
        members.map((each) => ({ ...each, tookPart: false })),
      ),
    ).toMatch(/taken part/);
  });
});

describe('names', () => {
  it('uses the whole name when two members share the first', () => {
    expect(shortName('a', members)).toBe('Ana');
    expect(shortName('x', members)).toBe('Marco Vega');
    expect(lineTitle('homework', 'x', members)).toBe('Homework, about Marco Vega');
    expect(lineTitle('decision', null, members)).toBe('Decision, about the whole family');
    expect(listed(['Ana', 'Leo', 'Rosa'])).toBe('Ana, Leo and Rosa');
  });
});

describe('nextDateWords', () => {
  it('says the wall time of the clinic and no word that is wrong tomorrow', () => {
    const words = nextDateWords(new Date('2026-11-24T23:30:00Z'), { timeZone: 'Europe/Madrid', language: 'en' });
    expect(words).toBe('We meet again on Wednesday 25 November, at 00:30.');
  });
});
