import { describe, expect, it } from 'vitest';
import { createRestRoot } from '../../src/wordpress/http/rest-root.ts';
import { linkOf, linksIn, parseLink } from '../../src/wordpress/links.ts';

const root = createRestRoot('https://site.test/wp-json/');
const rest = 'https://site.test/wp-json';

describe('a link', () => {
  it.each([
    ['a document', `${rest}/wp/v2/users/1`, { form: 'item', route: '/wp/v2/users', id: 1 }],
    ['one of a type of its own', `${rest}/shop/v3/products/12`, { form: 'item', route: '/shop/v3/products', id: 12 }],
    ['another host', 'http://inner.test:8080/wp-json/wp/v2/users/1', { form: 'item', route: '/wp/v2/users', id: 1 }],
    ['a set', `${rest}/wp/v2/comments?post=3518`, { form: 'set', route: '/wp/v2/comments', filter: 'post' }],
    ['a plain root', 'https://site.test/?rest_route=/wp/v2/users/1', { form: 'item', route: '/wp/v2/users', id: 1 }],
    [
      'a plain root with a filter',
      'https://site.test/?rest_route=%2Fwp%2Fv2%2Fcomments&post=7',
      { form: 'set', route: '/wp/v2/comments', filter: 'post' },
    ],
    [
      'a set below a document',
      `${rest}/wp/v2/posts/7/revisions?x=1`,
      { form: 'set', route: '/wp/v2/posts/7/revisions', filter: 'x' },
    ],
  ])('to %s says where it leads', (_what, href, link) => {
    expect(parseLink(root, href)).toEqual(link);
  });

  it.each([
    ['the root', `${rest}/`],
    ['a collection without a filter', `${rest}/wp/v2/posts`],
    ['a collection with two', `${rest}/wp/v2/posts?author=1&tags=2`],
    ['a document with a filter, which is neither', `${rest}/wp/v2/users/x`],
    ['a place outside the root', 'https://site.test/wp-admin/users/1'],
    ['a place above it', `${rest}/../wp-admin/users/1`],
    ['a place above it, in other letters', `${rest}/%2e%2e/users/1`],
    ['a slash in disguise', `${rest}/wp%2Fv2/users/1`],
    ['an id that is none', `${rest}/wp/v2/users/0`],
    ['an id that is no exact number', `${rest}/wp/v2/users/9007199254740993`],
    ['no address', 'users/1'],
    ['nothing', ''],
    ['no text', 7],
    ['a list', [`${rest}/wp/v2/users/1`]],
    ['null', null],
  ])('to %s says nothing', (_what, href) => {
    expect(parseLink(root, href)).toBeNull();
  });
});

describe('the links of a relation', () => {
  const [one, other] = [{ href: 'https://site.test/1' }, { href: 'https://site.test/2', count: 3 }];

  it.each([
    ['a list', [one, other], [one, other]],
    ['one alone', one, [one]],
    ['a list with what is none', [null, one, 'x', [other], 7], [one]],
    ['an empty list', [], []],
    ['nothing', undefined, []],
    ['a text', 'https://site.test/1', []],
  ])('are read of %s', (_what, entries, links) => {
    expect(linksIn(entries)).toEqual(links);
  });

  it.each([
    ['the first', { author: [one, other] }, one],
    ['none of another relation', { up: [one] }, undefined],
    ['none of a list', [], undefined],
    ['none of nothing', undefined, undefined],
    ['none of what only looks like one', { author: 'x' }, undefined],
  ])('%s is the one', (_what, _links, link) => {
    expect(linkOf({ _links }, 'author')).toEqual(link);
    expect(linkOf({ _links }, 'toString')).toBeUndefined();
  });
});
