import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createGateway, type Gateway } from '../../../src/gateway.ts';
import { type Element, elementsAt, readXml, textsAt } from '../../support/xml.ts';

const frontEnd = 'https://www.example.org';

/** What crawlers and readers of feeds are told by the gateway, and by WordPress itself. */
describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  let gateway: Gateway;
  beforeAll(async () => {
    gateway = await createGateway({
      site: site.url,
      settings: { pollInterval: 0, frontEnd, maxUpstreamRequests: 200 },
    });
  });
  afterAll(() => gateway.close());

  const told = async (address: string) => {
    const { pathname, search } = new URL(address);
    const answer = await gateway.fetch(new Request(`http://gateway.test${pathname}${search}`));
    return { status: answer.status, text: await answer.text() };
  };
  const own = async (address: string) => ({ text: await (await fetch(address)).text() });

  /** Addresses of all sitemaps of an index, as paths. */
  async function addresses(index: string, read: (address: string) => Promise<{ readonly text: string }>) {
    const sitemaps = textsAt(readXml((await read(index)).text), 'sitemap/loc').filter(
      (each) => !each.includes('post_format'),
    );
    const urls: Element[] = [];
    for (const sitemap of sitemaps) urls.push(...elementsAt(readXml((await read(sitemap)).text), 'url'));
    return new Map(urls.map((url) => [textsAt(url, 'loc')[0]?.replace(/^https?:\/\/[^/]+/, ''), url]));
  }

  it('has in its sitemaps the addresses that WordPress has in its own, archives of formats left out', async () => {
    const [ours, theirs] = [
      await addresses(`${frontEnd}/sitemap.xml`, told),
      await addresses(`${site.url}/wp-sitemap.xml`, own),
    ];
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    expect(ours.size).toBeGreaterThan(100);
    let compared = 0;
    for (const [path, url] of theirs) {
      const [lastmod] = textsAt(url, 'lastmod');
      const own = ours.get(path);
      // Of the front page it tells when the latest post was changed.
      if (lastmod === undefined || path === '/' || !own) continue;
      expect(new Date(textsAt(own, 'lastmod')[0] ?? '')).toEqual(new Date(lastmod));
      compared++;
    }
    // WordPress says so from 6.5 on.
    expect(compared).toBeGreaterThanOrEqual(site.generation === '6.1' ? 0 : 50);
  }, 120_000);

  it('has in its feed what WordPress has in its own', async () => {
    const items = (feed: string) => elementsAt(readXml(feed), 'channel/item');
    const [ours, theirs] = [
      items((await told(`${frontEnd}/feed.xml`)).text),
      items((await own(`${site.url}/feed/`)).text),
    ];
    expect(theirs.length).toBeGreaterThan(5);
    const read = (item: Element) => ({
      path: textsAt(item, 'link')[0]?.replace(/^https?:\/\/[^/]+/, ''),
      guid: textsAt(item, 'guid'),
      title: textsAt(item, 'title'),
      // WordPress writes names as HTML where no HTML is read.
      author: textsAt(item, 'dc:creator').map((name) => name.replaceAll('&#38;', '&')),
      published: textsAt(item, 'pubDate').map((date) => new Date(date)),
      topics: new Set(textsAt(item, 'category')),
    });
    expect(ours.slice(0, theirs.length).map(read)).toEqual(theirs.map(read));
  });

  it('lists every address of large sites by a request for each hundred', async () => {
    const ask = async (after: string | null) => {
      const query = `query ($after: String) {
        paths(first: 1000, after: $after, types: ["post"]) { nodes { uri } totalCount pageInfo { hasNextPage endCursor } }
      }`;
      const headers = { 'content-type': 'application/json', 'x-pressgraph-trace': '1' };
      const body = JSON.stringify({ query, variables: { after } });
      const answer = await gateway.fetch(new Request('http://gateway.test/graphql', { method: 'POST', headers, body }));
      const { data, errors, extensions } = await answer.json();
      expect(errors).toBeUndefined();
      return { ...data.paths, requests: extensions.pressgraph.upstream.length };
    };
    gateway.purge();
    const uris = new Set<string>();
    let requests = 0;
    for (let after: string | null = null; ; ) {
      const page = await ask(after);
      requests += page.requests;
      for (const { uri } of page.nodes) uris.add(uri);
      after = page.pageInfo.endCursor;
      if (page.pageInfo.hasNextPage) continue;
      expect(uris.size).toBe(page.totalCount);
      break;
    }
    expect(requests).toBe(Math.ceil(uris.size / 100));
  }, 60_000);
});
