import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { load, type Load } from './load';
import { ProblemError, readProblem } from './problem';

/** A server that answers by hand, in any order. */
class HandServer<T> {
  readonly asked: string[] = [];
  private readonly answers: { resolve: (answer: T) => void; reject: (thrown: unknown) => void }[] = [];

  get(address: string): Promise<T> {
    this.asked.push(address);
    return new Promise((resolve, reject) => this.answers.push({ resolve, reject }));
  }

  async answer(request: number, answer: T): Promise<void> {
    this.answers[request]?.resolve(answer);
    await settle();
  }

  async refuse(request: number, status: number): Promise<void> {
    this.answers[request]?.reject(new ProblemError(readProblem(status, null)));
    await settle();
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

function setUp() {
  const id = signal('a');
  const server = new HandServer<readonly string[]>();
  const loaded: Load<readonly string[]> = TestBed.runInInjectionContext(() => load(() => server.get(id())));
  TestBed.tick();
  return { id, server, loaded };
}

describe('load', () => {
  it('is loading, then full, when the answer comes', async () => {
    const { server, loaded } = setUp();
    expect(loaded.state().kind).toBe('loading');
    await server.answer(0, ['x']);
    expect(loaded.state().kind).toBe('full');
    expect(loaded.value()).toEqual(['x']);
  });

  it('is empty when the answer holds nothing', async () => {
    const { server, loaded } = setUp();
    await server.answer(0, []);
    expect(loaded.state().kind).toBe('empty');
  });

  it('has failed, with words and a way on, when the request is refused', async () => {
    const { server, loaded } = setUp();
    await server.refuse(0, 404);
    expect(loaded.state()).toMatchObject({
      kind: 'failed',
      words: { title: 'This is not here', home: 'Go to the start' },
    });
    expect(loaded.problem()?.code).toBe('not_found');
  });

  it('takes the old answer off the screen at once when another id is opened', async () => {
    const { id, server, loaded } = setUp();
    await server.answer(0, ['of a']);
    id.set('b');
    TestBed.tick();
    expect(loaded.value()).toBeNull();
    expect(server.asked).toEqual(['a', 'b']);
  });

  it('drops the late answer when another id was opened meanwhile', async () => {
    const { id, server, loaded } = setUp();
    id.set('b');
    TestBed.tick();
    await server.answer(1, ['of b']);
    await server.answer(0, ['of a']);
    expect(loaded.value()).toEqual(['of b']);
  });

  it('keeps the answer on the screen while it reads again', async () => {
    const { server, loaded } = setUp();
    await server.answer(0, ['x']);
    void loaded.again();
    expect(loaded.state().kind).toBe('full');
    await server.answer(1, ['y']);
    expect(loaded.value()).toEqual(['y']);
  });

  it('recovers when reading again succeeds', async () => {
    const { server, loaded } = setUp();
    await server.refuse(0, 0);
    void loaded.again();
    expect(loaded.state().kind).toBe('loading');
    await server.answer(1, ['x']);
    expect(loaded.state().kind).toBe('full');
  });

  it('has failed when the request cannot even be made', async () => {
    const loaded = TestBed.runInInjectionContext(() =>
      load<string>(() => {
        throw new TypeError('no id');
      }),
    );
    TestBed.tick();
    await settle();
    expect(loaded.problem()?.code).toBe('server_failed');
  });
});
