import { describe, expect, it } from 'vitest';
import { dateAddressesAt } from '../../src/wordpress/date-addresses.ts';

const home = 'https://site.test/blog';
const post = { id: 12, date: '2024-05-06T07:08:09', slug: 'hello' };

describe('addresses of archives by date', () => {
  it.each([
    ['day and name', '/2024/05/06/hello/', '/2024/05/'],
    ['month and name', '/2024/05/hello/', '/2024/05/'],
    ['name', '/hello/', '/2024/05/'],
    ['name, without a slash at the end', '/hello', '/2024/05'],
    ['name with an ending', '/hello.html', '/2024/05'],
    ['ids', '/archives/12', '/archives/date/2024/05'],
    ['an id among the first parts of a date', '/2024/05/12/', '/date/2024/05/'],
    ['an id behind a whole date', '/2024/05/06/12/', '/2024/05/'],
    ['names below index.php', '/index.php/2024/05/06/hello/', '/index.php/2024/05/'],
    ['parameters', '/?p=12', '/?m=202405'],
  ])('are written as those of posts are: %s', (_structure, uri, month) => {
    const write = dateAddressesAt({ ...post, link: `${home}${uri}` }, home);
    expect(write?.(['2024', '05'])).toBe(month);
  });

  it.each([
    ['what may be a category', '/travel/hello/'],
    ['what may be a category ahead of a date', '/travel/2024/05/hello/'],
    ['nothing of the post', '/something-else/'],
    ['parameters of a plugin', '/?p=12&lang=de'],
  ])('are not guessed where the address of a post shows %s', (_what, uri) => {
    expect(dateAddressesAt({ ...post, link: `${home}${uri}` }, home)).toBeNull();
  });

  it.each([[{}], [{ link: false }], [{ link: `${home}/`, slug: '' }]])('are none of a post with %j', (members) => {
    expect(dateAddressesAt({ id: 12, ...members }, home)).toBeNull();
  });
});
