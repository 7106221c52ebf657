import { describe, expect, it } from 'vitest';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import { parseLink } from '../../../src/wordpress/links.ts';

const pretty = createRestRoot('https://site.test/blog/wp-json/');
const plain = createRestRoot('https://site.test/index.php?rest_route=/');

describe('addresses', () => {
  it('are built below the root, lists with commas', () => {
    expect(pretty.address('/wp/v2/posts', { include: [1, 2], search: 'a b&c', page: undefined })).toBe(
      'https://site.test/blog/wp-json/wp/v2/posts?include=1,2&search=a%20b%26c',
    );
    expect(plain.address('/wp/v2/posts', { per_page: 5 })).toBe(
      'https://site.test/index.php?rest_route=/wp/v2/posts&per_page=5',
    );
  });

  it('name each member of a list that WordPress would split, or drop', () => {
    const address = (slug: readonly (string | number)[]) => pretty.address('/wp/v2/posts', { slug });
    const start = 'https://site.test/blog/wp-json/wp/v2/posts?';
    expect(address(['a', 'b'])).toBe(`${start}slug=a,b`);
    expect(address(['a,b', 'c'])).toBe(`${start}slug[]=a%2Cb&slug[]=c`);
    expect(address(['a b'])).toBe(`${start}slug[]=a%20b`);
    expect(address(['a\tb', 3])).toBe(`${start}slug[]=a%09b&slug[]=3`);
    expect(address([''])).toBe(`${start}slug[]=`);
  });

  it('of the index itself', () => {
    expect(pretty.address('/')).toBe('https://site.test/blog/wp-json/');
    expect(plain.address('/', { _fields: 'name' })).toBe('https://site.test/index.php?rest_route=/&_fields=name');
  });
});

describe('hrefs of documents', () => {
  it.each([
    ['https://site.test/blog/wp-json/wp/v2/users/1', { form: 'item', route: '/wp/v2/users', id: 1 }],
    [
      'https://site.test/blog/wp-json/wp/v2/comments?post=3518',
      { form: 'set', route: '/wp/v2/comments', filter: 'post' },
    ],
    ['http://another-host.example/blog/wp-json/wp/v2/media/7', { form: 'item', route: '/wp/v2/media', id: 7 }],
    ['https://site.test/index.php?rest_route=/wp/v2/users/1', { form: 'item', route: '/wp/v2/users', id: 1 }],
    [
      'https://site.test/?rest_route=%2Fwp%2Fv2%2Fcomments&post=1',
      { form: 'set', route: '/wp/v2/comments', filter: 'post' },
    ],
  ])('%s is understood', (href, link) => {
    expect(parseLink(pretty, href)).toEqual(link);
  });

  it.each([
    ['the root itself', 'https://site.test/blog/wp-json/'],
    ['outside of the root', 'https://site.test/wp-admin/users.php?id=1'],
    ['the root of another folder', 'https://site.test/other/wp-json/wp/v2/users/1'],
    ['steps up', 'https://site.test/blog/wp-json/wp/v2/../../../../secret/1'],
    ['encoded steps up', 'https://site.test/blog/wp-json/wp/v2/%2e%2e/%2e%2e/%2e%2e/secret/1'],
    ['encoded slashes', 'https://site.test/blog/wp-json/wp/v2/users%2f..%2f1/1'],
    ['steps up in the plain form', 'https://site.test/?rest_route=/wp/v2/../../secret/1'],
    ['no address', 'nonsense'],
    ['a script', 'javascript:alert(1)'],
    ['a plain collection', 'https://site.test/blog/wp-json/wp/v2/posts'],
    ['nothing', undefined],
  ])('one that is %s says nothing', (_what, href) => {
    expect(parseLink(pretty, href)).toBeNull();
  });

  it('are taken below the root as WordPress calls it, too', () => {
    const root = createRestRoot('http://10.0.0.7:8080/wp-json/', 'https://public.example/blog/wp-json/');
    expect(parseLink(root, 'https://public.example/blog/wp-json/wp/v2/users/1')).toMatchObject({
      route: '/wp/v2/users',
    });
    expect(root.address('/wp/v2/users')).toBe('http://10.0.0.7:8080/wp-json/wp/v2/users');
  });
});

describe('a site that is reached in the plain form, but writes pretty links', () => {
  const root = createRestRoot('https://site.test/?rest_route=/', 'https://site.test/wp-json/');

  it('has them understood by the path that it calls its own', () => {
    expect(parseLink(root, 'https://site.test/wp-json/wp/v2/users/1')).toMatchObject({ route: '/wp/v2/users', id: 1 });
    expect(parseLink(root, 'https://site.test/2024/05/16/1')).toBeNull();
  });
});
