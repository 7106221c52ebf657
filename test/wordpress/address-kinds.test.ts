import { describe, expect, it } from 'vitest';
import { dateIn, isNoPage, searchedIn } from '../../src/wordpress/address-kinds.ts';
import { createRestRoot } from '../../src/wordpress/http/rest-root.ts';
import { SiteAddress } from '../../src/wordpress/site-address.ts';

const home = 'https://site.test/blog';
const root = createRestRoot(`${home}/wp-json/`);

function at(given: string): SiteAddress {
  const address = SiteAddress.read(given, { home });
  if (!address) throw new Error(`${given} is no address of the site.`);
  return address;
}

describe('an address of no page', () => {
  it.each([
    '/wp-admin/',
    '/wp-admin/post.php?post=7&action=edit',
    '/wp-login.php',
    '/wp-cron.php',
    '/wp-content/uploads/2024/05/plum.jpg',
    '/wp-includes/js/jquery/',
    '/xmlrpc.php',
    '/wp-json/wp/v2/posts/7',
    '/wp-json/',
    '/?rest_route=/wp/v2/posts',
    '/feed/',
    '/hello/feed/',
    '/hello/feed/atom/',
    '/category/food/feed/rss2/',
    '/comments/feed/',
    '/?feed=rss2',
    '/hello/embed/',
    '/?p=7&embed=true',
    '/hello/trackback/',
    '/robots.txt',
    '/sitemap.xml',
    '/favicon.ico',
    '/plum.JPEG',
    '/%70lum.png',
    'http://www.site.test/blog/wp-admin/',
    '/index.php/feed/',
  ])('is that of a file, a feed, the REST API or a program: %s', (given) => {
    expect(isNoPage(at(given), root)).toBe(true);
  });

  it.each([
    '/',
    '',
    '/hello/',
    '/hello.html',
    '/2024/05/06/hello.htm',
    '/version-2.0/',
    '/node.js-in-a-year/',
    '/feeding/',
    '/my-feed/',
    '/atom/',
    '/rss/',
    '/embedded/',
    '/wp-content-explained/',
    '/about-wp-admin/',
    '/?p=7',
    '/?s=feed',
    '/?feed=',
    '/hello/?utm_source=feed',
    '/index.php/hello/',
  ])('is not %j', (given) => {
    expect(isNoPage(at(given), root)).toBe(false);
  });
});

describe('the words that an address searches for', () => {
  it.each([
    ['/?s=plum', 'plum'],
    ['/?s=two+words', 'two words'],
    ['/?s=%E6%B8%AF', '港'],
    ['/?s=one&s=other', 'other'],
    ['/index.php?s=plum', 'plum'],
    ['/search/plum/', 'plum'],
    ['/search/plum/page/2/', 'plum'],
    ['/?s=', null],
    ['/search/', null],
    ['/search/plum/pear/', 'plum/pear'],
    ['/search/two+words/', 'two words'],
    ['/research/plum/', null],
    ['/hello/?s=plum', null],
    ['/hello/', null],
    ['/', null],
  ])('are in %s: %j', (given, words) => {
    expect(searchedIn(at(given))).toBe(words);
  });
});

describe('the time of which an address would be the archive', () => {
  it.each([
    ['/2024/', { year: 2024 }],
    ['/2024/05/', { year: 2024, month: 5 }],
    ['/2024/5', { year: 2024, month: 5 }],
    ['/2024/05/06/', { year: 2024, month: 5, day: 6 }],
    ['/2024/02/29/', { year: 2024, month: 2, day: 29 }],
    ['/archives/date/2024/05', { year: 2024, month: 5 }],
    ['/index.php/2024/05/', { year: 2024, month: 5 }],
    ['/2024/05/page/3/', { year: 2024, month: 5 }],
    ['/?m=2024', { year: 2024 }],
    ['/?m=202405', { year: 2024, month: 5 }],
    ['/?m=20240506', { year: 2024, month: 5, day: 6 }],
    ['/?year=2024', { year: 2024 }],
    ['/?year=2024&monthnum=5', { year: 2024, month: 5 }],
    ['/?year=2024&monthnum=5&day=6', { year: 2024, month: 5, day: 6 }],
    // What no calendar has.
    ['/2024/13/', null],
    ['/2024/00/', null],
    ['/2023/02/29/', null],
    ['/?m=20240231', null],
    // No archive of one time.
    ['/?monthnum=5', null],
    ['/?year=2024&day=6', null],
    ['/?m=20245', null],
    ['/?m=may', null],
    ['/', null],
    // Other ones.
    ['/2024/05/06/hello/', null],
    ['/2024/05/06/7/', null],
    ['/12024/', null],
    ['/20240506/', null],
    ['/hello-2024/', null],
  ])('%s is %j', (given, date) => {
    expect(dateIn(at(given))).toEqual(date);
  });
});
