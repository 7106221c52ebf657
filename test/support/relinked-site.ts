/**
 * The sample site under other permalinks: the same documents with other links, in other folders, and a page at its front.
 */
import { createSampleSite } from '../../src/sample/sample-site.ts';
import type { UpstreamResponse } from '../../src/wordpress/http/send.ts';
import type { TestSite } from './graph.ts';

export interface LinkedDocument {
  readonly id: number;
  readonly slug?: string;
  readonly link: string;
  readonly parent?: number;
  readonly categories?: readonly number[];
  readonly date?: string;
}

/** What of a document stands in its link, below the front page: `/archives/7`. */
export type Relink = (document: LinkedDocument, path: string) => string;

export interface Permalinks {
  /** Address of the front page, `http://magazine.test` when left out. */
  readonly home?: string;
  /** By name of the collection; what is left out keeps its path. */
  readonly relinks?: Readonly<Record<string, Relink>>;
  /** The page at the front, and whether the index says so. */
  readonly front?: { readonly page: number; readonly isTold: boolean };
}

const collections = ['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments'] as const;
const url = 'http://magazine.test';

export async function relinkedSite({ home = url, relinks = {}, front }: Permalinks): Promise<TestSite> {
  const site = await createSampleSite(url);
  const ask = async (address: string) =>
    JSON.parse(new TextDecoder().decode((await site.send({ method: 'GET', url: address, headers: {} })).body));
  const links = new Map<string, Map<number, string>>();
  for (const name of collections) {
    const found = new Map<number, string>();
    for (let page = 1; ; page++) {
      const rows: LinkedDocument[] = await ask(`${url}/wp-json/wp/v2/${name}?per_page=100&page=${page}`);
      for (const row of rows) {
        const path = row.link.slice(url.length);
        const own = relinks[name]?.(row, path) ?? path;
        found.set(row.id, `${home}${name === 'pages' && row.id === front?.page ? '/' : own}`);
      }
      if (rows.length < 100) break;
    }
    links.set(name, found);
  }
  const relinked = (name: string, row: unknown): unknown => {
    const link = links.get(name)?.get((row as LinkedDocument).id);
    return link !== undefined && Object.hasOwn(row as object, 'link') ? { ...(row as object), link } : row;
  };
  const shown = new Map(
    [...links].flatMap(([name, found]) =>
      [...found].map(([id, link]) => [decodeURIComponent(link), `/wp/v2/${name}/${id}`] as const),
    ),
  );
  const isRelinked = home !== url || Object.keys(relinks).length > 0 || front !== undefined;
  return {
    url,
    async send(request) {
      if (request.method === 'HEAD' && isRelinked) return headOf(request.url);
      const answer = await site.send(request);
      const { pathname } = new URL(request.url);
      const isIndex = /^\/wp-json\/?$/.test(pathname);
      if (answer.status !== 200 || (!isIndex && !links.has(collectionOf(pathname)))) return answer;
      const json = JSON.parse(new TextDecoder().decode(answer.body));
      return { ...answer, body: new TextEncoder().encode(JSON.stringify(rewritten(pathname, json, isIndex))) };
    },
  };

  /** What WordPress says of a page under these permalinks; the sample site knows its own alone. */
  function headOf(address: string): UpstreamResponse {
    const asked = decodeURIComponent(address.replace(url, home));
    const route = shown.get(asked);
    const isFront = asked.replace(/\/$/, '') === home;
    const api = `<${url}/wp-json/>; rel="https://api.w.org/"`;
    const alternate = `<${url}/wp-json${route}>; rel="alternate"; title="JSON"; type="application/json"`;
    const link = route ? `${api}, ${alternate}` : api;
    return { status: route || isFront ? 200 : 404, headers: { link }, body: new Uint8Array() };
  }

  function rewritten(pathname: string, json: unknown, isIndex: boolean): unknown {
    if (!isIndex) {
      const name = collectionOf(pathname);
      return Array.isArray(json) ? json.map((row) => relinked(name, row)) : relinked(name, json);
    }
    const index = json as Record<string, unknown>;
    const told = ['page_on_front', 'show_on_front'];
    const members = Object.entries(index).filter(([member]) => !told.includes(member) || front?.isTold !== false);
    const own = Object.fromEntries(members);
    return {
      ...own,
      ...('home' in index && { home }),
      ...(front?.isTold && 'page_on_front' in index && { page_on_front: front.page, show_on_front: 'page' }),
    };
  }
}

function collectionOf(pathname: string): string {
  return /^\/wp-json\/wp\/v2\/(\w+)(?:\/\d+)?$/.exec(pathname)?.[1] ?? '';
}
