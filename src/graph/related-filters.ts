/**
 * What a `where` asks of the documents that belong to a node, beside their belonging to it.
 * Knows that the relation takes a REST argument for itself: what a filter says by the same one is settled here, or refused.
 */
import { badInput } from '../errors.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { ToManyRelation } from '../wordpress/relations.ts';
import type { FilterQuery, FilterScope } from './filter-kinds.ts';
import { filterQuery, idsIn } from './filters.ts';
import type { Offer } from './lists.ts';
import type { GraphNode } from './node.ts';

/** Where the documents of a list belong. */
export interface Belonging {
  readonly node: GraphNode;
  readonly relation: ToManyRelation;
  /** Whether those of its descendants belong to it as well. */
  readonly withDescendants?: boolean;
}

/** @throws PressgraphError `BAD_USER_INPUT` for what WordPress cannot filter by beside the relation */
export async function relatedQuery(
  offer: Offer,
  belonging: Belonging,
  where: object,
  scope: FilterScope,
): Promise<FilterQuery> {
  const query = await filterQuery(offer.filters, where, scope);
  if (query === null) return null;
  return belonging.node.resource.family === 'term'
    ? ofTerm(offer, belonging, query)
    : ofOwner(belonging.relation.filter, belonging.node.document.id, query);
}

/** A document belongs to one owner: filters by owners let it pass, or leave nothing. */
function ofOwner(filter: string, owner: number, query: Query): FilterQuery {
  const { [filter]: owners, [`${filter}_exclude`]: others, ...rest } = query;
  const isLetPass = owners === undefined || idsIn(owners).includes(owner);
  return isLetPass && !(others !== undefined && idsIn(others).includes(owner)) ? rest : null;
}

/** A document may have several terms, of which WordPress takes one set for each taxonomy. */
function ofTerm({ filters, resource }: Offer, belonging: Belonging, query: Query): FilterQuery {
  const { node, relation, withDescendants } = belonging;
  const nameOf = (argument: string) => `where.${filters.find((filter) => filter.argument === argument)?.name}`;
  const { tax_relation: combined, [relation.filter]: terms, ...rest } = query;
  const isToldTwice = terms !== undefined && (withDescendants || !idsIn(terms).includes(node.document.id));
  if (isToldTwice || `${relation.filter}[terms]` in query) {
    throw badInput(
      nameOf(relation.filter),
      'cannot be given beside the term that the list is of. Filter the list of all documents by both terms, with "operator: AND".',
    );
  }
  const arguments_ = resource.sorters.flatMap((sorter) => [sorter, `${sorter}_exclude`]);
  const isGiven = (name: string) => name in rest || `${name}[terms]` in rest;
  if (combined === 'OR' && arguments_.filter(isGiven).length > 1) {
    throw badInput(
      nameOf('tax_relation'),
      'cannot be OR beside the term that the list is of: WordPress would take that for one of the choices.',
    );
  }
  return rest;
}
