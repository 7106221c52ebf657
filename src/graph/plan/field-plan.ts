/**
 * What a field is, whatever it is called: which properties of its document it reads, where it leads, how much it gives out,
 * and its value. A dialect gives plans names, types and descriptions.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { Embeddable, PageNeeds } from '../../loaders/loaders.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { deferrableOf } from '../../wordpress/property-costs.ts';
import type { Relations } from '../../wordpress/relations.ts';
import type { Resource } from '../../wordpress/resources.ts';
import type { GraphContext } from '../context.ts';
import { GraphNode } from '../node.ts';
import type { Origin } from './origin.ts';

/**
 * Paths of the REST properties that a field reads of its document, or how they follow from its arguments and from what the
 * document is of.
 */
export type Reads = readonly string[] | ((args: never, of: Origin) => readonly string[]);

/** What a field tells of itself, so that an operation can be planned: its `extensions.pressgraph`. */
export interface FieldFacts {
  readonly reads?: Reads;
  /**
   * Its object is a part of the same document: what is read of that the fields below say, and `reads` where they say nothing.
   */
  readonly isPart?: boolean;
  /** What it reads is not among what documents are known to have: they may have it all the same. */
  readonly isUnlisted?: boolean;
  /** Where its value stands in documents, by WordPress' names from the document on, if a site has added it: `meta.page_count`. */
  readonly source?: string;
  /** Properties that help it where they are known: they come with others, and are never a reason to ask. */
  readonly hints?: readonly string[];
  /** It leads to documents that are looked up by id, so that its selection counts for all look-ups of the operation. */
  readonly looksUpById?: boolean;
  /** Where it leads from a document of a resource, where WordPress may send the neighbours along with the document. */
  readonly embeds?: (
    relations: Relations,
    from: Resource,
  ) => Omit<Embeddable, 'properties'> & { readonly to: Resource };
  /**
   * It gives out no documents but what stands between it and them, as a connection or an edge does: they are what the fields
   * below it lead to.
   */
  readonly dresses?: boolean;
  /** What it gives out counts as a document all the same. */
  readonly counts?: boolean;
  /** What of a page it needs, as a field below a list. */
  readonly needs?: keyof PageNeeds;
  /** How many it leads to, where a list is not as long as lists usually are. */
  readonly size?: number | ((args: never) => number);
}

/** Whether each object that a field gives out is a document to the limits of an operation. */
export function countsAsDocument({ dresses = false, counts = !dresses }: FieldFacts = {}): boolean {
  return counts;
}

export type Resolve<Source, Args, Out> = (
  source: Source,
  args: Args,
  context: GraphContext,
  info: GraphQLResolveInfo,
) => Out;

export interface FieldPlan<Source, Args, Out> extends FieldFacts {
  /** Is the field's resolver as it stands: a call around it would be made for every field of every document. */
  readonly value: Resolve<Source, Args, Out>;
}

declare module 'graphql' {
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the declaration that this adds to.
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs = any> {
    pressgraph?: FieldFacts;
  }
  interface GraphQLInputFieldExtensions {
    /** The argument that it becomes, if a site has added that. */
    pressgraph?: { readonly source: string };
  }
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are those of the declaration that this adds to.
  interface GraphQLObjectTypeExtensions<_TSource = any, _TContext = any> {
    /** What its objects are of, where they are documents. */
    pressgraph?: { readonly resource: Origin };
  }
}

type Property<D> = (keyof D & string) | `${keyof D & string}.${string}`;
type TopLevel<P> = P extends `${infer Name}.${string}` ? Name : P;

/**
 * Makes plans of fields that read documents of a kind. The value's document has just the properties that it declares, so that
 * one which reads another does not compile. `id` is always there.
 */
export function readsOf<D extends RestDocument>() {
  return <const P extends Property<D>, Args, Out>(
    reads: readonly P[],
    value: Resolve<GraphNode<Pick<D, (TopLevel<P> & keyof D) | 'id'>>, Args, Out>,
    facts: Omit<FieldFacts, 'reads'> = {},
  ): FieldPlan<GraphNode<Pick<D, (TopLevel<P> & keyof D) | 'id'>>, Args, Out> => ({
    ...facts,
    reads,
    value: isDeferrable(...reads) ? afterWhole(value) : value,
  });
}

/**
 * As `readsOf`, for a field whose arguments say what it reads.
 * @param property the one that it may have to wait for
 */
export function readsByArguments<D extends RestDocument, Args, Out>(
  property: Property<D>,
  reads: (args: Args) => readonly Property<D>[],
  value: Resolve<GraphNode<D>, Args, Out>,
): FieldPlan<GraphNode<D>, Args, Out> {
  return { reads, value: isDeferrable(property) ? afterWhole(value) : value };
}

/** Waits for what of the document is on its way. */
export function afterWhole<D extends RestDocument, Args, Out>(
  value: Resolve<GraphNode<D>, Args, Out>,
): Resolve<GraphNode<D>, Args, Out> {
  return (node, args, context, info) => {
    const { resource, whole } = node;
    if (!whole) return value(node, args, context, info);
    // A resolver may answer with a promise wherever it may answer with a value.
    return whole.then((document) => value(new GraphNode(resource, { document }), args, context, info)) as Out;
  };
}

/** Whether some of a document may still be on its way when the rest has come. */
export function isDeferrable(...paths: readonly string[]): boolean {
  return !deferrableOf(Properties.of(...paths)).isEmpty;
}
