/** What is found at an address: the page's own operation, and a second one for lists that only its answer names. */
import type { CardFragment, PageQuery } from '../graph/generated/graphql.ts';
import { Posts, TermContents } from '../graph/lists.ts';
import { Page } from '../graph/page.ts';
import { type Address, pageSize } from './address.ts';
import { ask } from './gateway.ts';

export type Resolved = NonNullable<PageQuery['resolve']>;
export type FoundNode = NonNullable<Resolved['node']>;
export type ContentNode = Extract<FoundNode, { content: string | null }>;
export type SearchNode = Extract<FoundNode, { __typename: 'SearchPage' }>;

/** A page of a list, in one of the two ways in which lists go on. */
export interface List {
  readonly nodes: readonly CardFragment[];
  readonly totalCount: number | null;
  /** How many numbered pages there are; `undefined` where a cursor leads on. */
  readonly pages?: number;
  readonly next?: string | null;
}

export interface Found {
  readonly status: number;
  readonly redirect: Resolved['redirect'];
  readonly node: FoundNode | null;
  readonly list: List | undefined;
  readonly data: PageQuery;
}

export async function find({ uri, page, after, isHome }: Address): Promise<Found> {
  const place = { size: pageSize, offset: (page - 1) * pageSize };
  const { data, isWhole } = await ask(Page, { uri, ...place, after, listsPosts: isHome });
  const resolved = data.resolve;
  // Nobody can say whether it is there.
  const status = resolved?.status ?? (isWhole ? 404 : 503);
  const node = status === 200 ? (resolved?.node ?? null) : null;
  const list = node ? await listAt(node, data, { place, after }) : undefined;
  const isMissing = status === 200 && (node === null || (page > 1 && list?.nodes.length === 0));
  if (isMissing) return { status: 404, redirect: null, node: null, list: undefined, data };
  return { status, redirect: resolved?.redirect ?? null, node, list, data };
}

interface Asked {
  readonly place: { readonly size: number; readonly offset: number };
  readonly after: string | null;
}

async function listAt(node: FoundNode, { posts }: PageQuery, { place, after }: Asked): Promise<List | undefined> {
  if ('sorted' in node) {
    if (node.taxonomy?.contentTypes.some(({ name }) => name === 'post')) return numbered(node.sorted);
    const { data } = await ask(TermContents, { id: node.id, size: place.size, after });
    return data.node && 'contents' in data.node ? led(data.node.contents) : undefined;
  }
  if ('posts' in node) return numbered(node.posts);
  if ('isPostsPage' in node && node.isPostsPage) return numbered((await ask(Posts, place)).data.posts);
  if (node.__typename !== 'ContentType') return undefined;
  return posts ? numbered(posts) : led(node.contents);
}

interface Connection {
  readonly totalCount: number | null;
  readonly nodes: readonly CardFragment[];
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function numbered(connection: Connection | null | undefined): List | undefined {
  if (!connection) return undefined;
  const { nodes, totalCount } = connection;
  return { nodes, totalCount, pages: Math.ceil((totalCount ?? nodes.length) / pageSize) };
}

function led(connection: Connection | null | undefined): List | undefined {
  if (!connection) return undefined;
  const { nodes, totalCount, pageInfo } = connection;
  return { nodes, totalCount, next: pageInfo?.hasNextPage ? pageInfo.endCursor : null };
}
