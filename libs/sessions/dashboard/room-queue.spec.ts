import { ProblemError, readProblem } from '@kinfold/shared/web';
import type { RoomAct } from './room-acts';
import { RoomQueue } from './room-queue';

const turn = (id: string): RoomAct => ({
  act: 'moment',
  id,
  kind: 'turn',
  memberId: 'rosa',
  technique: null,
  at: '2026-11-24T14:00:00Z',
});
const lost = (): ProblemError => new ProblemError(readProblem(0, null));
const refused = (status: number, code: string): ProblemError => new ProblemError(readProblem(status, { code }));
/** Lets everything that can happen without the network or the clock happen. */
const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 50; turns++) await Promise.resolve();
};

/** A server that answers when the test says so, and a clock that the test turns. */
function aRoom() {
  const sent: string[] = [];
  const pauses: number[] = [];
  let due: (() => void) | null = null;
  let answer: (act: RoomAct) => Promise<unknown> = () => Promise.resolve();
  const queue = new RoomQueue({
    send: (act) => {
      sent.push(act.id);
      return answer(act);
    },
    wait: {
      after: (milliseconds, call) => {
        pauses.push(milliseconds);
        due = call;
        return () => (due = null);
      },
    },
  });
  return {
    queue,
    sent,
    pauses,
    answers: (next: (act: RoomAct) => Promise<unknown>) => (answer = next),
    timeIsUp: () => due?.(),
    waits: () => due !== null,
  };
}

describe('RoomQueue', () => {
  it('sends one after the other in the order of the taps', async () => {
    const { queue, sent, answers } = aRoom();
    const open: (() => void)[] = [];
    answers(() => new Promise<void>((resolve) => open.push(resolve)));
    queue.add(turn('a'));
    queue.add(turn('b'));
    await settled();
    expect(sent).toEqual(['a']);
    open.shift()?.();
    await settled();
    expect(sent).toEqual(['a', 'b']);
    open.shift()?.();
    await settled();
    expect(queue.waiting()).toEqual([]);
    expect(queue.made().map((act) => act.id)).toEqual(['a', 'b']);
  });

  it('keeps everything and sends the same again when the network is lost', async () => {
    const { queue, sent, answers, timeIsUp, pauses } = aRoom();
    answers(() => Promise.reject(lost()));
    queue.add(turn('a'));
    await settled();
    timeIsUp();
    await settled();
    expect(queue.waiting().map((act) => act.id)).toEqual(['a']);
    expect(queue.trouble()).toMatchObject({ code: 'network_lost' });
    expect(pauses).toEqual([1_000, 2_000]);
    answers(() => Promise.resolve());
    timeIsUp();
    await settled();
    expect(sent).toEqual(['a', 'a', 'a']);
    expect(queue.waiting()).toEqual([]);
    expect(queue.trouble()).toBeNull();
  });

  it.each([401, 429, 500, 503])('keeps what was tapped when the server answers %p', async (status) => {
    const { queue, answers } = aRoom();
    answers(() => Promise.reject(refused(status, 'later')));
    queue.add(turn('a'));
    await settled();
    expect(queue.waiting()).toHaveLength(1);
    expect(queue.refused()).toEqual([]);
  });

  it('puts aside what is refused for good and goes on with the rest', async () => {
    const { queue, answers } = aRoom();
    answers((act) => (act.id === 'a' ? Promise.reject(refused(409, 'wrong_state')) : Promise.resolve()));
    queue.add(turn('a'));
    queue.add(turn('b'));
    await settled();
    expect(queue.waiting()).toEqual([]);
    expect(queue.refused()).toMatchObject([{ act: { id: 'a' }, problem: { code: 'wrong_state' } }]);
    expect(queue.made().map((act) => act.id)).toEqual(['b']);
    queue.dismiss('a');
    expect(queue.refused()).toEqual([]);
  });

  it('takes out a moment with its words when it is undone before it left', async () => {
    const { queue, sent, answers, timeIsUp } = aRoom();
    answers(() => Promise.reject(lost()));
    queue.add(turn('a'));
    queue.add(turn('b'));
    queue.add({ act: 'words', id: 'w', momentId: 'b', words: 'hello' });
    await settled();
    queue.add({ act: 'undo', id: 'u', momentId: 'b' });
    expect(queue.waiting().map((act) => act.id)).toEqual(['a']);
    answers(() => Promise.resolve());
    timeIsUp();
    await settled();
    expect(sent).not.toContain('b');
    expect(sent).not.toContain('u');
  });

  it('sends the undo when its moment is under way or has arrived', async () => {
    const { queue, sent, answers } = aRoom();
    const open: (() => void)[] = [];
    answers(() => new Promise<void>((resolve) => open.push(resolve)));
    queue.add(turn('a'));
    queue.add({ act: 'undo', id: 'u', momentId: 'a' });
    open.shift()?.();
    await settled();
    expect(sent).toEqual(['a', 'u']);
  });

  it('says whether all has arrived when somebody wants to end', async () => {
    const { queue, answers, waits } = aRoom();
    answers(() => Promise.reject(lost()));
    queue.add(turn('a'));
    expect(await queue.sendNow()).toBe(false);
    expect(waits()).toBe(true);
    answers(() => Promise.resolve());
    expect(await queue.sendNow()).toBe(true);
    expect(waits()).toBe(false);
  });

  it('forgets what an answer of the server holds and keeps what came after', async () => {
    const { queue } = aRoom();
    queue.add(turn('a'));
    await settled();
    const before = queue.sentSoFar();
    queue.add(turn('b'));
    await settled();
    queue.forgetSent(before);
    expect(queue.made().map((act) => act.id)).toEqual(['b']);
  });
});
