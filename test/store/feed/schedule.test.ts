import { afterEach, expect, it } from 'vitest';
import { Schedule } from '../../../src/store/feed/schedule.ts';
import { soon } from '../../support/soon.ts';

const open: Schedule[] = [];
afterEach(() => {
  for (const schedule of open.splice(0)) schedule.stop();
});

/** Looks that end when the test lets them. */
function held(interval = 0) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const look = () => {
    begun.push(performance.now());
    return new Promise<void>((end) => ends.push(end));
  };
  const schedule = new Schedule(look, interval);
  open.push(schedule);
  return { schedule, begun, end: () => ends.shift()?.() };
}

it('looks at once, and once more for all that ask while it looks, a second later', async () => {
  const { schedule, begun, end } = held();
  const first = schedule.ask();
  await soon(() => expect(begun).toHaveLength(1));
  const others = [schedule.ask(), schedule.ask(), schedule.ask()];
  end();
  await first;
  await soon(() => expect(begun).toHaveLength(2));
  expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(990);
  end();
  await Promise.all(others);
  expect(begun).toHaveLength(2);
});

it('looks when it starts and at intervals, or only when it is asked to', async () => {
  const { schedule, begun, end } = held(1);
  schedule.start();
  expect(begun).toHaveLength(1);
  end();
  await soon(() => expect(begun).toHaveLength(2));
  const silent = held(0);
  silent.schedule.start();
  expect(silent.begun).toEqual([]);
});

it('looks no more once it is stopped, and lets nobody wait', async () => {
  const { schedule, begun, end } = held(1);
  schedule.start();
  const waiting = schedule.ask();
  end();
  schedule.stop();
  await waiting;
  await schedule.ask();
  expect(begun).toHaveLength(1);
});
