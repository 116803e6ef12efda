/** Why the process was asked to end. */
export type StopReason = 'signal' | 'parent-gone';

// Ctrl-C reaches the whole foreground group, and npm and our starter pass it on as well: one key arrives up to three times.
const SAME_KEY_MS = 500;

export interface StopRequests {
  /** Resolves at the first request. */
  readonly first: Promise<StopReason>;
  /** Resolves at a request that a person made after the first. */
  readonly second: Promise<void>;
  /** Stops listening. */
  readonly release: () => void;
}

/** The part of a process that tells about signals. */
export interface SignalSource {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

/** Listens for Ctrl-C, SIGTERM and the end of the process that started this one. */
export function listenForStop(source: SignalSource = process, now: () => number = Date.now): StopRequests {
  let resolveFirst: (reason: StopReason) => void = () => undefined;
  let resolveSecond: () => void = () => undefined;
  const first = new Promise<StopReason>((resolve) => (resolveFirst = resolve));
  const second = new Promise<void>((resolve) => (resolveSecond = resolve));
  let requestedAt: number | undefined;
  const onSignal = () => {
    if (requestedAt !== undefined && now() - requestedAt > SAME_KEY_MS) resolveSecond();
    requestedAt ??= now();
    resolveFirst('signal');
  };
  const onParentGone = () => {
    requestedAt ??= now();
    resolveFirst('parent-gone');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) source.on(signal, onSignal);
  source.on('disconnect', onParentGone);
  return {
    first,
    second,
    release: () => {
      for (const signal of signals) source.off(signal, onSignal);
      source.off('disconnect', onParentGone);
    },
  };
}
