import { describe, expect, it } from 'vitest';
import {
  type Answer,
  createAnswer,
  createAnswerCache,
  type Ingredients,
  isTouched,
} from '../../../src/server/answers/answer-cache.ts';
import { everything } from '../../../src/store/changes.ts';

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

const answerOf = (key: string, made: Ingredients, bytes = 10): Answer =>
  createAnswer(key, 'application/json', Buffer.alloc(bytes), lifetime, made);

describe('what an answer was made of', () => {
  const made = answerOf('key', ingredients({ lists: [posts], documents: { [posts]: [1, 2], [users]: [3] } }));

  it('is each collection that it lists, and single documents of others', () => {
    expect(made.ingredients).toEqual(ingredients({ lists: [posts], documents: { [users]: [3] } }));
  });

  it('is touched by changes of these alone', () => {
    const isTouchedBy = (change: Parameters<typeof isTouched>[1]) => isTouched(made.ingredients, change);
    expect(isTouchedBy({ route: posts, ids: [99] })).toBe(true);
    expect(isTouchedBy({ route: posts })).toBe(true);
    expect(isTouchedBy({ route: users, ids: [3] })).toBe(true);
    expect(isTouchedBy({ route: users, ids: [4] })).toBe(false);
    expect(isTouchedBy({ route: `${users}-more` })).toBe(false);
    expect(isTouchedBy(everything)).toBe(true);
  });
});

describe('the validator of an answer', () => {
  it('is that of its bytes and its type', () => {
    const made = ingredients({});
    const etags = [
      createAnswer('a', 'application/json', Buffer.from('{}'), lifetime, made),
      createAnswer('b', 'application/json', Buffer.from('{}'), lifetime, made),
      createAnswer('a', 'application/json', Buffer.from('{ }'), lifetime, made),
      createAnswer('a', 'application/graphql-response+json', Buffer.from('{}'), lifetime, made),
    ].map(({ etag }) => etag);
    expect(etags[0]).toBe(etags[1]);
    expect(new Set(etags).size).toBe(3);
  });
});

describe('kept answers', () => {
  it('stay within their bytes, with what they are made of and the encodings that they grow by', () => {
    const cache = createAnswerCache(100_000);
    const ids = Array.from({ length: 100 }, (_, index) => index);
    const made = ingredients({ documents: { [posts]: ids } });
    const all = Array.from({ length: 50 }, (_, index) => answerOf(`k${index}`, made));
    for (const answer of all) cache.keep(answer);
    const kept = all.filter(({ key }) => cache.find(key));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.length).toBeLessThan(8);
    const grown = kept.at(-1) as Answer;
    grown.gzip = Buffer.alloc(60_000);
    cache.measure(grown);
    expect(cache.find(grown.key)).toBe(grown);
    expect(all.filter(({ key }) => cache.find(key)).length).toBeLessThan(kept.length);
    grown.brotli = Buffer.alloc(60_000);
    cache.measure(grown);
    expect(cache.find(grown.key)).toBeUndefined();
  });

  it('are dropped by just the changes that touch them', () => {
    const cache = createAnswerCache(1_000_000);
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
    const cache = createAnswerCache(1_000_000);
    cache.keep(answerOf('key', ingredients({ lists: [posts] })));
    const next = answerOf('key', ingredients({ lists: [users] }));
    cache.keep(next);
    cache.drop({ route: posts });
    expect(cache.find('key')).toBe(next);
    cache.drop({ route: users });
    expect(cache.find('key')).toBeUndefined();
  });

  it('that came to nothing leave no trace', () => {
    const cache = createAnswerCache(0);
    const answer = answerOf('key', ingredients({ lists: [posts] }));
    cache.keep(answer);
    expect(cache.find('key')).toBeUndefined();
    cache.measure(answer);
    cache.drop({ route: posts });
    expect(cache.find('key')).toBeUndefined();
  });
});
