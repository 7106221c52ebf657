/**
 * A site whose every answer a test writes itself, for what a real one would rarely say.
 */
import { readFileSync } from 'node:fs';
import type { Send, UpstreamRequest, UpstreamResponse } from '../../src/wordpress/http/send.ts';
import type { TestSite } from './graph.ts';

/** What a script may answer with: JSON, or a whole response. */
export type Answer =
  | { readonly json: unknown; readonly status?: number; readonly headers?: Record<string, string> }
  | UpstreamResponse;

export type Script = (place: {
  route: string;
  query: URLSearchParams;
  request: UpstreamRequest;
}) => Answer | Promise<Answer | undefined> | undefined;

export function text(body: string, status = 200, headers: Record<string, string> = {}): UpstreamResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8', ...headers },
    body: new TextEncoder().encode(body),
  };
}

export function list(documents: readonly unknown[], total = documents.length): Answer {
  return {
    json: documents,
    headers: { 'x-wp-total': String(total), 'x-wp-totalpages': String(Math.ceil(total / 100)) },
  };
}

function asResponse(answer: Answer): UpstreamResponse {
  if (!('json' in answer)) return answer;
  const body = new TextEncoder().encode(JSON.stringify(answer.json));
  return {
    status: answer.status ?? 200,
    headers: { 'content-type': 'application/json; charset=UTF-8', ...answer.headers },
    body,
  };
}

/** Whether a document is asked for at a start, for its links. */
export function isSample(query: URLSearchParams): boolean {
  return query.get('_fields')?.startsWith('id,_links') ?? false;
}

export const standardTypes = {
  post: {
    name: 'Posts',
    rest_base: 'posts',
    rest_namespace: 'wp/v2',
    hierarchical: false,
    taxonomies: ['category', 'post_tag'],
  },
  page: { name: 'Pages', rest_base: 'pages', rest_namespace: 'wp/v2', hierarchical: true, taxonomies: [] },
  attachment: { name: 'Media', rest_base: 'media', rest_namespace: 'wp/v2', hierarchical: false, taxonomies: [] },
};
export const standardTaxonomies = {
  category: {
    name: 'Categories',
    rest_base: 'categories',
    rest_namespace: 'wp/v2',
    hierarchical: true,
    types: ['post'],
  },
  post_tag: { name: 'Tags', rest_base: 'tags', rest_namespace: 'wp/v2', hierarchical: false, types: ['post'] },
};

/** What core's routes say of themselves, as WordPress 7.1 was heard to say it. */
const described: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../../src/sample/data/documents/options.json', import.meta.url), 'utf8'),
);

/**
 * A site at `https://site.test` with core's types, no content, and the script's answers where it has one.
 * @param prefix path of the REST root
 * @param describes whether it says of core's routes itself what they are, whatever the script says: most scripts write documents
 */
export function scriptedSite(script: Script = () => undefined, prefix = '/wp-json', describes = true): TestSite {
  const send: Send = async (request) => {
    const url = new URL(request.url);
    const route = url.pathname.startsWith(prefix)
      ? url.pathname.slice(prefix.length).replace(/^$/, '/')
      : `outside ${url.pathname}`;
    const own = describes && request.method === 'OPTIONS' ? described[route.replace('/wp/v2/', '')] : undefined;
    const answer = own ? { json: own } : await script({ route, query: url.searchParams, request });
    return asResponse(answer ?? standard(route));
  };
  return { url: `https://site.test${prefix}/`, send };
}

/** Answers by route. */
export type Answers = Readonly<Record<string, Answer | ((query: URLSearchParams) => Answer)>>;

/** A scripted site with a few answers of its own. */
export function siteOf(answers: Answers): TestSite {
  return scriptedSite(({ route, query }) => {
    const answer = answers[route];
    return typeof answer === 'function' ? answer(query) : answer;
  });
}

/** Those that are asked for by `include`, else all. */
export const byId =
  (...rows: readonly { readonly id: unknown }[]) =>
  (query: URLSearchParams) => {
    const ids = query.get('include')?.split(',');
    return list(rows.filter(({ id }) => !ids || ids.includes(String(id))));
  };

function standard(route: string): Answer {
  if (route === '/')
    return { json: { name: 'Scripted', home: 'https://site.test', url: 'https://site.test', namespaces: ['wp/v2'] } };
  if (route === '/wp/v2/types') return { json: standardTypes };
  if (route === '/wp/v2/taxonomies') return { json: standardTaxonomies };
  if (route.startsWith('/wp/v2/')) return list([]);
  return { json: { code: 'rest_no_route', message: 'No route was found.', data: { status: 404 } }, status: 404 };
}
