import { describe, expect, it } from 'vitest';
import { HtmlElement, type HtmlNode, readHtml } from '../../../src/graph/fields/html-tree.ts';
import { fc } from '../../support/chance.ts';

/** A tree as the pieces of HTML that its nodes are. */
function pieces(html: string, nodes: readonly HtmlNode[]): unknown[] {
  return nodes.map((node) => {
    const piece = html.slice(node.start, node.end);
    return node instanceof HtmlElement && node.children.length > 0 ? [piece, ...pieces(html, node.children)] : piece;
  });
}

describe('HTML as a tree', () => {
  it.each([
    ['text', 'a &amp; b', ['a &amp; b']],
    ['elements', '<b>a</b> <i>c</i >', [['<b>a</b>', 'a'], ' ', ['<i>c</i >', 'c']]],
    ['elements without an end', '<img src="a">b<br/>c<hr>', ['<img src="a">', 'b', '<br/>', 'c', '<hr>']],
    [
      'ends that are left out',
      '<p>a<p>b',
      [
        ['<p>a', 'a'],
        ['<p>b', 'b'],
      ],
    ],
    ['items', '<ul><li>a<li>b</ul>c', [['<ul><li>a<li>b</ul>', ['<li>a', 'a'], ['<li>b', 'b']], 'c']],
    [
      'rows',
      '<tr><td>a<td>b<tr><th>c',
      [
        ['<tr><td>a<td>b', ['<td>a', 'a'], ['<td>b', 'b']],
        ['<tr><th>c', ['<th>c', 'c']],
      ],
    ],
    ['ends of nothing', 'a</b>c', ['a', 'c']],
    ['ends in another order', '<b><i>a</b>c', [['<b><i>a</b>', ['<i>a', 'a']], 'c']],
    ['comments', 'a<!-- <b> -->c', ['a', 'c']],
    ['scripts', '<script>"<b>"</script>', [['<script>"<b>"</script>', '"<b>"']]],
    ['drawings', '<svg><path/><g/></svg>a', [['<svg><path/><g/></svg>', '<path/>', '<g/>'], 'a']],
    ['a tag that does not end', '<b>a<i', [['<b>a<i', 'a']]],
    ['an end that does not end', '<b>a</b', [['<b>a</b', 'a']]],
  ])('has places: %s', (_what, html, expected) => {
    expect(pieces(html, readHtml(html).children)).toEqual(expected);
  });

  it('has decoded attributes, the first of a name', () => {
    const [element] = readHtml('<IMG Alt="a &amp; &#8217;" hidden alt=b data-x=\'"\'>').elements;
    expect([...(element?.attributes ?? [])]).toEqual([
      ['alt', 'a & ’'],
      ['hidden', ''],
      ['data-x', '"'],
    ]);
  });

  it('is the same wherever a piece of it ends', () => {
    const html = `${'x'.repeat(16_370)}<p class="a b">c &amp; d</p><!-- e -->`;
    for (let shift = 0; shift < 40; shift++) {
      const text = html.slice(shift);
      const [element] = readHtml(text).elements;
      expect(text.slice(element?.start, element?.end)).toBe('<p class="a b">c &amp; d</p>');
      expect(element?.classes).toEqual(['a', 'b']);
      expect(element?.children).toMatchObject([{ text: 'c & d' }]);
    }
  });

  it('nests as its parts stand in the HTML, whatever that is', () => {
    const parts = fc.constantFrom(
      ...['<p>', '</p>', '<div class="a">', '</div>', '<li>', '<ul>', '</ul>', '<b>', '</b>', '<td>', '<tr>', '<br>'],
      ...['a', ' ', '&amp;', '<!--', '-->', '<', '>', '</', '"', '<svg>', '<g/>', '<script>', '</script>', '<p'],
    );
    const check = (element: HtmlElement, from: number, to: number) => {
      let place = from;
      for (const node of element.children) {
        expect(node.start).toBeGreaterThanOrEqual(place);
        expect(node.end).toBeGreaterThanOrEqual(node.start);
        place = node.end;
        if (!(node instanceof HtmlElement)) continue;
        expect(node.start).toBeLessThanOrEqual(node.innerStart);
        expect(node.innerStart).toBeLessThanOrEqual(node.innerEnd);
        expect(node.innerEnd).toBeLessThanOrEqual(node.end);
        check(node, node.innerStart, node.innerEnd);
      }
      expect(place).toBeLessThanOrEqual(to);
    };
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const html = pieces.join('');
        check(readHtml(html), 0, html.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['<b>', '<p>', '</b>', '<b a="', '<li><ul>', '&amp;', '<a b>', '<!--', '</'])(
    'takes no longer than its length for a megabyte of %s',
    (piece) => {
      const started = performance.now();
      readHtml(piece.repeat(1_000_000 / piece.length));
      // What would take the square of its length takes minutes.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it('takes what is nested deeper than anybody would for content of the deepest', () => {
    const html = `${'<b>'.repeat(1_000)}a${'</b>'.repeat(1_000)}<i>c</i>`;
    const [first, second] = readHtml(html).elements;
    expect(html.slice(first?.start, first?.end)).toBe(html.slice(0, -8));
    expect(second?.name).toBe('i');
  });
});
