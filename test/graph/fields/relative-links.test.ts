import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { OutlineReader } from '../../../src/graph/fields/outline.ts';
import { RelativeLinksReader } from '../../../src/graph/fields/relative-links.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import { fc } from '../../support/chance.ts';

const home = 'https://www.site.test/blog/';

function relative(html: string, of = home): string {
  const reader = new RelativeLinksReader(html, { home: of, root: createRestRoot(new URL('wp-json/', of).href) });
  while (reader.readOn());
  return reader.result;
}

const linksIn = (html: string) => {
  const reader = new OutlineReader(html);
  while (reader.readOn());
  return reader.result.links.map(({ href }) => href);
};

describe('links to pages of the site', () => {
  it.each([
    ['a page', '<a href="https://www.site.test/blog/a/">x</a>', '<a href="/a/">x</a>'],
    ['another scheme, no www', '<a href="http://site.test/blog/a/">x</a>', '<a href="/a/">x</a>'],
    ['no scheme', '<a href="//site.test/blog/a/">x</a>', '<a href="/a/">x</a>'],
    [
      'the front page',
      '<a href="https://site.test/blog">x</a><a href=https://site.test/blog/>',
      '<a href="/">x</a><a href=/>',
    ],
    ['parameters', '<a href="https://site.test/blog/?p=1&#038;x=2#y">', '<a href="/?p=1&amp;x=2#y">'],
    ['single quotes', "<a class=b href = 'https://site.test/blog/a/' id='c'>", "<a class=b href = '/a/' id='c'>"],
    ['capitals', '<A HREF="HTTPS://WWW.SITE.TEST/blog/A/">', '<A HREF="/A/">'],
    ['white space around', '<a href=" https://site.test/blog/a/ ">', '<a href="/a/">'],
    ['entities in the host', '<a href="https&#58;//site.test/blog/a/">', '<a href="/a/">'],
    ['an area', '<area href="https://site.test/blog/a/" alt="b">', '<area href="/a/" alt="b">'],
    ['an encoded path', '<a href="https://site.test/blog/%e6%b8%af/">', '<a href="/%e6%b8%af/">'],
    ['signs that mean something', `<a href="https://site.test/blog/it's/">`, '<a href="/it&#39;s/">'],
    ['a path that would name a host', '<a href="https://site.test/blog//evil.test/">', '<a href="/evil.test/">'],
    ['backslashes', '<a href="https:\\\\site.test\\blog\\\\evil.test\\">', '<a href="/evil.test/">'],
    [
      'the first of two',
      '<a href="https://site.test/blog/a" href="https://site.test/blog/b">',
      '<a href="/a" href="https://site.test/blog/b">',
    ],
    ['pages as files', '<a href="https://site.test/blog/a.html">', '<a href="/a.html">'],
    ['the program ahead of paths', '<a href="https://site.test/blog/index.php/a/">', '<a href="/index.php/a/">'],
  ])('are relative to its front page: %s', (_what, html, expected) => {
    expect(relative(html)).toBe(expected);
    expect(relative(expected)).toBe(expected);
  });

  it.each([
    ['files', '<a href="https://site.test/blog/wp-content/uploads/a.pdf">'],
    ['files elsewhere', '<a href="https://site.test/blog/app/uploads/2024/a.jpeg?x">'],
    ['the admin', '<a href="https://site.test/blog/wp-admin/post.php?post=1">'],
    ['programs', '<a href="https://site.test/blog/wp-login.php">'],
    ['REST', '<a href="https://site.test/blog/wp-json/wp/v2/posts">'],
    ['plain REST', '<a href="https://site.test/blog/?rest_route=/wp/v2/posts">'],
    ['another folder', '<a href="https://site.test/blogs/a/">'],
    ['another host', '<a href="https://site.test.evil.test/blog/a/">'],
    ['another port', '<a href="https://site.test:8443/blog/a/">'],
    ['another user', '<a href="https://site.test@evil.test/blog/a/">'],
    ['other schemes', '<a href="mailto:a@site.test"><a href="ftp://site.test/blog/a"><a href="javascript:a()">'],
    ['relative ones', '<a href="/blog/a/"><a href="a/"><a href="#b"><a href=""><a href><a>'],
    ['images', '<img src="https://site.test/blog/a/" href="https://site.test/blog/b/">'],
    ['other elements', '<link href="https://site.test/blog/a/"><form action="https://site.test/blog/"></form>'],
    [
      'text, comments and scripts',
      'https://site.test/blog/ <!-- <a href="https://site.test/blog/"> --><script>"<a href=\'https://site.test/blog/\'>"</script>',
    ],
    ['no address', '<a href="https://">x</a><a href="https://[site.test/blog/">y</a>'],
  ])('are the only ones that are touched: %s', (_what, html) => {
    expect(relative(html)).toBe(html);
  });

  it('of a site with a port are those with that', () => {
    expect(relative('<a href="http://127.0.0.1:8080/a/">', 'http://127.0.0.1:8080')).toBe('<a href="/a/">');
  });
});

/** Bits of HTML, whole and broken. */
const bits = fc.constantFrom(
  '<a href="https://site.test/blog/a/">',
  "<a href='http://www.site.test/blog/?p=1&amp;q=2'>",
  '<a href=//site.test/blog/x',
  '<a href="https://elsewhere.test/">',
  '<a href="',
  '</a>',
  '<p class="',
  '">',
  "'",
  '<img src="https://site.test/blog/i.jpg">',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '&amp;',
  'text ',
  '\u200b',
  '\u00ad',
  '<',
  '>',
  ' href=',
  '=',
  'https://site.test/blog/b/',
  '<area href=https://site.test/blog/c>',
);

describe('whatever the HTML is', () => {
  const html = fc.array(bits, { maxLength: 40 }).map((parts) => parts.join(''));

  it('all else stays as it is', () => {
    fc.assert(
      fc.property(html, (before) => {
        const after = relative(before);
        const strip = (text: string) =>
          JSON.stringify(parseDocument(text).children, (key, value) =>
            ['parent', 'prev', 'next', 'startIndex', 'endIndex', 'href'].includes(key) ? undefined : value,
          );
        expect(strip(after)).toBe(strip(before));
        // Each link leads where it led, seen from the site.
        const front = 'https://site.test/blog';
        const there = (href: string) => {
          const address = href
            .replace(/^\/(?!\/)/, `${front}/`)
            .replace(/^(https?:)?\/\/(www\.)?site\.test/, 'https://site.test');
          return URL.canParse(address) ? new URL(address).href : address;
        };
        expect(linksIn(after).map(there)).toEqual(linksIn(before).map(there));
      }),
      { numRuns: 500 },
    );
  });

  it('doing it again changes nothing', () => {
    fc.assert(
      fc.property(html, (before) => {
        const once = relative(before);
        expect(relative(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('it is the same however it is cut into pieces', () => {
    const link = '<p><a class="x" href="https://site.test/blog/?a=1&#038;b=2" id=y>z</a></p>';
    for (let padding = 16_384 - link.length; padding < 16_384; padding++) {
      const text = 'x'.repeat(padding);
      expect(relative(text + link)).toBe(`${text}<p><a class="x" href="/?a=1&amp;b=2" id=y>z</a></p>`);
    }
  });
});
