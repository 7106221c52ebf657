import { expect, it } from 'vitest';
import { readHeadTags } from '../../src/wordpress/head-tags.ts';

it('reads the tags of a head as parts, under the names that Yoast SEO has for them', () => {
  const parts = readHeadTags(`
<!-- Search Engine Optimization by Rank Math -->
<title>Plums &amp; &quot;pears&quot; - Harbour</title>
<meta name="description" content="A&nbsp;year&#039;s last plum"/>
<meta name="robots" content="follow, index, max-snippet:-1"/>
<link rel="canonical" href="https://site.test/?p=1&#038;lang=de" />
<meta property="og:locale" content="en_GB" />
<meta property="og:type" content="article" />
<meta property="article:published_time" content="2024-05-16T16:00:28+01:00" />
<meta property="og:image" content="https://site.test/one.jpg" />
<meta property="og:image:secure_url" content="https://site.test/one.jpg" />
<meta property="og:image:width" content="1200" />
<meta property="og:image:alt" content="A plum" />
<meta property="og:image" content="https://site.test/two.jpg" />
<meta name="twitter:card" content="summary_large_image" />
<meta name="twitter:label1" content="Written by" />
<script type="application/ld+json" class="rank-math-schema">{"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"</b> &amp; so"}]}</script>
<!-- /Rank Math WordPress SEO plugin -->`);
  expect(parts).toEqual({
    title: 'Plums & "pears" - Harbour',
    description: "A\u00a0year's last plum",
    robots: 'follow, index, max-snippet:-1',
    canonical: 'https://site.test/?p=1&lang=de',
    og_locale: 'en_GB',
    og_type: 'article',
    article_published_time: '2024-05-16T16:00:28+01:00',
    og_image_secure_url: 'https://site.test/one.jpg',
    og_image: [
      { url: 'https://site.test/one.jpg', width: '1200', alt: 'A plum' },
      { url: 'https://site.test/two.jpg' },
    ],
    twitter_card: 'summary_large_image',
    twitter_label1: 'Written by',
    schema: { '@context': 'https://schema.org', '@graph': [{ '@type': 'Article', headline: '</b> &amp; so' }] },
  });
});

it('gives no names but those of heads, and nothing for what is broken', () => {
  const parts = readHeadTags(
    '<meta name="__proto__" content="x"><meta property="og:__proto__" content="y"><meta property="og:image:width" content="3"><script type="application/ld+json">{"a":</script><title>one</title><title>two</title><meta name="keywords" content="k"><p>body',
  );
  expect(parts).toEqual({ og___proto__: 'y', title: 'one' });
  expect(readHeadTags('')).toEqual({});
});

it('keeps several documents of JSON-LD beside one another', () => {
  const script = (type: string) => `<script type="application/ld+json">{"@type":"${type}"}</script>`;
  expect(readHeadTags(script('A') + script('B'))).toEqual({ schema: [{ '@type': 'A' }, { '@type': 'B' }] });
});
