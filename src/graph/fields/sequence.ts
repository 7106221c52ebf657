/**
 * What stands around content of its own type: the next and the previous one by date, and what has terms in common with it.
 * Knows what WordPress' own themes show there (`get_adjacent_post`), and that what is not published has no place among the others.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.ts';
import { allOf, type MaybePromise } from '../../maybe-promise.ts';
import type { ContentDocument, RestDocument } from '../../wordpress/documents.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readDate, readIds, readMember, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import { listingOf } from '../lists.ts';
import { GraphNode } from '../node.ts';
import { Orders } from '../orders.ts';
import type { FieldPlan } from '../plan/field-plan.ts';
import type { Registry } from '../registry.ts';
import { gathered, lookUp } from '../relations.ts';

interface Neighbouring {
  /** A taxonomy, by WordPress' name: only among what has a term of it in common. */
  readonly inSame?: string | null | undefined;
}

/** The state of what everybody may see. */
const published = 'publish';

/** The one by which documents of a resource have the terms of a taxonomy. */
function sorterOf({ taxonomies, sorters }: Resource, taxonomy: string): string | undefined {
  return sorters[taxonomies.indexOf(taxonomy)];
}

/** The next or the previous one of its type, by date, then id. */
export function adjacent(
  resource: Resource,
  side: 'next' | 'previous',
): FieldPlan<GraphNode, Neighbouring, Promise<GraphNode | null>> {
  return {
    reads: ({ inSame }: Neighbouring) => {
      const sorter = inSame ? sorterOf(resource, inSame) : undefined;
      return ['date', 'status', ...(sorter === undefined ? [] : [sorter])];
    },
    looksUpById: true,
    value: async ({ document }: GraphNode<ContentDocument>, { inSame }, context, info) => {
      const { loaders, selection } = context;
      const query = inSame ? sharing(resource, inSame, document) : {};
      const date = readDate(document.date);
      if (query === null || date === null || (readText(document.status) ?? published) !== published) return null;
      const place = { id: document.id, date };
      const listing = { route: resource.route, query, side };
      const id = await loaders.adjacent(listing, place, selection.own(info, resource));
      return lookUp(resource, id, context, info);
    },
  };
}

/** REST arguments for what shares a term of a taxonomy; `null` where there is none to share. */
function sharing(resource: Resource, taxonomy: string, document: RestDocument) {
  const sorter = sorterOf(resource, taxonomy);
  if (sorter === undefined) {
    const known = resource.taxonomies.map((name) => `"${name}"`).join(', ') || 'none';
    throw badInput('inSame', `no taxonomy "${taxonomy}" sorts the type "${resource.type}"; there are: ${known}.`);
  }
  const ids = readIds(readMember(document, sorter)) ?? [];
  return ids.length > 0 ? { [sorter]: [...ids].sort((one, other) => one - other) } : null;
}

/** Content that has terms in common with other content. */
export class RelatedContent {
  readonly node: GraphNode;
  /** The ids of the terms in common, by taxonomy. */
  readonly shared: readonly { readonly taxonomy: Resource; readonly ids: readonly number[] }[];

  constructor(node: GraphNode, shared: RelatedContent['shared']) {
    this.node = node;
    this.shared = shared;
  }
}

/** As many can be asked for of one document. */
export const mostRelated = 50;

interface RelatedArguments {
  readonly first: number;
}

const byDate = Orders.ofContent().order(null);
const noPlace = { total: false, cursors: false, hasNextPage: false, hasPreviousPage: false };

/** What of its type shares a term with it, newest first. */
export function related(
  resource: Resource,
  registry: Registry,
): FieldPlan<GraphNode, RelatedArguments, Promise<RelatedContent[]>> {
  const { sorters, taxonomies, filters } = resource;
  const sorting = taxonomies.flatMap((type, index) => {
    const [taxonomy, sorter] = [registry.ofType(type), sorters[index]];
    return taxonomy && sorter !== undefined && filters.includes(sorter) ? [{ taxonomy, sorter }] : [];
  });
  const termsOf = (document: RestDocument) =>
    sorting.map(({ taxonomy, sorter }) => ({ taxonomy, sorter, ids: readIds(readMember(document, sorter)) ?? [] }));
  return {
    reads: sorting.map(({ sorter }) => sorter),
    dresses: true,
    size: ({ first }: RelatedArguments) => Math.min(Math.max(0, Number(first) || 0), mostRelated),
    value: async ({ document }, { first }, context, info) => {
      if (first < 0 || first > mostRelated)
        throw badInput('first', `must be between 0 and ${mostRelated}, not ${first}.`);
      const own = termsOf(document).filter(({ ids }) => ids.length > 0);
      if (own.length === 0 || first === 0) return [];
      const found = await listSharing(resource, own, first + 1, sorters, context, info);
      const others = found.filter(({ document: { id } }) => id !== document.id).slice(0, first);
      return others.map((node) => {
        const shared = termsOf(node.document).map(({ taxonomy, ids }) => {
          const held = own.find((each) => each.taxonomy === taxonomy)?.ids ?? [];
          return { taxonomy, ids: ids.filter((id) => held.includes(id)) };
        });
        return new RelatedContent(node, shared);
      });
    },
  };
}

/** Documents that have one of these terms, newest first: by one request where WordPress takes them as a choice, else by one for each taxonomy. */
async function listSharing(
  resource: Resource,
  terms: readonly { readonly sorter: string; readonly ids: readonly number[] }[],
  count: number,
  sorters: readonly string[],
  { loaders, selection, tell }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<GraphNode[]> {
  const queries = terms.map(({ sorter, ids }) => ({ [sorter]: [...ids].sort((one, other) => one - other) }));
  const isOne = queries.length === 1 || resource.filters.includes('tax_relation');
  const choice = queries.length > 1 ? { tax_relation: 'OR' } : {};
  const asked = isOne ? [Object.assign({}, ...queries, choice) as Record<string, number[]>] : queries;
  const documents = selection.own(info, resource).with('date', ...sorters);
  const pages = await allOf(asked, (query) =>
    loaders.page(listingOf(resource, query, byDate), { first: count }, { ...noPlace, documents }),
  );
  for (const { lost } of pages) if (lost) tell(lost, info);
  const found = new Map(pages.flatMap(({ entries }) => entries.map((entry) => [entry.document.id, entry] as const)));
  const dateOf = (document: ContentDocument) => readDate(document.date) ?? '';
  return [...found.values()]
    .sort(({ document: one }, { document: other }) =>
      dateOf(one) === dateOf(other) ? other.id - one.id : dateOf(one) < dateOf(other) ? 1 : -1,
    )
    .map((entry) => new GraphNode(resource, entry));
}

/** Terms that a document usually shares. */
const usualShared = 3;

/** The terms in common. */
export const sharedTerms: FieldPlan<RelatedContent, unknown, MaybePromise<GraphNode[]>> = {
  looksUpById: true,
  size: usualShared,
  value: ({ shared }, _args, context, info) => {
    const terms = shared.flatMap(({ taxonomy, ids }) => ids.map((id) => ({ taxonomy, id })));
    return gathered(terms, ({ taxonomy, id }) => lookUp(taxonomy, id, context, info), context, info);
  },
};
export const relatedNode: FieldPlan<RelatedContent, unknown, GraphNode> = { value: ({ node }) => node };
