import { describe, expect, it } from 'vitest';
import { BlockHtml } from '../../../src/graph/fields/block-html.ts';
import { readWhole } from '../../../src/graph/fields/html-pieces.ts';
import type { AttributeSource } from '../../../src/wordpress/block-types.ts';

const html =
  '\n<figure class="wp-block-image a"><a href="/b" download><img src="/c.jpg" alt="D &amp; e"></a><figcaption>f <b>g</b></figcaption></figure><p>h</p>';

const read = (source: AttributeSource, isSwitch = false) => readWhole(new BlockHtml(html)).read(source, isSwitch);
const attribute = (selector: string, name: string): AttributeSource => ({
  kind: 'attribute',
  selector,
  attribute: name,
});

describe('what selectors find in the HTML of a block', () => {
  it.each([
    ['an element', attribute('img', 'alt'), 'D & e'],
    ['a child', attribute('figure > a', 'href'), '/b'],
    ['no child', attribute('figure > img', 'src'), undefined],
    ['one of several', attribute('h1,h2,figure', 'class'), 'wp-block-image a'],
    ['any', attribute('*', 'class'), 'wp-block-image a'],
    ['by its class', attribute('.wp-block-image img', 'src'), '/c.jpg'],
    ['by an attribute', attribute('a[download]', 'href'), '/b'],
    ['by none', attribute('a:not([download])', 'href'), undefined],
    ['what follows', { kind: 'text', selector: 'figure + p' }, 'h'],
    ['HTML', { kind: 'html', selector: 'figcaption' }, 'f <b>g</b>'],
    ['text', { kind: 'text', selector: 'figcaption' }, 'f g'],
    ['all of it', { kind: 'html' }, html],
    ['nothing', { kind: 'html', selector: 'h1' }, undefined],
    ['what is no selector', { kind: 'html', selector: 'p[[' }, undefined],
    ['what stands in a selector for an element', attribute('figure:has(> a)', 'class'), 'wp-block-image a'],
    ['what begins with a combinator', { kind: 'html', selector: '> figure' }, undefined],
    ['what nobody knows', { kind: 'html', selector: 'p:frobnicate' }, undefined],
    ['what is read otherwise', { kind: 'unread' }, undefined],
  ] satisfies [string, AttributeSource, unknown][])('%s', (_what, source, expected) => {
    expect(read(source as AttributeSource)).toBe(expected);
  });

  it('is on or off where only that counts', () => {
    expect(read(attribute('a', 'download'), true)).toBe(true);
    expect(read(attribute('a', 'target'), true)).toBe(false);
    expect(read(attribute('video', 'controls'), true)).toBe(false);
  });

  const many = readWhole(new BlockHtml(`${'<p>a</p>'.repeat(60_000)}<img src="/b">`));

  it('is found among many neighbours in no more time than their number takes', () => {
    const started = performance.now();
    const found = ['img', 'p ~ img', 'p + img', 'figure > img', 'img:not(p)', 'div img'].map((selector) =>
      many.read(attribute(selector, 'src'), false),
    );
    expect(found).toEqual(['/b', '/b', '/b', undefined, '/b', undefined]);
    // What takes the square of their number takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it.each([
    ['p:nth-last-child(70000)', false],
    ['p:only-of-type', false],
    ['p + b', true],
  ])('is not known where %s would look at all for each', (selector, isFound) => {
    const bold = readWhole(new BlockHtml(`${'<p>a</p>'.repeat(60_000)}<b title="c">d</b>`));
    expect(bold.read(attribute(selector, 'title'), false)).toBe(isFound ? 'c' : null);
    expect(bold.read(attribute(selector, 'title'), true)).toBe(isFound ? true : null);
  });

  it('is not known of HTML that is longer than that of any block, which is given all the same', () => {
    const long = `<img src="/b">${'a'.repeat(500_000)}`;
    const block = readWhole(new BlockHtml(long));
    expect(block.read({ kind: 'html' }, false)).toBe(long);
    expect(block.read(attribute('img', 'src'), false)).toBeNull();
    expect(block.read({ kind: 'text' }, false)).toBeNull();
  });
});
