/**
 * A site whose types and taxonomies come, go and change while it is served, as plugins make them: `book` and `genre`.
 */
import type { TestSite } from './graph.ts';
import { list, scriptedSite, standardTaxonomies, standardTypes, text } from './scripted-site.ts';

export interface GrowingSite extends TestSite {
  hasBooks: boolean;
  /** `rest_base` of its books. */
  books: string;
  bookLabel: string;
  /** Names of the texts that a plugin adds to its books. */
  bookFields: string[];
  home: string;
  timezone: string;
  /** Of the latest post. */
  largestId: number;
  /** Answers that are other ones than the site's, by route; by `OPTIONS route` for what a route says of itself. */
  readonly broken: Map<string, 'refused' | 'down' | 'gated'>;
  /** Whether `/wp/v2/types` says something else each time, which makes no other site. */
  isRestless: boolean;
  /** Answers that wait, by route. */
  readonly held: Map<string, Promise<void>>;
  /** Milliseconds that each answer takes. */
  delay: number;
  /** Requests so far, as `route?query`. */
  readonly requests: string[];
}

const at = (id: number) => `2024-05-0${(id % 9) + 1}T10:00:00`;

function documents(type: string, first: number, most = 3) {
  return Array.from({ length: most }, (_, index) => first - index).map((id) => ({
    id,
    slug: `${type}-${id}`,
    type,
    status: 'publish',
    title: { rendered: `${type} ${id}` },
    date: at(id),
    modified: at(id),
    date_gmt: at(id),
    modified_gmt: at(id),
    author: 0,
    genres: [],
    color: 'red',
    size: 'large',
  }));
}

function chosen(rows: readonly { readonly id: number; readonly slug: string }[], query: URLSearchParams) {
  const ids = query.get('include')?.split(',').map(Number);
  const slugs = query.get('slug')?.split(',');
  const found = rows.filter(({ id, slug }) => (!ids || ids.includes(id)) && (!slugs || slugs.includes(slug)));
  const { json, headers } = list(found.slice(0, Number(query.get('per_page') ?? 10)), found.length) as {
    json: unknown;
    headers: Record<string, string>;
  };
  return { json, headers: { ...headers, date: new Date().toUTCString() } };
}

const failures = {
  refused: { json: { code: 'rest_forbidden', message: 'No.', data: { status: 403 } }, status: 403 },
  down: { json: { code: 'wp_die', message: 'Down.' }, status: 500 },
  gated: text('<h1>Are you human?</h1>', 403),
};

export function growingSite(): GrowingSite {
  const state = {
    hasBooks: false,
    books: 'books',
    bookLabel: 'Books',
    bookFields: ['color'],
    home: 'https://site.test',
    timezone: '',
    largestId: 3,
    broken: new Map<string, keyof typeof failures>(),
    isRestless: false,
    held: new Map<string, Promise<void>>(),
    delay: 0,
    requests: [] as string[],
  };
  const book = () => ({
    name: state.bookLabel,
    rest_base: state.books,
    rest_namespace: 'shop/v1',
    hierarchical: false,
    taxonomies: ['genre'],
  });
  const genre = {
    name: 'Genres',
    rest_base: 'genres',
    rest_namespace: 'shop/v1',
    hierarchical: false,
    types: ['book'],
  };
  const site = scriptedSite(async ({ route, query, request: { method } }) => {
    const isOfRoute = method === 'OPTIONS' || query.get('_method') === 'OPTIONS';
    const place = isOfRoute ? `OPTIONS ${route}` : route;
    await state.held.get(place);
    if (state.delay > 0) await new Promise((resolve) => setTimeout(resolve, state.delay));
    const failure = state.broken.get(place);
    if (failure) return failures[failure];
    if (route === '/' && query.get('_fields')?.includes('home')) {
      const { home, timezone } = state;
      return { json: { name: 'Growing', home, url: home, namespaces: ['wp/v2'], timezone_string: timezone } };
    }
    if (route === '/wp/v2/types') {
      const restless = state.isRestless ? { nonce: { rest_base: '/', asked: state.requests.length } } : {};
      return { json: { ...standardTypes, ...(state.hasBooks && { book: book() }), ...restless } };
    }
    if (route === '/wp/v2/taxonomies') return { json: { ...standardTaxonomies, ...(state.hasBooks && { genre }) } };
    if (route === '/wp/v2/posts') return chosen(documents('post', state.largestId), query);
    if (isOfRoute && state.hasBooks && ['/shop/v1/genres', `/shop/v1/${state.books}`].includes(route)) {
      const fields = route === '/shop/v1/genres' ? [] : state.bookFields;
      const properties = Object.fromEntries(fields.map((name) => [name, { type: 'string' }]));
      return { json: { schema: { properties } } };
    }
    if (route === '/shop/v1/genres' && state.hasBooks) return chosen([], query);
    if (route === `/shop/v1/${state.books}` && state.hasBooks) return chosen(documents('book', 103), query);
    if (/^\/shop\/v1\/(books|novels|genres)$/.test(route))
      return { json: { code: 'rest_no_route', message: 'No route was found.', data: { status: 404 } }, status: 404 };
    return undefined;
  });
  const send: TestSite['send'] = (request) => {
    const { pathname, search } = new URL(request.url);
    const place = request.method === 'OPTIONS' ? `OPTIONS ${pathname}` : pathname;
    state.requests.push(decodeURIComponent(`${place.replace('/wp-json', '')}${search || '?'}`));
    return site.send(request);
  };
  return Object.assign(state, { url: site.url, send });
}
