import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, type Script, scriptedSite, standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';

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

/** What ACF's fields say of themselves. */
const relation = { type: ['integer', 'array', 'null'], items: { type: 'integer' } };
const one = { ...relation, maxItems: 1 };
const file = { type: ['integer', 'null'] };
const fields = {
  sequel: one,
  editor: one,
  related: relation,
  shelf: one,
  cover: file,
  gallery: { type: ['array', 'null'], items: { type: 'number' } },
  hero: { type: ['object', 'null'], properties: { image: file, book: one } },
  chapters: { type: ['array', 'null'], items: { type: 'object', properties: { picture: file } } },
};
const described = {
  schema: {
    properties: {
      title: { type: 'object' },
      genres: { type: 'array', items: { type: 'integer' } },
      id: { type: 'integer' },
      author: { type: 'integer' },
      featured_media: { type: 'integer' },
      acf: { type: 'object', properties: fields },
      meta: { type: 'object', properties: { related_ids: { type: 'array', items: { type: 'integer' } } } },
    },
  },
  endpoints: [
    { methods: ['GET'], args: { include: {}, slug: {}, genres: {}, offset: {}, per_page: { maximum: 100 } } },
  ],
};

/** A row as a site has it. */
interface Row {
  readonly id: number;
  readonly acf?: unknown;
  readonly links?: readonly string[];
  readonly [property: string]: unknown;
}

let graph: Graph;
afterEach(async () => {
  vi.restoreAllMocks();
  await graph.close();
});

/**
 * A site of rows by collection, which has ACF's links (`rel collection/id`) where these and `acf` are asked for.
 * @param relations of the configuration
 */
async function open(collections: Readonly<Record<string, readonly Row[]>>, relations = {}): Promise<void> {
  const script: Script = ({ route, query, request }) => {
    if (route === '/wp/v2/types') return { json: types };
    if (route === '/wp/v2/taxonomies') return { json: taxonomies };
    if (request.method === 'OPTIONS') return route === '/wp/v2/books' ? { json: described } : undefined;
    const rows = collections[route] ?? (route === '/acme/v1/events' ? [] : undefined);
    if (!rows) return undefined;
    const include = query.get('include')?.split(',').map(Number);
    const fields = query.get('_fields')?.split(',') ?? [];
    const isLinked = ['acf', '_links'].every((name) => fields.some((field) => field.startsWith(name)));
    const found = rows.filter(({ id }) => !include || include.includes(id)).slice(0, Number(query.get('per_page')));
    return list(
      found.map(({ links = [], ...row }) => ({ ...row, ...(isLinked && { _links: linksOf(links) }) })),
      rows.length,
    );
  };
  const site = scriptedSite(script, '/wp-json', false);
  graph = await openGraph(site, { relations });
}

function linksOf(links: readonly string[]): unknown {
  const written: Record<string, { href: string }[]> = {};
  for (const link of links) {
    const [rel = '', address] = link.split(' ');
    written[rel] = [...(written[rel] ?? []), { href: `https://site.test/wp-json/wp/v2/${address}` }];
  }
  return links.length === 0 ? [] : written;
}

/** What the last operation asked: routes, with the ids where it asked for some. */
function asked(): string[] {
  return graph.requests.map(({ route, query }) => `${route}?${query.include ?? 'all'}`).toSorted();
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

  /** What books have in `acf`, by the id of the book. */
  async function fieldsOf(selection: string, beside = ''): Promise<Record<number, unknown>> {
    const { books } = await graph.data(`{ books(first: 100) { nodes { databaseId ${beside} acf { ${selection} } } } }`);
    return Object.fromEntries(
      books.nodes.map(({ databaseId, acf, ...book }: Row) => [databaseId, { ...book, ...(acf as object) }]),
    );
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
    await open({ ...site, '/wp/v2/books': books });
    expect(await fieldsOf(`sequelNode ${named}`)).toEqual({
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
    await open({
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
    const found = await fieldsOf('relatedNodes { __typename ... on Content { databaseId } }');
    const node = (__typename: string, databaseId: number) => ({ __typename, databaseId });
    expect(found).toEqual({
      1: { relatedNodes: [node('Event', 20), node('Post', 7), node('Book', 2)] },
      2: { relatedNodes: [] },
      3: { relatedNodes: null },
      4: { relatedNodes: null },
      5: { relatedNodes: null },
    });
  });

  describe('that stands in two fields', () => {
    const unclear = { id: 1, acf: { sequel: 7, editor: 7 }, links: ['acf:post posts/7', 'acf:user users/7'] };
    const clear = [
      { id: 2, acf: { sequel: 7, editor: null }, links: ['acf:post posts/7'] },
      { id: 3, acf: { sequel: null, editor: 7 }, links: ['acf:user users/7'] },
    ];
    const query = `{ book(by: { databaseId: 1 }) { acf { sequelNode ${named} editorNode ${named} } } }`;

    it('leads to what the fields of other documents are told to hold, which are asked for once', async () => {
      await open({ ...site, '/wp/v2/books': [unclear, ...clear] });
      expect((await graph.data(query)).book.acf).toEqual({
        sequelNode: post(7),
        editorNode: { __typename: 'Author', name: 'User 7' },
      });
      expect(asked()).toEqual(['/wp/v2/books?1', '/wp/v2/books?all', '/wp/v2/posts?7', '/wp/v2/users?7']);
    });

    it('leads nowhere where they do not tell', async () => {
      await open({ ...site, '/wp/v2/books': [unclear] });
      expect((await graph.data(query)).book.acf).toEqual({ sequelNode: null, editorNode: null });
    });

    it('leads nowhere where they disagree', async () => {
      const other = { id: 4, acf: { sequel: 7 }, links: ['acf:term genres/7'] };
      await open({ ...site, '/wp/v2/books': [unclear, ...clear, other] });
      const editorNode = { __typename: 'Author', name: 'User 7' };
      expect((await graph.data(query)).book.acf).toEqual({ sequelNode: null, editorNode });
    });

    it('asks no others where there is no link to follow', async () => {
      await open({ ...site, '/wp/v2/books': [{ id: 1, acf: { sequel: 7, editor: 7 } }, ...clear] });
      expect((await graph.data(query)).book.acf).toEqual({ sequelNode: null, editorNode: null });
      expect(asked()).toEqual(['/wp/v2/books?1']);
    });
  });

  it('of an image, a file or a gallery leads to media without a link, in groups and rows as well', async () => {
    const row = (picture: number) => ({ picture });
    await open({
      ...site,
      '/wp/v2/media': [title(8, 'Media 8'), title(9, 'Media 9')],
      '/wp/v2/books': [
        { id: 1, acf: { cover: 8, gallery: [8, 99, '9'], hero: { image: 9 }, chapters: [row(9), row(99)] } },
        { id: 2, acf: { cover: 99, gallery: false, hero: { image: '' }, chapters: false } },
      ],
    });
    const media = (id: number) => ({ title: `Media ${id}` });
    const selection =
      'coverNode { title } galleryNodes { title } hero { imageNode { title } } chapters { pictureNode { title } }';
    expect(await fieldsOf(selection)).toEqual({
      1: {
        coverNode: media(8),
        galleryNodes: [media(8), media(9)],
        hero: { imageNode: media(9) },
        chapters: [{ pictureNode: media(9) }, { pictureNode: null }],
      },
      2: { coverNode: null, galleryNodes: null, hero: { imageNode: null }, chapters: null },
    });
    expect(asked()).toEqual(['/wp/v2/books?all', '/wp/v2/media?8,99,9']);
  });

  it('leads where the configuration says, without a link', async () => {
    const acf = { hero: { book: 2 }, sequel: 7 };
    await open(
      { ...site, '/wp/v2/books': [{ id: 1, acf, meta: { related_ids: [7, 99] } }, title(2, 'Book 2')] },
      { 'book.acf.hero.book': 'book', 'book.acf.sequel': 'genre', 'book.customFields.related_ids': 'user' },
    );
    const selection =
      'customFields { relatedIdsNodes { name } } acf { sequelNode { name } hero { bookNode { title } } }';
    expect(await graph.data(`{ book(by: { databaseId: 1 }) { ${selection} } }`)).toEqual({
      book: {
        customFields: { relatedIdsNodes: [{ name: 'User 7' }] },
        acf: { sequelNode: { name: 'Genre 7' }, hero: { bookNode: { title: 'Book 2' } } },
      },
    });
    expect(asked()).toEqual(['/wp/v2/books?1', '/wp/v2/books?2', '/wp/v2/genres?7', '/wp/v2/users?7,99']);
  });

  it('of a hundred books costs a request for each type that they lead to, beside those of all else', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => index + 1);
    await open({
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
    const beside = 'title author { name } genres { name } featuredMedia { title }';
    // A busy machine would have what is wanted together asked for in parts.
    vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const found = await fieldsOf(`coverNode { title } relatedNodes ${named} shelfNode ${named}`, beside);
    expect(Object.keys(found)).toHaveLength(100);
    expect(found[50]).toMatchObject({
      relatedNodes: [post(450), post(411)],
      shelfNode: { __typename: 'Genre', name: 'Genre 6' },
    });
    const routes = graph.requests.map(({ route }) => route);
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
