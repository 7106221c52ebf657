import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDialect } from '../../../src/dialects/pressgraph/schema.ts';
import { type Layers, openLayers } from '../../../src/layers.ts';
import { serveGraph } from '../../../src/served-schemas.ts';
import type { Entrance } from '../../../src/server/entrance.ts';
import { everything } from '../../../src/store/change.ts';
import { list, type Script, scriptedSite, standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';
import { showDocuments, strictRecord } from '../../support/strict-record.ts';

const types = {
  ...standardTypes,
  book: { name: 'Books', rest_base: 'library', rest_namespace: 'shop/v1', hierarchical: true, taxonomies: ['genre'] },
};
const taxonomies = {
  ...standardTaxonomies,
  genre: { name: 'Genres', rest_base: 'kinds', rest_namespace: 'wp/v2', hierarchical: true, types: ['book'] },
};

const at = (id: number) => `2024-05-0${id}T10:00:00`;
const book = (id: number, parent: number, kinds: number[]) => ({
  id,
  parent,
  kinds,
  slug: `book-${id}`,
  type: 'book',
  title: { rendered: `Book ${id}` },
  content: { rendered: `<p>Text ${id}</p>`, protected: false },
  author: 3,
  menu_order: id,
  date: at(id),
  modified: at(id),
  link: `https://site.test/library/book-${id}/`,
});
/** The newest first, as WordPress lists them. */
const books = [book(3, 2, []), book(2, 1, [8]), book(1, 0, [7, 8])];
const genre = (id: number, parent: number) => ({
  id,
  parent,
  name: `Genre ${id}`,
  slug: `genre-${id}`,
  taxonomy: 'genre',
  count: books.filter(({ kinds }) => kinds.includes(id)).length,
});
const genres = [genre(7, 0), genre(8, 7)];

/** Answers a collection as WordPress does, as far as it is asked here. */
function rows(documents: readonly (Record<string, unknown> & { id: number })[], query: URLSearchParams) {
  const wanted = (name: string) => query.get(name)?.split(',').map(Number);
  const holds = (value: unknown, ids: readonly number[] | undefined) =>
    !ids || (Array.isArray(value) ? value : [value]).some((one) => ids.includes(one as number));
  return list(
    documents.filter(
      (document) =>
        holds(document.id, wanted('include')) &&
        holds(document.kinds, wanted('kinds')) &&
        holds(document.parent, wanted('parent')) &&
        (!query.has('slug') || query.get('slug')?.split(',').includes(String(document.slug))),
    ),
  );
}

const script: Script = ({ route, query }) => {
  if (route === '/wp/v2/types') return { json: types };
  if (route === '/wp/v2/taxonomies') return { json: taxonomies };
  if (route === '/shop/v1/library') return rows(books, query);
  if (route === '/wp/v2/kinds') return rows(genres, query);
  if (route === '/wp/v2/users') return list([{ id: 3, name: 'Ada' }]);
  if (route === '/wp/v2/comments') {
    const link = { href: 'https://site.test/wp-json/shop/v1/library/2', embeddable: true, post_type: 'book' };
    return list([{ id: 5, post: 2, date: at(1), date_gmt: at(1), _links: { up: [link] } }]);
  }
  return undefined;
};

describe('a type of the site, of which only the names are said', () => {
  let layers: Layers;
  let entrance: Entrance;
  let routes: string[] = [];

  beforeAll(async () => {
    const site = scriptedSite((place) => {
      routes.push(place.route);
      return script(place);
    });
    layers = await openLayers({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
    const { schema } = createDialect({ types: { book: { plural: 'books' }, genre: { plural: 'genres' } } }).build(
      layers.site,
    );
    entrance = serveGraph(layers, schema);
    showDocuments(schema, strictRecord);
  });
  beforeEach(() => {
    layers.changes.announce(everything);
    routes = [];
  });
  afterAll(() => layers.close());

  async function ask(query: string): Promise<unknown> {
    const body = JSON.stringify({ query });
    const headers = { 'content-type': 'application/json' };
    const response = await entrance.fetch(
      new Request('http://gateway.test/graphql', { method: 'POST', headers, body }),
    );
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  it('is spoken of by its own words', async () => {
    const query = '{ __type(name: "BookOrderField") { enumValues { name description } } }';
    const { __type } = (await ask(query)) as { __type: { enumValues: unknown[] } };
    expect(__type.enumValues).toContainEqual({
      name: 'MENU_ORDER',
      description: 'By the order that editors gave the books.',
    });
  });

  it('has a list, with what all content has', async () => {
    const query =
      '{ books(first: 2) { nodes { databaseId title(format: TEXT) menuOrder content author { name } contentType { name } } } }';
    const node = (id: number) => ({
      databaseId: id,
      title: `Book ${id}`,
      menuOrder: id,
      content: `<p>Text ${id}</p>`,
      author: { name: 'Ada' },
      contentType: { name: 'book' },
    });
    expect(await ask(query)).toEqual({ books: { nodes: [node(3), node(2)] } });
    expect(new Set(routes)).toEqual(new Set(['/shop/v1/library', '/wp/v2/users']));
  });

  it('is looked up by id, slug, address, and global id', async () => {
    const { book: found } = (await ask('{ book(by: { databaseId: 2 }) { id } }')) as { book: { id: string } };
    expect(
      await ask(`{
        id: book(by: { id: "${found.id}" }) { databaseId }
        slug: book(by: { slug: "book-2" }) { databaseId }
        uri: book(by: { uri: "/library/book-2/" }) { databaseId }
        node(id: "${found.id}") { __typename ... on Content { slug } ... on Book { parent { databaseId } } }
        none: book(by: { databaseId: 99 }) { databaseId }
        post(by: { id: "${found.id}" }) { databaseId }
      }`),
    ).toEqual({
      id: { databaseId: 2 },
      slug: { databaseId: 2 },
      uri: { databaseId: 2 },
      node: { __typename: 'Book', slug: 'book-2', parent: { databaseId: 1 } },
      none: null,
      post: null,
    });
  });

  it('has its terms, and the terms have it, under the names that the site gives them', async () => {
    const query =
      '{ books { nodes { databaseId genres { name parent { name } } } } genres { nodes { name books { nodes { databaseId } } posts { nodes { id } } children { nodes { name } } } } }';
    const { books: found, genres: kinds } = (await ask(query)) as { books: { nodes: unknown[] }; genres: unknown };
    const eight = { name: 'Genre 8', parent: { name: 'Genre 7' } };
    expect(found.nodes).toContainEqual({ databaseId: 1, genres: [{ name: 'Genre 7', parent: null }, eight] });
    expect(found.nodes).toContainEqual({ databaseId: 2, genres: [eight] });
    expect(kinds).toEqual({
      nodes: [
        {
          name: 'Genre 7',
          books: { nodes: [{ databaseId: 1 }] },
          posts: { nodes: [] },
          children: { nodes: [{ name: 'Genre 8' }] },
        },
        {
          name: 'Genre 8',
          books: { nodes: [{ databaseId: 2 }, { databaseId: 1 }] },
          posts: { nodes: [] },
          children: { nodes: [] },
        },
      ],
    });
    // No post has a genre, which WordPress would not say: it takes a filter that it does not know for none.
    expect(routes).not.toContain('/wp/v2/posts');
  });

  it('is what its author wrote', async () => {
    expect(await ask('{ authors { nodes { name books(first: 2) { totalCount nodes { databaseId } } } } }')).toEqual({
      authors: {
        nodes: [{ name: 'Ada', books: { totalCount: 3, nodes: [{ databaseId: 3 }, { databaseId: 2 }] } }],
      },
    });
  });

  it('is in a tree', async () => {
    const query =
      '{ book(by: { slug: "book-3" }) { parent { databaseId } ancestors { databaseId } children { nodes { databaseId } } } }';
    expect(await ask(query)).toEqual({
      book: { parent: { databaseId: 2 }, ancestors: [{ databaseId: 2 }, { databaseId: 1 }], children: { nodes: [] } },
    });
  });

  it('is filtered by terms, by parents, and in the order that editors gave', async () => {
    const query = `{
      kind: books(where: { genres: { slugs: ["genre-7"] } }) { nodes { databaseId } }
      below: books(where: { parents: [1] }, orderBy: { field: MENU_ORDER }) { nodes { databaseId } }
      top: genres(where: { parent: 0 }) { nodes { name } }
    }`;
    expect(await ask(query)).toEqual({
      kind: { nodes: [{ databaseId: 1 }] },
      below: { nodes: [{ databaseId: 2 }] },
      top: { nodes: [{ name: 'Genre 7' }] },
    });
  });

  it('is what a comment is on', async () => {
    expect(await ask('{ comments { nodes { post { __typename databaseId slug } } } }')).toEqual({
      comments: { nodes: [{ post: { __typename: 'Book', databaseId: 2, slug: 'book-2' } }] },
    });
  });
});
