import { describe, expect, it } from 'vitest';
import { isSameUri, uriOf, userAvatar } from '../../../src/graph/fields/addresses.ts';

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
  it.each([
    ['/hello/', '/hello'],
    ['/hello/', '/hello//'],
    ['/', ''],
    ['/%E6%B8%AF/', '/%e6%b8%af'],
    ['/%E6%B8%AF/', '/港/'],
    ['/Hello/', '/hello/'],
    ['/hello/?page=2', '/hello?page=2'],
    ['/hello/#more', '/hello#more'],
    ['/%e6%b8%/', '/%E6%B8%'],
  ])('%s and %s are one', (one, other) => {
    expect(isSameUri(one, other)).toBe(true);
    expect(isSameUri(other, one)).toBe(true);
  });

  it.each([
    ['/hello/', '/hello/there/'],
    ['/hello/', '/hello/?page=2'],
    ['/?p=1', '/?p=2'],
    ['/hello?a=/', '/hello?a='],
    ['/hello/', null],
    [null, null],
  ])('%s and %s are not', (one, other) => {
    expect(isSameUri(one, other)).toBe(false);
    expect(isSameUri(other, one)).toBe(false);
  });
});

describe('an avatar', () => {
  const gravatar = (size: number) => `https://gravatar.test/avatar/0a?s=${size}&d=mm&r=g`;
  const avatars = { 24: gravatar(24), 48: gravatar(48), 96: gravatar(96) };

  it.each([
    ['a size that WordPress names', avatars, 48, gravatar(48)],
    ['any other size', avatars, 200, gravatar(200)],
    ['an escaped address', { 96: 'https://a.test/0a?d=mm&amp;s=96' }, 64, 'https://a.test/0a?d=mm&amp;s=64'],
    ['`size` for `s`', { 96: 'https://a.test/0a?size=96' }, 64, 'https://a.test/0a?size=64'],
    ['a provider with one size', { 96: 'https://a.test/me-96.png' }, 64, 'https://a.test/me-96.png'],
    ['an argument that ends in s', { 96: 'https://a.test/0a?columns=96' }, 64, 'https://a.test/0a?columns=96'],
    ['names that are no numbers', { full: 'https://a.test/me.png' }, 64, null],
    ['values that are no addresses', { 24: false, 96: gravatar(96) }, 24, gravatar(24)],
    ['avatars that are off', [], 48, null],
    ['no map', 'https://a.test/me.png', 48, null],
    ['nothing', undefined, 48, null],
  ])('of %s', (_what, given, size, address) => {
    const node = { document: { id: 1, avatar_urls: given } };
    expect(userAvatar.value(node as never, { size }, {} as never, {} as never)).toBe(address);
  });
});
