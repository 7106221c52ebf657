// Knows the least that the list query can cost over REST: the list, then its authors, categories and images at once.
// This is what somebody would write by hand for this one query, and what a gateway is measured against.

import { Pool } from 'undici';
import type { GraphPost } from './list-query.ts';

interface WirePost {
  readonly id: number;
  readonly title: { readonly rendered: string };
  readonly date: string;
  readonly excerpt: { readonly rendered: string };
  readonly author: number;
  readonly categories: readonly number[];
  readonly featured_media: number;
}

interface WireNamed {
  readonly id: number;
  readonly name: string;
}

interface WireMedia {
  readonly id: number;
  readonly source_url: string;
}

export interface BareScript {
  list(first: number, offset: number): Promise<GraphPost[]>;
  /** WordPress' own way to have all in one answer. */
  embedded(first: number, offset: number): Promise<EmbeddedPost[]>;
  /** The same, told which fields and which links are wanted. */
  embeddedOnly(first: number, offset: number): Promise<EmbeddedPost[]>;
  close(): Promise<void>;
}

export interface EmbeddedPost extends WirePost {
  readonly _embedded: {
    readonly author?: readonly WireNamed[];
    readonly 'wp:term'?: readonly (readonly (WireNamed & { readonly taxonomy: string })[])[];
    readonly 'wp:featuredmedia'?: readonly WireMedia[];
  };
}

const links = ['author', 'wp:term', 'wp:featuredmedia'];
const embeddedFields = ['title', 'date', 'excerpt', ...links.map((link) => `_links.${link}`), '_embedded'];
const postFields = 'id,title,date,excerpt,author,categories,featured_media';

/** @param restRoot without a slash at its end */
export function createBareScript(restRoot: string, connections = 8): BareScript {
  const { origin, pathname } = new URL(restRoot);
  const pool = new Pool(origin, { connections, pipelining: 1 });

  const get = async <T>(routeAndQuery: string): Promise<T> => {
    const headers = { accept: 'application/json' };
    const path = `${pathname}/wp/v2/${routeAndQuery}`;
    const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${path} was answered ${statusCode}: ${text.slice(0, 200)}`);
    return JSON.parse(text) as T;
  };
  const byId = async <T extends { readonly id: number }>(
    route: string,
    ids: Iterable<number>,
    fields: string,
  ): Promise<Map<number, T>> => {
    const wanted = [...new Set(ids)].filter((id) => id > 0);
    if (wanted.length === 0) return new Map();
    const found = await get<T[]>(`${route}?include=${wanted.join(',')}&per_page=${wanted.length}&_fields=${fields}`);
    return new Map(found.map((document) => [document.id, document]));
  };

  return {
    async list(first, offset) {
      const posts = await get<WirePost[]>(`posts?per_page=${first}&offset=${offset}&_fields=${postFields}`);
      const [users, categories, media] = await Promise.all([
        byId<WireNamed>(
          'users',
          posts.map(({ author }) => author),
          'id,name',
        ),
        byId<WireNamed>(
          'categories',
          posts.flatMap((post) => post.categories),
          'id,name',
        ),
        byId<WireMedia>(
          'media',
          posts.map(({ featured_media }) => featured_media),
          'id,source_url',
        ),
      ]);
      return posts.map((post) => {
        const author = users.get(post.author);
        const image = media.get(post.featured_media);
        return {
          title: post.title.rendered,
          date: post.date,
          excerpt: post.excerpt.rendered,
          author: author ? { name: author.name } : null,
          categories: post.categories.flatMap((id) => categories.get(id) ?? []).map(({ name }) => ({ name })),
          featuredMedia: image ? { sourceUrl: image.source_url } : null,
        };
      });
    },
    embedded: (first, offset) => get<EmbeddedPost[]>(`posts?_embed&per_page=${first}&offset=${offset}`),
    embeddedOnly: (first, offset) =>
      get<EmbeddedPost[]>(`posts?_embed=${links}&per_page=${first}&offset=${offset}&_fields=${embeddedFields}`),
    close: () => pool.close(),
  };
}

/** What the list query asks for, taken out of WordPress' embedded answer. */
export function unembedded(posts: readonly EmbeddedPost[]): GraphPost[] {
  return posts.map(({ title, date, excerpt, _embedded: embedded }) => {
    const author = embedded.author?.[0];
    const image = embedded['wp:featuredmedia']?.[0];
    const terms = embedded['wp:term']?.flat() ?? [];
    return {
      title: title.rendered,
      date,
      excerpt: excerpt.rendered,
      // What cannot be embedded is there all the same, as an error without the property.
      author: author?.name === undefined ? null : { name: author.name },
      categories: terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ name }) => ({ name })),
      featuredMedia: image?.source_url === undefined ? null : { sourceUrl: image.source_url },
    };
  });
}
