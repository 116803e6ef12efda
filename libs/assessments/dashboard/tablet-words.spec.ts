import { LANGUAGES } from '@kinfold/assessments/domain';
import { TABLET_WORDS } from './tablet-words';

/** Every sentence a respondent can meet, with the numbers filled in. */
const sentences = (language: (typeof LANGUAGES)[number]): string[] =>
  Object.values(TABLET_WORDS[language]).map((words) => (typeof words === 'function' ? words(3, 5) : words));

describe('TABLET_WORDS', () => {
  it.each(LANGUAGES)('shouts nowhere and leaves nothing empty when the language is %s', (language) => {
    for (const sentence of sentences(language)) expect(sentence).toMatch(/^[^!¡]+$/);
  });

  it('says every sentence otherwise when the language is another', () => {
    const english = sentences('en');
    sentences('es').forEach((sentence, index) => expect(sentence).not.toBe(english[index]));
  });
});
