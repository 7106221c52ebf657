import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pressgraph } from '../src/dialects/pressgraph/schema.ts';
import type { GatewayConfig } from '../src/gateway-config.ts';
import type { Dialect } from '../src/graph/dialect.ts';
import { openLayers } from '../src/layers.ts';
import type { LookEvent, Observer } from '../src/observer.ts';
import { serveDialect } from '../src/served-schemas.ts';
import { everything } from '../src/store/change.ts';
import { hashOf } from '../src/store/persisted-queries.ts';
import { type GrowingSite, growingSite } from './support/growing-site.ts';
import { soon } from './support/soon.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const closing: (() => Promise<void>)[] = [];
// There is one look a second, by this clock.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closing.splice(0)) await close();
});

async function open(site: GrowingSite, settings: GatewayConfig['settings'] = {}, dialect: Dialect = pressgraph) {
  const looks: LookEvent[] = [];
  const refreshes: string[] = [];
  const sites: object[] = [];
  const observer: Observer = {
    look: (event) => looks.push(event),
    refresh: ({ what, step }) => void (what === 'site' && refreshes.push(step)),
    site: (event) => sites.push(event),
  };
  const layers = await openLayers({
    site: site.url,
    send: site.send,
    observer,
    settings: { pollInterval: 0, upstreamRetries: 0, ...settings },
  });
  closing.push(() => layers.close());
  const served = serveDialect(layers, dialect);
  const post = async (body: unknown): Promise<unknown> => {
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await served.entrance.fetch(request)).json();
  };
  return {
    layers,
    served,
    post,
    looks,
    refreshes,
    sites,
    ask: (query: string) => post({ query }),
    /** Looks, at the site itself as well. @returns what stood in the way */
    async look(isThorough = true) {
      vi.advanceTimersByTime(1_100);
      await layers.look(isThorough);
      const last = looks.at(-1);
      return last?.step === 'done' ? last.failures.map(({ error }) => (error as Error).message) : [];
    },
  };
}

const titles = (type: string, ...ids: readonly number[]) => ({ nodes: ids.map((id) => ({ title: `${type} ${id}` })) });
const books = '{ books { nodes { title } } }';
const threeBooks = { data: { books: titles('book', 103, 102, 101) } };
const posts = '{ posts { nodes { title } } }';
const threePosts = { data: { posts: titles('post', 3, 2, 1) } };
const hasNoBooks = { errors: [expect.objectContaining({ message: expect.stringContaining('"books"') })] };

describe('a site that becomes another one', () => {
  it('has its new type served after a look, which was an error before', async () => {
    const site = growingSite();
    const { ask, look, served, layers, sites, refreshes } = await open(site);
    const before = served.schema;
    expect(await ask(books)).toEqual(hasNoBooks);
    site.hasBooks = true;
    expect(await look()).toEqual([]);
    expect(await ask(books)).toEqual(threeBooks);
    expect(served.schema).not.toBe(before);
    expect(served.schema.getType('Book')).toBeDefined();
    expect(layers.site.resources.map(({ type }) => type)).toContain('book');
    expect(sites).toEqual([{ types: 4, taxonomies: 3 }]);
    expect(refreshes).toEqual(['begun', 'done']);
  });

  it('serves no more what it has no more, however well that is known', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, post, look } = await open(site);
    const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(books) } } };
    expect(await ask(books)).toEqual(threeBooks);
    expect(await post({ query: books, ...persisted })).toEqual(threeBooks);
    expect(await post(persisted)).toEqual(threeBooks);
    site.hasBooks = false;
    await look();
    expect(await ask(books)).toEqual(hasNoBooks);
    expect(await post(persisted)).toEqual(hasNoBooks);
    site.hasBooks = true;
    await look();
    expect(await post(persisted)).toEqual(threeBooks);
  });

  it('is asked only for what may mean something else', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, layers } = await open(site);
    await look();
    expect(await ask(posts)).toEqual(threePosts);
    expect(await ask(books)).toEqual(threeBooks);
    const asked = () =>
      site.requests.filter((request) => /title/.test(request)).map((request) => request.split('?')[0]);
    expect(asked()).toEqual(['/wp/v2/posts', '/shop/v1/books']);
    site.books = 'novels';
    await look();
    expect(layers.site.resources.map(({ route }) => route)).toContain('/shop/v1/novels');
    expect(await ask(posts)).toEqual(threePosts);
    expect(await ask('{ novels { nodes { title } } }')).toEqual({ data: { novels: titles('book', 103, 102, 101) } });
    expect(asked()).toEqual(['/wp/v2/posts', '/shop/v1/books', '/shop/v1/novels']);
    site.home = 'https://elsewhere.test';
    await look();
    expect(await ask(posts)).toEqual(threePosts);
    expect(asked()).toEqual(['/wp/v2/posts', '/shop/v1/books', '/shop/v1/novels', '/wp/v2/posts']);
  });

  it.each<[string, (site: GrowingSite) => void, string, unknown]>([
    [
      'a type is called otherwise',
      (site) => Object.assign(site, { bookLabel: 'Novels' }),
      '{ contentTypes { label } }',
      { data: { contentTypes: expect.arrayContaining([{ label: 'Novels' }]) } },
    ],
    [
      'the zone is another one',
      (site) => Object.assign(site, { timezone: 'Europe/Berlin' }),
      '{ posts(first: 1) { nodes { dateGmt } } }',
      { data: { posts: { nodes: [{ dateGmt: expect.any(String) }] } } },
    ],
  ])('is noticed where %s', async (_what, change, query, answer) => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, sites } = await open(site);
    await ask(query);
    change(site);
    expect(await look()).toEqual([]);
    expect(sites).toHaveLength(1);
    expect(await ask(query)).toEqual(answer);
  });

  it('has a field that a plugin adds, once its turn has come to be asked what it is', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, layers } = await open(site);
    const size = '{ book(by: { databaseId: 101 }) { size } }';
    expect(await ask(size)).toMatchObject({ errors: [{ message: expect.stringContaining('"size"') }] });
    site.bookFields.push('size');
    for (const _ of layers.site.resources) await look();
    expect(await ask(size)).toEqual({ data: { book: { size: 'large' } } });
    site.bookFields.pop();
    layers.changes.announce(everything);
    await look();
    expect(await ask(size)).toMatchObject({ errors: [{ message: expect.stringContaining('"size"') }] });
  });

  it('has ids beyond 32 bits as soon as one is seen', async () => {
    const site = growingSite();
    const { ask, look, layers } = await open(site);
    await look(false);
    const ids = '{ posts(first: 1) { nodes { databaseId } } }';
    expect(await ask(ids)).toEqual({ data: { posts: { nodes: [{ databaseId: 3 }] } } });
    site.largestId = 3_000_000_000;
    layers.changes.announce({ route: '/wp/v2/posts', ids: [3_000_000_000] });
    expect(await ask(ids)).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }] });
    await look(false);
    expect(await ask(ids)).toEqual({ data: { posts: { nodes: [{ databaseId: 3_000_000_000 }] } } });
  });

  it('is read anew when all that is known is forgotten, with the next look', async () => {
    const site = growingSite();
    const { ask, look, layers, refreshes } = await open(site);
    await look(false);
    expect(refreshes).toEqual([]);
    layers.changes.announce(everything);
    await look(false);
    expect(refreshes).toEqual(['begun', 'done']);
    await look(false);
    expect(refreshes).toEqual(['begun', 'done']);
    expect(await ask(posts)).toEqual(threePosts);
  });

  it('is asked for it once in a while: five requests of a look, and none of the next', async () => {
    const site = growingSite();
    const { look } = await open(site);
    const requestsOf = async (isThorough: boolean) => {
      const before = site.requests.length;
      await look(isThorough);
      return site.requests.length - before;
    };
    const without = await requestsOf(false);
    expect(await requestsOf(true)).toBe(without + 5);
    expect(await requestsOf(false)).toBe(without);
  });

  it('is the same where only its words are others', async () => {
    const site = Object.assign(growingSite(), { isRestless: true });
    const { look, refreshes, sites } = await open(site);
    for (let round = 0; round < 3; round++) expect(await look()).toEqual([]);
    expect([refreshes, sites]).toEqual([[], []]);
  });
});

describe('a site that cannot be read', () => {
  it.each(['down', 'gated', 'refused'] as const)('is served as it was: its types are %s', async (failure) => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, sites } = await open(site);
    site.broken.set('/wp/v2/types', failure);
    for (let round = 0; round < 3; round++) expect(await look()).toHaveLength(1);
    // It is no news that it still fails, and no sign of its end that nobody has asked.
    expect(await look(false)).toHaveLength(1);
    expect(await ask(books)).toEqual(threeBooks);
    site.broken.clear();
    expect(await look()).toEqual([]);
    expect(sites).toEqual([]);
  });

  it('is believed where it tells something no more for good, and not where it does so once', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, layers } = await open(site);
    const color = '{ book(by: { databaseId: 101 }) { color } }';
    const red = { data: { book: { color: 'red' } } };
    expect(await ask(color)).toEqual(red);
    site.broken.set('OPTIONS /shop/v1/books', 'refused');
    layers.changes.announce(everything);
    expect(await look()).toEqual([expect.stringContaining('does not tell all of itself')]);
    site.broken.clear();
    expect(await look()).toEqual([]);
    expect(await ask(color)).toEqual(red);
    site.broken.set('OPTIONS /shop/v1/books', 'refused');
    layers.changes.announce(everything);
    await look();
    expect(await ask(color)).toEqual(red);
    expect(await look()).toEqual([]);
    expect(await ask(color)).toMatchObject({ errors: [{ message: expect.stringContaining('"color"') }] });
  });

  it('is served as it was while one of its collections is down', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, layers } = await open(site);
    site.broken.set('/shop/v1/books', 'down');
    layers.changes.announce(everything);
    site.bookLabel = 'Novels';
    for (let round = 0; round < 3; round++) await look();
    site.broken.clear();
    expect(layers.site.contentTypes.map(({ label }) => label)).toContain('Books');
    expect(await ask(books)).toEqual(threeBooks);
    expect(await look()).toEqual([]);
    expect(layers.site.contentTypes.map(({ label }) => label)).toContain('Novels');
  });

  it('is served as it was where no graph can be made of it, and is not read again and again', async () => {
    const site = growingSite();
    const picky: Dialect = {
      build(described) {
        if (described.resources.some(({ type }) => type === 'book')) throw new Error('I do not like books.');
        return pressgraph.build(described);
      },
    };
    const { ask, look, refreshes } = await open(site, {}, picky);
    site.hasBooks = true;
    for (let round = 0; round < 3; round++) expect(await look()).toEqual([expect.stringContaining('No graph')]);
    expect(refreshes).toEqual(['begun', 'failed']);
    expect(await ask(posts)).toEqual(threePosts);
    site.hasBooks = false;
    expect(await look()).toEqual([]);
    expect(await ask(posts)).toEqual(threePosts);
  });
});

describe('requests', () => {
  it('end on the graph on which they began', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look } = await open(site);
    let release: () => void = () => undefined;
    site.held.set('/shop/v1/books', new Promise((resolve) => (release = resolve)));
    const underWay = ask(books);
    await soon(() => expect(site.requests.filter((request) => /books\?.*title/.test(request))).toHaveLength(1));
    site.held.clear();
    site.bookLabel = 'Novels';
    await look();
    release();
    expect(await underWay).toEqual(threeBooks);
  });

  it('are answered, and rightly, while the site changes twenty times', { timeout: 60_000 }, async () => {
    const site = Object.assign(growingSite(), { hasBooks: true, delay: 1 });
    const { ask, look, sites, layers } = await open(site);
    const wrong: unknown[] = [];
    let isOver = false;
    let asked = 0;
    const client = async (number: number) => {
      for (let turn = 0; !isOver || asked < 200; turn++) {
        asked++;
        const id = 1 + ((number + turn) % 3);
        const answer = await ask(`{ post(by: { databaseId: ${id} }) { title } ${turn % 2 ? posts.slice(1, -1) : ''} }`);
        const expected = { post: { title: `post ${id}` }, ...(turn % 2 && { posts: titles('post', 3, 2, 1) }) };
        if (JSON.stringify(answer) !== JSON.stringify({ data: expected })) wrong.push(answer);
        if (turn % 5 === 0) layers.changes.announce({ route: '/wp/v2/posts' });
      }
    };
    const clients = [0, 1, 2, 3].map(client);
    for (let round = 0; round < 20; round++) {
      site.hasBooks = !site.hasBooks;
      expect(await look()).toEqual([]);
      expect(await ask(books)).toEqual(site.hasBooks ? threeBooks : hasNoBooks);
    }
    isOver = true;
    await Promise.all(clients);
    expect(wrong).toEqual([]);
    expect(sites).toHaveLength(20);
    expect(asked).toBeGreaterThanOrEqual(200);
  });
});

describe('a graph that is served no more', () => {
  /** Where nothing but what is garbage is left of something, it is gone after this. */
  async function collect() {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
  }

  it('is garbage after its last request, with all that stands on it', async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, layers, served } = await open(site);
    const old = [new WeakRef(served.schema), new WeakRef(layers.site), new WeakRef(layers.loadersFor)];
    await ask(books);
    await ask('{ __schema { types { name } } }');
    site.bookLabel = 'Novels';
    await look();
    await ask(books);
    await soon(async () => {
      await collect();
      expect(old.map((reference) => reference.deref())).toEqual([undefined, undefined, undefined]);
    });
    expect(served.schema.getType('Book')).toBeDefined();
  });

  it('leaves nothing behind: sixty of them take no more memory than twenty', { timeout: 120_000 }, async () => {
    const site = Object.assign(growingSite(), { hasBooks: true });
    const { ask, look, sites } = await open(site);
    const succeed = async (times: number) => {
      for (let round = 0; round < times; round++) {
        site.bookLabel = `Books ${sites.length}`;
        await look();
        await ask(books);
      }
      await collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await succeed(20);
    const after = await succeed(40);
    expect(sites).toHaveLength(60);
    // One of these graphs takes more than a megabyte.
    expect(after - before).toBeLessThan(8_000_000);
  });
});
