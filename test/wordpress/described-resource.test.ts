import { describe, expect, it } from 'vitest';
import { describedResource } from '../../src/wordpress/described-resource.ts';
import { coreSite, type Resource, resourcesOf } from '../../src/wordpress/resources.ts';
import { resourceOfType } from '../../src/wordpress/site.ts';

const text = { type: 'string' };
const common = { description: '', restNamespace: 'wp/v2', hasArchive: false, icon: null };
const own = resourcesOf(
  [
    { ...common, name: 'book', label: 'Books', restBase: 'books', hierarchical: false, taxonomies: ['genre', 'shelf'] },
    { ...common, name: 'place', label: 'Places', restBase: 'places', hierarchical: true, taxonomies: [] },
  ],
  ['genre', 'shelf'].map((name) => ({
    ...common,
    name,
    label: name,
    restBase: `${name}s`,
    hierarchical: false,
    types: ['book'],
  })),
);
const of = (type: string, resources: readonly Resource[] = own) => resourceOfType({ resources }, type) as Resource;
const [book, place, post] = [of('book'), of('place'), of('post', coreSite.resources)];

const names = (resource: Resource) => resource.members.map(({ name }) => name);

describe('what documents have', () => {
  const properties = {
    id: {},
    title: {},
    date: {},
    genres: { type: 'array', items: { type: 'integer' } },
    meta: { type: 'object', properties: { subtitle: text, footnotes: text } },
    acf: { type: 'object', properties: [] },
    seo: { type: 'object', properties: { title: text } },
    'shelf-code': text,
    secret: { ...text, context: ['edit'] },
    password: { ...text, context: ['edit'] },
    'a.b': text,
    'a b': text,
    'a,b': text,
  };

  it('is what the schema of a type of the site’s own says, so that nothing else is asked for', () => {
    const described = describedResource(book, { properties });
    expect(described.properties.paths).toEqual(
      ['_links', 'acf', 'date', 'genres', 'id', 'meta', 'seo', 'shelf-code', 'title'].sort(),
    );
    expect(names(described)).toEqual(['meta', 'acf', 'seo', 'shelf-code']);
  });

  it('is what core promises, and what the site has added to it', () => {
    const described = describedResource(post, { properties });
    expect(described.properties.paths).toEqual([...post.properties.paths, 'acf', 'genres', 'seo', 'shelf-code'].sort());
    expect(names(described)).toEqual(['genres', 'meta', 'acf', 'seo', 'shelf-code']);
  });

  it('leaves custom fields that WordPress registers for its own editor, and none at all, to JSON', () => {
    const members = (registered: object) =>
      names(describedResource(post, { properties: { meta: { type: 'object', properties: registered } } }));
    expect(members({ footnotes: text })).toEqual([]);
    expect(members([])).toEqual([]);
    expect(members({ _wp_note_status: text, mood: text })).toEqual(['meta']);
  });

  it('is what most types have where a schema names no id: it is not that of documents', () => {
    for (const properties of [{}, { seo: text }]) {
      const described = describedResource(book, { properties });
      expect(described.properties.paths).toEqual([...book.properties.paths, ...Object.keys(properties)].sort());
    }
  });

  it('is what most types have where nothing says what', () => {
    expect(describedResource(book, {})).toEqual(book);
  });

  it('has a parent of core’s where a type is a tree, else of the site’s own', () => {
    const properties = { id: {}, parent: { type: 'integer' } };
    expect(names(describedResource(place, { properties }))).toEqual([]);
    expect(names(describedResource(book, { properties }))).toEqual(['parent']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('may be called %s', (name) => {
    const properties = JSON.parse(`{ "id": {}, "${name}": { "type": "string" } }`);
    const described = describedResource(book, { properties });
    expect(names(described)).toEqual([name]);
    expect(described.properties.has(name)).toBe(true);
  });
});

const paging = { context: {}, page: {}, per_page: { maximum: 100 }, offset: {}, order: {} };
const usual = { ...paging, search: {}, include: {}, slug: {}, orderby: { enum: ['date', 'title', 'loans'] } };

describe('by what a collection is filtered', () => {
  const args = {
    ...usual,
    genres: {},
    genres_exclude: {},
    tax_relation: {},
    ignore_sticky: {},
    format: {},
    who: {},
    _fields: text,
    _embed: text,
    pages_min: { type: 'integer', minimum: 0, maximum: 9_000 },
    'ol.d': text,
  };

  it('is by what it takes, of a type of the site’s own', () => {
    const { filters, orders } = describedResource(book, { arguments: args });
    expect(filters).toEqual(['search', 'include', 'slug', 'format', 'genres', 'genres_exclude', 'tax_relation']);
    expect(orders).toEqual(['date', 'title']);
  });

  it('is by what core promises, of core’s own', () => {
    const { filters, orders } = describedResource(post, { arguments: args });
    expect([filters, orders]).toEqual([post.filters, post.orders]);
  });

  it('is by what a plugin has added as well', () => {
    const pages = { name: 'pages_min', description: '', value: { kind: 'integer', isSmall: true } };
    expect(describedResource(book, { arguments: args }).arguments).toEqual([pages]);
    expect(describedResource(post, { arguments: args }).arguments.map(({ name }) => name)).toEqual([
      'genres',
      'genres_exclude',
      'pages_min',
    ]);
  });

  it('is not by a taxonomy that it does not know: all of its documents would be those of a term', () => {
    const properties = { id: {}, genres: {}, shelfs: { type: 'array', items: { type: 'integer' } } };
    const described = describedResource(book, { arguments: args, properties });
    expect([described.taxonomies, described.sorters]).toEqual([['genre'], ['genres']]);
    expect(names(described)).toEqual(['shelfs']);
  });

  it.each([
    [{}, ['date']],
    [{ orderby: { enum: ['loans'] } }, ['date']],
    [{ orderby: {} }, [...book.orders, 'menu_order']],
  ])('has an order, in which it comes of itself where it names none: %j', (orderby, orders) => {
    expect(describedResource(book, { arguments: { ...paging, ...orderby } }).orders).toEqual(orders);
  });
});

describe('how much of a collection one request may ask for', () => {
  const all = { per_page: { maximum: 100 }, include: {}, slug: {}, offset: {} };
  const whole = { largestPage: 100, batches: { include: true, slug: true }, skips: true };
  const limits = ({ largestPage, batches, skips }: Resource) => ({ largestPage, batches, skips });

  it.each<[object, object]>([
    [all, whole],
    [
      { ...all, per_page: { maximum: 20 } },
      { ...whole, largestPage: 20 },
    ],
    [
      { ...all, per_page: { maximum: '50' } },
      { ...whole, largestPage: 50 },
    ],
    // More than core's hundred at a time is not asked for.
    [{ ...all, per_page: { maximum: 500 } }, whole],
    [{ ...all, per_page: {} }, whole],
    [
      { ...all, per_page: { maximum: 0 } },
      { ...whole, largestPage: 1 },
    ],
    [{ per_page: { maximum: 5 } }, { largestPage: 5, batches: { include: false, slug: false }, skips: false }],
  ])('is what its arguments say: %j', (args, expected) => {
    for (const resource of [post, book]) {
      expect(limits(describedResource(resource, { arguments: JSON.parse(JSON.stringify(args)) }))).toEqual(expected);
    }
  });

  it.each([{}, { context: {} }])('is what core allows, of core’s own, where these were taken away: %j', (args) => {
    expect(describedResource(post, { arguments: args })).toEqual(post);
    expect(limits(describedResource(book, { arguments: args })).batches).toEqual({ include: false, slug: false });
  });
});
