import { describe, expect, it } from 'vitest';
import { Menu } from '../../../src/graph/menus/menu.ts';
import { readNavigation } from '../../../src/graph/menus/navigation-menus.ts';

const read = (html: unknown) => {
  const document = { id: 1, slug: 'n', title: { rendered: 'N' }, content: { rendered: html } };
  return new Menu(readNavigation(document as never));
};

/** As `About=/about/(Team=/team/)`. */
function shape(html: unknown): string {
  const write = (items: Menu['items']): string =>
    items
      .map(({ said, children }) => `${said.label}=${said.url}${children.length > 0 ? `(${write(children)})` : ''}`)
      .join(' ');
  return write(read(html).items);
}

describe('the items of a navigation', () => {
  it('are the pages of a list of all, as deep as they go', () => {
    const html = `<ul class="wp-block-page-list"><li class="wp-block-pages-list__item has-child"><a class="wp-block-pages-list__item__link" href="http://magazine.example/visit/">Visit us</a><ul class="wp-block-navigation__submenu-container"><li class="wp-block-pages-list__item "><a class="wp-block-pages-list__item__link" href="http://magazine.example/visit/history/">A &#8220;short&#8221; history</a></li></ul></li><li class="wp-block-pages-list__item"><a class="wp-block-pages-list__item__link" href="http://magazine.example/privacy-policy/">Privacy</a></li></ul>`;
    expect(shape(html)).toBe(
      'Visit us=http://magazine.example/visit/(A “short” history=http://magazine.example/visit/history/) Privacy=http://magazine.example/privacy-policy/',
    );
    expect(read(html).allItems.map(({ key }) => key)).toEqual(['navigation:1/0', 'navigation:1/0.0', 'navigation:1/1']);
    expect(read(html).allItems.flatMap(({ said }) => said.cssClasses)).toEqual([]);
  });

  it('are links of social networks by the names that are read out', () => {
    const html =
      '<ul class="wp-block-social-links"><li class="wp-social-link wp-social-link-mastodon wp-block-social-link"><a href="https://s.example/@h" class="wp-block-social-link-anchor"><svg width="24"><path d="M2"/><title>x</title></svg><span class="wp-block-social-link-label screen-reader-text">Mastodon</span></a></li></ul>';
    expect(shape(html)).toBe('Mastodon=https://s.example/@h');
  });

  it.each([
    [
      'a submenu without an address',
      '<li><a class="wp-block-navigation-item__content"><span class="wp-block-navigation-item__label">More</span></a><ul><li><a href="/a/">A</a></li></ul></li>',
      'More=null(A=/a/)',
    ],
    [
      'a submenu that opens by a click',
      '<li><button class="wp-block-navigation-item__content"><span class="wp-block-navigation-item__label">More</span></button><ul><li><a href="/a/">A</a></li></ul></li>',
      'More=null(A=/a/)',
    ],
    [
      'the button that opens one beside its link',
      '<li><a href="/m/">More</a><button class="wp-block-navigation-submenu__toggle"><svg></svg></button><ul><li><a href="/a/">A</a></li></ul></li>',
      'More=/m/(A=/a/)',
    ],
    ['a heading without a link', '<li>Group<ul><li><a href="/a/">A</a></li></ul></li>', 'A=/a/'],
    [
      'lists in other elements',
      '<li><a href="/m/">More</a><div><div><ul><li><a href="/a/">A</a></li></ul></div></div></li>',
      'More=/m/(A=/a/)',
    ],
    [
      'a link in no list',
      '<div class="wp-block-button"><a class="wp-block-button__link" href="/join/">Join</a></div>',
      'Join=/join/',
    ],
    ['a picture with a text', '<a href="/"><img src="x.png" alt="Harbour"></a>', 'Harbour=/'],
    ['what is read out', '<li><a href="/cart/" aria-label="Cart"><svg></svg></a></li>', 'Cart=/cart/'],
    ['no picture without one', '<a href="/"><img src="x.png" alt=""></a>', ''],
    ['no search form', '<form><label>Search</label><button>Go</button></form>', ''],
    ['markup that has no ends', '<li><a href="/a/">A</a><li><a href="/b/">B', 'A=/a/ B=/b/'],
    ['a script in a label', '<li><a href="/a/">A<script>alert(1)</script></a></li>', 'A=/a/'],
    ['nothing', '', ''],
    ['what is no text', 5, ''],
    ['what is not there', undefined, ''],
  ])('may be %s', (_what, html, expected) => {
    expect(shape(html)).toBe(expected);
  });
});
