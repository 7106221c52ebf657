import { afterEach, describe, expect, it, vi } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { Turns, type Waiter } from '../../../src/wordpress/http/turns.ts';

afterEach(() => void vi.useRealTimers());

const operation = (more: Partial<Waiter> = {}): Waiter => ({ demandsFresh: false, served: 0, waiting: 0, ...more });

/** One place, taken; what is asked for from now on waits, and its names are noted in the order in which they have their turn. */
function queue(mostWaiting = 100) {
  const turns = new Turns({ places: 1, mostWaiting });
  turns.take(new Set());
  const begun: string[] = [];
  const refused: Record<string, unknown> = {};
  return {
    turns,
    begun,
    refused,
    wait(name: string, ...waiters: Waiter[]): Set<Waiter> {
      const all = new Set(waiters);
      const begin = () => void begun.push(name);
      turns.take(all)?.then(begin, (error: { code?: string; name: string }) => {
        refused[name] = error.code ?? error.name;
      });
      return all;
    },
    async finish(count = 1) {
      for (let turn = 0; turn < count; turn++) {
        turns.release();
        await Promise.resolve();
      }
      return begun;
    },
  };
}

describe('turns', () => {
  it('come to operations that want as much in the order in which they came', async () => {
    const { wait, finish } = queue();
    const [one, other] = [operation(), operation()];
    for (const name of ['a', 'b']) wait(name, one);
    for (const name of ['x', 'y']) wait(name, other);
    expect(await finish(4)).toEqual(['a', 'b', 'x', 'y']);
  });

  it('come first to who has had, or wants, least', async () => {
    const { wait, finish } = queue();
    const crowd = operation();
    for (const name of ['a', 'b', 'c']) wait(name, crowd);
    wait('second round', operation({ served: 1 }));
    wait('first round', operation());
    expect(await finish(5)).toEqual(['first round', 'second round', 'a', 'b', 'c']);
  });

  it('come to everybody: others go ahead of one for twenty seconds at most', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { wait, finish } = queue();
    wait('much', operation({ served: 500 }));
    vi.advanceTimersByTime(17_000);
    wait('little', operation());
    vi.advanceTimersByTime(2_000);
    wait('later', operation());
    expect(await finish(3)).toEqual(['little', 'much', 'later']);
  });

  it('count what several wait for as that of the most modest, who may join later', async () => {
    const { wait, finish } = queue();
    wait('alone', operation({ served: 2 }));
    const shared = wait('shared', operation({ served: 9 }));
    const visitor = operation();
    shared.add(visitor);
    expect(await finish(2)).toEqual(['shared', 'alone']);
    expect(visitor.served).toBe(1);
  });

  it('of what nobody waits for come last, but come', async () => {
    const { wait, finish } = queue();
    wait('look');
    wait('refresh', operation({ demandsFresh: true }));
    for (let turn = 0; turn < 20; turn++) wait(`visitor ${turn}`, operation());
    const order = await finish(22);
    const places = ['look', 'refresh'].map((name) => order.indexOf(name));
    expect(places).toEqual([6, 14]);
  });

  it('are not given to an operation that has left, nor is one that joined it forgotten', async () => {
    const { wait, finish, refused } = queue();
    const leaving = new AbortController();
    wait('left', operation({ signal: leaving.signal }));
    wait('joined', operation({ signal: leaving.signal })).add(operation({ served: 2 }));
    wait('other', operation());
    leaving.abort();
    await Promise.resolve();
    expect(refused).toEqual({ left: 'ClientGone' });
    expect(await finish(2)).toEqual(['other', 'joined']);
  });

  it('end with the reason for which an operation ends, where it is one that a client is told', async () => {
    const { wait, refused } = queue();
    const ending = new AbortController();
    wait('too long', operation({ signal: ending.signal }));
    ending.abort(new PressgraphError('BUDGET_EXCEEDED', 'It took too long.'));
    await Promise.resolve();
    expect(refused).toEqual({ 'too long': 'BUDGET_EXCEEDED' });
  });

  it('are refused where too many wait: to who has most, and to what nobody waits for before that', async () => {
    const { wait, finish, refused } = queue(3);
    const greedy = operation();
    wait('look');
    wait('first', greedy);
    wait('second', greedy);
    wait('third', greedy);
    await Promise.resolve();
    expect(refused).toEqual({ look: 'OVERLOADED' });
    wait('fourth', greedy);
    wait('visitor', operation());
    await Promise.resolve();
    expect(refused).toEqual({ look: 'OVERLOADED', fourth: 'OVERLOADED', third: 'OVERLOADED' });
    expect(await finish(3)).toEqual(['visitor', 'first', 'second']);
  });

  it('leave places free when nobody waits', () => {
    const turns = new Turns({ places: 2, mostWaiting: 1 });
    expect(turns.areIdle).toBe(true);
    expect([turns.take(), turns.areIdle, turns.take()]).toEqual([undefined, false, undefined]);
    turns.release();
    turns.release();
    expect(turns.areIdle).toBe(true);
  });
});
