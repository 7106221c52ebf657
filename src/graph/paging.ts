/**
 * Pages of the graph: how paging arguments are checked, and a page with the resources that its documents are of.
 * Source: the Relay cursor connections spec.
 */
import { badInput } from '../errors.ts';
import type { Page, PageArguments, PageEntry } from '../loaders/loaders.ts';
import { largestPage, type Resource } from '../wordpress/resources.ts';
import { GraphNode } from './node.ts';
import type { FieldFacts, FieldPlan } from './plan/field-plan.ts';

/** How many a list gives where it is not told. */
export const defaultPage = 10;

export interface PagingArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly offset?: number | null | undefined;
}

/** Where a page lies. */
export interface PagePlace extends Pick<Page, 'hasNextPage' | 'hasPreviousPage'> {
  readonly entries: readonly Pick<PageEntry, 'cursor'>[];
}

/** The source value of a connection. */
export interface NodeSource {
  readonly page: Page;
  nodes(): GraphNode[];
  edges(): NodeEdge[];
}

/** A page of a resource's documents. */
export class NodePage implements NodeSource {
  readonly resource: Resource;
  readonly page: Page;

  constructor(resource: Resource, page: Page) {
    this.resource = resource;
    this.page = page;
  }

  nodes(): GraphNode[] {
    return this.page.entries.map((entry) => new GraphNode(this.resource, entry));
  }

  edges(): NodeEdge[] {
    return this.page.entries.map((entry) => new NodeEdge(this.resource, entry));
  }
}

/** A document that tells of which resource it is. */
export interface MixedEntry extends PageEntry {
  readonly part: { readonly resource: Resource };
}

/** A page of documents of several resources. */
export class MixedPage implements NodeSource {
  readonly page: Omit<Page, 'entries'> & { readonly entries: readonly MixedEntry[] };

  constructor(page: MixedPage['page']) {
    this.page = page;
  }

  nodes(): GraphNode[] {
    return this.page.entries.map((entry) => new GraphNode(entry.part.resource, entry));
  }

  edges(): NodeEdge[] {
    return this.page.entries.map((entry) => new NodeEdge(entry.part.resource, entry));
  }
}

/** A node in its place. */
export class NodeEdge {
  readonly node: GraphNode;
  readonly #entry: PageEntry;

  constructor(resource: Resource, entry: PageEntry) {
    this.node = new GraphNode(resource, entry);
    this.#entry = entry;
  }

  get cursor(): string {
    return this.#entry.cursor;
  }
}

/** A page gives its documents by edges or directly; either way a list in it is as long as the page. */
export const pageNodes = plan<NodeSource, GraphNode[]>((page) => page.nodes(), { needs: 'documents', size: 1 });
export const pageEdges = plan<NodeSource, NodeEdge[]>((page) => page.edges(), {
  needs: 'documents',
  dresses: true,
  size: 1,
});
export const pageTotal = plan<NodeSource, number | null>(({ page }) => page.total ?? null, { needs: 'total' });
export const pageInfo = plan<NodeSource, Page>(({ page }) => page, { needs: 'documents', dresses: true });
export const edgeNode = plan<NodeEdge, GraphNode>(({ node }) => node, { needs: 'documents' });
export const edgeCursor = plan<NodeEdge, string>(({ cursor }) => cursor, { needs: 'cursors' });
export const hasNextPage = plan<PagePlace, boolean>((page) => page.hasNextPage, { needs: 'hasNextPage' });
export const hasPreviousPage = plan<PagePlace, boolean>((page) => page.hasPreviousPage, { needs: 'hasPreviousPage' });
export const startCursor = plan<PagePlace, string | null>(({ entries }) => entries[0]?.cursor ?? null, {
  needs: 'cursors',
});
export const endCursor = plan<PagePlace, string | null>(({ entries }) => entries.at(-1)?.cursor ?? null, {
  needs: 'cursors',
});

function plan<Source, Out>(value: (source: Source) => Out, facts: FieldFacts): FieldPlan<Source, unknown, Out> {
  return { ...facts, value };
}

/** @throws PressgraphError `BAD_USER_INPUT` naming the argument */
export function pageArguments(args: PagingArguments): PageArguments {
  const { first, last, offset } = args;
  const [after, before] = [placeIn(args.after), placeIn(args.before)];
  if (isGiven(first) && isGiven(last)) throw badInput('last', 'cannot be combined with "first"; use one of them.');
  checkCount('first', first);
  checkCount('last', last);
  if (isGiven(offset)) {
    if (offset < 0) throw badInput('offset', `must be 0 or more, not ${offset}.`);
    if (isGiven(last) || after !== undefined || before !== undefined) {
      throw badInput('offset', 'cannot be combined with "last", "after" or "before"; use it with "first".');
    }
  }
  return {
    ...(isGiven(last) ? { last } : { first: first ?? defaultPage }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
    ...(isGiven(offset) && offset > 0 && { offset }),
  };
}

/** How many a list leads to with these arguments, before they are checked. */
export function pageSize({ first, last }: PagingArguments): number {
  const size = Number(first ?? last ?? defaultPage) || 0;
  return Math.min(Math.max(size, 0), largestPage);
}

function checkCount(argument: string, count: number | null | undefined): void {
  if (isGiven(count) && (count < 0 || count > largestPage)) {
    throw badInput(argument, `must be between 0 and ${largestPage}, not ${count}.`);
  }
}

/** Clients that have no cursor yet send an empty one: it is at the end that a page without it begins at. */
function placeIn(cursor: string | null | undefined): string | undefined {
  return cursor || undefined;
}

/** GraphQL's `null` and absence mean the same for an optional argument. */
function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
