import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { ClientGone, PressgraphError } from '../../../src/errors.ts';
import { Budget } from '../../../src/loaders/operation/budget.ts';
import { isOwn } from '../../../src/loaders/source/flights.ts';

const tooLarge = new PressgraphError('OPERATION_TOO_LARGE', 'The answer is too large.');

describe('the budget of an operation', () => {
  it('is over when its client leaves, and says so to who waits for it and who asks for it', () => {
    const client = new AbortController();
    const budget = new Budget({ maxRequests: 9, signal: client.signal });
    const { signal } = budget;
    budget.charge('/wp/v2/posts');
    client.abort();
    expect([budget.isOver, signal.aborted]).toEqual([true, true]);
    expect(signal.reason).toBeInstanceOf(ClientGone);
    expect(() => budget.charge('/wp/v2/posts')).toThrow(ClientGone);
  });

  it('is over when a limit ends it, with the error as the reason, which is its own', () => {
    const budget = new Budget({ maxRequests: 9 });
    const { signal } = budget;
    budget.end(tooLarge);
    budget.end();
    expect(signal.reason).toBe(tooLarge);
    expect(() => budget.charge('/wp/v2/posts')).toThrow(tooLarge);
    expect(isOwn(tooLarge)).toBe(true);
  });

  it('is over for who asks afterwards', () => {
    const client = new AbortController();
    client.abort();
    expect(new Budget({ maxRequests: 9, signal: client.signal }).signal.aborted).toBe(true);
    const budget = new Budget({ maxRequests: 9 });
    budget.end(tooLarge);
    expect(budget.signal.reason).toBe(tooLarge);
  });

  it('leaves nothing on the signal of its client, who may ask again', () => {
    const { signal } = new AbortController();
    const budgets = Array.from({ length: 3 }, () => new Budget({ maxRequests: 9, signal }));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    for (const budget of budgets) expect(budget.signal.aborted).toBe(false);
    expect(getEventListeners(signal, 'abort')).toHaveLength(3);
    for (const budget of budgets) budget.end();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('is one of requests for the operations of a batch, each of which ends by itself', () => {
    const batch = new Budget({ maxRequests: 3 });
    const [first, second] = [batch.part(), batch.part()];
    first.charge('/wp/v2/posts');
    second.charge('/wp/v2/posts');
    first.end(tooLarge);
    expect(second.isOver).toBe(false);
    second.charge('/wp/v2/users');
    expect(() => second.charge('/wp/v2/tags')).toThrow('This batch needs more than the 3 upstream requests');
    expect(() => first.charge('/wp/v2/tags')).toThrow(tooLarge);
  });

  it('pays once for a request that several operations of a batch wait for', () => {
    const batch = new Budget({ maxRequests: 1 });
    const [first, second, paid] = [batch.part(), batch.part(), new Set<unknown>()];
    first.charge('/wp/v2/posts', paid);
    second.charge('/wp/v2/posts', paid);
    const alone = new Budget({ maxRequests: 0 });
    expect(() => alone.charge('/wp/v2/posts', paid)).toThrow('This operation needs more than the 0 upstream requests');
    expect(() => second.charge('/wp/v2/posts')).toThrow('upstream requests');
  });

  it('is spent after as many requests as it has, and after as much time', () => {
    const budget = new Budget({ maxRequests: 12 });
    expect(budget.hasToSpare()).toBe(true);
    budget.charge('/wp/v2/posts');
    budget.charge('/wp/v2/posts');
    expect(budget.hasToSpare()).toBe(false);
    for (let request = 2; request < 12; request++) budget.charge('/wp/v2/posts');
    expect(() => budget.charge('/wp/v2/users')).toThrow('the 12 upstream requests');
    expect(() => new Budget({ maxRequests: 12, timeout: 0 }).charge('/wp/v2/users')).toThrow('the 0 milliseconds');
  });
});
