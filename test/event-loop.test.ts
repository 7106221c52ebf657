import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventLoop } from '../src/event-loop.ts';

// A machine that is busy may take longer between two lines than what is measured here.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Takes as long, by this clock. */
const work = (milliseconds: number) => void vi.advanceTimersByTime(milliseconds);

/** Works until others have to be let in. */
function workUntilDue(eventLoop: EventLoop): void {
  while (!eventLoop.isDue()) work(1);
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('the event loop', () => {
  it('has to be given up after a while of work, and no more in the next turn', async () => {
    const eventLoop = new EventLoop();
    expect(eventLoop.isDue()).toBe(false);
    expect(eventLoop.pause()).toBeUndefined();
    workUntilDue(eventLoop);
    const pause = eventLoop.pause();
    expect(pause).toBeInstanceOf(Promise);
    await pause;
    await nextTurn();
    expect(eventLoop.isDue()).toBe(false);
  });

  it('may be kept longer for what is small', () => {
    const eventLoop = new EventLoop();
    workUntilDue(eventLoop);
    expect(eventLoop.isDue(true)).toBe(false);
    work(20);
    while (!eventLoop.isDue(true)) work(1);
  });

  it('lets no more go on at once than fits in', async () => {
    const eventLoop = new EventLoop();
    const line = eventLoop.line();
    let done = 0;
    for (let task = 0; task < 6; task++) {
      line.enter(() => {
        work(8);
        done++;
      });
    }
    expect(done).toBe(0);
    await nextTurn();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(6);
    await line.drained();
    expect(done).toBe(6);
    expect(line.drained()).toBeUndefined();
  });

  it('is taken by each line after the other: little work does not wait for all of much', async () => {
    const eventLoop = new EventLoop();
    const [large, small] = [eventLoop.line(), eventLoop.line()];
    const order: string[] = [];
    for (let task = 0; task < 5; task++) large.enter(() => void order.push('large'));
    small.enter(() => void order.push('small'));
    await large.drained();
    expect(order.slice(0, 2)).toEqual(['large', 'small']);
    expect(order).toHaveLength(6);
  });

  it('goes on with a line whose tasks enter it themselves, and with what enters it later', async () => {
    const eventLoop = new EventLoop();
    const [line, other] = [eventLoop.line(), eventLoop.line()];
    const order: number[] = [];
    const chain = (task: number) => {
      order.push(task);
      if (task < 3) line.enter(() => chain(task + 1));
    };
    line.enter(() => chain(1));
    for (let task = 11; task < 14; task++) other.enter(() => void order.push(task));
    await line.drained();
    await other.drained();
    expect(order).toEqual([1, 11, 2, 12, 3, 13]);
    line.enter(() => void order.push(4));
    await nextTurn();
    await nextTurn();
    expect(order.at(-1)).toBe(4);
  });
});
