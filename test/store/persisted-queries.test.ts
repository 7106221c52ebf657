import { describe, expect, it } from 'vitest';
import { hashOf, PersistedQueries, type RemoteQueries } from '../../src/store/persisted-queries.ts';

const query = (index: number) => `{ site { name } } # ${index} ${'x'.repeat(1_000)}`;

/** What others keep, as one of them may have written it. */
function remoteWith(held = new Map<string, string>()): RemoteQueries & { readonly held: Map<string, string> } {
  return { held, find: async (hash) => held.get(hash), keep: (hash, text) => void held.set(hash, text) };
}

describe('persisted queries', () => {
  it('are kept within their bytes, however many are sent; the latest remain', () => {
    const queries = new PersistedQueries(100_000);
    for (let index = 0; index < 500; index++) {
      queries.keep(hashOf(query(index)), query(index));
      expect(queries.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(queries.find(hashOf(query(499)))).toBe(query(499));
    expect(queries.find(hashOf(query(0)))).toBeUndefined();
  });

  it('that are asked for remain longer than others', () => {
    const queries = new PersistedQueries(100_000);
    for (let index = 0; index < 500; index++) {
      queries.keep(hashOf(query(index)), query(index));
      expect(queries.find(hashOf(query(0)))).toBe(query(0));
    }
  });

  it('of other gateways are found where these keep them, and are those that have the hash', async () => {
    const remote = remoteWith();
    const [one, other] = [new PersistedQueries(10_000, remote), new PersistedQueries(10_000, remote)];
    one.keep(hashOf(query(1)), query(1));
    expect(await other.find(hashOf(query(1)))).toBe(query(1));
    for (const wrong of [query(2), '', '{', `${query(1)} `]) {
      remote.held.set(hashOf(query(1)), wrong);
      expect([wrong, await other.find(hashOf(query(1)))]).toEqual([wrong, undefined]);
    }
    expect(await one.find(hashOf(query(1)))).toBe(query(1));
  });

  it('are told to others once', () => {
    const told: string[] = [];
    const queries = new PersistedQueries(10_000, { ...remoteWith(), keep: (hash) => void told.push(hash) });
    for (let turn = 0; turn < 3; turn++) queries.keep(hashOf(query(1)), query(1));
    expect(told).toEqual([hashOf(query(1))]);
  });
});
