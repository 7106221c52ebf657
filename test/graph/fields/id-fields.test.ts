import { GraphQLList, type GraphQLObjectType, type GraphQLOutputType } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { coreNames } from '../../../src/dialects/pressgraph/names.ts';
import { createDialect } from '../../../src/dialects/pressgraph/schema.ts';
import { serveGraph } from '../../../src/gateway.ts';
import type { GraphContext } from '../../../src/graph/context.ts';
import { type IdField, type IdLead, idLeads } from '../../../src/graph/fields/id-fields.ts';
import type { GraphNode } from '../../../src/graph/node.ts';
import { Registry } from '../../../src/graph/registry.ts';
import { type Layers, openLayers } from '../../../src/layers.ts';
import type { Resource } from '../../../src/wordpress/resources.ts';
import { resourceOfType } from '../../../src/wordpress/site.ts';
import type { MemberSchema, ValueSchema } from '../../../src/wordpress/value-schema.ts';
import { readMember } from '../../../src/wordpress/values.ts';
import type { GraphResult } from '../../support/graph.ts';
import { list, scriptedSite, standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';
import { showDocuments, strictRecord } from '../../support/strict-record.ts';

const named = (type: string, one: string, many: string) => ({
  type,
  one,
  many,
  words: { one, many },
  description: `${type}.`,
});
const names = {
  ...coreNames,
  book: named('Book', 'book', 'books'),
  event: named('Event', 'event', 'events'),
  genre: named('Genre', 'genre', 'genres'),
};

const member = (name: string, value: ValueSchema): MemberSchema => ({ name, description: '', value });
const one: ValueSchema = { kind: 'ids', isOne: true };
const many: ValueSchema = { kind: 'ids', isOne: false };
const whole: ValueSchema = { kind: 'integer', isSmall: false };
const acf = [
  member('sequel', one),
  member('editor', one),
  member('related', many),
  member('shelf', one),
  member('cover', whole),
  member('gallery', { kind: 'list', items: { kind: 'number' } }),
  member('hero', { kind: 'object', members: [member('image', whole), member('book', one)] }),
];

/** A row as a site has it. */
interface Row {
  readonly id: number;
  readonly acf?: unknown;
  readonly links?: readonly string[];
  readonly [property: string]: unknown;
}

/** Sites of their own rows by collection; ACF's links as `rel collection/id`, written only where `acf` is asked for. */
async function open(collections: Readonly<Record<string, readonly Row[]>>) {
  let requests: string[] = [];
  const { url, send } = scriptedSite(({ route, query }) => {
    if (route === '/wp/v2/types') return { json: types };
    if (route === '/wp/v2/taxonomies') return { json: taxonomies };
    const rows = collections[route] ?? (route === '/acme/v1/events' ? [] : undefined);
    if (!rows) return undefined;
    const include = query.get('include')?.split(',').map(Number);
    const fields = query.get('_fields')?.split(',') ?? [];
    requests.push(`${route}?${query.get('include') ?? 'all'}`);
    const found = rows.filter(({ id }) => !include || include.includes(id)).slice(0, Number(query.get('per_page')));
    return list(
      found.map(({ links = [], ...row }) => ({
        ...row,
        type: route.slice(7, -1),
        ...(['acf', '_links'].every((name) => fields.some((field) => field.startsWith(name))) && {
          _links: linksOf(links),
        }),
      })),
      rows.length,
    );
  });
  layers = await openLayers({ site: url, send, settings: { pollInterval: 0 } });
  const { resources } = layers.site;
  const book = resourceOfType(layers.site, 'book') as Resource;
  Object.assign(book, {
    members: [member('acf', { kind: 'object', members: acf })],
    properties: book.properties.with('acf'),
  });
  const registry = new Registry(resources.flatMap((each) => [[each, names[each.type as keyof typeof names].type]]));
  const { schema } = createDialect().build(layers.site);
  const lead = idLeads(registry);

  /** Puts a field into the type of books that leads where an id field of it does. */
  function add(name: string, field: Omit<IdField, 'from' | 'reads'>, holds = field.path.at(-1) as string): IdLead {
    const found = lead({ ...field, from: book, reads: ['acf'] });
    if (!found) throw new Error(`${name} leads nowhere.`);
    const node = schema.getType('Node') as GraphQLOutputType;
    const type = schema.getType('Book') as GraphQLObjectType;
    Object.assign(type.getFields(), {
      [name]: {
        name,
        description: '',
        type: found.isOne ? node : new GraphQLList(node),
        args: [],
        extensions: { pressgraph: found.facts },
        resolve: (source: GraphNode, _args: unknown, context: GraphContext, info: never) => {
          const fields = readMember(source.document, 'acf');
          return found.value(
            source,
            readMember(readMember(fields, 'hero'), holds) ?? readMember(fields, holds),
            context,
            info,
          );
        },
      },
    });
    return found;
  }
  for (const { name, value } of acf) if (value.kind !== 'object') add(`${name}Node`, { path: ['acf', name], value });
  add('heroImageNode', { path: ['acf', 'hero', 'image'], value: whole });
  add('heroBookNode', { path: ['acf', 'hero', 'book'], value: one, to: book }, 'book');
  showDocuments(schema, strictRecord);
  const entrance = serveGraph(layers, schema);

  return {
    lead: (field: Omit<IdField, 'from' | 'reads'>, from = book) => lead({ ...field, from, reads: ['acf'] }),
    registry,
    get requests() {
      return requests;
    },
    async ask<Data>(query: string): Promise<Data> {
      requests = [];
      const body = JSON.stringify({ query });
      const headers = { 'content-type': 'application/json' };
      const request = new Request('http://gateway.test/graphql', { method: 'POST', headers, body });
      const { data, errors } = (await (await entrance.fetch(request)).json()) as GraphResult<Data>;
      expect(errors).toBeUndefined();
      return data;
    },
  };
}

let layers: Layers | undefined;
afterEach(() => layers?.close());

const own = { rest_namespace: 'wp/v2', hierarchical: false };
const types = {
  ...standardTypes,
  book: { ...own, name: 'Books', rest_base: 'books', taxonomies: ['genre'] },
  event: { ...own, name: 'Events', rest_base: 'events', rest_namespace: 'acme/v1', taxonomies: [] },
};
const taxonomies = {
  ...standardTaxonomies,
  genre: { ...own, name: 'Genres', rest_base: 'genres', types: ['book'] },
};

function linksOf(links: readonly string[]): unknown {
  const written: Record<string, { href: string }[]> = {};
  for (const link of links) {
    const [rel = '', address] = link.split(' ');
    written[rel] = [...(written[rel] ?? []), { href: `https://site.test/wp-json/wp/v2/${address}` }];
  }
  return links.length === 0 ? [] : written;
}

const title = (id: number, name: string) => ({ id, title: { rendered: name } });

describe('an id in a field of ACF', () => {
  const site = {
    '/wp/v2/posts': [title(7, 'Post 7')],
    '/wp/v2/media': [title(7, 'No media, whatever it says'), title(8, 'Media 8')],
    '/wp/v2/users': [{ id: 7, name: 'User 7' }],
    '/wp/v2/genres': [{ id: 7, name: 'Genre 7' }],
    '/acme/v1/events': [title(20, 'Event 20')],
  };
  const names =
    '... on Post { title } ... on Book { title } ... on Event { title } ... on Media { title } ... on Author { name } ... on Genre { name }';

  /** What books have in fields, by the id of the book. */
  async function fieldsOf(
    { ask }: Pick<Awaited<ReturnType<typeof open>>, 'ask'>,
    selection: string,
  ): Promise<Record<number, unknown>> {
    type Book = { databaseId: number };
    const { books } = await ask<{ books: { nodes: Book[] } }>(
      `{ books(first: 100) { nodes { databaseId ${selection} } } }`,
    );
    return Object.fromEntries(books.nodes.map(({ databaseId, ...book }) => [databaseId, book]));
  }
  const named = `{ __typename ${names} }`;
  const post = (id: number) => ({ __typename: 'Post', title: `Post ${id}` });

  it('leads to what its link says, and one without a link to nothing', async () => {
    const books = [
      { id: 1, acf: { sequel: 7, editor: null }, links: ['acf:post posts/7'] },
      { id: 2, acf: { sequel: 7 }, links: ['acf:term genres/7'] },
      { id: 3, acf: { sequel: 7 }, links: ['acf:user users/7'] },
      { id: 4, acf: { sequel: '8' }, links: ['acf:attachment media/8'] },
      { id: 5, acf: { sequel: 7 }, links: [] },
      { id: 6, acf: { sequel: [1] }, links: ['acf:post books/1'] },
      { id: 7, acf: [], links: [] },
      { id: 8, acf: { sequel: 20 }, links: ['acf:post events/20'] },
      { id: 9, acf: { sequel: 7 }, links: ['acf:post secrets/7'] },
    ];
    const graph = await open({ ...site, '/wp/v2/books': books });
    expect(await fieldsOf(graph, `sequelNode ${named}`)).toEqual({
      1: { sequelNode: post(7) },
      2: { sequelNode: { __typename: 'Genre', name: 'Genre 7' } },
      3: { sequelNode: { __typename: 'Author', name: 'User 7' } },
      4: { sequelNode: { __typename: 'Media', title: 'Media 8' } },
      5: { sequelNode: null },
      6: { sequelNode: { __typename: 'Book', title: null } },
      7: { sequelNode: null },
      8: { sequelNode: { __typename: 'Event', title: 'Event 20' } },
      9: { sequelNode: null },
    });
  });

  it('leads, of many, each to its own: in their order, of several types, without what has gone', async () => {
    const graph = await open({
      ...site,
      '/wp/v2/books': [
        {
          id: 1,
          acf: { related: [20, 99, 7, '2'] },
          links: ['acf:post posts/7', 'acf:post books/2', 'acf:post events/20'],
        },
        { id: 2, acf: { related: [] } },
        { id: 3, acf: { related: null } },
        { id: 4, acf: { related: [7, 99] } },
        { id: 5, acf: { related: 'none' } },
      ],
    });
    const found = await fieldsOf(graph, 'relatedNode { __typename ... on Content { databaseId } }');
    const node = (__typename: string, databaseId: number) => ({ __typename, databaseId });
    expect(found).toEqual({
      1: { relatedNode: [node('Event', 20), node('Post', 7), node('Book', 2)] },
      2: { relatedNode: [] },
      3: { relatedNode: [] },
      4: { relatedNode: null },
      5: { relatedNode: null },
    });
  });

  describe('that stands in two fields', () => {
    const unclear = { id: 1, acf: { sequel: 7, editor: 7 }, links: ['acf:post posts/7', 'acf:user users/7'] };
    const clear = [
      { id: 2, acf: { sequel: 7, editor: null }, links: ['acf:post posts/7'] },
      { id: 3, acf: { sequel: null, editor: 7 }, links: ['acf:user users/7'] },
    ];
    const query = `{ book(by: { databaseId: 1 }) { sequelNode ${named} editorNode ${named} } }`;

    it('leads to what the fields of other documents are told to hold, which are asked for once', async () => {
      const graph = await open({ ...site, '/wp/v2/books': [unclear, ...clear] });
      expect(await graph.ask(query)).toEqual({
        book: { sequelNode: post(7), editorNode: { __typename: 'Author', name: 'User 7' } },
      });
      expect(graph.requests.toSorted()).toEqual([
        '/wp/v2/books?1',
        '/wp/v2/books?all',
        '/wp/v2/posts?7',
        '/wp/v2/users?7',
      ]);
    });

    it('leads nowhere where they do not tell', async () => {
      const graph = await open({ ...site, '/wp/v2/books': [unclear] });
      expect(await graph.ask(query)).toEqual({ book: { sequelNode: null, editorNode: null } });
    });

    it('leads nowhere where they disagree', async () => {
      const other = { id: 4, acf: { sequel: 7 }, links: ['acf:term genres/7'] };
      const graph = await open({ ...site, '/wp/v2/books': [unclear, ...clear, other] });
      const editorNode = { __typename: 'Author', name: 'User 7' };
      expect(await graph.ask(query)).toEqual({ book: { sequelNode: null, editorNode } });
    });

    it('asks no others where there is no link to follow', async () => {
      const graph = await open({ ...site, '/wp/v2/books': [{ id: 1, acf: { sequel: 7, editor: 7 } }, ...clear] });
      expect(await graph.ask(query)).toEqual({ book: { sequelNode: null, editorNode: null } });
      expect(graph.requests).toEqual(['/wp/v2/books?1']);
    });
  });

  it('of an image, a file or a gallery leads to media, without a link, in groups as well', async () => {
    const acf = { cover: 8, gallery: [8, 99, '9'], hero: { image: 9 } };
    const graph = await open({
      ...site,
      '/wp/v2/media': [title(8, 'Media 8'), title(9, 'Media 9')],
      '/wp/v2/books': [
        { id: 1, acf },
        { id: 2, acf: { cover: 99, gallery: false, hero: { image: '' } } },
      ],
    });
    const media = (id: number) => ({ __typename: 'Media', title: `Media ${id}` });
    expect(await fieldsOf(graph, `coverNode ${named} galleryNode ${named} heroImageNode ${named}`)).toEqual({
      1: { coverNode: media(8), galleryNode: [media(8), media(9)], heroImageNode: media(9) },
      2: { coverNode: null, galleryNode: [], heroImageNode: null },
    });
    expect(graph.requests).toEqual(['/wp/v2/books?all', '/wp/v2/media?8,99,9']);
  });

  it('leads where the configuration says, without a link', async () => {
    const graph = await open({ ...site, '/wp/v2/books': [{ id: 1, acf: { hero: { book: 2 } } }, title(2, 'Book 2')] });
    expect(await graph.ask(`{ book(by: { databaseId: 1 }) { heroBookNode ${named} } }`)).toEqual({
      book: { heroBookNode: { __typename: 'Book', title: 'Book 2' } },
    });
  });

  it('of a hundred books costs a request for each type that they lead to, beside those of all else', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => index + 1);
    const graph = await open({
      '/wp/v2/books': ids.map((id) => ({
        ...title(id, `Book ${id}`),
        author: 1 + (id % 7),
        genres: [1 + (id % 9), 11],
        featured_media: 200 + id,
        acf: { cover: 300 + (id % 5), related: [400 + id, 401 + (id % 40)], shelf: 1 + (id % 9) },
        links: [`acf:post posts/${400 + id}`, `acf:post posts/${401 + (id % 40)}`, `acf:term genres/${1 + (id % 9)}`],
      })),
      '/wp/v2/users': ids.map((id) => ({ id, name: `User ${id}` })),
      '/wp/v2/genres': ids.map((id) => ({ id, name: `Genre ${id}` })),
      '/wp/v2/media': ids.flatMap((id) => [title(200 + id, ''), title(300 + id, '')]),
      '/wp/v2/posts': ids.map((id) => title(400 + id, `Post ${400 + id}`)),
    });
    const selection = `title author { name } genres { name } featuredMedia { title } coverNode ${named} relatedNode ${named} shelfNode ${named}`;
    const found = await fieldsOf(graph, selection);
    expect(Object.keys(found)).toHaveLength(100);
    expect(found[50]).toMatchObject({
      relatedNode: [post(450), post(411)],
      shelfNode: { __typename: 'Genre', name: 'Genre 6' },
    });
    const routes = graph.requests.map((request) => request.replace(/\?.*/, ''));
    // Images of a hundred books and their covers are more than one request can ask for.
    expect(routes.toSorted()).toEqual([
      '/wp/v2/books',
      '/wp/v2/genres',
      '/wp/v2/media',
      '/wp/v2/media',
      '/wp/v2/posts',
      '/wp/v2/users',
    ]);
    expect(routes[0]).toBe('/wp/v2/books');
  });
});

describe('a field that leads nowhere', () => {
  it.each<[string, Omit<IdField, 'from' | 'reads'>]>([
    ['an id below a group, which has no link', { path: ['acf', 'hero', 'book'], value: one }],
    ['an id in meta', { path: ['meta', 'related'], value: many }],
    ['a whole number in meta', { path: ['meta', 'pages'], value: whole }],
    ['a number of ACF', { path: ['acf', 'price'], value: { kind: 'number' } }],
    ['all of the fields', { path: ['acf'], value: { kind: 'object', members: acf } }],
  ])('is %s', async (_case, field) => {
    const { lead } = await open({});
    expect(lead(field)).toBeNull();
  });

  it('is a relation of a comment, beside which ACF writes no links', async () => {
    const { lead, registry } = await open({});
    const field = { path: ['acf', 'related'], value: many };
    expect(lead(field, registry.ofType('comment'))).toBeNull();
    expect(lead(field, registry.ofType('user'))).toMatchObject({ to: null, isOne: false });
  });

  it.each<[ValueSchema, boolean]>([
    [one, true],
    [many, false],
    [whole, true],
    [{ kind: 'text' }, true],
    [{ kind: 'list', items: { kind: 'text' } }, false],
    [{ kind: 'json', reason: '' }, false],
  ])('is none where the configuration says to what it leads: %j', async (value, isOne) => {
    const { lead, registry } = await open({});
    const to = registry.ofType('event');
    expect(lead({ path: ['meta', 'related'], value, to })).toMatchObject({ to, isOne, facts: { reads: ['acf'] } });
  });
});
