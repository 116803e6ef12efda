/** How far along something timed is. */
export interface TimerReading {
  /** Whole seconds since the start, never below 0. */
  readonly elapsed: number;
  /** Whole seconds until the planned end; negative when it is over time; null without a plan. */
  readonly left: number | null;
  /** 0 to 1; null without a plan. */
  readonly share: number | null;
  readonly over: boolean;
}

/**
 * Reads a timer.
 * @param startedAt milliseconds since the epoch
 * @param now milliseconds since the epoch
 * @param plannedMinutes how long it should take, or null
 */
export function readTimer(startedAt: number, now: number, plannedMinutes: number | null): TimerReading {
  const elapsed = Math.max(0, Math.floor((now - startedAt) / 1000));
  if (plannedMinutes === null || plannedMinutes <= 0) return { elapsed, left: null, share: null, over: false };
  const left = Math.round(plannedMinutes * 60) - elapsed;
  return { elapsed, left, share: Math.min(1, elapsed / (plannedMinutes * 60)), over: left < 0 };
}

/**
 * Writes seconds as a clock: "4:05", "1:02:09"; below zero with a leading "+", since the time has gone over.
 * @param seconds whole seconds
 */
export function clockWords(seconds: number): string {
  const size = Math.abs(Math.trunc(seconds));
  const hours = Math.floor(size / 3600);
  const minutes = Math.floor(size / 60) % 60;
  const rest = String(size % 60).padStart(2, '0');
  const words = hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
  return seconds < 0 ? `+${words}` : words;
}

/**
 * The same for a reader, in whole minutes: "12 minutes left", "3 minutes over", "40 minutes so far".
 * @param reading what the timer shows
 */
export function spokenTimer(reading: TimerReading): string {
  const minutes = (seconds: number): string => {
    const whole = Math.ceil(Math.abs(seconds) / 60);
    return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`;
  };
  if (reading.left === null) return `${minutes(reading.elapsed)} so far`;
  return reading.over ? `${minutes(reading.left)} over` : `${minutes(reading.left)} left`;
}
