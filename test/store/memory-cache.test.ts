import { describe, expect, it } from 'vitest';
import { everything } from '../../src/store/change.ts';
import { createChanges } from '../../src/store/changes.ts';
import { absent, knownSince, learned, merged } from '../../src/store/known-document.ts';
import { createMemoryCache } from '../../src/store/memory-cache.ts';
import { Properties } from '../../src/wordpress/properties.ts';

const properties = (...names: string[]) => Properties.of('id', ...names);
const posts = '/wp/v2/posts';

describe('what is known of a document', () => {
  it('is as old as the oldest of the properties that are wanted', () => {
    const early = learned({ id: 1, title: 'Old', content: 'Old' } as never, properties('title', 'content'), 1_000);
    const late = learned({ id: 1, title: 'New' } as never, properties('title'), 9_000);
    for (const known of [merged(early, late), merged(late, early)]) {
      expect(known.document).toEqual({ id: 1, title: 'New', content: 'Old' });
      expect(knownSince(known, properties('title'))).toBe(9_000);
      expect(knownSince(known, properties('title', 'content'))).toBe(1_000);
      expect(knownSince(known, properties('slug'))).toBeUndefined();
    }
  });

  it('forgets what a later look-up has said anew', () => {
    const early = learned({ id: 1, title: 'Old', slug: 'old' } as never, properties('title', 'slug'), 1_000);
    const late = learned({ id: 1, title: 'New' } as never, properties('title', 'slug', 'link'), 9_000);
    const known = merged(early, late);
    expect(known).toBe(late);
    expect(known.earlier).toEqual([]);
  });

  it('counts parts that were asked for side by side as one, with one set of properties for a whole list', () => {
    const [cheap, dear] = [properties('title'), properties('content')];
    const of = (id: number) =>
      merged(learned({ id, title: 'T' } as never, cheap, 1_000), learned({ id, content: 'C' } as never, dear, 1_500));
    expect(of(1).earlier).toEqual([]);
    expect(knownSince(of(1), properties('title', 'content'))).toBe(1_000);
    expect(of(1).properties).toBe(of(2).properties);
  });

  it('joins links relation by relation; a whole property covers its paths', () => {
    const one = learned({ id: 1, _links: { self: [] } } as never, properties('_links.self'), 1_000);
    const other = learned({ id: 1, _links: { author: [] } } as never, properties('_links.author'), 9_000);
    const known = merged(one, other);
    expect(known.document?._links).toEqual({ self: [], author: [] });
    expect(knownSince(known, properties('_links.self', '_links.author'))).toBe(1_000);
    expect(knownSince(known, properties('_links'))).toBeUndefined();
    const whole = learned({ id: 1, title: {} } as never, properties('title'), 1_000);
    expect(knownSince(whole, properties('title.rendered'))).toBe(1_000);
  });

  it('is that it is not there, whatever is wanted, until it is seen', () => {
    expect(knownSince(absent(1_000), properties('title', 'content'))).toBe(1_000);
    const seen = learned({ id: 1 } as never, properties(), 9_000);
    expect(merged(absent(1_000), seen)).toBe(seen);
    expect(merged(seen, absent(10_000)).document).toBeNull();
  });
});

describe('the memory', () => {
  const document = (id: number, bytes: number) => learned({ id } as never, properties(), 1_000, bytes);

  /** A memory that hears of changes, as that of a gateway does. */
  function listening() {
    const changes = createChanges();
    const cache = createMemoryCache(1_000_000);
    changes.listen((change) => cache.drop(change));
    return { changes, cache };
  }

  it('stays within its bytes, whatever passes, and keeps what was used last', () => {
    const { changes, cache } = listening();
    for (let id = 1; id <= 20_000; id++) {
      cache.learnDocument(posts, id, document(id, 1_000), changes.now);
      cache.document(posts, 1);
    }
    const kept = cache.ids(posts);
    expect(kept.length).toBeGreaterThan(300);
    expect(kept.length).toBeLessThan(401);
    expect(kept).toContain(1);
    expect(kept).toContain(20_000);
    expect(kept).not.toContain(2);
  });

  it('tells documents of one collection from those of others whose names begin like it, and drops no others with it', () => {
    const { changes, cache } = listening();
    const list = { ids: [1], total: 1, totalPages: 1, at: 1_000, kind: 'content' } as const;
    const names = [posts, `${posts} edit`, `${posts}/archived`, `${posts}-more`, `account:${posts}`];
    for (const [index, name] of names.entries()) {
      cache.learnDocument(name, index + 1, document(index + 1, 10), changes.now);
      cache.learnList(name, '{"a":"/7"}', list, changes.now);
    }
    expect(names.map((name) => cache.ids(name))).toEqual([[1], [2], [3], [4], [5]]);
    for (const [index, route] of names.entries()) {
      changes.announce({ route });
      expect(names.map((name) => cache.ids(name).length)).toEqual(names.map((_name, at) => (at > index ? 1 : 0)));
    }
  });

  it('takes nothing that was asked for before a change, and drops the lists of the collection with it', () => {
    const { changes, cache } = listening();
    const list = { ids: [1], total: 1, totalPages: 1, at: 1_000, kind: 'content' } as const;
    const before = changes.now;
    cache.learnDocument(posts, 1, document(1, 10), before);
    cache.learnDocument(posts, 2, document(2, 10), before);
    cache.learnList(posts, 'all', list, before);
    changes.announce({ route: posts, ids: [1] });
    expect(cache.document(posts, 1)).toBeUndefined();
    expect(cache.document(posts, 2)).toBeDefined();
    expect(cache.list(posts, 'all')).toBeUndefined();
    expect(cache.learnDocument(posts, 1, document(1, 10), before)).toBeUndefined();
    expect(cache.learnList(posts, 'all', list, before)).toBe(false);
    expect(cache.document(posts, 1)).toBeUndefined();
    expect(cache.learnList(posts, 'all', list, changes.now)).toBe(true);
    expect(cache.list(posts, 'all')).toMatchObject(list);
  });

  it('keeps of a collection what is said to be left, and nothing of another that has a like name', () => {
    const { changes, cache } = listening();
    const before = changes.now;
    for (const id of [1, 2, 3]) cache.learnDocument(posts, id, document(id, 10), before);
    cache.learnDocument(posts, 4, absent(1_000), before);
    cache.learnDocument(`${posts}-more`, 1, document(1, 10), before);
    changes.announce({ route: posts, ids: [2], kept: [2, 3] });
    expect(cache.ids(posts)).toEqual([3]);
    expect(cache.ids(`${posts}-more`)).toEqual([1]);
    changes.announce({ route: posts });
    expect(cache.ids(posts)).toEqual([]);
    changes.announce(everything);
    expect(cache.ids(`${posts}-more`)).toEqual([]);
    expect(cache.learnDocument(posts, 1, document(1, 10), before)).toBeUndefined();
  });
});
