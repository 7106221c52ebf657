/**
 * What a front end asks for to draw a page by its address: all that is on it, and all around it.
 */
import { expect } from 'vitest';
import type { Graph } from './graph.ts';
import type { SiteInRounds } from './rounds.ts';

const seo = `seo {
  source title description canonical robots
  openGraph { type title description url siteName publishedTime modifiedTime images { url width height alt } }
  breadcrumbs { text uri }
}`;
const picture = 'featuredMedia { altText srcSet(widths: [320, 640, 1280]) }';
const listed = 'posts(first: 10) { nodes { title uri date excerpt(words: 20) } }';

/** Whatever stands there: a front end has one operation for all addresses. */
const pageOperation = `query Page($uri: String!) {
  site { name description url timezone }
  menu(by: { location: "primary" }) { name items { label uri url target children { label uri children { label uri } } } }
  resolve(uri: $uri) {
    status
    redirect { location status }
    node {
      __typename
      id
      ... on Post {
        title uri date content ${picture} ${seo}
        author { name uri }
        categories { name uri }
        tags { name uri }
        related(first: 3) { node { title uri } }
      }
      ... on Page { title uri content ${picture} ${seo} }
      ... on Category { name uri ${seo} ${listed} }
      ... on Author { name uri ${seo} ${listed} }
      ... on ContentType { uri isPostsPage }
    }
  }
}`;

/** Addresses of the magazine, with what stands there. */
export const drawnPages = [
  ['/2024/11/02/the-long-way-round/', 'Post'],
  ['/2023/11/25/a-short-history-of-the-foghorn/', 'Post'],
  ['/about/team/', 'Page'],
  ['/category/coast-sea/harbours/', 'Category'],
  ['/author/marta-vale/', 'Author'],
  ['/', 'ContentType'],
] as const;

/** Draws a page where nothing is known, and again. @param menu the name of the one above it; `null` where nobody opens it */
export async function expectFewRequests(
  { graph, site }: { readonly graph: Graph; readonly site: SiteInRounds },
  [uri, typeName]: readonly [uri: string, typeName: string],
  menu: string | null,
): Promise<void> {
  const cold = await graph.data(pageOperation, { variables: { uri } });
  const asked = graph.requests.map(({ method = 'GET', route, query }) => `${method} ${route} ${JSON.stringify(query)}`);
  expect(cold.resolve).toMatchObject({ status: 200, redirect: null, node: { __typename: typeName, uri } });
  expect(cold.menu?.name ?? null).toBe(menu);
  expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
  expect(site.takeRounds(), asked.join('\n')).toBeLessThanOrEqual(3);
  expect(await graph.data(pageOperation, { variables: { uri }, warm: true })).toEqual(cold);
  expect(graph.requests).toEqual([]);
}
