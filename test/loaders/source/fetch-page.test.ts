import { describe, expect, it } from 'vitest';
import { PressgraphError } from '../../../src/errors.ts';
import { Operation } from '../../../src/loaders/operation/operation.ts';
import { PageFetcher } from '../../../src/loaders/source/fetch-page.ts';
import type { RestAnswer, RestRequest } from '../../../src/wordpress/http/client.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { listed, scriptedGet, withheld } from '../../support/scripted-get.ts';

const route = '/wp/v2/posts';
const rows = [1, 2].map((id) => ({ id, author: 7, content: { rendered: `Body ${id}`, protected: false } }));
const properties = Properties.of('id', 'author', 'content');
const isDeferred = ({ query }: RestRequest) => query?._fields === 'content,id,status,type';

function fetching(answer: (request: RestRequest) => RestAnswer | Promise<RestAnswer>, isIdle = true) {
  const { get, asked } = scriptedGet(answer);
  const fetcher = new PageFetcher({ get, kindOf: () => 'content', isIdle: () => isIdle });
  const operation = new Operation({ maxRequests: 30 });
  const fetch = (wanted = properties) =>
    fetcher.fetch(operation, { route, query: { per_page: 2 }, properties: wanted }, undefined);
  return { fetch, asked, operation, fields: () => asked.map(({ query }) => query?._fields) };
}

describe('a page whose bodies are wanted', () => {
  it('is there before them, and each document with its own afterwards', async () => {
    const { released, release } = withheld();
    const { fetch, fields } = fetching(async (request) => {
      if (isDeferred(request)) await released;
      return listed(request, rows);
    });
    const { documents } = await fetch();
    expect(fields()).toEqual(['author,content.protected,id,status,type', 'content,id,status,type']);
    expect(documents.map(({ properties: known }) => known)).toEqual([properties, properties]);
    release();
    expect(await Promise.all(documents.map(({ whole }) => whole))).toEqual(rows);
  });

  it('asks by its id for a document that has left the list between the two answers', async () => {
    const { fetch, asked } = fetching((request) => {
      if (request.query?.include) return listed(request, rows.slice(1));
      return listed(request, isDeferred(request) ? rows.slice(0, 1) : rows);
    });
    const { documents } = await fetch();
    expect(await documents[1]?.whole).toEqual(rows[1]);
    expect(asked.at(-1)?.query).toMatchObject({ include: [2], per_page: 1, _fields: 'content,id,status,type' });
  });

  it('tells only those that wait for them that they fail, and records it', async () => {
    const failure = new PressgraphError('UPSTREAM_TIMEOUT', 'Too slow.');
    const { fetch, operation } = fetching((request) => {
      if (isDeferred(request)) throw failure;
      return listed(request, rows);
    });
    const { documents } = await fetch();
    await expect(documents[0]?.whole).rejects.toBe(failure);
    const codes = operation.record.requests.map(({ code }) => code);
    // The list of bodies, and its two halves.
    expect(codes.sort()).toEqual([...Array(3).fill('UPSTREAM_TIMEOUT'), undefined]);
  });

  it.each([
    ['the list of bodies fails with the others', (query: RestRequest['query']) => query?.include === undefined],
    ['all have left the list of bodies', () => false],
  ])('has the bodies of all but one that cannot be rendered: %s', async (_what, failsWhole) => {
    const failure = new PressgraphError('UPSTREAM_UNAVAILABLE', 'A block fails.', { status: 500 });
    const { fetch, asked } = fetching((request) => {
      const { query } = request;
      if (!isDeferred(request)) return listed(request, rows);
      const ids = query?.include as readonly number[] | undefined;
      if (failsWhole(query) || ids?.includes(1)) throw failure;
      return listed(request, ids ? rows.filter(({ id }) => ids.includes(id)) : []);
    });
    const { documents } = await fetch();
    await expect(documents[0]?.whole).rejects.toBe(failure);
    expect(await documents[1]?.whole).toEqual(rows[1]);
    expect(asked.slice(-2).map(({ query }) => query?.include)).toEqual([[1], [2]]);
  });

  it('fails where the list does, whatever becomes of them', async () => {
    const failure = new PressgraphError('UPSTREAM_TIMEOUT', 'Too slow.');
    const { fetch } = fetching((request) => {
      if (!isDeferred(request)) throw failure;
      return listed(request, rows);
    });
    await expect(fetch()).rejects.toBe(failure);
  });

  it.each([
    ['something is under way to WordPress', properties, false],
    ['nothing follows from the others', Properties.of('id', 'content'), true],
    ['there are no bodies among them', Properties.of('id', 'author', 'content.protected'), true],
  ])('is asked for in one request where %s', async (_why, wanted, isIdle) => {
    const { fetch, fields } = fetching((request) => listed(request, rows), isIdle);
    const { documents } = await fetch(wanted);
    expect(fields()).toEqual([wanted.with('status', 'type').print()]);
    expect(documents.every(({ whole }) => whole === undefined)).toBe(true);
  });
});
