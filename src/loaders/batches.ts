/**
 * Gathers what is wanted in the same tick, whoever wants it, into one look-up for all.
 * Knows that a batch which is done must hold nothing of those who waited for it: a loader remembers its last one until the next.
 */
import DataLoader from 'dataloader';

export interface Batches<Need, Answer> {
  load(need: Need): Promise<Answer>;
}

/** @param loadMany one answer or error for each need, in their order */
export function createBatches<Need, Answer>(
  loadMany: (needs: readonly Need[]) => Promise<readonly (Answer | Error)[]>,
  { maxBatchSize = Number.POSITIVE_INFINITY }: { readonly maxBatchSize?: number } = {},
): Batches<Need, Answer> {
  // Each need is in a box of its own, which is empty as soon as the batch is under way.
  const loader = new DataLoader<Need[], Answer>((boxes) => loadMany(boxes.flatMap((box) => box.splice(0))), {
    cache: false,
    maxBatchSize,
  });
  return { load: (need) => loader.load([need]) };
}
