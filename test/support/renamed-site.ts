/**
 * The sample site as if its owner had renamed what can be renamed: types and taxonomies have other REST bases, and one of them
 * another namespace. Documents are sorted under the new names, filters and links have them.
 */
import { createSampleSite } from '../../src/sample/sample-site.ts';
import type { TestSite } from './graph.ts';

/** Where the collection of each type or taxonomy is, by where core has it. */
const bases = [
  { type: 'post', core: 'posts', namespace: 'acme/v1', base: 'articles' },
  { type: 'page', core: 'pages', namespace: 'wp/v2', base: 'sheets' },
  { type: 'attachment', core: 'media', namespace: 'wp/v2', base: 'files' },
  { type: 'category', core: 'categories', namespace: 'wp/v2', base: 'topics' },
  { type: 'post_tag', core: 'tags', namespace: 'wp/v2', base: 'labels/all' },
];
const sorters = bases.filter(({ core }) => ['categories', 'tags'].includes(core));

/** @param rewrite changes an answer further, by its route as core has it */
export async function renamedSite(rewrite: (route: string, json: unknown) => unknown = (_route, json) => json) {
  const url = 'http://magazine.test';
  const site = await createSampleSite(url);
  const renamed: TestSite = {
    url,
    async send(request) {
      const asked = new URL(request.url);
      const { core, pathname } = coreAddress(asked);
      if (core === undefined && bases.some(({ core: name }) => asked.pathname.startsWith(`/wp-json/wp/v2/${name}`))) {
        const json = { code: 'rest_no_route', message: 'No route was found.', data: { status: 404 } };
        return { status: 404, headers: jsonHeaders, body: encode(json) };
      }
      const answer = await site.send({ ...request, url: `${url}${pathname}${coreQuery(asked.search)}` });
      if (!/json/.test(answer.headers['content-type'] ?? '')) return answer;
      const text = sorters.reduce(
        (json, { core: name, base }) =>
          json.replaceAll(`"${name}":[`, `"${base}":[`).replaceAll(`?${name}=`, `?${base}=`),
        new TextDecoder().decode(answer.body),
      );
      const moved = bases.reduce(
        (json, { core: name, namespace, base }) =>
          json.replaceAll(`/wp-json/wp/v2/${name}`, `/wp-json/${namespace}/${base}`),
        text,
      );
      const route = pathname.replace(/^\/wp-json/, '');
      return { ...answer, body: encode(rewrite(route, renamedTypes(route, JSON.parse(moved)))) };
    },
  };
  return renamed;
}

const jsonHeaders = { 'content-type': 'application/json; charset=UTF-8' };
const encode = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

function coreAddress({ pathname }: URL): { core?: string; pathname: string } {
  for (const { core, namespace, base } of bases) {
    const own = `/wp-json/${namespace}/${base}`;
    if (pathname === own || pathname.startsWith(`${own}/`))
      return { core, pathname: pathname.replace(own, `/wp-json/wp/v2/${core}`) };
  }
  return { pathname };
}

/** Filters and fields by their names in core. */
function coreQuery(search: string): string {
  return sorters.reduce(
    (query, { core, base }) =>
      query
        .replaceAll(encodeURIComponent(base), base)
        .replace(new RegExp(`([?&,=])${base}(?=[,&=[_]|%5B|$)`, 'g'), `$1${core}`),
    search,
  );
}

function renamedTypes(route: string, json: unknown): unknown {
  if (route !== '/wp/v2/types' && route !== '/wp/v2/taxonomies') return json;
  return Object.fromEntries(
    Object.entries(json as Record<string, object>).map(([name, info]) => {
      const own = bases.find(({ type }) => type === name);
      return [name, own ? { ...info, rest_base: own.base, rest_namespace: own.namespace } : info];
    }),
  );
}
