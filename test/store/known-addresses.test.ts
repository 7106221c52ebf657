import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeptKind, keptKinds } from '../../src/kept-kinds.ts';
import { createChanges } from '../../src/store/changes.ts';
import { lifetimesOf } from '../../src/store/freshness.ts';
import { KnownAddresses } from '../../src/store/known-addresses.ts';
import type { Sight } from '../../src/wordpress/http/front-end.ts';

const [posts, pages] = ['/wp/v2/posts', '/wp/v2/pages'];
const all = (seconds: number) =>
  Object.fromEntries(keptKinds.map((kind) => [kind, seconds * 1_000])) as Record<KeptKind, number>;
const lifetimes = lifetimesOf({
  fresh: { ...all(60), missing: 10_000 },
  stale: { ...all(100), missing: 0 },
  spare: all(0),
});
const row = (id: number, link: unknown) => ({ document: { id, link } as never, bytes: 1 });

let known: KnownAddresses;
beforeEach(() => {
  known = new KnownAddresses(10_000_000, lifetimes);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a link that a document has said to be its own', () => {
  it('is known by its path, however that is written', () => {
    known.learnLinks(posts, [row(7, 'https://site.test/Hello//%E6%B8%AF/')]);
    expect(known.linkedAt('/hello/港')).toEqual({ collection: posts, id: 7 });
    expect(known.linkedAt('/hello')).toBeUndefined();
  });

  it('is that of the document that has said so last', () => {
    known.learnLinks(posts, [row(7, 'https://site.test/hello/')]);
    known.learnLinks(pages, [row(9, 'https://site.test/hello/')]);
    expect(known.linkedAt('/hello')).toEqual({ collection: pages, id: 9 });
  });

  it.each(['https://site.test/?p=7', 'https://site.test/hello/#more', '/hello/', 'http://[', '', false, null, {}, 7])(
    'is none where it is no path of its own: %j',
    (link) => {
      known.learnLinks(posts, [row(7, link)]);
      for (const path of ['', '/hello']) expect(known.linkedAt(path)).toBeUndefined();
    },
  );

  it('leaves when others are used more, within a number of bytes', () => {
    const small = new KnownAddresses(400_000, lifetimes);
    for (let id = 1; id <= 1_000; id++) {
      small.learnLinks(posts, [row(id, `https://site.test/post-${id}/`)]);
      small.linkedAt('/post-1');
    }
    const left = Array.from({ length: 1_000 }, (_, index) => index + 1).filter((id) => small.linkedAt(`/post-${id}`));
    expect(left.length).toBeGreaterThan(20);
    expect(left.length).toBeLessThan(100);
    expect([left[0], left.at(-1)]).toEqual([1, 1_000]);
  });
});

describe('what a page has said of itself', () => {
  const shown: Sight = { kind: 'document', status: 200, document: { route: posts, id: 7 } };
  const missing: Sight = { kind: 'missing', status: 404 };

  it('is believed as long as content is, and that there is none for a shorter time', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { now } = createChanges();
    known.learnSight('/hello/', shown, [posts], now);
    known.learnSight('/nothing/', missing, [posts], now);
    const stages = () => ['/hello/', '/nothing/'].map((address) => known.sight(address)?.stage);
    expect(known.sight('/hello/')).toMatchObject({ value: shown, kind: 'content', at: Date.now() });
    expect(known.sight('/nothing/')).toMatchObject({ value: missing, kind: 'missing' });
    expect(stages()).toEqual(['fresh', 'fresh']);
    vi.advanceTimersByTime(10_000);
    expect(stages()).toEqual(['fresh', undefined]);
    vi.advanceTimersByTime(50_000);
    expect(stages()).toEqual(['stale', undefined]);
    vi.advanceTimersByTime(100_000);
    expect(stages()).toEqual([undefined, undefined]);
  });

  it('is worth nothing once one of its collections has changed', () => {
    const changes = createChanges();
    known.learnSight('/hello/', shown, [posts, pages], changes.now);
    changes.announce({ route: '/wp/v2/categories', ids: [3] });
    expect(known.sight('/hello/')?.value).toBe(shown);
    changes.announce({ route: pages, ids: [9] });
    expect(known.sight('/hello/')).toBeUndefined();
    known.learnSight('/hello/', shown, [posts, pages], changes.now);
    expect(known.sight('/hello/')?.value).toBe(shown);
  });

  it('is not kept as news where it was asked for before a change', () => {
    const changes = createChanges();
    const before = changes.now;
    changes.announce({ route: posts, ids: [7] });
    known.learnSight('/hello/', shown, [posts], before);
    expect(known.sight('/hello/')).toBeUndefined();
  });

  it('is forgotten with all links', () => {
    known.learnSight('/hello/', shown, [], createChanges().now);
    known.learnLinks(posts, [row(7, 'https://site.test/hello/')]);
    known.forget();
    expect([known.sight('/hello/'), known.linkedAt('/hello')]).toEqual([undefined, undefined]);
  });
});
