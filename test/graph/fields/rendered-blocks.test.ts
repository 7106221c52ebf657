import { describe, expect, it } from 'vitest';
import { HtmlTreeReader } from '../../../src/graph/fields/html-tree.ts';
import { type RenderedBlock, RenderedBlocksReader } from '../../../src/graph/fields/rendered-blocks.ts';

function readRenderedBlocks(html: string): readonly RenderedBlock[] {
  const reader = new RenderedBlocksReader(html);
  while (reader.readOn());
  return reader.result;
}

/** Names with attributes, and what is in them. */
function short(blocks: readonly RenderedBlock[]): unknown[] {
  return blocks.map(({ name, attributes, innerBlocks }) => [
    name.replace(/^core\//, ''),
    attributes,
    ...short(innerBlocks),
  ]);
}

const read = (html: string) => short(readRenderedBlocks(html));

describe('blocks of rendered HTML', () => {
  it.each([
    ['a paragraph', '<p class="x">a <b>b</b></p>', [['paragraph', { content: 'a <b>b</b>' }]]],
    ['a heading', '<h3 id="a" class="wp-block-heading">b</h3>', [['heading', { level: 3, content: 'b', anchor: 'a' }]]],
    [
      'an image',
      '<figure class="wp-block-image size-large"><a href="/b"><img src="/a.jpg" alt="A &amp; B" class="wp-image-7"/></a><figcaption>c</figcaption></figure>',
      [['image', { id: 7, url: '/a.jpg', alt: 'A & B', href: '/b', caption: 'c' }]],
    ],
    [
      'an image whose address is loaded late',
      '<figure><img src="data:image/gif;base64,R0" alt="a"></figure>',
      [['image', { alt: 'a' }]],
    ],
    [
      'an image whose address stands where a plugin that loads late keeps it',
      '<figure><img src="data:image/gif;base64,R0" data-src=" /a.jpg" alt="a"></figure>',
      [['image', { url: '/a.jpg', alt: 'a' }]],
    ],
    [
      'a table',
      '<figure class="wp-block-table"><table></table></figure><table></table>',
      [
        ['table', {}],
        ['table', {}],
      ],
    ],
    [
      'a list',
      '<ol start="3"><li>a<ul class="wp-block-list"><li>b</li></ul></li><li>c</li></ol>',
      [
        [
          'list',
          { ordered: true, start: 3 },
          ['list-item', {}, ['list', { ordered: false }, ['list-item', {}]]],
          ['list-item', {}],
        ],
      ],
    ],
    [
      'a quote',
      '<blockquote class="wp-block-quote"><p>a</p><cite>b</cite></blockquote>',
      [['quote', { citation: 'b' }, ['paragraph', { content: 'a' }]]],
    ],
    [
      'code',
      '<pre class="wp-block-code"><code>a</code></pre><pre><code>b</code></pre><pre>c</pre>',
      [
        ['code', { content: 'a' }],
        ['code', { content: 'b' }],
        ['preformatted', { content: 'c' }],
      ],
    ],
    [
      'buttons',
      '<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" href="/a" target="_blank" rel="x">b</a></div></div>',
      [['buttons', {}, ['button', { text: 'b', url: '/a', linkTarget: '_blank', rel: 'x' }]]],
    ],
    [
      'columns',
      '<div class="wp-block-columns is-layout-flex"><div class="wp-block-column"><p>a</p></div><div class="wp-block-column"></div></div>',
      [['columns', {}, ['column', {}, ['paragraph', { content: 'a' }]], ['column', {}]]],
    ],
    [
      'a group, in a theme with a container',
      '<div class="wp-block-group"><div class="wp-block-group__inner-container"><p>a</p><div>b</div></div></div>',
      [['group', {}, ['paragraph', { content: 'a' }], ['freeform', {}]]],
    ],
    [
      'a cover',
      '<div class="wp-block-cover"><img class="wp-block-cover__image-background" src="a"><div class="wp-block-cover__inner-container"><p>a</p></div></div>',
      [['cover', {}, ['paragraph', { content: 'a' }]]],
    ],
    [
      'a gallery',
      '<figure class="wp-block-gallery"><figure class="wp-block-image"><img src="a"></figure><figcaption>b</figcaption></figure>',
      [['gallery', {}, ['image', { url: 'a' }]]],
    ],
    [
      'details',
      '<details class="wp-block-details"><summary>a</summary><p>b</p></details>',
      [['details', { summary: 'a' }, ['paragraph', { content: 'b' }]]],
    ],
    [
      'video, sound and files',
      '<figure class="wp-block-video"><video src="a" poster="b"></video></figure><figure><audio src="c"></audio><figcaption>d</figcaption></figure><div class="wp-block-file"><a href="e">f</a></div>',
      [
        ['video', { src: 'a', poster: 'b' }],
        ['audio', { src: 'c', caption: 'd' }],
        ['file', { href: 'e' }],
      ],
    ],
    [
      'what WordPress makes itself',
      '<ul class="wp-block-latest-posts__list wp-block-latest-posts"><li>a</li></ul>',
      [['latest-posts', {}]],
    ],
    [
      'classes of others',
      '<div class="wp-block-acme-price-table">a</div><p class="wp-block-acme">b</p>',
      [['freeform', {}]],
    ],
    [
      'everything else',
      'a<div>b</div> <iframe></iframe><p>c</p>\n<form></form>',
      [
        ['freeform', {}],
        ['paragraph', { content: 'c' }],
        ['freeform', {}],
      ],
    ],
    ['figures with more than one thing', '<figure><img><img></figure>', [['freeform', {}]]],
    ['nothing', '\n<!-- a -->\n', []],
  ])('%s', (_what, html, expected) => {
    expect(read(html)).toEqual(expected);
  });

  it('are given with their HTML as it came', () => {
    const html = '<p>a<p>b</p>\n x <b>c</b>\n<hr class="wp-block-separator"/>';
    expect(readRenderedBlocks(html).map((block) => block.html)).toEqual([
      '<p>a',
      '<p>b</p>',
      'x <b>c</b>',
      '<hr class="wp-block-separator"/>',
    ]);
  });

  it('are read as deep as stored ones', () => {
    const group = '<div class="wp-block-group">';
    const deep = readRenderedBlocks(`${group.repeat(1_000)}a${'</div>'.repeat(1_000)}`);
    const levels = (blocks: readonly RenderedBlock[]): number => (blocks[0] ? 1 + levels(blocks[0].innerBlocks) : 0);
    expect(levels(deep)).toBe(50);
  });

  it('have their places', () => {
    const blocks = readRenderedBlocks(
      'a<ul><li>b</li>c<li>d<ol><li>e</li></ol></li></ul><div class="wp-block-group"><p>f</p></div>',
    );
    const places = (all: readonly RenderedBlock[]): unknown[] =>
      all.flatMap(({ path, ownHtml, innerBlocks }) => [[path, ownHtml], ...places(innerBlocks)]);
    expect(places(blocks)).toEqual([
      ['0', 'a'],
      ['1', null],
      ['1.0', '<li>b</li>'],
      ['1.1', null],
      ['1.1.0', null],
      ['1.1.0.0', '<li>e</li>'],
      ['2', null],
      ['2.0', '<p>f</p>'],
    ]);
  });

  it.each([
    ['neighbours', '<p>a</p>'.repeat(50_000)],
    ['those in another', `<div class="wp-block-group">${'<p>a</p>'.repeat(50_000)}</div>`],
    ['items', `<ul>${'<li>a</li>'.repeat(40_000)}</ul>`],
    ['what is no block', '<i>a</i>'.repeat(50_000)],
  ])('are made of their elements a piece at a time: %s', (_what, html) => {
    const piecesOf = (reader: { readOn(): boolean }) => {
      let pieces = 1;
      while (reader.readOn()) pieces++;
      return pieces;
    };
    const ofTree = piecesOf(new HtmlTreeReader(html));
    const reader = new RenderedBlocksReader(html);
    expect(piecesOf(reader)).toBeGreaterThan(ofTree + 25);
    expect(reader.result).toBe(reader.result);
  });

  it('are not told by classes that are longer than anybody writes', () => {
    const classes = 'wp-block-group '.repeat(2_000);
    expect(read(`<div class="${classes}">a</div>`)).toEqual([['freeform', {}]]);
  });
});
