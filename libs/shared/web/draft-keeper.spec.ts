import { DraftKeeper, type Wait } from './draft-keeper';
import { ProblemError, readProblem } from './problem';

/** A wait that passes when the test says so. */
class HandWait implements Wait {
  private calls: (() => void)[] = [];

  after(_milliseconds: number, call: () => void): () => void {
    this.calls = [call];
    return () => (this.calls = this.calls.filter((waiting) => waiting !== call));
  }

  get waiting(): number {
    return this.calls.length;
  }

  pass(): void {
    const due = this.calls;
    this.calls = [];
    for (const call of due) call();
  }
}

/** A server that answers when the test says so. */
class HandServer {
  readonly got: string[] = [];
  private answers: { resolve: () => void; reject: (thrown: unknown) => void }[] = [];

  readonly save = (text: string): Promise<void> => {
    this.got.push(text);
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  };

  answer(): void {
    this.answers.shift()?.resolve();
  }

  refuse(status: number): void {
    this.answers.shift()?.reject(new ProblemError(readProblem(status, null)));
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

function setUp() {
  const wait = new HandWait();
  const server = new HandServer();
  const keeper = new DraftKeeper<string>({
    save: server.save,
    why: (problem) => problem.code,
    now: () => new Date(0),
    wait,
  });
  return { wait, server, keeper };
}

describe('DraftKeeper', () => {
  it('saves the newest text once when typing rests', async () => {
    const { wait, server, keeper } = setUp();
    keeper.changed('a');
    keeper.changed('ab');
    expect(server.got).toEqual([]);
    wait.pass();
    expect(server.got).toEqual(['ab']);
    server.answer();
    await settle();
    expect(keeper.state()).toEqual({ kind: 'saved', at: new Date(0) });
    expect(keeper.unsaved()).toBe(false);
  });

  it('never has two saves under way when typing goes on during one', async () => {
    const { wait, server, keeper } = setUp();
    keeper.changed('a');
    wait.pass();
    keeper.changed('ab');
    wait.pass();
    await settle();
    expect(server.got).toEqual(['a']);
    server.answer();
    await settle();
    expect(server.got).toEqual(['a', 'ab']);
    expect(keeper.unsaved()).toBe(true);
    server.answer();
    await settle();
    expect(keeper.unsaved()).toBe(false);
  });

  it('keeps the text and says why when a save fails, and sends it when asked again', async () => {
    const { wait, server, keeper } = setUp();
    keeper.changed('a');
    wait.pass();
    server.refuse(0);
    await settle();
    expect(keeper.state()).toEqual({ kind: 'not-saved', why: 'network_lost' });
    const again = keeper.saveNow();
    expect(server.got).toEqual(['a', 'a']);
    server.answer();
    expect(await again).toBe(true);
    expect(keeper.unsaved()).toBe(false);
  });

  it('sends what was typed meanwhile when a save fails, not the old text', async () => {
    const { wait, server, keeper } = setUp();
    keeper.changed('a');
    wait.pass();
    keeper.changed('ab');
    server.refuse(500);
    await settle();
    const again = keeper.saveNow();
    await settle();
    expect(server.got.at(-1)).toBe('ab');
    server.answer();
    expect(await again).toBe(true);
  });

  it('answers no when saving at once fails', async () => {
    const { server, keeper } = setUp();
    keeper.changed('a');
    const saving = keeper.saveNow();
    server.refuse(412);
    expect(await saving).toBe(false);
    expect(keeper.unsaved()).toBe(true);
  });

  it('sends nothing when nothing was typed', async () => {
    const { server, keeper } = setUp();
    expect(await keeper.saveNow()).toBe(true);
    expect(server.got).toEqual([]);
  });

  it('waits no longer when it is stopped', () => {
    const { wait, keeper } = setUp();
    keeper.changed('a');
    keeper.stop();
    expect(wait.waiting).toBe(0);
  });
});
