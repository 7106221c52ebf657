import { describe, expect, it } from 'vitest';
import type { ContentTypeInfo, TaxonomyInfo } from '../../src/wordpress/content-types.ts';
import { createRestRoot } from '../../src/wordpress/http/rest-root.ts';
import type { Link } from '../../src/wordpress/links.ts';
import { createRelations } from '../../src/wordpress/relations.ts';
import { resourcesOf } from '../../src/wordpress/resources.ts';
import { resourceAt, resourceOfType, type Site } from '../../src/wordpress/site.ts';
import { SiteClock } from '../../src/wordpress/site-clock.ts';

const common = { description: '', hierarchical: false, restNamespace: 'wp/v2' };

const typeInfo = (name: string, restBase: string, more: Partial<ContentTypeInfo> = {}): ContentTypeInfo => ({
  ...common,
  name,
  label: name,
  hasArchive: false,
  taxonomies: [],
  icon: null,
  restBase,
  ...more,
});

const taxonomyInfo = (name: string, restBase: string, more: Partial<TaxonomyInfo> = {}): TaxonomyInfo => ({
  ...common,
  name,
  label: name,
  types: [],
  restBase,
  ...more,
});

describe('the resources of a site', () => {
  it('are where core puts them when the site says nothing', () => {
    const resources = resourcesOf([], []);
    expect(resources.map(({ type, route, family, hierarchical }) => [type, route, family, hierarchical])).toEqual([
      ['post', '/wp/v2/posts', 'content', false],
      ['page', '/wp/v2/pages', 'content', true],
      ['attachment', '/wp/v2/media', 'media', false],
      ['category', '/wp/v2/categories', 'term', true],
      ['post_tag', '/wp/v2/tags', 'term', false],
      ['user', '/wp/v2/users', 'user', false],
      ['comment', '/wp/v2/comments', 'comment', true],
    ]);
    const [post, page] = resources;
    expect(post?.taxonomies).toEqual(['category', 'post_tag']);
    expect(post?.properties.has('categories') && post.properties.has('sticky')).toBe(true);
    expect(page?.properties.has('menu_order') && page.properties.has('parent')).toBe(true);
    expect(page?.properties.has('sticky') || post?.properties.has('parent')).toBe(false);
  });

  it('are where the site says that they are, under the names that it gives them', () => {
    const [post, category] = resourcesOf(
      [typeInfo('post', 'articles', { label: 'Articles', restNamespace: 'own/v1', taxonomies: ['category'] })],
      [taxonomyInfo('category', 'sections', { hierarchical: true })],
    ).filter(({ type }) => type === 'post' || type === 'category');
    expect(post).toMatchObject({ name: 'articles', route: '/own/v1/articles', label: 'Articles' });
    expect(post?.filters).toEqual(expect.arrayContaining(['sections', 'sections_exclude', 'tax_relation', 'sticky']));
    expect(post?.filters).not.toContain('categories');
    expect(post?.properties.has('sections')).toBe(true);
    expect(category).toMatchObject({ name: 'sections', route: '/wp/v2/sections', hierarchical: true });
  });

  it('have their terms under the whole base of a taxonomy, whatever it is called', () => {
    const [post, tag] = resourcesOf(
      [typeInfo('post', 'posts', { taxonomies: ['constructor', 'toString'] })],
      [taxonomyInfo('post_tag', 'labels/all'), taxonomyInfo('constructor', 'makers')],
    ).filter(({ type }) => type === 'post' || type === 'post_tag');
    expect(tag).toMatchObject({ name: 'labels/all', route: '/wp/v2/labels/all' });
    expect(post?.taxonomies).toEqual(['category', 'post_tag', 'constructor']);
    expect(post?.sorters).toEqual(['categories', 'labels/all', 'makers']);
  });

  it('do not read the terms of a taxonomy that is named like it as the id of an author or a parent', () => {
    const [book] = resourcesOf(
      [typeInfo('book', 'books')],
      [taxonomyInfo('writer', 'author', { types: ['book'] }), taxonomyInfo('shelf', 'parent', { types: ['recipe'] })],
    ).filter(({ type }) => type === 'book');
    expect(book?.properties.has('author')).toBe(false);
    expect(book?.properties.has('featured_media')).toBe(true);
    expect(book?.sorters).toEqual([]);
  });

  it('can be of the site’s own types, which are made like those of core', () => {
    const [book, genre, ...others] = resourcesOf(
      [typeInfo('book', 'books', { hierarchical: true })],
      [taxonomyInfo('genre', 'genres', { types: ['book'] })],
    ).slice(7);
    expect(others).toEqual([]);
    expect(book).toMatchObject({ family: 'content', route: '/wp/v2/books', taxonomies: ['genre'], hierarchical: true });
    for (const name of ['content', 'featured_media', 'parent', 'menu_order', 'genres', 'title']) {
      expect(book?.properties.has(name), name).toBe(true);
    }
    expect(book?.filters).toEqual(expect.arrayContaining(['parent', 'menu_order', 'genres', 'genres_exclude']));
    expect(book?.orders).toContain('menu_order');
    expect(genre).toMatchObject({ family: 'term', route: '/wp/v2/genres', hierarchical: false });
    expect(genre?.filters).not.toContain('parent');
  });
});

describe('relations', () => {
  const resources = resourcesOf([], []);
  const siteWith = (links: Readonly<Record<string, Readonly<Record<string, Link>>>>): Site => ({
    root: createRestRoot('http://site.test/wp-json/', 'http://site.test/wp-json/'),
    name: null,
    home: 'http://site.test',
    clock: new SiteClock(),
    contentTypes: [],
    taxonomies: [],
    resources,
    leftOut: [],
    largestId: 0,
    addresses: new Map(),
    links: new Map(Object.entries(links).map(([route, learned]) => [route, new Map(Object.entries(learned))])),
  });
  const of = (site: Site, type: string) => {
    const found = resourceOfType(site, type);
    if (!found) throw new Error(`There is no ${type}.`);
    return found;
  };

  it('lead where the links of the site have led', () => {
    const site = siteWith({
      '/wp/v2/posts': {
        author: { form: 'item', route: '/own/v1/people', id: 1 },
        replies: { form: 'set', route: '/own/v1/remarks', filter: 'on' },
        'wp:term post_tag': { form: 'set', route: '/own/v1/labels', filter: 'post' },
      },
    });
    const relations = createRelations(site);
    const post = of(site, 'post');
    expect(relations.author(post)).toEqual({ rel: 'author', route: '/own/v1/people' });
    expect(relations.comments(post)).toEqual({
      rel: 'replies',
      route: '/own/v1/remarks',
      filter: 'on',
      mirror: 'post',
    });
    expect(relations.terms(post, of(site, 'post_tag')).route).toBe('/own/v1/labels');
    expect(relations.terms(post, of(site, 'category')).route).toBe('/wp/v2/categories');
  });

  it('lead where core puts things when links say nothing, or what is no set', () => {
    const site = siteWith({ '/wp/v2/pages': { replies: { form: 'item', route: '/wp/v2/comments', id: 3 } } });
    const relations = createRelations(site);
    const [page, category, post, comment] = ['page', 'category', 'post', 'comment'].map((type) => of(site, type));
    if (!page || !category || !post || !comment) throw new Error('A type is missing.');
    expect(relations.author(page).route).toBe('/wp/v2/users');
    expect(relations.featuredMedia(page).route).toBe('/wp/v2/media');
    expect(relations.parent(page).route).toBe('/wp/v2/pages');
    expect(relations.inReplyTo(comment).route).toBe('/wp/v2/comments');
    expect(relations.comments(page)).toMatchObject({ route: '/wp/v2/comments', filter: 'post', mirror: 'post' });
    expect(relations.attachments(page)).toMatchObject({ route: '/wp/v2/media', filter: 'parent', mirror: 'post' });
    expect(relations.replies(comment)).toMatchObject({ route: '/wp/v2/comments', filter: 'parent', mirror: 'parent' });
    expect(relations.children(page)).toMatchObject({ route: '/wp/v2/pages', filter: 'parent', mirror: 'parent' });
    expect(relations.contentOfAuthor(post)).toMatchObject({ route: '/wp/v2/posts', filter: 'author' });
    expect(relations.contentOfTerm(category, post)).toMatchObject({
      route: '/wp/v2/posts',
      filter: 'categories',
      mirror: 'categories',
    });
  });

  it('are the same objects each time: each document of a list asks for them', () => {
    const site = siteWith({});
    const relations = createRelations(site);
    const [post, category] = [of(site, 'post'), of(site, 'category')];
    expect(relations.comments(post)).toBe(relations.comments(post));
    expect(relations.terms(post, category)).toBe(relations.terms(post, category));
    expect(relations.contentOfTerm(category, post)).toBe(relations.contentOfTerm(category, post));
  });

  it('a resource is found by its type and by its route', () => {
    const site = siteWith({});
    expect(resourceAt(site, '/wp/v2/tags')?.type).toBe('post_tag');
    expect(resourceAt(site, '/wp/v2/blocks')).toBeUndefined();
    expect(resourceOfType(site, 'wp_block')).toBeUndefined();
  });
});
