import { ProblemError, readProblem, type Wait } from '@kinfold/shared/web';
import { type OtherText, type SectionGate, SectionKeeper, type SectionStart } from './section-keeper';

/** A clock that a test moves by hand. */
class HandClock implements Wait {
  private now = 0;
  private calls: { readonly at: number; readonly call: () => void }[] = [];

  after(milliseconds: number, call: () => void): () => void {
    const entry = { at: this.now + milliseconds, call };
    this.calls.push(entry);
    return () => (this.calls = this.calls.filter((other) => other !== entry));
  }

  async pass(milliseconds: number): Promise<void> {
    const until = this.now + milliseconds;
    for (;;) {
      const due = this.calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.calls = this.calls.filter((other) => other !== due);
      this.now = due.at;
      due.call();
      await settle();
    }
    this.now = until;
  }
}

/** The server's side: one section with a version, and ways to be unkind. */
class Shelf implements SectionGate {
  kept: OtherText | null = null;
  saves = 0;
  mood: 'well' | 'away' | 'answer-lost' | 'signed' = 'well';

  save = async ({ id }: { id: string }, version: number, text: string): Promise<number> => {
    this.saves++;
    if (this.mood === 'away') throw refused(0);
    if (this.mood === 'signed') throw refused(409, 'note_signed');
    if ((this.kept?.version ?? 0) !== version || (this.kept !== null && this.kept.id !== id)) throw refused(412);
    this.kept = { id, text, version: version + 1 };
    if (this.mood === 'answer-lost') throw refused(0);
    return version + 1;
  };

  read = async (): Promise<OtherText | null> => this.kept;
}

const refused = (status: number, code?: string): ProblemError =>
  new ProblemError(readProblem(status, code ? { code } : null));

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
};

function setUp(over: Partial<SectionStart> = {}) {
  const clock = new HandClock();
  const shelf = new Shelf();
  const start = { id: 'mine', section: 'risk', memberId: null, text: '', version: 0, fromMoments: false, ...over };
  if (start.version > 0) shelf.kept = { id: start.id, text: start.text, version: start.version };
  const keeper = new SectionKeeper(start, shelf, { why: ({ code }) => code, now: () => new Date(0), wait: clock });
  return { clock, shelf, keeper };
}

describe('SectionKeeper', () => {
  it('saves within two seconds when typing rests and counts versions', async () => {
    const { clock, shelf, keeper } = setUp();
    keeper.typed('a');
    await clock.pass(2000);
    keeper.typed('ab');
    await clock.pass(2000);
    expect(shelf.kept).toEqual({ id: 'mine', text: 'ab', version: 2 });
    expect(keeper.state().kind).toBe('saved');
  });

  it('saves within two seconds when typing never rests', async () => {
    const { clock, shelf, keeper } = setUp();
    for (let at = 0; at < 40; at++) {
      keeper.typed('x'.repeat(at + 1));
      await clock.pass(100);
      if (at >= 20) expect(shelf.kept?.text.length).toBeGreaterThanOrEqual(at - 19);
    }
  });

  it("is the therapist's own from the first edit on when the moments wrote it", async () => {
    const { clock, keeper } = setUp({ text: 'Noted.', version: 1, fromMoments: true });
    keeper.typed('Noted.');
    expect(keeper.fromMoments()).toBe(true);
    keeper.typed('Noted. And more.');
    await clock.pass(2000);
    expect(keeper.fromMoments()).toBe(false);
  });

  it('keeps the text, says so and sends it again by itself when the network was away', async () => {
    const { clock, shelf, keeper } = setUp();
    shelf.mood = 'away';
    keeper.typed('do not lose me');
    await clock.pass(2000);
    expect(keeper.state()).toEqual({ kind: 'not-saved', why: 'network_lost' });
    expect(keeper.text()).toBe('do not lose me');
    expect(keeper.unsaved()).toBe(true);
    shelf.mood = 'well';
    await clock.pass(6000);
    expect(shelf.kept?.text).toBe('do not lose me');
    expect(keeper.unsaved()).toBe(false);
  });

  it('shows no conflict with its own text when an answer was lost', async () => {
    const { clock, shelf, keeper } = setUp();
    shelf.mood = 'answer-lost';
    keeper.typed('first');
    await clock.pass(1600);
    expect(keeper.state().kind).toBe('not-saved');
    shelf.mood = 'well';
    keeper.typed('first and second');
    await clock.pass(2000);
    expect(keeper.conflict()).toBeNull();
    expect(shelf.kept).toEqual({ id: 'mine', text: 'first and second', version: 2 });
    expect(keeper.state().kind).toBe('saved');
  });

  it("writes nothing over someone else's text until one of the two is chosen", async () => {
    const { clock, shelf, keeper } = setUp({ text: 'old', version: 1 });
    shelf.kept = { id: 'mine', text: 'theirs', version: 2 };
    keeper.typed('mine');
    await clock.pass(2000);
    expect(keeper.conflict()).toEqual({ id: 'mine', text: 'theirs', version: 2 });
    const before = shelf.saves;
    keeper.typed('mine, longer');
    await clock.pass(10_000);
    expect(shelf.saves).toBe(before);
    expect(shelf.kept.text).toBe('theirs');
    expect(await keeper.saveNow()).toBe(false);
    await keeper.keepMine();
    expect(shelf.kept).toEqual({ id: 'mine', text: 'mine, longer', version: 3 });
    expect(keeper.conflict()).toBeNull();
    expect(keeper.unsaved()).toBe(false);
  });

  it('takes the other text when that is chosen, also when the other made the section first', async () => {
    const { clock, shelf, keeper } = setUp();
    shelf.kept = { id: 'other', text: 'theirs', version: 4 };
    keeper.typed('mine');
    await clock.pass(2000);
    await keeper.takeOther();
    expect(keeper.text()).toBe('theirs');
    keeper.typed('theirs, and mine');
    await clock.pass(2000);
    expect(shelf.kept).toMatchObject({ id: 'other', text: 'theirs, and mine' });
  });

  it('goes on holding the text and does not knock again when the note was signed meanwhile', async () => {
    const { clock, shelf, keeper } = setUp({ text: 'old', version: 1 });
    shelf.mood = 'signed';
    keeper.typed('too late');
    await clock.pass(2000);
    expect(keeper.state()).toEqual({ kind: 'not-saved', why: 'note_signed' });
    const before = shelf.saves;
    await clock.pass(20_000);
    expect(shelf.saves).toBe(before);
    expect(keeper.text()).toBe('too late');
  });

  it('sends what is left when it is stopped', async () => {
    const { shelf, keeper } = setUp();
    keeper.typed('last words');
    await keeper.stop();
    expect(shelf.kept?.text).toBe('last words');
  });
});
