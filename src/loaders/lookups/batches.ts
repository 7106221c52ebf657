/**
 * Gathers what operations want in the same moment into one look-up for all of them.
 * Knows when a moment is over: not while an operation that has asked for something lets others have their turn, for it will
 * go on asking; but nobody waits long for the needs of another one. Knows as well that a batch which is done must hold
 * nothing of the operations that waited for it: a loader remembers its last one until the next.
 */
import DataLoader from 'dataloader';
import type { Operation } from '../operation/operation.ts';

interface OperationNeed {
  readonly operation: Operation;
}

export interface Batches<Need, Answer> {
  load(need: Need): Promise<Answer>;
}

/** Milliseconds that a batch waits for operations that go on asking. */
const longestWait = 50;

/** @param loadMany one answer or error for each need, in their order */
export function createBatches<Need extends OperationNeed, Answer>(
  loadMany: (needs: readonly Need[]) => Promise<readonly (Answer | Error)[]>,
  { maxBatchSize = Number.POSITIVE_INFINITY }: { readonly maxBatchSize?: number } = {},
): Batches<Need, Answer> {
  const asking = new Set<Operation>();

  function sendOnceAsked(send: () => void, deadline: number): void {
    for (const operation of asking) {
      const drained = operation.line?.drained();
      if (drained && performance.now() < deadline) {
        const again = once(() => {
          clearTimeout(timer);
          setImmediate(sendOnceAsked, send, deadline);
        });
        const timer = setTimeout(again, longestWait);
        drained.then(again, again);
        return;
      }
      asking.delete(operation);
    }
    send();
  }

  // Each need is in a box of its own, which is empty as soon as the batch is under way.
  const loader = new DataLoader<Need[], Answer>((boxes) => loadMany(boxes.flatMap((box) => box.splice(0))), {
    cache: false,
    maxBatchSize,
    batchScheduleFn(send) {
      setImmediate(sendOnceAsked, send, performance.now() + longestWait);
    },
  });
  return {
    load(need) {
      asking.add(need.operation);
      return loader.load([need]);
    },
  };
}

/** Whichever of two ends a wait first goes on, and a batch is sent once. */
function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    action();
  };
}
