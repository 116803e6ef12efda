import { ActivityWatch, REPORT_EVERY } from './activity-watch';

const minutes = (count: number): number => count * 60_000;

describe('ActivityWatch', () => {
  it('reports the first press and then at most once a minute when keys come all the time', () => {
    const watch = new ActivityWatch(0);
    const reports = [0, 1, REPORT_EVERY - 1, REPORT_EVERY, REPORT_EVERY + 1, 2 * REPORT_EVERY].filter((at) =>
      watch.pressed(at),
    );
    expect(reports).toEqual([0, REPORT_EVERY, 2 * REPORT_EVERY]);
  });

  it('is idle when the minutes have gone by without a press', () => {
    const watch = new ActivityWatch(0);
    watch.pressed(minutes(3));
    expect(watch.idle(minutes(18) - 1, 15)).toBe(false);
    expect(watch.idle(minutes(18), 15)).toBe(true);
  });

  it('counts every press when only some are reported', () => {
    const watch = new ActivityWatch(0);
    watch.pressed(0);
    expect(watch.pressed(REPORT_EVERY - 1)).toBe(false);
    expect(watch.idle(minutes(15), 15)).toBe(false);
  });
});
