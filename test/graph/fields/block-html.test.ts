import { describe, expect, it } from 'vitest';
import { BlockHtml } from '../../../src/graph/fields/block-html.ts';
import type { AttributeSource } from '../../../src/wordpress/block-types.ts';

const html =
  '\n<figure class="wp-block-image a"><a href="/b" download><img src="/c.jpg" alt="D &amp; e"></a><figcaption>f <b>g</b></figcaption></figure><p>h</p>';

const read = (source: AttributeSource, isSwitch = false) => new BlockHtml(html).read(source, isSwitch);
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
});
