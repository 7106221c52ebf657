import { describe, expect, it } from 'vitest';
import { PlainTextReader } from '../../../src/graph/fields/plain-text.ts';

function plainText(html: string): string {
  const reader = new PlainTextReader(html);
  while (reader.readOn());
  return reader.result;
}

describe('plain text', () => {
  it.each([
    ['paragraphs', '<p>One\n two</p>\n\n<p>Three</p>', 'One two\n\nThree'],
    ['headings', '<h2>Day one</h2><p>Walls</p><h3>Day two</h3>Wood', 'Day one\n\nWalls\n\nDay two\n\nWood'],
    ['line breaks', 'a<br>b<br />c<br><br>d<br>', 'a\nb\nc\n\nd'],
    ['lists', '<p>x</p><ul><li>a</li><li><p>b</p></li><li></li></ul><p>y</p>', 'x\n\n * a\n * b\n\ny'],
    ['numbered lists', '<ol><li>a<li>b</ol><ol start="9"><li>c</li><li>d</li></ol>', ' 1. a\n 2. b\n\n 9. c\n 10. d'],
    ['lists in lists', '<ul><li>a<ul><li>b<br>c</li></ul>d</li><li>e</li></ul>', ' * a\n    * b\n      c\n   d\n * e'],
    ['quotes', '<p>x</p><blockquote><p>a</p><p>b</p></blockquote><p>y</p>', 'x\n\n> a\n>\n> b\n\ny'],
    ['quotes in items', '<ul><li>a<blockquote>b</blockquote></li></ul>', ' * a\n\n   > b'],
    ['tables', '<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2</td></tr></table>x', 'A\tB\n1\t2\n\nx'],
    ['cells that are empty', '<tr><td></td><td>a</td><td></td><td>b</td><td></td></tr><tr><td>c', '\ta\t\tb\nc'],
    ['tables in tables', '<tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr>', 'a\n\nb\tc\n\nd'],
    ['what is preformatted', '<pre>\n  a\n\n    b &lt; c\n</pre>d  e', '  a\n\n    b < c\n\nd e'],
    ['code in it', '<pre class="wp-block-code"><code>if (a) {\n  b\n}</code></pre>', 'if (a) {\n  b\n}'],
    ['links and images', '<a href="https://a.test">here</a> <img src="a.jpg" alt="A"> there', 'here there'],
    ['captions', '<figure><img src="a.jpg"><figcaption>A bend</figcaption></figure><p>x</p>', 'A bend\n\nx'],
    ['rules', 'a<hr>b', 'a\n\n---\n\nb'],
    ['entities', '&amp; &#8217; &hellip; &lt;b&gt; &nope; &copy', '& ’ … <b> &nope; ©'],
    [
      'scripts and the like',
      'a<script>if (a<b) "</b>"</script><style>p{}</style><template><p>x</template><noscript>y</noscript>b',
      'ab',
    ],
    ['elements without content that nothing closes', 'a<script/>b<iframe src="x"></iframe>c', 'abc'],
    ['comments', 'a<!-- wp:paragraph {"a":"<p>"} -->b<!---->c<![CDATA[d]]><?e?>', 'abc'],
    ['inline elements', '<b>bo</b>ld, <i> it</i>alic <span>\n\t</span>and', 'bold, italic and'],
    ['signs that begin no tag', 'a < b, i <3 u & x<1', 'a < b, i <3 u & x<1'],
    ['other white space', 'a\u00a0\u00a0b\u200bc&nbsp;&#8203;d\u3000e', 'a\u00a0\u00a0b\u200bc\u00a0\u200bd\u3000e'],
    ['Khmer, whose words are parted by nothing to see', '<p>ខ្ញុំ\u200bទៅ\u200bផ្សារ</p>', 'ខ្ញុំ\u200bទៅ\u200bផ្សារ'],
    [
      'Thai, Lao and Burmese, as entities and at the ends of elements',
      '<p>ฉัน&#8203;<b>ไป\u200b</b>ตลาด</p><p>ຂ້ອຍ&ZeroWidthSpace;ໄປ</p><li>ကျွန်ုပ်\u200bသွား</li>',
      'ฉัน\u200bไป\u200bตลาด\n\nຂ້ອຍ\u200bໄປ\n\nကျွန်ုပ်\u200bသွား',
    ],
    ['what is not joined', '<p>می\u200cخواهم و می&zwnj;روم</p>', 'می\u200cخواهم و می\u200cروم'],
    [
      'what is joined',
      '<p>👨\u200d👩\u200d👧 🏳\ufe0f&zwj;🌈 क्\u200dष</p>',
      '👨\u200d👩\u200d👧 🏳\ufe0f\u200d🌈 क्\u200dष',
    ],
    [
      'soft hyphens',
      '<p>Donau\u00addampf&shy;schiff \u2060x\ufeff</p><pre>a\u00adb</pre>',
      'Donau\u00addampf\u00adschiff \u2060x\ufeff\n\na\u00adb',
    ],
    ['upper-case tags', '<P>a</P><UL><LI>b</UL>', 'a\n\n * b'],
    ['a tag that does not end', 'a<b', 'a'],
    ['nothing', '<p> \n</p><ul><li></li></ul><br>', ''],
    ['ends of nothing', '</p></ul></blockquote></td></pre></script>a', 'a'],
  ])('of %s', (_what, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('is the same however its HTML is cut into pieces', () => {
    const html =
      '<p>a &amp; b</p><pre>x\n y</pre><ol start="12"><li>one</li></ol><!-- c --><table><tr><td>1<td>2</table>';
    for (let padding = 16_384 - html.length; padding < 16_384; padding++) {
      const text = 'x'.repeat(padding);
      expect(plainText(text + html)).toBe(`${text}\n\n${plainText(html)}`);
    }
  });
});

/** Shapes that made, or could make, a reader work more than in proportion to their length. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ['a column that spans very many', (n) => `<table><tr>${'<td colspan="1000000" rowspan="1000000">a'.repeat(n / 40)}`],
  ['bold text in bold text', (n) => `${'<b>'.repeat(n / 3)}a`],
  ['other ends than beginnings', (n) => `${'<b>'.repeat(n / 8)}a${'</i>'.repeat(n / 8)}`],
  ['quotes in quotes', (n) => `${'<blockquote>a'.repeat(n / 13)}`],
  ['lists in lists', (n) => `${'<ul><li>a'.repeat(n / 9)}`],
  ['quotes in lists in quotes', (n) => '<blockquote><ul><li>a'.repeat(n / 21)],
  ['line breaks in quotes', (n) => `${'<blockquote>'.repeat(9)}a${'<br>'.repeat(n / 4)}b`],
  ['preformatted lines in lists', (n) => `${'<ol><li>'.repeat(9)}<pre>${'\n'.repeat(n)}a`],
  ['tables in tables', (n) => '<table><tr><td>a<td>'.repeat(n / 20)],
  ['rows of different widths', (n) => `<table>${'<tr><td>a'.repeat(n / 20)}<tr>${'<td>b'.repeat(n / 10)}`],
  ['a long cell', (n) => `<table><tr><td>${'a'.repeat(n / 2)}<td>b${'<tr><td>c<td>d'.repeat(n / 28)}`],
  ['rules', (n) => `${'<blockquote>'.repeat(9)}${'<hr>'.repeat(n / 4)}`],
  ['many beginnings', (n) => '<'.repeat(n)],
  ['comments that do not end', (n) => '<!--'.repeat(n / 4)],
  ['a tag of many attributes', (n) => `<p ${'a="b" '.repeat(n / 6)}>c`],
  ['the start of a list', (n) => `<ol start="${'9'.repeat(n)}"><li>a`],
  ['a long name', (n) => `<${'a'.repeat(n)}>b</${'a'.repeat(n)}>`],
  ['templates in templates', (n) => `${'<template>'.repeat(n / 10)}a`],
  ['entities', (n) => '&amp;&#x41;&nope;&#'.repeat(n / 20)],
  ['a number that is no character', (n) => `&#${'9'.repeat(n)};`],
  ['white space', (n) => `<p>${' \n'.repeat(n / 2)}a${' '.repeat(n)}`],
];

describe('the work for a text', () => {
  it.each(hostile)('goes with its length: %s', (_what, htmlOf) => {
    const [short = 0, long = 0] = [20_000, 1_000_000].map((length) => {
      const html = htmlOf(length);
      const text = plainText(html);
      // A line in eight lists and quotes begins with that many marks.
      expect(text.length).toBeLessThanOrEqual(12 * html.length);
      return text.length;
    });
    expect(long).toBeLessThanOrEqual(55 * short + 100);
  });
});
