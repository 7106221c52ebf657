import type { ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ClientGone } from '../../../src/errors.ts';
import { EventLoop } from '../../../src/event-loop.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { Execution } from '../../../src/server/limits/execution.ts';

const limits = { maxDocuments: 100, maxAnswerBytes: 10_000 };

/** An execution for a client that may leave, with work that waits for its turn. */
function begin() {
  const client = new AbortController();
  const eventLoop = new EventLoop();
  const execution = new Execution(limits, new Operation({ maxRequests: 1, signal: client.signal }), eventLoop);
  let hasWorked = false;
  const work = () => {
    hasWorked = true;
    return { data: { a: 1 } };
  };
  const result = execution.run(() => execution.postpone<ExecutionResult>(work, () => ({ data: null })));
  return { client, execution, result, hasWorked: () => hasWorked };
}

describe('an execution', () => {
  it('goes on in a later turn for a client that waits', async () => {
    const { result, hasWorked } = begin();
    expect(hasWorked()).toBe(false);
    expect(await result).toEqual({ data: { a: 1 } });
  });

  it('ends in its next turn where its client has left', async () => {
    const { client, execution, result, hasWorked } = begin();
    client.abort();
    expect(await result).toMatchObject({ data: null, errors: [{ originalError: expect.any(ClientGone) }] });
    expect([hasWorked(), execution.isOver]).toEqual([false, true]);
  });
});
