import { afterEach, describe, expect, it, vi } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { ReadThrough } from '../../../src/loaders/source/read-through.ts';
import type { Found } from '../../../src/store/document-cache.ts';

afterEach(() => vi.useRealTimers());

const found = (stage: Found<string>['stage']): Found<string> => ({ value: 'old', stage, at: 0, kind: 'content' });
const away = new PressgraphError('UPSTREAM_UNAVAILABLE', 'WordPress is away.');
const key = () => 'key';
const route = '/wp/v2/posts';
const anOperation = (demandsFresh = false) => new Operation({ maxRequests: 9, demandsFresh });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is known', () => {
  it('is served at once where it is fresh, and nothing is asked', () => {
    const lookUp = vi.fn();
    const operation = anOperation();
    expect(new ReadThrough().answer(operation, route, found('fresh'), key, lookUp)).toBe('old');
    expect(lookUp).not.toHaveBeenCalled();
    expect(operation.record.hits).toBe(1);
  });

  it('is served where it is stale, and refreshed once, by an operation that demands what is fresh', async () => {
    const readThrough = new ReadThrough();
    const lookUp = vi.fn(async (asking: { readonly demandsFresh: boolean }) => String(asking.demandsFresh));
    for (let turn = 0; turn < 3; turn++)
      expect(readThrough.answer(anOperation(), route, found('stale'), key, lookUp)).toBe('old');
    expect(lookUp).toHaveBeenCalledTimes(1);
    expect(lookUp.mock.calls[0]?.[0].demandsFresh).toBe(true);
    await settled();
    readThrough.answer(anOperation(), route, found('stale'), key, lookUp);
    expect(lookUp).toHaveBeenCalledTimes(2);
  });

  it('is not good enough where it is stale and what is fresh is demanded', async () => {
    expect(await new ReadThrough().answer(anOperation(true), route, found('stale'), key, async () => 'new')).toBe(
      'new',
    );
  });

  it('is served where it has expired only if asking fails', async () => {
    const readThrough = new ReadThrough();
    expect(await readThrough.answer(anOperation(), route, found('spare'), key, async () => 'new')).toBe('new');
    expect(await readThrough.answer(anOperation(), route, found('spare'), key, () => Promise.reject(away))).toBe('old');
  });

  it('is no excuse for an error that is not one of the site', async () => {
    const failure = new PressgraphError('BUDGET_EXCEEDED', 'Too many.');
    const answer = new ReadThrough().answer(anOperation(), route, found('spare'), key, () => Promise.reject(failure));
    await expect(answer).rejects.toBe(failure);
  });
});

describe('after an outage', () => {
  it('what has expired is served without asking, for a while', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    const readThrough = new ReadThrough();
    await readThrough.answer(anOperation(), route, found('spare'), key, () => Promise.reject(away));
    const lookUp = vi.fn(async () => 'new');
    expect(readThrough.answer(anOperation(), route, found('spare'), key, lookUp)).toBe('old');
    expect(readThrough.answer(anOperation(), route, found('stale'), key, lookUp)).toBe('old');
    expect(lookUp).not.toHaveBeenCalled();
    expect(await readThrough.answer(anOperation(), route, undefined, key, lookUp)).toBe('new');
    vi.setSystemTime(1_005_001);
    expect(await readThrough.answer(anOperation(), route, found('spare'), key, lookUp)).toBe('new');
  });

  it('of one route the others are refreshed as ever', async () => {
    const readThrough = new ReadThrough();
    const refused = new PressgraphError('UPSTREAM_UNAVAILABLE', 'A firewall.', { status: 403 });
    await readThrough.answer(anOperation(), '/wp/v2/users', found('spare'), key, () => Promise.reject(refused));
    const lookUp = vi.fn(async () => 'new');
    expect(readThrough.answer(anOperation(), '/wp/v2/users', found('spare'), key, lookUp)).toBe('old');
    expect(await readThrough.answer(anOperation(), route, found('spare'), key, lookUp)).toBe('new');
  });

  it('a route that does not answer says nothing of the others, which have answered meanwhile', async () => {
    const readThrough = new ReadThrough();
    const late = readThrough.answer(anOperation(), '/wp/v2/users', found('spare'), key, async () => {
      readThrough.noteAnswer();
      throw new PressgraphError('UPSTREAM_TIMEOUT', 'Too late.');
    });
    expect(await late).toBe('old');
    expect(await readThrough.answer(anOperation(), route, found('spare'), key, async () => 'new')).toBe('new');
  });
});
