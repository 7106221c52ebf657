/**
 * The routes of the embedded site's REST API, as an anonymous visitor may use them, or the site's account.
 * Knows which route leads where and what a visitor is refused; the work is done by the other files of this folder.
 */
import { toldToAccount } from './account.ts';
import { type Collection, isContent } from './collections.ts';
import { embedded, embeddedRelations, inContext } from './embed.ts';
import { askedFields, withFields, withItsLinks, withLinksFor } from './fields.ts';
import { filtersOf } from './filters.ts';
import { listed } from './listing.ts';
import { parseQuery, printQuery, type QueryValue } from './php-query.ts';
import { type MapName, mapNames, type Recorded } from './recorded.ts';
import { absences, editContexts, editRefusal, mayEdit, refusedRoutes, type Viewer } from './refusals.ts';
import { checkArguments } from './rest-arguments.ts';
import { noRoute, RestError } from './rest-error.ts';
import { describedRoutes, routeDescription } from './route-descriptions.ts';
import { buildRows } from './rows.ts';
import { searchAll } from './search-route.ts';
import { storedForm } from './stored-form.ts';

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Document = Readonly<Record<string, unknown>> & { readonly id: number };

export interface RestApi {
  /** @param route below the REST root, with a leading slash */
  answer(method: string, route: string, search: string, viewer: Viewer): RestReply;
}

export function createRestApi(recorded: Recorded): RestApi {
  const rows = buildRows(recorded);
  const root = `${recorded.url}/wp-json`;
  const byId: ReadonlyMap<string, ReadonlyMap<number, Document>> = new Map(
    [...recorded.documents].map(([name, entries]) => [name, new Map(entries.map((entry) => [entry.id, entry]))]),
  );

  function answer(method: string, route: string, search: string, viewer: Viewer): RestReply {
    try {
      const path = route.toLowerCase().replace(/\/+$/, '') || '/';
      const query = parseQuery(search);
      const meant = query._method === undefined ? method : String(query._method).toUpperCase();
      if (meant === 'OPTIONS') return options(path, query);
      if (meant !== 'GET' && meant !== 'HEAD') throw noRoute();
      return dispatch(path, query, viewer);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return { status: error.status, headers: {}, body: error.body };
    }
  }

  function dispatch(path: string, query: Readonly<Record<string, QueryValue>>, viewer: Viewer): RestReply {
    const [, name = '', key] = /^\/wp\/v2\/([\w-]+)(?:\/([\w-]+))?$/.exec(path) ?? [];
    if (path === '/') return index(recorded.index, () => true, query);
    if (path === '/wp/v2') return index(namespace, (route) => route.startsWith(path), query);
    const told = viewer === 'account' ? toldToAccount(recorded, path, query) : undefined;
    if (told !== undefined) return ok(told);
    if (viewer === 'visitor') for (const [pattern, refusal] of refusedRoutes) if (pattern.test(path)) throw refusal;
    if (isMap(name)) return ok(key === undefined ? shown(recorded.maps[name], query) : mapEntry(name, key, query));
    if (name === 'search' && key === undefined) return searchReply(query);
    if (name === 'blocks' && key === undefined) return ok([], { 'x-wp-total': '0', 'x-wp-totalpages': '0' });
    const collection = recorded.collections.get(name);
    if (!collection || (key !== undefined && !/^\d+$/.test(key))) throw noRoute();
    return key === undefined ? list(collection, query, viewer) : item(collection, Number(key), query, viewer);
  }

  function list(collection: Collection, query: Readonly<Record<string, QueryValue>>, viewer: Viewer): RestReply {
    const { name, family } = collection;
    const usualStatus = family === 'media' ? 'inherit' : 'publish';
    const { values, given } = checkArguments(argumentsOf(name), query, (status) => status !== usualStatus);
    if (values.context === 'edit' && !mayEdit(viewer, collection)) throw editRefusal(editContexts[family][0], viewer);
    const keep = filtersOf(collection, values, recorded);
    const matching = (rows.get(name) ?? []).filter((row) => keep.every((matches) => matches(row)));
    const { rows: found, total, totalPages, page } = listed(collection, matching, values);
    const context = String(values.context);
    const documents = found.flatMap(({ document }) => (document ? [formOf(collection, document, context)] : []));
    const body = documents.map((document) => presented(collection, document, context, query, viewer, false));
    const link = pageLinks(`${root}/wp/v2/${name}`, given, page, Math.min(page - 1, totalPages), totalPages);
    return ok(body, { 'x-wp-total': String(total), 'x-wp-totalpages': String(totalPages), ...(link && { link }) });
  }

  function item(
    collection: Collection,
    id: number,
    query: Readonly<Record<string, QueryValue>>,
    viewer: Viewer,
  ): RestReply {
    const { family } = collection;
    const document = byId.get(collection.name)?.get(id);
    if (!document) throw isHidden(collection, id) ? absences[family].hidden : absences[family].missing;
    const context = String(query.context ?? 'view');
    if (context === 'edit' && !mayEdit(viewer, collection)) throw editRefusal(editContexts[family][1], viewer);
    const opened = query.password === undefined ? undefined : openedForm(id, String(query.password));
    const form = formOf(collection, opened ?? document, context);
    const body = presented(collection, form, context, query, viewer, true);
    return ok(
      body,
      isContent(collection) && collection.isViewable
        ? { link: `<${document.link}>; rel="alternate"; type=text/html` }
        : {},
    );
  }

  /** What is stored of a navigation, whoever embeds it is told. */
  function formOf({ name }: Collection, document: Document, context: string): Document {
    const isStored = context === 'edit' || (context === 'embed' && name === 'navigation');
    return isStored ? storedForm(name, document, recorded) : document;
  }

  function openedForm(id: number, password: string): Document | undefined {
    const authored = [...recorded.articles.values()].flat().find((entry) => entry.id === id);
    if (!authored?.password) return undefined;
    if (authored.password !== password) {
      throw new RestError(403, 'rest_post_incorrect_password', 'Incorrect post password.');
    }
    return recorded.opened.find((document) => document.id === id);
  }

  function isHidden({ name, family }: Collection, id: number): boolean {
    const { media, users, comments } = recorded.magazine;
    const content = recorded.articles.get(name) ?? [];
    const authored = { content, media, user: users, comment: comments, term: [] }[family];
    return authored.some((entry) => entry.id === id);
  }

  /** In its context, with what was asked to be embedded, and with the asked properties only. */
  function presented(
    { name, family }: Collection,
    document: Document,
    context: string,
    query: Readonly<Record<string, QueryValue>>,
    viewer: Viewer,
    single: boolean,
  ): unknown {
    const asked = askedFields(query._fields);
    const relations = embeddedRelations(query._embed);
    const linked = withLinksFor(document, asked);
    const whole = inContext(linked, recorded.options[name]?.schema.properties ?? {}, context);
    const fields = single ? withItsLinks(linked, asked) : asked;
    // What is embedded is read from the links that the answer has; those of a list are filtered before.
    const hasLinks = !fields || fields.some((field) => field === '_links' || field.startsWith('_links.'));
    const fetch = (href: string) => embeddedDocument(href, viewer);
    const links = hasLinks && relations ? embedded(linked._links as never, relations, fetch) : undefined;
    return withFields(family, links ? { ...whole, _embedded: links } : whole, fields, single);
  }

  function embeddedDocument(href: string, viewer: Viewer): unknown {
    const { pathname, search } = new URL(href);
    const reply = answer(
      'GET',
      pathname.slice(new URL(root).pathname.length),
      `${search}${search ? '&' : '?'}context=embed&per_page=100`,
      viewer,
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

  function options(path: string, query: Readonly<Record<string, QueryValue>>): RestReply {
    const described = routeDescription(recorded, path);
    // Of what it does not have, WordPress has nothing to say, and no objection.
    if (!described) return { status: 200, headers: {}, body: [] };
    return ok(withFields('other', described as Document, askedFields(query._fields), true));
  }

  /** Of the site or of a namespace: what it says of itself, with its routes. */
  function index(
    about: Readonly<Record<string, unknown>>,
    has: (route: string) => boolean,
    query: Readonly<Record<string, QueryValue>>,
  ): RestReply {
    const routes = Object.entries(describedRoutes(recorded, query.context)).filter(([route]) => has(route));
    const described = { ...about, routes: Object.fromEntries(routes) };
    const asked = askedFields(query._fields);
    return ok(withFields('index', described, about === namespace ? withItsLinks(described, asked) : asked, true));
  }

  const namespace = { namespace: 'wp/v2', routes: {}, _links: { up: [{ href: `${root}/` }] } };
  const argumentsOf = (name: string) => recorded.index.routes[`/wp/v2/${name}`]?.endpoints[0]?.args ?? {};

  return { answer };
}

function isMap(name: string): name is MapName {
  return (mapNames as readonly string[]).includes(name);
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
