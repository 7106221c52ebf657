import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ClientGone, PressgraphError } from '../../../src/errors.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { isOwn } from '../../../src/loaders/source/source.ts';

const tooLarge = new PressgraphError('OPERATION_TOO_LARGE', 'The answer is too large.');

describe('an operation', () => {
  it('is over when its client leaves, and says so to who waits for it and who asks for it', () => {
    const client = new AbortController();
    const operation = new Operation({ maxRequests: 9, signal: client.signal });
    const { signal } = operation;
    operation.charge('/wp/v2/posts');
    client.abort();
    expect([operation.isOver, signal.aborted]).toEqual([true, true]);
    expect(signal.reason).toBeInstanceOf(ClientGone);
    expect(() => operation.charge('/wp/v2/posts')).toThrow(ClientGone);
  });

  it('is over when a limit ends it, with the error as the reason, which is its own', () => {
    const operation = new Operation({ maxRequests: 9 });
    const { signal } = operation;
    operation.end(tooLarge);
    operation.end();
    expect(signal.reason).toBe(tooLarge);
    expect(() => operation.charge('/wp/v2/posts')).toThrow(tooLarge);
    expect(isOwn(tooLarge)).toBe(true);
  });

  it('is over for who asks afterwards', () => {
    const client = new AbortController();
    client.abort();
    expect(new Operation({ maxRequests: 9, signal: client.signal }).signal.aborted).toBe(true);
    const operation = new Operation({ maxRequests: 9 });
    operation.end(tooLarge);
    expect(operation.signal.reason).toBe(tooLarge);
  });

  it('leaves nothing on the signal of its client, who may ask again', () => {
    const { signal } = new AbortController();
    const operations = Array.from({ length: 3 }, () => new Operation({ maxRequests: 9, signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    for (const operation of operations) expect(operation.signal.aborted).toBe(false);
    expect(getEventListeners(signal, 'abort')).toHaveLength(3);
    for (const operation of operations) operation.end();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
