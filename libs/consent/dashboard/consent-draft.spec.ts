import type { ConsentListAnswer } from '@kinfold/shared/contract/staff';
import { type ConsentDraft, missingWords, requestOf, signsWithAdult, textToSign } from './consent-draft';

const members: ConsentListAnswer['members'] = [
  { id: 'ana', name: 'Ana Romero', birthDate: '1980-01-01', left: false, place: 0 },
  { id: 'leo', name: 'Leo Romero', birthDate: '2012-01-01', left: false, place: 1 },
];
const draft = (over: Partial<ConsentDraft> = {}): ConsentDraft => ({
  giverId: 'ana',
  recipientIds: ['leo'],
  purpose: 'safety',
  language: 'en',
  signedBy: ' Ana Romero ',
  adultName: '',
  adultRelationship: 'parent',
  signedOn: '2026-03-09',
  expiresOn: '',
  ...over,
});

describe('missingWords', () => {
  it.each<[Partial<ConsentDraft>, string | null]>([
    [{ giverId: '' }, 'Choose whose consent it is.'],
    [{ recipientIds: [] }, 'Choose who may read.'],
    [{ signedBy: ' ' }, 'Write the name as it was signed.'],
    [{ signedOn: '' }, 'Say on which day it was signed.'],
    [{ giverId: 'leo', recipientIds: ['ana'] }, 'Write which adult signed with them.'],
    [{}, null],
  ])('asks for what is missing when the draft is %p', (over, words) => {
    expect(missingWords(draft(over), members)).toBe(words);
  });
});

describe('signsWithAdult', () => {
  it('asks for an adult until the day of the eighteenth birthday', () => {
    const young = draft({ giverId: 'leo' });
    expect(signsWithAdult({ ...young, signedOn: '2029-12-31' }, members)).toBe(true);
    expect(signsWithAdult({ ...young, signedOn: '2030-01-01' }, members)).toBe(false);
  });
});

describe('requestOf', () => {
  it('leaves the second signature out when an adult signs, whatever was typed before', () => {
    expect(requestOf(draft({ adultName: 'Rosa' }), members)).toMatchObject({
      signedBy: 'Ana Romero',
      alsoSignedBy: null,
      expiresOn: null,
    });
    expect(requestOf(draft({ giverId: 'leo', adultName: ' Rosa ' }), members).alsoSignedBy).toEqual({
      name: 'Rosa',
      relationship: 'parent',
    });
  });
});

describe('textToSign', () => {
  it('has lines to sign on and the usual end when nothing else is said', () => {
    const text = textToSign(draft(), { clinicName: 'Clinic', members });
    expect(text).toContain('Signed by: ____');
    expect(text).toContain('9 March 2027');
    expect(text).toContain('Leo Romero');
  });

  it('is not there until it is known who gives it and who may read', () => {
    expect(textToSign(draft({ recipientIds: [] }), { clinicName: 'Clinic', members })).toBeNull();
    expect(textToSign(draft({ giverId: '' }), { clinicName: 'Clinic', members })).toBeNull();
  });
});
