import { isHalfRated, ratingsOf, UNRATED } from './ratings';

const whole = { engagement: 2, connection: 0, safety: -3 };

describe('ratings', () => {
  it('sends whole ratings alone, a zero included', () => {
    const drafts = new Map([
      ['rosa', whole],
      ['tom', { ...whole, safety: null }],
      ['ana', UNRATED],
    ]);
    expect(ratingsOf(drafts)).toEqual([{ memberId: 'rosa', ...whole }]);
  });
  it('knows a rating that was begun and not finished', () => {
    expect([isHalfRated(UNRATED), isHalfRated(whole), isHalfRated({ ...UNRATED, connection: 0 })]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
