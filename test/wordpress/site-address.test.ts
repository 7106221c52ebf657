import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/wordpress/address-candidates.ts';
import { isFrontPage } from '../../src/wordpress/address-parameters.ts';
import type { Resource } from '../../src/wordpress/resources.ts';
import type { Site } from '../../src/wordpress/site.ts';
import { SiteAddress, uriOf } from '../../src/wordpress/site-address.ts';

describe('the path of a link', () => {
  const home = 'https://site.test';

  it.each([
    ['https://site.test/2024/05/16/hello/', '/2024/05/16/hello/'],
    ['https://site.test/?p=12', '/?p=12'],
    ['https://site.test', '/'],
    ['https://site.test/hello/#more', '/hello/#more'],
    ['http://other.test:8080/hello/', '/hello/'],
    ['/hello/', '/hello/'],
    ['hello/', '/hello/'],
    ['//other.test/hello/', '/hello/'],
    ['https://site.test/%E6%B8%AF/', '/%E6%B8%AF/'],
    ['https://site.test/%e6%b8%/', '/%e6%b8%/'],
    ['https://site.test/a/../b/', '/b/'],
    ['', null],
    ['http://[', null],
    [false, null],
    [null, null],
    [undefined, null],
    [7, null],
    [[], null],
    [{ href: 'https://site.test/' }, null],
  ])('%j is %j', (link, uri) => {
    expect(uriOf(link, home)).toBe(uri);
  });

  it.each([
    ['https://site.test/blog/hello/', '/hello/'],
    ['https://site.test/blog/', '/'],
    ['https://site.test/blog', '/'],
    ['https://site.test/blog?p=12', '/?p=12'],
    ['https://site.test/blogroll/', '/blogroll/'],
    ['https://site.test/hello/', '/hello/'],
  ])('%s of a site in a folder is %s', (link, uri) => {
    expect(uriOf(link, 'https://site.test/blog')).toBe(uri);
    expect(uriOf(link, 'https://site.test/blog/')).toBe(uri);
  });
});

describe('two paths', () => {
  const home = 'https://site.test';
  const site = { home, contentTypes: [], taxonomies: [] };
  const isOf = (given: string, link: unknown, family: Resource['family'] = 'content') =>
    SiteAddress.read(given, site)?.isOf({ id: 7, link }, { family });

  it.each([
    ['/hello/', '/hello'],
    ['/hello/', '/hello//'],
    ['/', ''],
    ['/%E6%B8%AF/', '/%e6%b8%af'],
    ['/%E6%B8%AF/', '/港/'],
    ['/Hello/', '/hello/'],
    ['/hello/?page=2', '/hello?page=2'],
    ['/%e6%b8%/', '/%E6%B8%'],
    ['/100%25-off/', '/100%-off/'],
    ['/港/100%25-off/', '/%E6%B8%AF/100%-off/'],
  ])('%s and %s are one', (one, other) => {
    expect(isOf(one, `${home}${other}`)).toBe(true);
    expect(isOf(other, `${home}${one}`)).toBe(true);
  });

  it.each([
    ['/hello/', '/hello/there/'],
    ['/?p=1', '/?p=2'],
    ['/hello/', '/hello/?page=2'],
    ['/hello?a=', '/hello?a=/'],
    ['/hello/?p=8', '/hello/'],
    ['/hello/', '//other.test/hello/'],
    ['/hello/', '//[hello/'],
    ['/hello/', null],
    ['/hello/', 'http://['],
  ])('%s is not the address of a document at %s', (given, link) => {
    expect(isOf(given, link && `${link.startsWith('/') ? home : ''}${link}`)).toBe(false);
  });

  it('are one with the id of a document behind it, but of content alone', () => {
    const isOfKind = (family: Resource['family']) => isOf('/hello/?p=7', `${home}/hello/`, family);
    expect((['content', 'media', 'user', 'term'] as const).map(isOfKind)).toEqual([true, true, false, false]);
  });

  it('are compared in time that goes with their length', () => {
    const slashes = '/'.repeat(500_000);
    const dots = `/a${'.'.repeat(500_000)}${'1-'.repeat(250_000)}?${'a'.repeat(500_000)}#`;
    const start = performance.now();
    expect(isOf(`/a${slashes}`, `${home}/a/`)).toBe(true);
    expect(isOf(dots, `${home}/a/`)).toBe(false);
    const post = { type: 'post', family: 'content', hierarchical: false } as Resource;
    const address = SiteAddress.read(dots, site);
    expect(address && candidatesOf(address, post).ids).toEqual([1]);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('what an address may name', () => {
  const kind = (type: string, family: string, hierarchical = false) => ({ type, family, hierarchical }) as Resource;
  const genre = kind('genre', 'term', true);
  const book = kind('book', 'content');
  const site = {
    home: 'https://site.test',
    contentTypes: [{ name: 'book' }],
    taxonomies: [{ name: 'genre' }],
  } as unknown as Site;
  const read = (given: string) => SiteAddress.read(given, site) as SiteAddress;
  const candidates = (given: string, resource: Resource) => candidatesOf(read(given), resource);
  const nothing = { slugs: [], ids: [], isCertain: true };

  it.each([
    ['/?genre=poems', genre, { slugs: ['poems'], ids: [], isCertain: true }],
    ['/?taxonomy=genre&term=poems', genre, { slugs: ['poems'], ids: [], isCertain: true }],
    ['/?kinds=poems&utm_source=x', genre, { slugs: ['poems', 'x'], ids: [], isCertain: false }],
    ['/?genre=poems&p=3', genre, nothing],
    ['/?cat=3', genre, nothing],
    ['/?book=one/two', book, { slugs: ['two'], ids: [], isCertain: false }],
    ['/?post_type=book&p=3', book, { slugs: [], ids: [3], isCertain: true }],
    ['/?post_type=poem&p=3', book, nothing],
    ['/?p=3', book, nothing],
    ['/?post_type=book&p=3&p=4', book, { slugs: [], ids: [4], isCertain: true }],
    ['/books/v1.2/', book, { slugs: ['v1', 'v1.2'], ids: [1], isCertain: false }],
    ['/books/7/', kind('book', 'content', true), { slugs: ['7'], ids: [], isCertain: false }],
    ['/?constructor=poems', kind('constructor', 'term'), { slugs: ['poems'], ids: [], isCertain: true }],
  ] as const)('%s', (given, resource, expected) => {
    expect(candidates(given, resource)).toEqual(expected);
  });

  it('is not the front page where a type or taxonomy of the site is asked for', () => {
    const isFront = (given: string) => isFrontPage(read(given), site);
    expect(['/', '/?x=1', '/index.php?x=1'].map(isFront)).toEqual([true, true, true]);
    expect(['/?genre=x', '/?book=x', '/?s=x', '/a/'].map(isFront)).toEqual([false, false, false, false]);
  });
});
