// Knows the list query, which is what nearly everything here asks, and the one shape that all its answers are compared in.

import { decodeHTML } from 'entities';

const fields = 'nodes { title date excerpt author { name } categories { name } featuredMedia { sourceUrl } }';

/** The first posts of the site. */
export const listQuery = `query List($first: Int!) { posts(first: $first) { ${fields} } }`;

/** Posts from any place of the site. */
const pageQuery = `query Page($first: Int!, $offset: Int!) { posts(first: $first, offset: $offset) { ${fields} } }`;

export const pageRequestBody = (first: number, offset: number): string =>
  JSON.stringify({ query: pageQuery, variables: { first, offset } });

export interface GraphPost {
  readonly title: string;
  readonly date: string;
  readonly excerpt: string | null;
  readonly author: { readonly name: string } | null;
  readonly categories: readonly { readonly name: string }[];
  readonly featuredMedia: { readonly sourceUrl: string } | null;
}

export interface ListAnswer {
  readonly data?: { readonly posts: { readonly nodes: readonly GraphPost[] } };
  readonly errors?: unknown;
}

/** A post as all runners must tell it. */
export interface ListedPost {
  readonly title: string;
  readonly date: string;
  readonly excerpt: string | null;
  readonly author: string | null;
  readonly categories: readonly string[];
  readonly image: string | null;
}

/**
 * Names come with or without entities, categories in the order of ids or of names, and the excerpt behind a password as an
 * empty text or as `null`: none of this is what is compared.
 */
export function listed(posts: readonly GraphPost[]): ListedPost[] {
  return posts.map(({ title, date, excerpt, author, categories, featuredMedia }) => ({
    title,
    date,
    excerpt: excerpt || null,
    author: author ? decodeHTML(author.name) : null,
    categories: categories.map(({ name }) => decodeHTML(name)).sort(),
    image: featuredMedia?.sourceUrl ?? null,
  }));
}

export function listRequestBody(first: number): string {
  return JSON.stringify({ query: listQuery, variables: { first } });
}

export function nodesOf({ data, errors }: ListAnswer): readonly GraphPost[] {
  if (errors !== undefined || !data) throw new Error(`GraphQL errors: ${JSON.stringify(errors).slice(0, 500)}`);
  return data.posts.nodes;
}

/** As a client sends it, for a gateway in the same process. */
export function asRequest(body: string): Request {
  return new Request('http://bench.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  });
}
