import { EventEmitter } from 'node:events';
import { listenForStop } from './stop-requests';

function listening() {
  const source = new EventEmitter();
  let milliseconds = 0;
  const requests = listenForStop(source, () => milliseconds);
  let second = false;
  void requests.second.then(() => (second = true));
  return {
    source,
    requests,
    after: (wait: number) => (milliseconds += wait),
    second: async () => {
      await Promise.resolve();
      return second;
    },
  };
}

describe('listenForStop', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('asks to stop when %s arrives', async (signal) => {
    const { source, requests } = listening();
    source.emit(signal);
    await expect(requests.first).resolves.toBe('signal');
  });

  it('asks to stop when the process that started this one is gone', async () => {
    const { source, requests } = listening();
    source.emit('disconnect');
    await expect(requests.first).resolves.toBe('parent-gone');
  });

  it('takes it for one key when terminal, npm and starter deliver the same Ctrl-C', async () => {
    const { source, after, second } = listening();
    source.emit('SIGINT');
    after(20);
    source.emit('SIGINT');
    after(400);
    source.emit('SIGINT');
    expect(await second()).toBe(false);
  });

  it('hears a second Ctrl-C when a person presses again', async () => {
    const { source, after, second } = listening();
    source.emit('SIGINT');
    after(501);
    source.emit('SIGINT');
    expect(await second()).toBe(true);
  });

  it('hears nothing more when released', () => {
    const { source, requests } = listening();
    requests.release();
    expect(source.eventNames()).toEqual([]);
  });
});
