import { describe, expect, it } from 'vitest';
import { AddressShapes, archiveUriOf, typeArchivedAt } from '../../src/wordpress/address-shapes.ts';
import type { ContentTypeInfo } from '../../src/wordpress/content-types.ts';
import type { Resource } from '../../src/wordpress/resources.ts';
import type { AddressSample } from '../../src/wordpress/site.ts';
import { SiteAddress } from '../../src/wordpress/site-address.ts';
import { describedSite } from '../support/described-site.ts';

const home = 'https://site.test';
const { resources } = describedSite;

function resource(type: string): Resource {
  const found = resources.find((each) => each.type === type);
  if (!found) throw new Error(`There is no ${type}.`);
  return found;
}

/** One document of each kind, as a site shows them at its start. @param post the path of a post */
function shapesOf(post: string, others: Readonly<Record<string, AddressSample>> = {}): AddressShapes {
  const samples: Readonly<Record<string, AddressSample>> = {
    post: { id: 12, slug: 'hello', link: `${home}${post}` },
    page: { id: 21, slug: 'team', parent: 20, link: `${home}/about/team/` },
    book: { id: 31, slug: 'ferry', link: `${home}/books/ferry/` },
    category: { id: 3, slug: 'harbours', parent: 2, link: `${home}/category/coast/harbours/` },
    post_tag: { id: 4, slug: 'salt', link: `${home}/tag/salt/` },
    ...others,
  };
  const addresses = new Map(Object.entries(samples).map(([type, sample]) => [resource(type).route, sample]));
  return new AddressShapes({ home, resources, addresses });
}

function at(given: string): SiteAddress {
  const address = SiteAddress.read(given, { home });
  if (!address) throw new Error(`${given} is no address of the site.`);
  return address;
}

const likely = (shapes: AddressShapes, given: string) => {
  const { resources: found, ...said } = shapes.likely(at(given));
  return { types: found.map(({ type }) => type).sort(), ...said };
};

const distinct = (type: string) => ({ types: [type], isDistinct: true, isMoved: false });

describe('what an address is likely to be that of', () => {
  it.each([
    ['day and name', '/2024/05/06/hello/', '/2023/11/30/other/'],
    ['month and name', '/2024/05/hello/', '/2023/11/other/'],
    ['ids', '/archives/12', '/archives/4711'],
    ['an ending', '/2024/hello.html', '/2023/other.html'],
    ['a name with an ending', '/hello.html', '/other.html'],
    ['an id and a name', '/2024/12-hello/', '/2023/13-other/'],
  ])('is a post alone, where the address of one has %s', (_structure, sample, given) => {
    const shapes = shapesOf(sample);
    expect(likely(shapes, given)).toEqual(distinct('post'));
    expect(likely(shapes, '/books/other/')).toEqual(distinct('book'));
    expect(likely(shapes, '/category/coast/piers/old/')).toEqual(distinct('category'));
    expect(likely(shapes, '/category/coast/')).toEqual(distinct('category'));
    expect(likely(shapes, '/tag/wind/')).toEqual(distinct('post_tag'));
    expect(likely(shapes, '/about/')).toEqual({ types: ['attachment', 'page'], isDistinct: false, isMoved: false });
  });

  it('may be anything that stands anywhere, where posts are addressed by name alone', () => {
    for (const sample of ['/hello/', '/travel/hello/']) {
      const shapes = shapesOf(sample);
      expect(likely(shapes, '/other/')).toEqual({
        types: ['attachment', 'page', 'post'],
        isDistinct: false,
        isMoved: false,
      });
      expect(likely(shapes, '/books/other/')).toEqual(distinct('book'));
    }
  });

  it('is not of a kind of which one address shows something else', () => {
    const shapes = shapesOf('/archives/12');
    expect(likely(shapes, '/archives/hello').types).not.toContain('post');
    expect(likely(shapes, '/books/a/b/').types).not.toContain('book');
    expect(likely(shapes, '/tag/a/b/').types).not.toContain('post_tag');
  });

  it('is what parameters name, whatever addresses of paths are like', () => {
    const shapes = shapesOf('/hello/');
    for (const [given, type] of [
      ['/?p=12', 'post'],
      ['/?page_id=21', 'page'],
      ['/?cat=3', 'category'],
      ['/?tag=salt', 'post_tag'],
      ['/?genre=novel', 'genre'],
    ] as const) {
      expect(likely(shapes, given)).toEqual({ types: [type], isDistinct: true, isMoved: true });
    }
    expect(likely(shapes, '/')).toEqual({ types: [], isDistinct: false, isMoved: true });
    // Where nothing has a path, nobody is sent to one.
    const plain = new AddressShapes({ home, resources, addresses: new Map() });
    expect(likely(plain, '/?p=12')).toEqual({ types: ['post'], isDistinct: true, isMoved: false });
  });

  it.each<[string, Partial<AddressSample>]>([
    ['none', { link: undefined }],
    ['one that is bent', { link: 'http://[' }],
    ['one of another host', { link: 'https://else.test/2024/05/06/hello/' }],
    ['one without its name or id in it', { link: `${home}/2024/05/06/something/`, slug: 'hello' }],
    ['the front page', { link: `${home}/` }],
  ])('is guessed by no shape of posts where the sample has %s', (_how, bent) => {
    const shapes = shapesOf('', { post: { id: 12, slug: 'hello', ...bent } });
    expect(likely(shapes, '/2023/11/30/other/').types).not.toContain('post');
    expect(shapes.hasId(resource('post'))).toBe(false);
  });
});

describe('how addresses are written', () => {
  it('is told by those that were seen', () => {
    expect(shapesOf('/2024/05/06/hello/').endsInSlash).toBe(true);
    const bare = { id: 21, slug: 'about', link: `${home}/about` };
    expect(shapesOf('/archives/12', { page: bare }).endsInSlash).toBe(false);
    expect(new AddressShapes({ home, resources, addresses: new Map() }).endsInSlash).toBeUndefined();
  });

  it('has an id where the sample has its own in it', () => {
    expect(shapesOf('/archives/12').hasId(resource('post'))).toBe(true);
    expect(shapesOf('/2024/12-hello/').hasId(resource('post'))).toBe(true);
    // A day that happens to be the same number, and a name that is a number.
    expect(shapesOf('/2024/05/12/hello/').hasId(resource('post'))).toBe(false);
    expect(shapesOf('', { post: { id: 12, slug: '12', link: `${home}/12/` } }).hasId(resource('post'))).toBe(false);
  });

  it('has one base for a type of the site’s own and for terms, and none for posts and pages', () => {
    const shapes = shapesOf('/2024/05/06/hello/');
    expect(shapes.baseOf(resource('book'))).toEqual(['books']);
    expect(shapes.baseOf(resource('category'))).toEqual(['category']);
    expect(shapes.baseOf(resource('post'))).toBeUndefined();
    expect(shapes.baseOf(resource('page'))).toBeUndefined();
    expect(shapes.baseOf(resource('genre'))).toBeUndefined();
  });
});

describe('archives of types', () => {
  const type = (name: string, hasArchive: boolean | string, restBase = `${name}s`): ContentTypeInfo => ({
    name,
    hasArchive,
    restBase,
    label: name,
    description: '',
    hierarchical: false,
    restNamespace: 'wp/v2',
    taxonomies: [],
    icon: null,
  });
  const contentTypes = [type('post', false), type('page', false), type('book', true), type('album', 'records')];
  const shapes = shapesOf('/2024/05/06/hello/');
  const archived = (given: string, isThere = false) =>
    typeArchivedAt(at(given), { contentTypes, resources }, shapes, isThere)?.name ?? null;

  it.each([
    ['/books/', 'book'],
    ['/Books', 'book'],
    ['/records/', 'album'],
    ['/?post_type=book', 'book'],
    ['/?post_type=post', null],
    ['/?post_type=unknown', null],
    ['/posts/', null],
    ['/albums/', null],
    ['/shop/records/', null],
    ['/', null],
  ])('stand at %s: %j', (given, name) => {
    expect(archived(given)).toBe(name);
  });

  it('are known by less where it is known that there is one', () => {
    expect(archived('/en/records/', true)).toBe('album');
    expect(archived('/en/books/', true)).toBe('book');
    expect(archived('/album/', true)).toBe('album');
    expect(archived('/post/', true)).toBeNull();
    expect(archived('/my-records/', true)).toBeNull();
  });

  it.each<[string, boolean | string, Omit<AddressSample, 'id'>, string | null]>([
    ['named after what stands before names', true, { link: `${home}/books/ferry/`, slug: 'ferry' }, '/books/'],
    ['without a slash, as addresses are', true, { link: `${home}/books/ferry`, slug: 'ferry' }, '/books'],
    ['below a prefix', true, { link: `${home}/en/books/ferry/`, slug: 'ferry' }, '/en/books/'],
    ['called otherwise', 'shelf', { link: `${home}/books/ferry/`, slug: 'ferry' }, '/shelf/'],
    ['called otherwise below a prefix', 'shelf', { link: `${home}/en/books/ferry/`, slug: 'ferry' }, null],
    ['by a parameter', true, { link: `${home}/?book=ferry`, slug: 'ferry' }, '/?post_type=book'],
    ['not there', false, { link: `${home}/books/ferry/`, slug: 'ferry' }, null],
    ['not shown by one below another', true, { link: `${home}/books/a/ferry/`, slug: 'ferry', parent: 7 }, null],
    ['not shown by another name', true, { link: `${home}/books/boat/`, slug: 'ferry' }, null],
    ['not shown by a name alone', true, { link: `${home}/ferry/`, slug: 'ferry' }, null],
    ['not shown by no link', true, { link: false, slug: 'ferry' }, null],
  ])('are %s', (_how, hasArchive, sample, uri) => {
    expect(archiveUriOf(type('book', hasArchive), sample, home)).toBe(uri);
  });
});
