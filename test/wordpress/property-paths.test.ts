import { describe, expect, it } from 'vitest';
import type { FamilyName } from '../../src/wordpress/families.ts';
import { askedPath } from '../../src/wordpress/property-paths.ts';

describe('the path by which WordPress is asked for a value', () => {
  it.each([
    ['content', ['cmb2'], 'cmb2'],
    ['content', ['acf', 'hero', 'title'], 'acf.hero.title'],
    ['content', ['meta', 'a-dash'], 'meta.a-dash'],
    ['content', ['acf', 'rows', '0', 'title'], 'acf.rows'],
    ['content', ['acf', 'a name', 'title'], 'acf'],
    ['content', ['acf', 'hero', 'a,b'], 'acf.hero'],
    ['content', ['meta', 'a.b'], 'meta'],
    ['media', ['acf', 'hero'], 'acf.hero'],
    ['media', ['title', 'rendered'], 'title.rendered'],
    ['media', ['media_details', 'sizes'], 'media_details'],
    ['media', ['caption', 'rendered'], 'caption'],
    ['term', ['meta', 'color'], 'meta'],
    ['user', ['acf', 'hero', 'title'], 'acf'],
    ['comment', ['content', 'rendered'], 'content'],
  ] as [FamilyName, string[], string][])('of %s: %j is %s', (family, names, asked) => {
    expect(askedPath(family, names)).toBe(asked);
  });
});
