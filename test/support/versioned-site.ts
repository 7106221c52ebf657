/**
 * A site of posts and comments whose values name the version that they are of, asked as look-ups ask it: without HTTP.
 * Knows WordPress' arguments as far as look-ups use them, and tells a listener everything that it says.
 */
import type { RestAnswer, RestGet } from '../../src/wordpress/http/client.ts';
import type { Query } from '../../src/wordpress/http/rest-root.ts';
import { askedOf, type Members } from './asked-fields.ts';

export const posts = '/wp/v2/posts';
export const comments = '/wp/v2/comments';

/** What a document holds that can be read: names with a dot are parts. */
export const leaves = [
  'slug',
  'author',
  'title.rendered',
  'content.rendered',
  'content.protected',
  'excerpt.rendered',
  'meta.x.a',
  'meta.x.b',
  'meta.y',
  'acf.hero.title',
  'acf.hero.image',
  'acf.footer',
] as const;

/** An answer to somebody who listens: what was asked of each document, and the document whole. */
export interface Said {
  readonly route: string;
  readonly fields: readonly string[];
  readonly documents: readonly Members[];
  /** Ids that were asked for by name and are not there. */
  readonly lacking: readonly number[];
}

export interface VersionedSite {
  readonly get: RestGet;
  /** Ids of the documents that are there, in the order of their lists. */
  ids(route: string, owner?: number): readonly number[];
  edit(route: string, id: number): void;
  /** Takes a document away, or puts it back. */
  toggle(route: string, id: number): void;
}

const slugOf = (id: number) => `document-${id}`;
/** The post that a comment belongs to. */
const ownerOf = (id: number) => ((id - 11) % 3) + 1;

/** At some versions, some members are missing or of another kind, as plugins make them. */
function documentOf(route: string, id: number, version: number): Members {
  const value = (name: string) => `${name} ${id} v${version}`;
  const document = {
    id,
    date: `2024-01-01T00:00:${id}`,
    slug: slugOf(id),
    ...(route === comments && { post: ownerOf(id) }),
    author: version,
    title: { rendered: value('title') },
    content: { rendered: value('content'), protected: version % 2 === 0 },
    excerpt: { rendered: value('excerpt') },
    meta: { x: { a: value('a'), b: value('b') }, y: value('y') },
    acf: { hero: { title: value('hero'), image: version }, footer: value('footer') },
  };
  const oddities: readonly Members[] = [
    {},
    {},
    { meta: [] },
    { acf: { hero: false } },
    { meta: { x: 'x' } },
    { acf: [] },
  ];
  const odd = oddities[(id + version) % oddities.length];
  const { excerpt, ...others } = document;
  return { ...others, ...((id + version) % 4 > 0 && { excerpt }), ...odd };
}

export function versionedSite(hear: (said: Said) => void): VersionedSite {
  const versions = new Map<string, Map<number, number>>([
    [posts, new Map([11, 12, 13, 14].map((id) => [id - 10, 1]))],
    [comments, new Map([11, 12, 13, 14, 15].map((id) => [id, 1]))],
  ]);
  // There is something that can appear.
  const gone = new Set([`${posts}/3`, `${comments}/14`]);

  const versionsOf = (route: string) => {
    const found = versions.get(route);
    if (!found) throw new Error(`${route} is asked for, which the site does not have.`);
    return found;
  };
  const ids = (route: string, owner?: number) =>
    [...versionsOf(route).keys()]
      .filter((id) => !gone.has(`${route}/${id}`) && (owner === undefined || ownerOf(id) === owner))
      .sort((one, other) => other - one);

  function matching(route: string, query: Query): number[] {
    const named = (name: string) => (query[name] === undefined ? undefined : [query[name]].flat().map(String));
    const [include, slugs, owners] = [named('include'), named('slug'), named('post')];
    return ids(route).filter(
      (id) =>
        (include?.includes(String(id)) ?? true) &&
        (slugs?.includes(slugOf(id)) ?? true) &&
        (owners?.includes(String(ownerOf(id))) ?? true),
    );
  }

  async function get({ route, query = {} }: Parameters<RestGet>[0]): Promise<RestAnswer> {
    const found = matching(route, query);
    const size = Number(query.per_page ?? 10);
    const start = (query.offset as number | undefined) ?? (Number(query.page ?? 1) - 1) * size;
    const documents = found
      .slice(start, start + size)
      .map((id) => documentOf(route, id, versionsOf(route).get(id) ?? 0));
    const fields = String(query._fields).split(',');
    const include = [query.include ?? []].flat().map(Number);
    hear({ route, fields, documents, lacking: include.filter((id) => !found.includes(id)) });
    const body = documents.map((document) => askedOf(document, fields));
    const bytes = JSON.stringify(body).length;
    return { body, bytes, total: found.length, totalPages: Math.ceil(found.length / size), date: Date.now() };
  }

  return {
    get,
    ids,
    edit: (route, id) => void versionsOf(route).set(id, (versionsOf(route).get(id) ?? 0) + 1),
    toggle(route, id) {
      const key = `${route}/${id}`;
      if (!gone.delete(key)) gone.add(key);
    },
  };
}

/** The slug of a document, and of no other. */
export { slugOf };
