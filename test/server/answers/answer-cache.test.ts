import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Ingredients } from '../../../src/loaders/operation/provenance.ts';
import { Answer } from '../../../src/server/answers/answer.ts';
import { AnswerCache } from '../../../src/server/answers/answer-cache.ts';
import { Compression } from '../../../src/server/http/compression.ts';
import { everything } from '../../../src/store/change.ts';

const posts = '/wp/v2/posts';
const users = '/wp/v2/users';
const lifetime = { fresh: 1_000, stale: 2_000 };

function ingredients({
  lists = [],
  documents = {},
}: {
  lists?: string[];
  documents?: Record<string, number[]>;
}): Ingredients {
  const sets = Object.entries(documents).map(([collection, ids]) => [collection, new Set(ids)] as const);
  return { lists: new Set(lists), documents: new Map(sets) };
}

/** Of bytes that no encoding makes fewer. */
const answerOf = (key: string, made: Ingredients, bytes = 10): Answer =>
  new Answer({ key, contentType: 'application/json', body: randomBytes(bytes), lifetime, ingredients: made });

describe('kept answers', () => {
  it('stay within their bytes, with what they are made of', () => {
    const cache = new AnswerCache(100_000);
    const ids = Array.from({ length: 100 }, (_, index) => index);
    const made = ingredients({ documents: { [posts]: ids } });
    const all = Array.from({ length: 50 }, (_, index) => answerOf(`k${index}`, made));
    for (const answer of all) cache.keep(answer);
    const kept = all.filter(({ key }) => cache.find(key));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.length).toBeLessThan(8);
  });

  it('count the encodings that they grow by', async () => {
    const cache = new AnswerCache(220_000);
    const [first, second] = ['first', 'second'].map((key) => answerOf(key, ingredients({}), 60_000)) as [
      Answer,
      Answer,
    ];
    const keptAfter = async (wanted: 'br' | 'gzip') => {
      await second.encode(wanted, new Compression(), () => cache.measure(second));
      return [first, second].filter(({ key }) => cache.find(key));
    };
    for (const answer of [first, second]) cache.keep(answer);
    expect(await keptAfter('gzip')).toEqual([first, second]);
    expect(await keptAfter('br')).toEqual([second]);
  });

  it('are dropped by just the changes that touch them', () => {
    const cache = new AnswerCache(1_000_000);
    const listing = answerOf('listing', ingredients({ lists: [posts], documents: { [users]: [3] } }));
    const single = answerOf('single', ingredients({ documents: { [posts]: [1], [users]: [4] } }));
    const other = answerOf('other', ingredients({ documents: { [posts]: [2] } }));
    const keptAfter = (change: Parameters<typeof cache.drop>[0]) => {
      for (const answer of [listing, single, other]) cache.keep(answer);
      cache.drop(change);
      return [listing, single, other].map(({ key }) => key).filter((key) => cache.find(key));
    };
    expect(keptAfter({ route: posts, ids: [1] })).toEqual(['other']);
    expect(keptAfter({ route: posts, ids: [9] })).toEqual(['single', 'other']);
    expect(keptAfter({ route: users, ids: [4] })).toEqual(['listing', 'other']);
    expect(keptAfter({ route: posts, ids: [], kept: [1] })).toEqual(['single']);
    expect(keptAfter({ route: posts })).toEqual([]);
    expect(keptAfter(everything)).toEqual([]);
  });

  it('are replaced by a newer one of the same key, whose own changes count', () => {
    const cache = new AnswerCache(1_000_000);
    cache.keep(answerOf('key', ingredients({ lists: [posts] })));
    const next = answerOf('key', ingredients({ lists: [users] }));
    cache.keep(next);
    cache.drop({ route: posts });
    expect(cache.find('key')).toBe(next);
    cache.drop({ route: users });
    expect(cache.find('key')).toBeUndefined();
  });

  it('that came to nothing leave no trace', () => {
    const cache = new AnswerCache(0);
    const answer = answerOf('key', ingredients({ lists: [posts] }));
    cache.keep(answer);
    expect(cache.find('key')).toBeUndefined();
    cache.measure(answer);
    cache.drop({ route: posts });
    expect(cache.find('key')).toBeUndefined();
  });
});
