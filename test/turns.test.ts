import { describe, expect, it } from 'vitest';
import { Turns } from '../src/turns.ts';

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Works until others have to be let in. */
function workUntilDue(turns: Turns): void {
  while (!turns.isDue()) work(1);
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('are due after a while of work, and no more in the next one', async () => {
    const turns = new Turns();
    expect(turns.isDue()).toBe(false);
    expect(turns.pause()).toBeUndefined();
    workUntilDue(turns);
    const pause = turns.pause();
    expect(pause).toBeInstanceOf(Promise);
    await pause;
    await nextTurn();
    expect(turns.isDue()).toBe(false);
  });

  it('are due later for what is small', () => {
    const turns = new Turns();
    workUntilDue(turns);
    expect(turns.isDue(true)).toBe(false);
    work(20);
    while (!turns.isDue(true)) work(1);
  });

  it('let no more go on at once than fits in', async () => {
    const turns = new Turns();
    const line = turns.line();
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

  it('are taken by each line after the other: little work does not wait for all of much', async () => {
    const turns = new Turns();
    const [large, small] = [turns.line(), turns.line()];
    const order: string[] = [];
    for (let task = 0; task < 5; task++) large.enter(() => void order.push('large'));
    small.enter(() => void order.push('small'));
    await large.drained();
    expect(order.slice(0, 2)).toEqual(['large', 'small']);
    expect(order).toHaveLength(6);
  });
});
