import { SaveStateKeeper, saveWords } from './save-state';

const at = new Date('2026-11-24T10:02:00Z');
const clock = (time: Date): string => time.toISOString().slice(11, 16);

describe('SaveStateKeeper', () => {
  it('says nothing when nothing was typed', () => {
    const keeper = new SaveStateKeeper();
    expect(saveWords(keeper.state(), clock)).toBe('');
    expect(keeper.unsaved()).toBe(false);
  });

  it('says when it was saved, when the server has it', () => {
    const keeper = new SaveStateKeeper();
    keeper.changed();
    keeper.saving();
    expect(saveWords(keeper.state(), clock)).toBe('Saving');
    keeper.saved(at);
    expect(saveWords(keeper.state(), clock)).toBe('Saved 10:02');
    expect(keeper.unsaved()).toBe(false);
  });

  it('is not saved when something was typed during the save', () => {
    const keeper = new SaveStateKeeper();
    keeper.saving();
    keeper.changed();
    expect(keeper.state().kind).toBe('saving');
    keeper.saved(at);
    expect(keeper.state().kind).toBe('changed');
    expect(keeper.unsaved()).toBe(true);
  });

  it('says why and stays unsaved when the save failed', () => {
    const keeper = new SaveStateKeeper();
    keeper.saving();
    keeper.failed('Check the network.');
    expect(saveWords(keeper.state(), clock)).toBe('Not saved: Check the network.');
    expect(keeper.unsaved()).toBe(true);
  });

  it('does not remember an old change when the next save succeeds', () => {
    const keeper = new SaveStateKeeper();
    keeper.saving();
    keeper.changed();
    keeper.failed('x');
    keeper.saving();
    keeper.saved(at);
    expect(keeper.state()).toEqual({ kind: 'saved', at });
  });
});
