import { describe, expect, it } from 'vitest';
import { readSite, untoldRoutes } from '../../../src/wordpress/discovery/read-site.ts';
import { askSite } from '../../../src/wordpress/discovery/site-facts.ts';
import { reopenSite } from '../../../src/wordpress/discovery/site-snapshot.ts';
import { createRestGet } from '../../../src/wordpress/http/client.ts';
import { createRestRoot } from '../../../src/wordpress/http/rest-root.ts';
import type { UpstreamRequest } from '../../../src/wordpress/http/send.ts';
import { resourceOfType } from '../../../src/wordpress/site.ts';
import {
  type Answer,
  list,
  type Script,
  scriptedSite,
  standardTaxonomies,
  standardTypes,
  text,
} from '../../support/scripted-site.ts';

const root = createRestRoot('https://site.test/wp-json/');
const books = '/wp/v2/books';
const types = { ...standardTypes, book: { name: 'Books', rest_base: 'books', taxonomies: ['genre'] } };
const taxonomies = { ...standardTaxonomies, genre: { name: 'Genres', rest_base: 'genres', types: ['book'] } };

/** What a route says of itself, with a field that an editor sees and one that a visitor does. */
const schemaOf = (restBase: string) => ({
  endpoints: [
    {
      methods: ['GET'],
      args: { per_page: { maximum: 50, default: 10 }, include: {}, slug: {}, genres: {}, shelf: {} },
    },
    { methods: ['POST'], args: { title: {} } },
  ],
  schema: {
    properties: {
      id: { type: 'integer', description: 'Unique identifier.' },
      title: { type: 'object', properties: { rendered: { type: 'string' } } },
      [`${restBase}_code`]: { type: 'string', description: 'A code.', default: 'x'.repeat(1_000), arg_options: {} },
      secret: { type: 'string', context: ['edit'] },
    },
  },
});
const described = (restBase: string): Answer => ({ json: schemaOf(restBase) });

/** Reads a site, and counts its requests in rounds: what is asked before anything of the last round is answered. */
async function read(script: Script) {
  const rounds: string[][] = [[]];
  let answers: (() => void)[] = [];
  const { send } = scriptedSite(
    (place) => {
      const answer = script(place);
      if (answer) return answer;
      if (place.route === '/wp/v2/types') return { json: types };
      if (place.route === '/wp/v2/taxonomies') return { json: taxonomies };
      return undefined;
    },
    '/wp-json',
    false,
  );
  const nextRound = () => {
    const due = answers;
    answers = [];
    rounds.push([]);
    for (const answer of due) answer();
  };
  const inRounds = async (request: UpstreamRequest) => {
    const turn = new Promise<void>((resolve) => answers.push(resolve));
    // All that is asked in a round is asked before the first timer fires.
    if (answers.length === 1) setTimeout(nextRound);
    const { pathname, searchParams } = new URL(request.url);
    const way = ['_method', 'context'].flatMap((name) =>
      searchParams.has(name) ? `?${name}=${searchParams.get(name)}` : [],
    );
    rounds.at(-1)?.push(`${request.method} ${pathname.slice('/wp-json'.length)}${way.join('')}`);
    await turn;
    return send(request);
  };
  const facts = await askSite(createRestGet(root, inRounds));
  const site = readSite(root, facts);
  const asked = rounds.filter((round) => round.length > 0);
  return { site, facts, rounds: asked, book: resourceOfType(site, 'book'), untold: untoldRoutes(facts) };
}

/** What a real site answers, in all ways. */
const willing: Script = ({ route, query, request }) => {
  const [, restBase = ''] = /^\/wp\/v2\/(.+)$/.exec(route) ?? [];
  const asksItself = request.method === 'OPTIONS' || query.get('_method') === 'OPTIONS';
  if (asksItself) return described(restBase);
  if (route === '/wp/v2' && query.get('context') === 'help') {
    const all = ['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments', 'books', 'genres'];
    return { json: { routes: Object.fromEntries(all.map((base) => [`/wp/v2/${base}`, schemaOf(base)])) } };
  }
  if (route === books)
    return list([{ id: 7, _links: { author: [{ href: 'https://site.test/wp-json/wp/v2/users/3' }] } }]);
  return undefined;
};

const refusals: [string, Answer][] = [
  ['405', { json: { code: 'rest_no_route', data: { status: 405 } }, status: 405 }],
  ['403', { json: { code: 'rest_forbidden', data: { status: 403 } }, status: 403 }],
  ['a page with 403', text('<html>Request blocked</html>', 403)],
  ['a page with 200', text('<html>Checking your browser</html>')],
  ['nothing', text('', 204)],
  ['501', text('', 501)],
  ['a list', list([])],
];

describe('what a site says of its routes', () => {
  it('is asked by OPTIONS, along with what their links teach, in two rounds', async () => {
    const { site, rounds, book, untold } = await read(willing);
    expect(rounds.map((round) => round.length)).toEqual([3, 18]);
    expect(rounds[1]).toEqual(expect.arrayContaining([`OPTIONS ${books}`, `GET ${books}`]));
    expect(book?.members).toEqual([{ name: 'books_code', description: 'A code.', value: { kind: 'text' } }]);
    expect(book).toMatchObject({ largestPage: 50, taxonomies: ['genre'], filters: expect.arrayContaining(['genres']) });
    expect(book?.arguments.map(({ name }) => name)).toEqual(['shelf']);
    expect(site.links.get(books)?.get('author')).toMatchObject({ route: '/wp/v2/users', id: 3 });
    expect(site.largestId).toBe(7);
    expect(untold).toEqual([]);
  });

  it.each(refusals)('is asked as an argument of GET where OPTIONS is refused: %s', async (_how, refusal) => {
    const { rounds, book, untold } = await read((place) =>
      place.request.method === 'OPTIONS' || place.query.has('context') ? refusal : willing(place),
    );
    expect(rounds).toHaveLength(3);
    expect(rounds[2]).toContain(`GET ${books}?_method=OPTIONS`);
    expect(book?.members.map(({ name }) => name)).toEqual(['books_code']);
    expect(untold).toEqual([]);
  });

  it.each(refusals)('is asked of all routes at once where each of them refuses: %s', async (_how, refusal) => {
    const { rounds, book, untold } = await read((place) =>
      place.request.method === 'OPTIONS' || place.query.has('_method') ? refusal : willing(place),
    );
    expect(rounds).toHaveLength(3);
    expect(rounds[2]?.filter((asked) => asked.includes('context'))).toEqual(['GET /wp/v2?context=help']);
    expect(book?.members.map(({ name }) => name)).toEqual(['books_code']);
    expect(book?.largestPage).toBe(50);
    expect(untold).toEqual([]);
  });

  it.each(refusals)('is guessed, and that is told, where nothing says it: %s', async (_how, refusal) => {
    const index = { routes: { [books]: { endpoints: [{ methods: ['GET'], args: { per_page: { maximum: 20 } } }] } } };
    const { rounds, book, untold } = await read((place) => {
      if (place.request.method === 'OPTIONS' || place.query.has('_method') || place.query.has('context'))
        return refusal;
      return place.query.get('_fields')?.includes(books) ? { json: index } : willing(place);
    });
    // A fourth round after the root would be a fifth with it.
    expect(rounds).toHaveLength(3);
    expect(book?.members).toEqual([]);
    expect(book?.properties.has('title') && book.properties.has('genres')).toBe(true);
    // What the index says of arguments is heeded.
    expect(book?.largestPage).toBe(20);
    expect(untold).toContain(books);
  });

  it('is asked otherwise only where it was not said', async () => {
    const { rounds } = await read((place) =>
      place.request.method === 'OPTIONS' && place.route === books ? text('', 405) : willing(place),
    );
    expect(rounds[2]?.toSorted()).toEqual(['GET /', `GET ${books}?_method=OPTIONS`, 'GET /wp/v2?context=help']);
  });
});

describe('a type whose collection does not answer', () => {
  it.each<[string, Answer, object]>([
    [
      'is not there',
      { json: { code: 'rest_no_route', message: 'No route.', data: { status: 404 } }, status: 404 },
      { reason: 'answers with status 404 rest_no_route' },
    ],
    [
      'is for members',
      { json: { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }, status: 401 },
      { reason: 'answers with status 401 rest_forbidden' },
    ],
    ['is behind a firewall', text('<html>', 403), { reason: 'answers with status 403', isForNow: true }],
    ['is broken', text('Fatal error', 500), { reason: 'answers with status 500', isForNow: true }],
    ['is something else', { json: { books: [] } }, { reason: 'answers with something else than documents' }],
    ['has no ids', list([{ name: 'x' }]), { reason: 'answers with something else than documents' }],
  ])('is left out, and why: it %s', async (_what, answer, reason) => {
    const { site, book, rounds } = await read((place) =>
      place.route === books && place.request.method === 'GET' && !place.query.has('_method') ? answer : willing(place),
    );
    expect(book).toBeUndefined();
    expect(site.leftOut).toEqual([{ name: 'book', kind: 'type', ...reason }]);
    expect(site.contentTypes.map(({ name }) => name)).toContain('book');
    expect(rounds).toHaveLength(2);
  });

  it('is core’s all the same where it is core’s', async () => {
    const { site } = await read((place) => (place.route === '/wp/v2/users' ? text('', 403) : willing(place)));
    expect(resourceOfType(site, 'user')).toBeDefined();
    expect(site.leftOut).toEqual([]);
  });

  it('is asked again without an order, which a controller of its own need not have', async () => {
    const { book, rounds } = await read((place) =>
      place.route === books && place.query.get('orderby') === 'id'
        ? { json: { code: 'rest_invalid_param', message: 'No.', data: { status: 400 } }, status: 400 }
        : willing(place),
    );
    expect(book?.members).toHaveLength(1);
    expect(rounds[2]).toEqual([`GET ${books}`]);
  });

  it('takes nothing from the types that do', async () => {
    const { site } = await read((place) => (place.route === '/wp/v2/genres' ? text('', 500) : willing(place)));
    expect(resourceOfType(site, 'book')?.sorters).toEqual(['genres']);
    expect(site.leftOut.map(({ name, kind }) => [name, kind])).toEqual([['genre', 'taxonomy']]);
  });
});

describe('a site as it was found', () => {
  it('is the same from a snapshot, which holds what is read and no more', async () => {
    const { site, facts } = await read(willing);
    const stored = JSON.stringify({ root: { url: root.url, ownUrl: root.ownUrl }, facts, at: 5 });
    const reopened = reopenSite(JSON.parse(stored));
    const told = ({ root: _root, clock: _clock, ...rest }: typeof site) => rest;
    expect(reopened && told(reopened.site)).toEqual(told(site));
    expect(stored).not.toContain('xxx');
    expect(stored).not.toContain('secret');
    expect(stored.length).toBeLessThan(6_000);
  });

  it('is none from a snapshot that lacks a collection', async () => {
    const { facts } = await read(willing);
    const { [books]: _gone, ...collections } = facts.collections;
    const snapshot = { root: { url: root.url, ownUrl: root.ownUrl }, facts: { ...facts, collections }, at: 5 };
    expect(reopenSite(snapshot)).toBeUndefined();
  });

  it('is read whatever a snapshot holds', async () => {
    const { facts } = await read(willing);
    const odd = { schema: { properties: 7, arguments: [1] }, sample: 'x', refusal: { reason: 5, isForNow: 'no' } };
    const collections = { ...facts.collections, [books]: odd as never };
    const reopened = reopenSite({
      root: { url: root.url, ownUrl: root.ownUrl },
      facts: { ...facts, collections },
      at: 5,
    });
    expect(reopened?.site.leftOut).toEqual([{ name: 'book', kind: 'type', reason: '5' }]);
  });
});
