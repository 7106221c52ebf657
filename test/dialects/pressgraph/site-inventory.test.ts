import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';
import { countFields, inventoryOf } from '../../../src/dialects/pressgraph/site-inventory.ts';
import { coreSite } from '../../../src/wordpress/resources.ts';
import { describedSite } from '../../support/described-site.ts';

const inventory = inventoryOf(describedSite, buildSchema(describedSite));
const found = (slug: string) => inventory.types.find((type) => type.slug === slug);

describe('what was found of a site', () => {
  it('has every type and taxonomy, in the order of the site, with what the graph calls them', () => {
    expect(inventory.root).toBe('https://site.test/wp-json/');
    expect(inventory.types.map(({ slug }) => slug)).toEqual(describedSite.resources.map(({ type }) => type));
    expect(found('post_tag')).toMatchObject({
      kind: 'taxonomy',
      route: '/wp/v2/tags',
      graph: { type: 'Tag', one: 'tag', many: 'tags' },
      fieldCount: 0,
      fields: [],
      ownFilters: [],
    });
    expect(found('genre')).toMatchObject({ kind: 'taxonomy', graph: { type: 'Genre', one: 'genre', many: 'genres' } });
    expect(found('user')).toMatchObject({ kind: 'user', graph: { type: 'Author', one: 'author', many: 'authors' } });
  });

  it("has the fields and filters of a site's own, as WordPress and as the graph has them", () => {
    const book = found('book');
    expect(book).toMatchObject({ kind: 'type', graph: { type: 'Book', one: 'book', many: 'books' }, fieldCount: 5 });
    expect([...(book?.fields ?? [])].sort((one, other) => (one.graph < other.graph ? -1 : 1))).toEqual([
      { rest: 'acf', graph: 'acf', type: 'BookAcf' },
      { rest: 'acf.making', graph: 'acf.making', type: 'BookAcfMaking' },
      { rest: 'acf.making.paper-kind', graph: 'acf.making.paperKind', type: 'String' },
      { rest: 'acf.sequel', graph: 'acf.sequel', type: 'SafeInt' },
      { rest: 'acf.sequel', graph: 'acf.sequelNode', type: 'Node' },
      { rest: 'meta', graph: 'customFields', type: 'BookCustomFields' },
      { rest: 'meta.page_count', graph: 'customFields.pageCount', type: 'Int' },
      { rest: 'meta.related_ids', graph: 'customFields.relatedIds', type: 'JSON' },
      { rest: 'shelf_code', graph: 'shelfCode', type: 'String' },
    ]);
    expect(book?.ownFilters).toEqual([{ rest: 'pages_min', graph: 'pagesMin', type: 'SafeInt' }]);
    expect(book?.filters).toContain('pagesMin');
    expect(book?.filters).toContain('search');
  });

  it('has what was left out, and is plain data', () => {
    expect(inventory.leftOut).toEqual(describedSite.leftOut);
    expect(JSON.parse(JSON.stringify(inventory))).toEqual(inventory);
  });

  it('counts the fields of a site, those of custom fields and of ACF one by one', () => {
    expect(countFields(describedSite.resources)).toBe(5);
    expect(countFields(coreSite.resources)).toBe(0);
  });
});
