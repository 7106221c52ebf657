/**
 * What is read out of bodies that WordPress rendered, held to a tree of their elements that another parser makes; links that lead
 * to the front end, followed on the site; and images in the sizes that are there.
 */
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { RelativeLinksReader } from '../../../src/graph/fields/relative-links.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { networkSite } from '../../support/network-site.ts';

interface Body {
  readonly databaseId: number;
  readonly link: string;
  readonly content: string | null;
  readonly text: string | null;
  readonly wordCount: number | null;
  readonly readingTime: number | null;
  readonly headings:
    | readonly { readonly level: number; readonly text: string; readonly anchor: string | null }[]
    | null;
  readonly images:
    | readonly {
        readonly url: string;
        readonly alt: string | null;
        readonly media: { readonly databaseId: number } | null;
      }[]
    | null;
  readonly links:
    | readonly {
        readonly url: string;
        readonly uri: string | null;
        readonly isOwn: boolean;
        readonly node: { readonly __typename: string; readonly link?: string } | null;
      }[]
    | null;
  readonly excerpt: string | null;
  readonly short: string | null;
}

const fields = `databaseId link content text: content(format: TEXT) wordCount readingTime headings { level text anchor }
  images { url alt media { databaseId } } excerpt(format: TEXT) short: excerpt(words: 5, format: TEXT)
  links { url uri isOwn node { __typename ... on Content { link } ... on Term { link } } }`;

/** Blocks that list pages of the site, with links as WordPress writes them. */
const listing = ['latest-posts', 'archives', 'categories', 'page-list', 'tag-cloud'];

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u;
const oneLine = (text: string) => text.replace(/[ \t\r\n\f]+/g, ' ').trim();

describe.each(inject('wordpressSites').map((site) => [site.name, site] as const))('%s', (_name, site) => {
  let graph: Graph;
  let bodies: readonly Body[];
  beforeAll(async () => {
    graph = await openGraph(networkSite(site.url));
    const { posts, pages } = await graph.data(
      `{ posts(first: 40) { nodes { ${fields} } } pages(first: 40) { nodes { ${fields} } } }`,
    );
    bodies = [...posts.nodes, ...pages.nodes];
  });
  afterAll(() => graph.close());

  const readable = () => bodies.filter((body) => body.content !== null) as (Body & { content: string })[];

  it('has bodies of which something can be read, and those that need a password', () => {
    expect(readable().length).toBeGreaterThan(10);
    for (const { content, wordCount, readingTime, headings, images, links } of bodies) {
      if (content === null)
        expect([wordCount, readingTime, headings, images, links]).toEqual([null, null, null, null, null]);
    }
  });

  it('has their headings, images and links, in their order', () => {
    let found = 0;
    for (const { content, link, headings, images, links } of readable()) {
      const tree = parseDocument(content);
      const named = (pattern: RegExp) => DomUtils.findAll(({ name }) => pattern.test(name), tree.children);
      const told = named(/^h[1-6]$/).map((heading) => ({
        level: Number(heading.name[1]),
        text: oneLine(DomUtils.textContent(heading)),
        anchor: heading.attribs.id ?? null,
      }));
      expect(headings).toEqual(told.filter(({ text }) => text !== ''));
      const shown = named(/^img$/).filter(({ attribs }) => attribs.src);
      expect(images?.map(({ url, alt }) => ({ url, alt }))).toEqual(
        shown.map(({ attribs: { src, alt } }) => ({ url: new URL(src ?? '', link).href, alt: alt ?? null })),
      );
      const marks = shown.map(({ attribs }) =>
        Number(/wp-image-(\d+)/.exec(attribs.class ?? '')?.[1] ?? attribs['data-id']),
      );
      expect(images?.map(({ media }) => media?.databaseId ?? null)).toEqual(marks.map((mark) => mark || null));
      const linked = named(/^a$/).flatMap(({ attribs: { href } }) => (href ? [new URL(href, link).href] : []));
      expect(links?.map(({ url }) => url)).toEqual(linked);
      found += told.length + shown.length + linked.length;
    }
    expect(found).toBeGreaterThan(20);
  });

  it('counts their words', () => {
    for (const { text, wordCount, readingTime } of readable()) {
      if (unspaced.test(text ?? '')) continue;
      const lines = (text ?? '').replace(/^[ >]*\d+\. /gm, '').replace(/[\s\u200b]+/g, ' ');
      expect(wordCount).toBe(lines.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
      expect(readingTime).toBe(Math.max(1, Math.ceil((wordCount ?? 0) / 200)));
    }
  });

  it('cuts excerpts at words', () => {
    for (const { excerpt, short } of bodies) {
      if (excerpt === null) expect(short).toBeNull();
      else expect(oneLine(excerpt).startsWith((short ?? '').replace(/…$/, ''))).toBe(true);
    }
    expect(bodies.filter(({ short }) => short?.endsWith('…')).length).toBeGreaterThan(10);
  });

  it('finds what links of a body lead to', () => {
    const own = readable().flatMap(({ links }) => (links ?? []).filter(({ uri }) => uri !== null));
    expect(own.length).toBeGreaterThan(0);
    for (const { url, node } of own) {
      const asked = new URL(url);
      asked.hash = '';
      if (node?.link !== undefined) expect(new URL(node.link).pathname).toBe(asked.pathname);
    }
    expect(own.some(({ node }) => node !== null)).toBe(true);
  });

  it.each(listing)('leads to the front end what %s links to, and nothing else', async (block) => {
    const login = Object.entries(site.users).find(([, { role }]) => role === 'administrator');
    const authorization = `Basic ${Buffer.from(`${login?.[0]}:${login?.[1].applicationPassword}`).toString('base64')}`;
    const answer = await fetch(`${site.restRoot}/wp/v2/block-renderer/core/${block}?context=edit`, {
      headers: { authorization },
    });
    const { rendered: before } = (await answer.json()) as { rendered: string };
    const reader = new RelativeLinksReader(before, { home: site.url, root: createRestRoot(`${site.restRoot}/`) });
    while (reader.readOn());
    const after = reader.result;
    const hrefs = (html: string) =>
      DomUtils.findAll(({ name }) => name === 'a', parseDocument(html).children).map(
        ({ attribs }) => attribs.href ?? '',
      );
    expect(hrefs(before).length).toBeGreaterThan(0);
    expect(hrefs(after).every((href) => href.startsWith('/'))).toBe(true);
    expect(hrefs(after).map((href) => `${site.url}${href}`)).toEqual(hrefs(before));
    const withoutLinks = (html: string) => html.replaceAll(/(<a\b[^>]*\bhref=)(["'])[^"']*\2/g, '$1$2$2');
    expect(withoutLinks(after)).toBe(withoutLinks(before));
    for (const href of hrefs(after).slice(0, 5)) expect((await fetch(`${site.url}${href}`)).status).toBe(200);
  });

  it('gives files that are there, at least as large as they have to be', async () => {
    const { mediaItems } = await graph.data(
      '{ mediaItems(first: 20, where: { mediaType: IMAGE }) { nodes { sourceUrl width sizes { width sourceUrl } url(width: 400) srcSet(widths: [200, 400, 9000]) } } }',
    );
    expect(mediaItems.nodes.length).toBeGreaterThan(5);
    for (const { sourceUrl, width, sizes, url, srcSet } of mediaItems.nodes) {
      const given = [...sizes, { width, sourceUrl }].find((size: { sourceUrl: string }) => size.sourceUrl === url);
      expect(given.width).toBeGreaterThanOrEqual(Math.min(400, width));
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
      expect(srcSet).toContain(`${sourceUrl.replaceAll(' ', '%20')} ${width}w`);
    }
  });
});
