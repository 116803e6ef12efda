import { copingAndSelfCareCheck as check } from '@kinfold/assessments/domain';
import { ProblemError, readProblem } from '@kinfold/shared/web';
import { Answering, type SentAnswer } from './answering';

const last = check.items.length - 1;

/** At the review, with the first question answered by 3 and the others left out. */
function atReview(): Answering {
  const flow = new Answering(check);
  flow.begin();
  flow.choose(3);
  for (let index = 1; index <= last; index++) flow.next();
  return flow;
}

/** A server that answers when it is told to, and counts what reaches it. */
class Server {
  readonly received: SentAnswer[][] = [];
  private waiting: { accept: () => void; refuse: (thrown: unknown) => void } | null = null;

  readonly deliver = (answers: SentAnswer[]): Promise<void> =>
    new Promise((accept, refuse) => {
      this.received.push(answers);
      this.waiting = { accept, refuse };
    });

  accept(): void {
    this.waiting?.accept();
  }

  refuse(status: number, code?: string): void {
    this.waiting?.refuse(new ProblemError(readProblem(status, { code })));
  }
}

describe('Answering', () => {
  it('goes from the intro through every question to the review and back again when nothing is answered', () => {
    const flow = new Answering(check);
    expect(flow.step()).toEqual({ kind: 'intro' });
    flow.begin();
    const asked: string[] = [];
    for (let item = flow.item(); item !== null; item = flow.item()) {
      asked.push(item.id);
      flow.next();
    }
    expect(asked).toEqual(check.items.map(({ id }) => id));
    expect(flow.step()).toEqual({ kind: 'review' });
    for (let index = last; index >= 0; index--) {
      flow.back();
      expect(flow.step()).toEqual({ kind: 'question', index });
    }
    flow.back();
    expect(flow.step()).toEqual({ kind: 'intro' });
    expect(flow.leftOut()).toBe(check.items.length);
    expect(flow.unsent()).toBe(false);
  });

  it('keeps an answer and goes on when an option is chosen, and does nothing when it is none', () => {
    const flow = new Answering(check);
    flow.choose(2);
    expect(flow.answered()).toBe(0);
    flow.begin();
    flow.choose(7);
    expect(flow.step()).toEqual({ kind: 'question', index: 0 });
    flow.choose(0);
    expect(flow.step()).toEqual({ kind: 'question', index: 1 });
    flow.back();
    expect(flow.answer()).toBe(0);
    expect(flow.unsent()).toBe(true);
    flow.takeBack();
    expect(flow.answer()).toBeNull();
    expect(flow.step()).toEqual({ kind: 'question', index: 0 });
  });

  it('chooses by the place of the option, and moves by the arrows, when keys are pressed', () => {
    const flow = new Answering(check);
    expect(flow.press('1')).toBe(false);
    expect(flow.press('ArrowRight')).toBe(false);
    flow.begin();
    expect(flow.press('1')).toBe(true);
    expect(flow.press('5')).toBe(true);
    expect(flow.press('ArrowRight')).toBe(true);
    expect(flow.answers().slice(0, 4)).toEqual([0, 4, null, null]);
    expect(flow.step()).toEqual({ kind: 'question', index: 3 });
    for (const key of ['6', '0', 'a', 'Enter', 'ArrowUp']) expect(flow.press(key)).toBe(false);
    flow.press('ArrowLeft');
    expect(flow.step()).toEqual({ kind: 'question', index: 2 });
  });

  it('goes from the review to one question and to the review again when an answer is changed', () => {
    const flow = atReview();
    flow.goTo(5);
    expect(flow.item()?.id).toBe(check.items[5]?.id);
    flow.choose(2);
    expect(flow.step()).toEqual({ kind: 'review' });
    expect(flow.answers()[5]).toBe(2);
    flow.goTo(last + 1);
    flow.goTo(-1);
    expect(flow.step()).toEqual({ kind: 'review' });
    flow.back();
    flow.back();
    flow.next();
    expect(flow.step()).toEqual({ kind: 'question', index: last });
  });

  it('goes on where it was with every answer when it is resumed', () => {
    const flow = new Answering(check);
    flow.begin();
    flow.choose(4);
    flow.choose(1);
    const resumed = new Answering(check, flow.snapshot());
    expect(resumed.step()).toEqual({ kind: 'question', index: 2 });
    expect(resumed.answers().slice(0, 3)).toEqual([4, 1, null]);
    resumed.choose(2);
    expect(flow.answers()[2]).toBeNull();
  });

  it('sends every item once when it is asked to send twice', async () => {
    const server = new Server();
    const flow = atReview();
    const first = flow.send(server.deliver);
    const second = flow.send(server.deliver);
    expect(flow.sending()).toBe(true);
    flow.back();
    expect(flow.step()).toEqual({ kind: 'review' });
    server.accept();
    await Promise.all([first, second]);
    await flow.send(server.deliver);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toEqual(
      check.items.map(({ id }, index) => ({ item: id, value: index === 0 ? 3 : null })),
    );
    expect(flow.step()).toEqual({ kind: 'sent' });
    expect(flow.unsent()).toBe(false);
  });

  it('sends nothing when a question is still on the screen', async () => {
    const server = new Server();
    const flow = new Answering(check);
    flow.begin();
    await flow.send(server.deliver);
    expect(server.received).toEqual([]);
  });

  it('keeps every answer and can send again when sending fails', async () => {
    const server = new Server();
    const flow = atReview();
    const first = flow.send(server.deliver);
    server.refuse(0);
    await first;
    expect(flow.problem()?.code).toBe('network_lost');
    expect(flow.answers()[0]).toBe(3);
    expect(flow.unsent()).toBe(true);
    const second = flow.send(server.deliver);
    expect(flow.problem()).toBeNull();
    server.accept();
    await second;
    expect(flow.step()).toEqual({ kind: 'sent' });
    expect(server.received[1]).toEqual(server.received[0]);
  });

  it('has arrived when the second sending is refused as a second one after the first got no answer', async () => {
    const server = new Server();
    const flow = atReview();
    const first = flow.send(server.deliver);
    server.refuse(503);
    await first;
    const second = flow.send(server.deliver);
    server.refuse(409, 'already_answered');
    await second;
    expect(flow.step()).toEqual({ kind: 'sent' });
  });

  it('has not arrived when somebody else has answered meanwhile', async () => {
    const server = new Server();
    const flow = atReview();
    const first = flow.send(server.deliver);
    server.refuse(409, 'already_answered');
    await first;
    expect(flow.step()).toEqual({ kind: 'review' });
    expect(flow.problem()?.code).toBe('already_answered');
  });
});
