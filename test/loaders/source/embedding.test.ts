import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { PageFetcher } from '../../../src/loaders/source/fetch-page.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { scriptedGet, shortStore } from '../../support/scripted-get.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const [posts, users, tags] = ['/wp/v2/posts', '/wp/v2/users', '/wp/v2/tags'];
const [names, titles] = [Properties.of('id', 'name'), Properties.of('id', 'title', 'author', 'tags')];
const embeds = () => [
  { rel: 'author', route: users, property: 'author', properties: names },
  { rel: 'wp:term post_tag', route: tags, property: 'tags', properties: names },
];

const author: object = { id: 7, name: 'Ada', slug: 'ada' };
const tag = (id: number, taxonomy = 'post_tag') => ({ id, name: `Tag ${id}`, link: 'x', taxonomy });
const refusal = { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } };

const plain = { id: 1, title: { rendered: 'Title' }, author: 7, tags: [3, 4] };
const embedding = (embedded: Readonly<Record<string, unknown>>, post: object = plain) => ({
  ...post,
  _links: { author: [{ href: 'x', embeddable: true }] },
  _embedded: embedded,
});
const whole = embedding({ author: [author], 'wp:term': [[tag(9, 'category')], [tag(3), tag(4)]] });

const answered = (...body: readonly unknown[]): RestAnswer => ({
  body,
  total: body.length,
  totalPages: 1,
  bytes: JSON.stringify(body).length,
  date: Date.now(),
});
const asksFor = ({ query }: RestRequest) => query?._embed;

interface Circumstances {
  readonly operation?: Operation;
  readonly isKept?: boolean;
  readonly without?: ReadonlySet<'embedding'>;
}

function fetching(answer: (request: RestRequest) => RestAnswer, { isKept = true, without }: Circumstances = {}) {
  const { get, asked } = scriptedGet(answer);
  const { cache, changes } = shortStore();
  const kindOf = (route: string) => (route === users ? 'users' : 'content');
  const kept = isKept ? cache : undefined;
  const fetcher = new PageFetcher({ get, cache: kept, kindOf, isIdle: () => false, ...(without && { without }) });
  const fetch = (operation = new Operation({ maxRequests: 30 })) =>
    fetcher.fetch(operation, { route: posts, query: { slug: ['a'] }, properties: titles, embeds }, kept?.asOf);
  return { fetch, asked, cache, changes };
}

describe('documents with their neighbours', () => {
  it('are asked for in one request, which names the relations once each', async () => {
    const { fetch, asked } = fetching(() => answered(whole));
    await fetch();
    expect(asked.map(({ query }) => query)).toEqual([
      {
        slug: ['a'],
        _embed: 'author,wp:term',
        _fields: '_embedded,_links.author,_links.wp:term,author,id,status,tags,title,type',
      },
    ]);
  });

  it('come once each, however often a site sends them, and whatever it sends ahead of them', async () => {
    const terms = [[tag(3, 'category'), tag(3), tag(3)], Array.from({ length: 50 }, () => tag(4))];
    const { fetch } = fetching(() => answered(embedding({ author: [author, author], 'wp:term': terms })));
    const { neighbours } = await fetch();
    expect(neighbours?.map(({ documents }) => documents.map(({ document }) => document.id))).toEqual([[7], [3, 4]]);
  });

  it('are taken apart: nothing is given out or kept that was not asked for', async () => {
    const { fetch, cache } = fetching(() => answered(whole));
    const { documents, neighbours } = await fetch();
    expect(documents.map(({ document }) => document)).toEqual([plain]);
    const [given] = neighbours?.map(({ documents: own }) => own.map(({ document }) => document)) ?? [];
    expect(given).toEqual([{ id: 7, name: 'Ada' }]);
    expect(cache.document(posts, 1, titles)?.value.document).toEqual(plain);
    expect(cache.document(users, 7, names)?.value.document).toEqual({ id: 7, name: 'Ada' });
    for (const id of [3, 4]) expect(cache.document(tags, id, names)?.value.document).toEqual({ id, name: `Tag ${id}` });
    expect(cache.document(tags, 9, names)).toBeUndefined();
    expect(cache.document(users, 7, names.with('slug'))).toBeUndefined();
  });

  it('teach an operation all that came, and how old it is', async () => {
    const { fetch } = fetching(() => answered(whole));
    const operation = new Operation({ maxRequests: 30 });
    operation.learnList(posts, await fetch(operation));
    expect(operation.memory.document(users, 7, names)?.document).toEqual({ id: 7, name: 'Ada' });
    expect([...(operation.provenance.ingredients.documents.get(tags) ?? [])]).toEqual([3, 4]);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['an error stands in its place', { author: [refusal] }],
    ['another one does', { author: [{ ...author, id: 8 }] }],
    ['nothing does', {}],
    ['what came is no list', { author: 'Ada' }],
    ['it lacks what was asked for', { author: [{ id: 7, slug: 'ada' }] }],
  ])('say nothing of a neighbour where %s', async (_what, embedded) => {
    const { fetch, cache } = fetching(() => answered(embedding(embedded)));
    const { documents } = await fetch();
    expect(documents.map(({ document }) => document)).toEqual([plain]);
    for (const id of [7, 8]) expect(cache.document(users, id, names)).toBeUndefined();
  });

  it('are as they were before a change, and not kept after it', async () => {
    const changing = fetching(() => {
      changing.changes.announce({ route: users, ids: [7] });
      return answered(whole);
    });
    const { neighbours } = await changing.fetch();
    expect(neighbours?.[0]?.documents).toHaveLength(1);
    expect(changing.cache.document(users, 7, names)).toBeUndefined();
    expect(changing.cache.document(tags, 3, names)).toBeDefined();
  });
});

describe('documents alone', () => {
  it.each<[string, Circumstances]>([
    ['nothing is kept', { isKept: false }],
    ['it is left out', { without: new Set(['embedding'] as const) }],
    ['nobody waits for them', { operation: new Operation({ maxRequests: 30, demandsFresh: true }) }],
    ['no request can be spared', { operation: new Operation({ maxRequests: 1 }) }],
  ])('are asked for where %s', async (_what, circumstances) => {
    const { fetch, asked } = fetching(() => answered(plain), circumstances);
    const { documents, neighbours } = await fetch(circumstances.operation);
    expect(documents).toHaveLength(1);
    expect(neighbours).toBeUndefined();
    expect(asked.map(asksFor)).toEqual([undefined]);
  });

  it('are asked for where all that they lead to was known as their like came last', async () => {
    const { fetch, asked, cache } = fetching((request) => answered(asksFor(request) ? whole : plain));
    for (let time = 0; time < 4; time++) {
      await fetch();
      // Of what is known by now, the neighbours are forgotten before the last time but one.
      if (time === 2) vi.advanceTimersByTime(20_000);
    }
    await fetch();
    expect(cache.document(users, 7, names)?.stage).toBe('fresh');
    expect(asked.map(asksFor)).toEqual(['author,wp:term', 'author,wp:term', undefined, undefined, 'author,wp:term']);
  });

  const failure = (...details: ConstructorParameters<typeof PressgraphError>) => new PressgraphError(...details);

  it.each([
    ['breaks down', failure('UPSTREAM_UNAVAILABLE', 'x', { status: 500, wordpressCode: 'internal_server_error' })],
    ['answers with a page', failure('UPSTREAM_BAD_RESPONSE', 'x')],
    ['has a firewall that refuses it', failure('FORBIDDEN', 'x', { status: 403 })],
  ])('are asked for at once where WordPress %s, and for five minutes', async (_what, fault) => {
    const { fetch, asked } = fetching((request) => {
      if (asksFor(request)) throw fault;
      return answered(plain);
    });
    expect((await fetch()).documents).toHaveLength(1);
    await fetch();
    expect(asked.map(asksFor)).toEqual(['author,wp:term', undefined, undefined]);
    vi.advanceTimersByTime(300_000);
    await fetch();
    expect(asked.map(asksFor).slice(3)).toEqual(['author,wp:term', undefined]);
  });

  it.each([
    ['cannot be reached', failure('UPSTREAM_UNAVAILABLE', 'x')],
    ['has no time', failure('UPSTREAM_UNAVAILABLE', 'x', { status: 503 })],
    ['is asked too often', failure('UPSTREAM_UNAVAILABLE', 'x', { status: 429 })],
    ['takes too long', failure('UPSTREAM_TIMEOUT', 'x')],
    ['refuses them itself', failure('FORBIDDEN', 'x', { status: 403, wordpressCode: 'rest_forbidden' })],
  ])('are not asked for at once where WordPress %s', async (_what, outage) => {
    const { fetch, asked } = fetching(() => {
      throw outage;
    });
    await expect(fetch()).rejects.toBe(outage);
    expect(asked).toHaveLength(1);
    // What was too much for it in an answer with neighbours may not be so without.
    await expect(fetch()).rejects.toBe(outage);
    expect(asked.map(asksFor)[1] === undefined).toBe(outage.code !== 'FORBIDDEN');
  });

  it('are asked for after a slug was that of many', async () => {
    const many = [1, 2, 3, 4, 5, 6].map((id) => embedding({ author: [author] }, { ...plain, id }));
    const { fetch, asked } = fetching(() => answered(...many));
    for (let time = 0; time < 2; time++) expect((await fetch()).documents).toHaveLength(6);
    expect(asked.map(asksFor)).toEqual(['author,wp:term', undefined]);
  });
});
