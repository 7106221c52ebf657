import { describe, expect, it } from 'vitest';
import { type Outline, OutlineReader } from '../../../src/graph/fields/outline.ts';

function outline(html: string): Outline {
  const reader = new OutlineReader(html);
  while (reader.readOn());
  return reader.result;
}

const image = { alt: null, width: null, height: null, caption: null, mediaId: null };

describe('the running text of a body', () => {
  it.each([
    ['blocks', '<h2>Day one</h2><p>Walls</p><ul><li>a</li><li>b</li></ul>x<br>y<hr>z', 'Day one Walls a b x y z'],
    ['inline elements', '<p><b>bo</b>ld <i> it</i>alic</p>', 'bold italic'],
    ['cells', '<table><tr><td>1</td><td>2</td></tr></table>', '1 2'],
    ['captions', '<p>a</p><figure><img src="x"><figcaption>left out</figcaption></figure><p>b</p>', 'a b'],
    ['scripts and comments', 'a<script>b</script><!-- wp:x -->c<style>d</style>', 'ac'],
    ['what is kept', 'a\u200bb c&shy;d e&nbsp;f', 'a\u200bb c\u00add e\u00a0f'],
    ['nothing', ' <p> </p>\n', ''],
  ])('is %s', (_what, html, text) => {
    expect(outline(html).text).toBe(text);
  });

  it('has its words counted, those of captions too', () => {
    const html = '<p>One two</p><figure><img src="x" alt="no"><figcaption>three four</figcaption></figure><p>five</p>';
    expect(outline(html).words).toBe(5);
  });
});

describe('the headings of a body', () => {
  it('are those with a text, with level and anchor', () => {
    const html =
      '<h2 class="x" id="one">Day <em>one</em></h2><H3>a &amp; b</H3><h4 id="">c</h4><h2> <img src="x"></h2><h5>open<h6 id=\'s\'>last';
    expect(outline(html).headings).toEqual([
      { level: 2, text: 'Day one', anchor: 'one' },
      { level: 3, text: 'a & b', anchor: null },
      { level: 4, text: 'c', anchor: null },
      { level: 5, text: 'open', anchor: null },
      { level: 6, text: 'last', anchor: 's' },
    ]);
  });

  it('are none in what is not read', () => {
    expect(outline('<template><h2>a</h2></template><!-- <h2>b</h2> -->').headings).toEqual([]);
  });
});

describe('the images of a body', () => {
  it('have what their elements say', () => {
    const html =
      '<img src="/a.jpg?x=1&amp;y=2" alt="" width="300" height=200 class="alignleft wp-image-7 size-medium">' +
      '<img alt="two" src="b.jpg" width="100%" height="0" data-id="9" class="not-wp-image-3x"><img alt="no source">';
    expect(outline(html).images).toEqual([
      { ...image, src: '/a.jpg?x=1&y=2', alt: '', width: 300, height: 200, mediaId: 7 },
      { ...image, src: 'b.jpg', alt: 'two', mediaId: 9 },
    ]);
  });

  it('are there when they are loaded late', () => {
    const late = '<img src="data:image/gif;base64,R0" data-src="real.jpg"><img data-lazy-src="other.jpg">';
    const html = `${late}<noscript><img src="real.jpg"></noscript><img src="data:image/png;base64,AA">`;
    expect(outline(html).images.map(({ src }) => src)).toEqual(['real.jpg', 'other.jpg']);
  });

  it.each([
    ['of a figure', '<figure><a href="x"><img src="1"></a><figcaption>A <b>bend</b></figcaption></figure>', ['A bend']],
    ['ahead of the image', '<figure><figcaption>A</figcaption><img src="1"></figure><img src="2">', ['A', null]],
    [
      'of each image of a gallery, not that of the gallery',
      '<figure><figure><img src="1"><figcaption>A</figcaption></figure><figure><img src="2"></figure><figcaption>G</figcaption></figure>',
      ['A', null],
    ],
    [
      'in themes of old',
      '<div class="wp-caption"><img src="1"><p class="wp-caption-text">A</p></div><p>x</p><img src="2">',
      ['A', null],
    ],
    ['that nothing ends', '<figure><img src="1"><figcaption>A', ['A']],
    ['of nothing', '<figcaption>A</figcaption><img src="1">', [null]],
    ['that is empty', '<figure><img src="1"><figcaption> </figcaption></figure>', [null]],
  ])('have captions: one %s', (_what, html, captions) => {
    expect(outline(html).images.map(({ caption }) => caption)).toEqual(captions);
  });
});

describe('the links of a body', () => {
  it('are those that lead somewhere', () => {
    const html =
      '<a href=" /a/?b=1&amp;c " rel="nofollow noopener">the <b>one</b></a><a name="x">mark</a><a href="">none</a>' +
      '<a href="#n"><img src="y"></a><map><area href="z" alt="there"></map><a href="/open">open<a href="/last" href="/no">last';
    expect(outline(html).links).toEqual([
      { href: '/a/?b=1&c', text: 'the one', rel: 'nofollow noopener' },
      { href: '#n', text: '', rel: null },
      { href: 'z', text: 'there', rel: null },
      { href: '/open', text: 'open', rel: null },
      { href: '/last', text: 'last', rel: null },
    ]);
  });
});

describe('an outline', () => {
  it('is the same however its HTML is cut into pieces', () => {
    const html =
      '<h2 id="a">b &amp; c</h2><a href="/x?y&amp;z">t</a><figure><img src="i.jpg" class="wp-image-5"><figcaption>d</figcaption></figure>e';
    const whole = outline(html);
    for (let padding = 16_384 - html.length; padding < 16_384; padding++) {
      const found = outline(`<p>${'x'.repeat(padding)}</p>${html}`);
      expect({ ...found, text: '', words: 0 }).toEqual({ ...whole, text: '', words: 0 });
      expect(found.words).toBe(whole.words + 1);
    }
  });
});

/** Shapes that could make a reader work more than in proportion to their length. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['figures in figures', (n) => '<figure><img src="a">'.repeat(n / 21)],
  ['a figure of many images and captions', (n) => `<figure>${'<img src="a">'.repeat(n / 13)}<figcaption>b`],
  ['headings in links in headings', (n) => '<h2><a href="a">b'.repeat(n / 18)],
  ['captions', (n) => '<figcaption>a'.repeat(n / 13)],
  ['one long word', (n) => 'a'.repeat(n)],
  ['one long run of signs', (n) => '漢'.repeat(n)],
  ['a long address', (n) => `<a href="${'a'.repeat(n)}">b`],
  ['many attributes', (n) => `<img ${'src="b" '.repeat(n / 8)}>c`],
  ['entities', (n) => '&amp;&#x41;&nope;&#'.repeat(n / 20)],
];

describe('the work for an outline', () => {
  it.each(hostile)('goes with the length of the body: %s', (_what, htmlOf) => {
    const [short = 0, long = 0] = [20_000, 1_000_000].map((length) => {
      const html = htmlOf(length);
      const began = performance.now();
      let pieces = 0;
      const reader = new OutlineReader(html);
      while (reader.readOn()) pieces++;
      const { text, headings, images, links } = reader.result;
      expect(performance.now() - began).toBeLessThan(20_000);
      expect(text.length + headings.length + images.length + links.length).toBeLessThanOrEqual(html.length);
      return pieces;
    });
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThanOrEqual(60 * (short + 5));
  });
});
