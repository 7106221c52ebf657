/**
 * The routes of the embedded site's REST API, as an anonymous visitor may use them.
 * Knows which route leads where and what a visitor is refused; the work is done by the other files of this folder.
 */
import { embedded, embeddedRelations, inContext } from './embed.ts';
import { askedFields, withFields } from './fields.ts';
import { filtersOf } from './filters.ts';
import { listed } from './listing.ts';
import { parseQuery, printQuery, type QueryValue } from './php-query.ts';
import { type CollectionName, collectionNames, type MapName, mapNames, type Recorded } from './recorded.ts';
import { checkArguments } from './rest-arguments.ts';
import { forbidden, noRoute, RestError } from './rest-error.ts';
import { buildRows } from './rows.ts';
import { searchAll } from './search-route.ts';

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Document = Readonly<Record<string, unknown>> & { readonly id: number };

export interface RestApi {
  /** @param route below the REST root, with a leading slash */
  answer(method: string, route: string, search: string): RestReply;
}

/** What WordPress says of a document that is there, but not for visitors, and of one that is not there. */
const absences: Readonly<Record<CollectionName, { readonly hidden: RestError; readonly missing: RestError }>> = {
  posts: content('Invalid post ID.'),
  pages: content('Invalid post ID.'),
  media: content('Invalid post ID.'),
  categories: term(),
  tags: term(),
  users: {
    hidden: new RestError(401, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.'),
    missing: new RestError(404, 'rest_user_invalid_id', 'Invalid user ID.'),
  },
  comments: {
    hidden: new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to read this comment.'),
    missing: new RestError(404, 'rest_comment_invalid_id', 'Invalid comment ID.'),
  },
};

function content(text: string) {
  return { hidden: forbidden(), missing: new RestError(404, 'rest_post_invalid_id', text) };
}

function term() {
  const missing = new RestError(404, 'rest_term_invalid', 'Term does not exist.');
  return { hidden: missing, missing };
}

/** Routes that core has, and that visitors are refused. */
const refusedRoutes: readonly (readonly [RegExp, RestError])[] = [
  [
    /^\/wp\/v2\/(posts|pages)\/\d+\/revisions(\/\d+)?$/,
    new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.'),
  ],
  [
    /^\/wp\/v2\/(posts|pages)\/\d+\/autosaves(\/\d+)?$/,
    new RestError(401, 'rest_cannot_read', 'Sorry, you are not allowed to view autosaves of this post.'),
  ],
  [/^\/wp\/v2\/users\/me$/, new RestError(401, 'rest_not_logged_in', 'You are not currently logged in.')],
  [/^\/wp\/v2\/menus(\/\d+)?$/, new RestError(401, 'rest_cannot_view', 'Sorry, you are not allowed to view menus.')],
  [
    /^\/wp\/v2\/menu-items(\/\d+)?$/,
    new RestError(401, 'rest_cannot_view', 'Sorry, you are not allowed to view menu items.'),
  ],
  [/^\/wp\/v2\/settings$/, forbidden()],
];

/** What a visitor who asks for what only editors see is told. */
const editContexts: Readonly<Record<CollectionName, string>> = {
  posts: 'Sorry, you are not allowed to edit posts in this post type.',
  pages: 'Sorry, you are not allowed to edit posts in this post type.',
  media: 'Sorry, you are not allowed to edit posts in this post type.',
  categories: 'Sorry, you are not allowed to edit terms in this taxonomy.',
  tags: 'Sorry, you are not allowed to edit terms in this taxonomy.',
  users: 'Sorry, you are not allowed to edit users.',
  comments: 'Sorry, you are not allowed to edit comments.',
};

export function createRestApi(recorded: Recorded): RestApi {
  const rows = buildRows(recorded);
  const root = `${recorded.url}/wp-json`;
  const byId = Object.fromEntries(
    collectionNames.map((name) => [name, new Map(recorded.documents[name].map((document) => [document.id, document]))]),
  ) as unknown as Readonly<Record<CollectionName, ReadonlyMap<number, Document>>>;

  function answer(method: string, route: string, search: string): RestReply {
    try {
      const path = route.toLowerCase().replace(/\/+$/, '') || '/';
      if (method === 'OPTIONS') return options(path);
      if (method !== 'GET' && method !== 'HEAD') throw noRoute();
      return dispatch(path, parseQuery(search));
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return { status: error.status, headers: {}, body: error.body };
    }
  }

  function dispatch(path: string, query: Readonly<Record<string, QueryValue>>): RestReply {
    const [, name = '', key] = /^\/wp\/v2\/([\w-]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
    if (path === '/') return ok(withFields('index', recorded.index, askedFields(query._fields), true));
    if (path === '/wp/v2') return ok(namespaceIndex());
    for (const [pattern, refusal] of refusedRoutes) if (pattern.test(path)) throw refusal;
    if (isMap(name)) return ok(key === undefined ? shown(recorded.maps[name], query) : mapEntry(name, key, query));
    if (name === 'search' && key === undefined) return searchReply(query);
    if (name === 'blocks' && key === undefined) return ok([], { 'x-wp-total': '0', 'x-wp-totalpages': '0' });
    if (!isCollection(name) || (key !== undefined && !/^\d+$/.test(key))) throw noRoute();
    return key === undefined ? collection(name, query) : item(name, Number(key), query);
  }

  function collection(name: CollectionName, query: Readonly<Record<string, QueryValue>>): RestReply {
    const { values, given } = checkArguments(argumentsOf(name), query, (status) => status !== usualStatus(name));
    if (values.context === 'edit') throw new RestError(401, 'rest_forbidden_context', editContexts[name]);
    const keep = filtersOf(name, values, recorded);
    const matching = rows[name].filter((row) => keep.every((matches) => matches(row)));
    const { rows: found, total, totalPages, page } = listed(name, matching, values);
    const documents = found.flatMap(({ document }) => (document ? [document] : []));
    const body = documents.map((document) => presented(name, document, String(values.context), query, false));
    const link = pageLinks(`${root}/wp/v2/${name}`, given, page, Math.min(page - 1, totalPages), totalPages);
    return ok(body, { 'x-wp-total': String(total), 'x-wp-totalpages': String(totalPages), ...(link && { link }) });
  }

  function item(name: CollectionName, id: number, query: Readonly<Record<string, QueryValue>>): RestReply {
    const document = byId[name].get(id);
    if (!document) throw isHidden(name, id) ? absences[name].hidden : absences[name].missing;
    if (query.context === 'edit') throw itemEdit(name);
    const opened = query.password === undefined ? undefined : openedForm(id, String(query.password));
    const body = presented(name, opened ?? document, String(query.context ?? 'view'), query, true);
    const alternate =
      name === 'posts' || name === 'pages' || name === 'media'
        ? { link: `<${document.link}>; rel="alternate"; type=text/html` }
        : {};
    return ok(body, alternate);
  }

  function openedForm(id: number, password: string): Document | undefined {
    const authored = [...recorded.magazine.posts, ...recorded.magazine.pages].find((entry) => entry.id === id);
    if (!authored?.password) return undefined;
    if (authored.password !== password) {
      throw new RestError(403, 'rest_post_incorrect_password', 'Incorrect post password.');
    }
    return recorded.opened.find((document) => document.id === id);
  }

  function isHidden(name: CollectionName, id: number): boolean {
    const { posts, pages, media, users, comments } = recorded.magazine;
    const authored = { posts, pages, media, users, comments, categories: [], tags: [] }[name];
    return authored.some((entry) => entry.id === id);
  }

  /** In its context, with what was asked to be embedded, and with the asked properties only. */
  function presented(
    name: CollectionName,
    document: Document,
    context: string,
    query: Readonly<Record<string, QueryValue>>,
    single: boolean,
  ): unknown {
    const asked = askedFields(query._fields);
    const relations = embeddedRelations(query._embed);
    const whole = inContext(document, recorded.options[name]?.schema.properties ?? {}, context);
    // A document that is asked for by itself gets its links, and what they embed, after the filter.
    const wantsLinks =
      !asked ||
      asked.some((field) => field === '_links' || field.startsWith('_links.')) ||
      (single && asked.includes('_embedded'));
    const links = wantsLinks && relations ? embedded(document._links as never, relations, embeddedDocument) : undefined;
    return withFields(name, links ? { ...whole, _embedded: links } : whole, asked, single);
  }

  function embeddedDocument(href: string): unknown {
    const { pathname, search } = new URL(href);
    const reply = answer(
      'GET',
      pathname.slice(new URL(root).pathname.length),
      `${search}${search ? '&' : '?'}context=embed&per_page=100`,
    );
    return reply.body;
  }

  function mapEntry(name: MapName, key: string, query: Readonly<Record<string, QueryValue>>): unknown {
    const found = recorded.maps[name][key];
    if (found) return shown(found as Document, query);
    const kind = { types: 'type', taxonomies: 'taxonomy', statuses: 'status' }[name];
    const text = { types: 'Invalid post type.', taxonomies: 'Invalid taxonomy.', statuses: 'Invalid status.' }[name];
    throw new RestError(404, `rest_${kind}_invalid`, text);
  }

  function searchReply(query: Readonly<Record<string, QueryValue>>): RestReply {
    const { values, given } = checkArguments(argumentsOf('search'), query);
    const { results, total, totalPages } = searchAll(recorded, rows, values, root);
    const link = pageLinks(`${root}/wp/v2/search`, given, Number(values.page), Number(values.page) - 1, totalPages);
    const asked = askedFields(query._fields);
    const body = results.map((result) => withFields('other', result, asked, false));
    return ok(body, { 'x-wp-total': String(total), 'x-wp-totalpages': String(totalPages), ...(link && { link }) });
  }

  function options(path: string): RestReply {
    const [, name = ''] = /^\/wp\/v2\/([\w-]+)(?:\/\d+)?$/.exec(path) ?? [];
    const described = recorded.options[name];
    if (!described) throw noRoute();
    return ok(described);
  }

  function namespaceIndex(): unknown {
    return { namespace: 'wp/v2', routes: recorded.index.routes, _links: { up: [{ href: `${root}/` }] } };
  }

  const argumentsOf = (name: string) => recorded.options[name]?.endpoints[0]?.args ?? {};

  return { answer };
}

function usualStatus(name: CollectionName): string {
  return name === 'media' ? 'inherit' : 'publish';
}

function itemEdit(name: CollectionName): RestError {
  const texts = {
    posts: 'Sorry, you are not allowed to edit this post.',
    pages: 'Sorry, you are not allowed to edit this post.',
    media: 'Sorry, you are not allowed to edit this post.',
    categories: 'Sorry, you are not allowed to edit this term.',
    tags: 'Sorry, you are not allowed to edit this term.',
    users: 'Sorry, you are not allowed to edit this user.',
    comments: 'Sorry, you are not allowed to edit comments.',
  };
  return new RestError(401, 'rest_forbidden_context', texts[name]);
}

function isMap(name: string): name is MapName {
  return (mapNames as readonly string[]).includes(name);
}

function isCollection(name: string): name is CollectionName {
  return (collectionNames as readonly string[]).includes(name);
}

function shown(document: Readonly<Record<string, unknown>>, query: Readonly<Record<string, QueryValue>>): unknown {
  return withFields('other', document, askedFields(query._fields), true);
}

function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): RestReply {
  return { status: 200, headers: { allow: 'GET', ...headers }, body };
}

/** WordPress repeats the cleaned arguments, with the page put in place or at the end. */
function pageLinks(
  address: string,
  given: Readonly<Record<string, QueryValue>>,
  page: number,
  previous: number,
  totalPages: number,
): string {
  const to = (number: number, rel: string) => `<${address}?${printQuery({ ...given, page: number })}>; rel="${rel}"`;
  const links: string[] = [];
  if (page > 1) links.push(to(previous, 'prev'));
  if (page < totalPages) links.push(to(page + 1, 'next'));
  return links.join(', ');
}
