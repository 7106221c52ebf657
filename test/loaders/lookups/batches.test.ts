import { describe, expect, it } from 'vitest';
import { EventLoop } from '../../../src/event-loop.ts';
import { createBatches } from '../../../src/loaders/lookups/batches.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';

function recorded() {
  const sent: number[][] = [];
  const batches = createBatches<{ operation: Operation; id: number }, number>(async (needs) => {
    sent.push(needs.map(({ id }) => id));
    return needs.map(({ id }) => id);
  });
  return { sent, batches };
}

describe('needs of one moment', () => {
  it('are looked up together', async () => {
    const { sent, batches } = recorded();
    const operation = new Operation({ maxRequests: 1 });
    const load = (id: number) => batches.load({ operation, id });
    expect(await Promise.all([load(1), load(2), Promise.resolve().then(() => load(3))])).toEqual([1, 2, 3]);
    expect(sent).toEqual([[1, 2, 3]]);
  });

  it('are those on both sides of a pause, in which others have their turn', async () => {
    const { sent, batches } = recorded();
    const line = new EventLoop().line();
    const operation = new Operation({ maxRequests: 1, line });
    const first = batches.load({ operation, id: 1 });
    const further = new Promise((resolve) => {
      line.enter(() => line.enter(() => resolve(batches.load({ operation, id: 2 }))));
    });
    await Promise.all([first, further]);
    expect(sent).toEqual([[1, 2]]);
  });

  it('do not wait for an operation that never comes to an end', async () => {
    const { sent, batches } = recorded();
    const line = new EventLoop().line();
    let isDone = false;
    line.enter(function again() {
      if (!isDone) line.enter(again);
    });
    const busy = new Operation({ maxRequests: 1, line });
    const other = new Operation({ maxRequests: 1 });
    await Promise.all([batches.load({ operation: busy, id: 1 }), batches.load({ operation: other, id: 2 })]);
    isDone = true;
    await line.drained();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sent).toEqual([[1, 2]]);
  });
});
