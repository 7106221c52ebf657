/**
 * What carries a term, or is by an author, of several types in one list: what it gives, and what it costs.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDialect } from '../../../src/dialects/pressgraph/schema.ts';
import { type Layers, openLayers } from '../../../src/layers.ts';
import { serveGraph } from '../../../src/served-schemas.ts';
import type { Entrance } from '../../../src/server/entrance.ts';
import { everything } from '../../../src/store/change.ts';
import { shifted } from '../../../src/wordpress/seconds.ts';
import { type RestRow, restCollection } from '../../support/rest-collection.ts';
import { scriptedSite, standardTaxonomies, standardTypes, text } from '../../support/scripted-site.ts';
import { showDocuments, strictRecord } from '../../support/strict-record.ts';

const own = { rest_namespace: 'wp/v2', hierarchical: false, taxonomies: ['genre'] };
const types = {
  ...standardTypes,
  book: { ...own, name: 'Books', rest_base: 'library' },
  film: { ...own, name: 'Films', rest_base: 'films', taxonomies: [] },
};
const genreTaxonomy = { name: 'Genres', rest_base: 'kinds', rest_namespace: 'wp/v2', hierarchical: true };
const taxonomies = { ...standardTaxonomies, genre: { ...genreTaxonomy, types: ['post', 'book'] } };

const at = (second: number) => shifted('2026-01-01T00:00:00', second);
/** Seven documents a genre, alternately of a type, two of each second. */
const genreIds = Array.from({ length: 10 }, (_, index) => index + 1);
const documents: (RestRow & { date: string })[] = Array.from({ length: 70 }, (_, index) => ({
  id: 100 + index,
  type: index % 2 === 0 ? 'post' : 'book',
  date: at(Math.floor(index / 2)),
  modified: at(100 - Math.floor(index / 2)),
  title: { rendered: `Title ${index}` },
  author: 1 + (index % 3),
  featured_media: 900 + (index % 4),
  menu_order: index,
  kinds: [1 + Math.floor(index / 7)],
  ...(index % 2 === 0 && { sticky: index === 0 }),
}));
const ofType = (type: string) => documents.filter((document) => document.type === type);
const comments = documents.map(({ id, date }) => ({ id: id + 1_000, post: id, date, author_name: `Reader of ${id}` }));
const genres = genreIds.map((id) => ({ id, name: `Genre ${id}`, parent: id === 1 ? 0 : 1, count: 7 }));

const newestFirst = (of: readonly (RestRow & { date: string })[]) =>
  [...of].sort((one, other) => (one.date === other.date ? other.id - one.id : one.date < other.date ? 1 : -1));
const idsOfGenre = (genre: number) =>
  newestFirst(documents.filter(({ kinds }) => (kinds as number[]).includes(genre))).map(({ id }) => id);

let layers: Layers;
let entrance: Entrance;
let requests: { readonly route: string; readonly fields: string[] | undefined }[] = [];
/** Routes that fail. */
let broken: readonly string[] = [];

beforeAll(async () => {
  const site = scriptedSite(({ route, query }) => {
    requests.push({ route, fields: query.get('_fields')?.split(',').sort() });
    if (broken.includes(route)) return text('<html>Fatal error</html>', 503);
    const includes = (term: number) =>
      genres.filter(({ id, parent }) => id === term || parent === term).map(({ id }) => id);
    if (route === '/wp/v2/types') return { json: types };
    if (route === '/wp/v2/taxonomies') return { json: taxonomies };
    if (route === '/wp/v2/posts') return restCollection(ofType('post'), query, includes);
    if (route === '/wp/v2/library') return restCollection(ofType('book'), query, includes);
    if (route === '/wp/v2/kinds') return restCollection(genres, query);
    if (route === '/wp/v2/categories') return restCollection([{ id: 1, name: 'None', count: 0 }], query);
    if (route === '/wp/v2/comments') return restCollection(comments, query);
    if (route === '/wp/v2/users')
      return restCollection(
        [1, 2, 3].map((id) => ({ id, name: `Author ${id}` })),
        query,
      );
    if (route === '/wp/v2/media')
      return restCollection(
        [0, 1, 2, 3].map((index) => ({ id: 900 + index, source_url: `https://site.test/${index}.jpg` })),
        query,
      );
    return undefined;
  });
  layers = await openLayers({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
  const plurals = { book: { plural: 'books' }, genre: { plural: 'genres' } };
  const { schema } = createDialect({ types: plurals }).build(layers.site);
  entrance = serveGraph(layers, schema);
  showDocuments(schema, strictRecord);
});
beforeEach(() => {
  layers.changes.announce(everything);
  broken = [];
});
afterAll(() => layers.close());

interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests name the shape where they look at it.
  readonly data: any;
  readonly errors?: readonly { readonly path: unknown; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function run(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
  requests = [];
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json' };
  const response = await entrance.fetch(new Request('http://gateway.test/graphql', { method: 'POST', headers, body }));
  return (await response.json()) as Answer;
}

async function ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer['data']> {
  const { data, errors } = await run(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const routes = () => requests.map(({ route }) => route).sort();
const idsOf = ({ nodes }: { nodes: { databaseId: number }[] }) => nodes.map(({ databaseId }) => databaseId);

describe('the contents of a term', () => {
  it('are those of all types that its taxonomy sorts, by date, and those of many terms take one request a type', async () => {
    const query =
      '{ genres(first: 10) { nodes { databaseId contents(first: 5) { nodes { __typename databaseId } } } } }';
    const found = await ask(query);
    expect(found.genres.nodes).toHaveLength(10);
    for (const { databaseId, contents } of found.genres.nodes) {
      expect(idsOf(contents)).toEqual(idsOfGenre(databaseId).slice(0, 5));
      for (const { __typename, databaseId: id } of contents.nodes)
        expect(__typename).toBe(id % 2 === 0 ? 'Post' : 'Book');
    }
    expect(routes()).toEqual(['/wp/v2/kinds', '/wp/v2/library', '/wp/v2/posts']);
  });

  it.each([
    ['forward', 'first: 2, after: $cursor', 'hasNextPage', 'endCursor'],
    ['backward', 'last: 2, before: $cursor', 'hasPreviousPage', 'startCursor'],
  ])('are gone through %s, each once', async (direction, place, more, next) => {
    const query = `query ($cursor: String) {
      genre(by: { databaseId: 3 }) { contents(${place}) {
        totalCount nodes { databaseId } pageInfo { ${more} cursor: ${next} } edges { cursor }
      } }
    }`;
    const pages: number[][] = [];
    let cursor: string | null = null;
    for (let turn = 0; turn < 4; turn++) {
      const { contents }: Answer['data'] = (await ask(query, { cursor })).genre;
      pages.push(idsOf(contents));
      expect(contents.totalCount).toBe(7);
      expect(contents.pageInfo[more]).toBe(turn < 3);
      cursor = contents.pageInfo.cursor;
      expect(contents.edges.map((edge: { cursor: string }) => edge.cursor)).toContain(cursor);
    }
    expect((direction === 'backward' ? pages.reverse() : pages).flat()).toEqual(idsOfGenre(3));
  });

  it('are ordered by their last change as well, in either direction', async () => {
    const contents = (direction: string) =>
      `contents(orderBy: { field: MODIFIED, direction: ${direction} }) { nodes { databaseId } }`;
    const { genre } = await ask(
      `{ genre(by: { databaseId: 4 }) { asc: ${contents('ASC')} desc: ${contents('DESC')} } }`,
    );
    expect(idsOf(genre.desc)).toEqual([...idsOf(genre.asc)].reverse());
    const dates = idsOf(genre.asc).map((id) => documents.find((document) => document.id === id)?.modified);
    expect(dates).toEqual([...dates].sort());
    expect(dates).toHaveLength(7);
  });

  it('are of its descendants, too, where these are to count', async () => {
    const query =
      '{ genre(by: { databaseId: 1 }) { contents(first: 100, includeChildren: true) { totalCount nodes { databaseId } } } }';
    const { contents } = (await ask(query)).genre;
    expect(contents.totalCount).toBe(70);
    expect(idsOf(contents)).toEqual(newestFirst(documents).map(({ id }) => id));
  });

  it('ask of each type only what is read of it', async () => {
    await ask(`{ genre(by: { databaseId: 5 }) { contents { nodes {
      ... on Content { title }
      ... on Book { link }
      ... on Post { sticky }
      ... on Page { template }
    } } } }`);
    const fieldsOf = (path: string) => requests.flatMap(({ route, fields }) => (route === path ? [fields] : []));
    expect(fieldsOf('/wp/v2/posts')).toEqual([['date', 'id', 'status', 'sticky', 'title', 'type']]);
    expect(fieldsOf('/wp/v2/library')).toEqual([['date', 'id', 'link', 'status', 'title', 'type']]);
    expect(routes()).toEqual(['/wp/v2/kinds', '/wp/v2/library', '/wp/v2/posts']);
  });

  it('take one request each for what documents of all types lead to', async () => {
    await ask(`{ genres(first: 10) { nodes { contents(first: 5) { nodes {
      title author { name } featuredMedia { sourceUrl } comments(first: 2) { nodes { authorName } }
    } } } } }`);
    expect(routes()).toEqual([
      '/wp/v2/comments',
      '/wp/v2/kinds',
      '/wp/v2/library',
      '/wp/v2/media',
      '/wp/v2/posts',
      '/wp/v2/users',
    ]);
  });

  it('are of no type that its taxonomy does not sort: WordPress would give all of that', async () => {
    const { category } = await ask(
      '{ category(by: { databaseId: 1 }) { contents { totalCount nodes { __typename } } } }',
    );
    expect(category.contents).toEqual({ totalCount: 0, nodes: [] });
    expect(routes()).toEqual(['/wp/v2/categories', '/wp/v2/posts']);
  });
});

describe('the contents of an author', () => {
  it('are all that an author wrote, by date, and those of many take one request a type', async () => {
    const query = '{ authors { nodes { databaseId contents(first: 100) { totalCount nodes { databaseId } } } } }';
    const { authors } = await ask(query);
    expect(authors.nodes).toHaveLength(3);
    for (const { databaseId, contents } of authors.nodes) {
      const written = newestFirst(documents.filter(({ author }) => author === databaseId));
      expect([contents.totalCount, idsOf(contents)]).toEqual([written.length, written.map(({ id }) => id)]);
    }
    const lists = ['/wp/v2/films', '/wp/v2/library', '/wp/v2/pages', '/wp/v2/posts'];
    expect(routes()).toEqual([...lists, '/wp/v2/users'].sort());
  });
});

describe('where one of the types cannot be had', () => {
  const query = '{ genre(by: { databaseId: 3 }) { contents(first: 3) { totalCount nodes { databaseId } } } }';

  it('it is left out, and told of', async () => {
    broken = ['/wp/v2/library'];
    const { data, errors } = await run(query);
    const posts = idsOfGenre(3).filter((id) => id % 2 === 0);
    expect(data.genre.contents).toEqual({
      totalCount: null,
      nodes: posts.slice(0, 3).map((databaseId) => ({ databaseId })),
    });
    expect(errors).toMatchObject([
      { path: ['genre', 'contents'], extensions: { code: 'UPSTREAM_UNAVAILABLE', route: '/wp/v2/library' } },
    ]);
  });

  it('the error of one is that of all where none can be had', async () => {
    broken = ['/wp/v2/library', '/wp/v2/posts'];
    const { data, errors } = await run(query);
    expect(data.genre).toEqual({ contents: null });
    expect(errors).toMatchObject([{ path: ['genre', 'contents'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  });
});

describe('arguments', () => {
  const contents = (args: string) =>
    run(`{ genre(by: { databaseId: 3 }) { contents(${args}) { nodes { databaseId } } } }`);

  it.each([
    'x',
    'W10',
    Buffer.from('["date",{}]').toString('base64url'),
    Buffer.from('["date",5]').toString('base64url'),
  ])('the cursor %s is refused, and names its argument', async (cursor) => {
    const { data, errors } = await contents(`first: 2, after: "${cursor}"`);
    expect(data.genre.contents).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining('"after"'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(routes()).not.toContain('/wp/v2/posts');
  });

  it('a cursor of the list of one type is a place in that of all', async () => {
    const query = '{ genre(by: { databaseId: 3 }) { posts(first: 1) { edges { cursor node { databaseId } } } } }';
    const [{ cursor, node }] = (await ask(query)).genre.posts.edges;
    const { data } = await contents(`after: "${cursor}"`);
    const all = idsOfGenre(3);
    expect(idsOf(data.genre.contents)).toEqual(all.slice(all.indexOf(node.databaseId) + 1));
  });
});
