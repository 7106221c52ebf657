import { describe, expect, it } from 'vitest';
import { buildSchema } from '../src/dialects/pressgraph/schema.ts';
import { inventoryOf } from '../src/dialects/pressgraph/site-inventory.ts';
import { foundLine, reportLines } from '../src/site-report.ts';
import { coreSite } from '../src/wordpress/resources.ts';
import { describedSite } from './support/described-site.ts';

describe('the line at a start', () => {
  it('counts what is of the site, and says what was left out', () => {
    expect(foundLine(describedSite)).toBe(
      '1 type, 1 taxonomy and 5 fields of its own; left out: wp_block, wp_template (is for editors); berth (answers with status 404)',
    );
    expect(foundLine({ ...coreSite, leftOut: [] })).toBe('0 types, 0 taxonomies and 0 fields of its own');
  });

  it('is one line, whatever a site is called by', () => {
    const leftOut = [
      { name: `a\n\u001b[2J${'b'.repeat(1_000)}`, kind: 'type' as const, reason: 'is\rfor <b>editors</b>' },
    ];
    const line = foundLine({ ...coreSite, leftOut });
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(line.length).toBeLessThan(500);
  });
});

describe('what was found, in tables', () => {
  const inventory = inventoryOf(describedSite, buildSchema(describedSite));
  const lines = reportLines(inventory, Number.POSITIVE_INFINITY);
  const cells = lines.map((line) => line.split(/ {2,}/));

  it('has a row for each type, field, filter and what was left out', () => {
    expect(cells).toContainEqual(['SLUG', 'KIND', 'TYPE', 'LOOK-UP', 'LIST', 'FIELDS', 'FILTERS', 'ROUTE']);
    const filters = String(inventory.types.find(({ slug }) => slug === 'book')?.filters.length);
    expect(cells).toContainEqual(['book', 'type', 'Book', 'book', 'books', '5', filters, '/wp/v2/books']);
    expect(lines).toContain('Book, of book');
    expect(cells).toContainEqual(['customFields.pageCount', 'Int', 'meta.page_count']);
    expect(cells).toContainEqual(['where: { pagesMin }', 'SafeInt', '?pages_min']);
    expect(cells).toContainEqual(['berth', 'type', 'answers with status 404']);
    const members = inventory.types.flatMap(({ fields, ownFilters }) => [...fields, ...ownFilters]);
    for (const { rest } of members) expect(cells.some((row) => row[2] === rest || row[2] === `?${rest}`)).toBe(true);
  });

  it('fits a terminal', () => {
    const narrow = reportLines(inventory, 40);
    expect(narrow).toHaveLength(lines.length);
    expect(narrow.filter((line) => line.length > 40)).toEqual([]);
  });
});
