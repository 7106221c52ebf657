import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGateway, type Gateway } from '../../../src/gateway.ts';
import { type ServedSampleSite, serveSampleSite } from '../../../src/sample/sample-site.ts';
import type { Entrance } from '../../../src/server/entrance.ts';
import { type ListeningServer, listen } from '../../../src/server/http/listen.ts';
import { launchBrowser } from './opened-graphiql.ts';

/** A front end on another origin, with an empty page. */
async function serveFrontEnd(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><link rel="icon" href="data:," />');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a script on a page gets to see. */
interface Seen {
  readonly status?: number;
  readonly etag?: string | null;
  readonly text?: string;
  readonly failure?: string;
}

function ask(page: Page, asked: Asked): Promise<Seen> {
  return page.evaluate(async ({ url, ...init }): Promise<Seen> => {
    try {
      const response = await fetch(url, init);
      return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
    } catch (error) {
      return { failure: String(error) };
    }
  }, asked);
}

describe('a page from elsewhere in a browser', () => {
  let site: ServedSampleSite;
  let browser: Browser;
  let own: Awaited<ReturnType<typeof serveFrontEnd>>;
  let other: Awaited<ReturnType<typeof serveFrontEnd>>;
  /** One that all pages may read, and one that only those of `own` may. */
  let open: { gateway: Gateway; server: ListeningServer };
  let listed: typeof open;
  let page: Page;

  const serve = async (corsOrigins: string) => {
    const gateway = await createGateway({ site: site.url, settings: { corsOrigins } });
    return { gateway, server: await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 }) };
  };

  beforeAll(async () => {
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    [own, other, browser] = await Promise.all([serveFrontEnd(), serveFrontEnd(), launchBrowser()]);
    open = await serve('*');
    listed = await serve(`${own.origin},https://example.org`);
    page = await browser.newPage();
    await page.goto(own.origin);
  });

  afterAll(async () => {
    await browser?.close();
    for (const each of [open, listed]) {
      await each?.server.close();
      await each?.gateway.close();
    }
    for (const each of [own, other]) {
      each?.server.closeAllConnections();
      await new Promise((resolve) => each?.server.close(resolve));
    }
    await site?.close();
  });

  const json = { 'content-type': 'application/json' };
  const posted = ({ server }: typeof open, headers: Readonly<Record<string, string>> = {}, query = '{site{name}}') => ({
    url: `${server.url}/graphql`,
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query }),
  });
  const data = '{"data":{"site":{"name":"Harbour & Hinterland"}}}';

  it('asks, with an Authorization as well, and asks only once whether it may', async () => {
    const heard = vi.spyOn(open.gateway.entrance as Entrance, 'routeOf');
    for (const _time of [1, 2, 3]) expect(await ask(page, posted(open))).toMatchObject({ status: 200, text: data });
    const credentials = { authorization: 'Basic ZWRpdG9yOnNlY3JldA==' };
    for (const _time of [1, 2]) {
      expect(await ask(page, posted(open, credentials))).toMatchObject({ status: 200, text: data });
    }
    const methods = heard.mock.calls.map(([{ method }]) => method);
    // Once for each set of headers.
    expect(methods).toEqual(['OPTIONS', 'POST', 'POST', 'POST', 'OPTIONS', 'POST', 'POST']);
    heard.mockRestore();
  });

  it('reads the validator of an answer, and the answer that is packed', async () => {
    const query = encodeURIComponent('{posts(first:20){nodes{title content}}}');
    const url = `${open.server.url}/graphql?query=${query}`;
    for (const _time of [1, 2]) {
      const seen = await ask(page, { url });
      expect(seen.etag).toMatch(/^W\//);
      expect(JSON.parse(seen.text ?? '').data.posts.nodes).toHaveLength(20);
    }
  });

  it.each([
    [
      'a body that is too large',
      413,
      (at: string) => ({ ...posted(open), url: `${at}/graphql`, body: 'x'.repeat(200_000) }),
    ],
    [
      'a content type that is not taken',
      415,
      (at: string) => ({ url: `${at}/graphql`, method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }),
    ],
    ['no path', 404, (at: string) => ({ url: `${at}/nowhere` })],
    ['variables that are no JSON', 400, (at: string) => ({ url: `${at}/graphql?query={site{name}}&variables=x` })],
  ])('reads why it is refused: %s', async (_what, status, asked) => {
    for (const { server } of [open, listed]) {
      const seen = await ask(page, asked(server.url));
      expect(seen.status).toBe(status);
      expect(JSON.parse(seen.text ?? '').errors[0].extensions.code).toMatch(/^[A-Z_]+$/);
    }
  });

  it('reads nothing where its origin is not on the list', async () => {
    expect(await ask(page, posted(listed))).toMatchObject({ status: 200, text: data });
    const stranger = await browser.newPage();
    await stranger.goto(other.origin);
    const simple = { url: `${listed.server.url}/graphql?query={site{name}}` };
    for (const asked of [posted(listed), simple]) {
      expect(await ask(stranger, asked)).toEqual({ failure: 'TypeError: Failed to fetch' });
    }
    expect(await ask(page, simple)).toMatchObject({ status: 200, text: data });
    await stranger.close();
  });

  it('is led from / to GraphiQL', async () => {
    const visitor = await browser.newPage();
    await visitor.goto(`${open.server.url}/`);
    expect(visitor.url()).toBe(`${open.server.url}/graphql`);
    await visitor.close();
  });
});
