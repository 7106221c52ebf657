/**
 * The Pothos builder: the types' shapes, the scalars, and the one helper by which a field declares what it reads.
 * Knows the context of a request; every other file here defines one noun with it.
 */
import SchemaBuilder from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { DateTimeResolver, JSONResolver, LocalDateTimeResolver } from 'graphql-scalars';
import type { TextConversions } from '../../graph/fields/text-conversions.ts';
import type { FieldPlan, Reads } from '../../graph/plan/selection.ts';
import type { Loaded, Loaders } from '../../loaders/loaders.ts';
import type { Page, PageEntry } from '../../loaders/pages/page.ts';
import type {
  CommentDocument,
  ContentDocument,
  MediaDocument,
  PostDocument,
  RestDocument,
  SiteIndex,
  TermDocument,
  UserDocument,
} from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { deferrableOf } from '../../wordpress/property-costs.ts';
import type { ContentTypeInfo, TaxonomyInfo } from '../../wordpress/site.ts';

/** What resolvers get for a request. */
export interface GraphContext {
  readonly loaders: Loaders;
  /** The plain texts of its operation. */
  readonly texts: TextConversions;
}

export interface GraphTypes {
  Context: GraphContext;
  Scalars: {
    ID: { Input: string | number; Output: string };
    DateTime: { Input: Date; Output: string };
    LocalDateTime: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
  Interfaces: {
    Node: { readonly id: number } | ContentTypeInfo | TaxonomyInfo;
    Content: ContentDocument;
    Term: TermDocument;
  };
  Objects: {
    Post: PostDocument;
    Page: PostDocument;
    Media: MediaDocument;
    Author: UserDocument;
    Category: TermDocument;
    Tag: TermDocument;
    Comment: CommentDocument;
    ContentType: ContentTypeInfo;
    Taxonomy: TaxonomyInfo;
    Site: SiteIndex;
    PageInfo: Page;
  } & { [Connection in `${ConnectedType}Connection`]: Page } & { [Edge in `${ConnectedType}Edge`]: PageEntry };
}

/** The types that connections lead to. */
export type ConnectedType = 'Post' | 'Page' | 'Media' | 'Author' | 'Category' | 'Tag' | 'Comment';

/** The types whose documents come from a collection of their own. */
export type DocumentType = ConnectedType;

type Types = PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>;

export type Builder = PothosSchemaTypes.SchemaBuilder<Types>;

/** What the `fields` function of a type gets, for fields that several types share. */
export type FieldsOf<Document> = PothosSchemaTypes.ObjectFieldBuilder<Types, Document>;

export function createBuilder(): Builder {
  const builder = new SchemaBuilder<GraphTypes>({});
  builder.addScalarType('JSON', JSONResolver, {
    description: 'Any JSON value, as WordPress or a plugin stored it.',
  });
  builder.addScalarType('DateTime', DateTimeResolver, {
    description: 'A moment in UTC, as RFC 3339: `2024-05-16T16:00:28.000Z`.',
  });
  builder.addScalarType('LocalDateTime', LocalDateTimeResolver, {
    description:
      "A date and time as the site's clock shows it, without an offset: `2024-05-16T16:00:28`. The zone is `site.timezone`.",
  });
  return builder;
}

type Resolve<Document, Args, Result> = (
  document: Document,
  args: Args,
  context: GraphContext,
  info: GraphQLResolveInfo,
) => Result;

type Property<D> = (keyof D & string) | `${keyof D & string}.${string}`;
type TopLevel<P> = P extends `${infer Name}.${string}` ? Name : P;

/**
 * Declares what a field reads: options to spread into a field of `D`. The resolver's document has just these properties,
 * so that a resolver which reads another does not compile. `id` is always there.
 */
export function readsOf<D extends RestDocument>() {
  return <const P extends Property<D>, Args, Result>(
    properties: readonly P[],
    resolve: Resolve<Pick<D, (TopLevel<P> & keyof D) | 'id'>, Args, Result>,
    plan: Omit<FieldPlan, 'reads'> = {},
  ) => ({
    resolve: isDeferrable(...properties) ? withDeferred(resolve) : resolve,
    extensions: { pressgraph: { reads: properties, ...plan } },
  });
}

function isDeferrable(...paths: readonly string[]): boolean {
  return !deferrableOf(Properties.of(...paths)).isEmpty;
}

const wholes = new WeakMap<RestDocument, Promise<RestDocument>>();

/** A loaded document as resolvers take one; what of it is on its way is waited for by those that read it. */
export function sourceOf<D extends RestDocument>({ document, whole }: Loaded<D>): D {
  if (whole) wholes.set(document, whole);
  return document;
}

/** The document with its deferred properties, while these are on their way. */
export function wholeOf<D extends RestDocument>(document: D): Promise<D> | undefined {
  return wholes.get(document) as Promise<D> | undefined;
}

/** Waits for the deferred properties of its document. */
function withDeferred<D extends RestDocument, Args, Result>(
  resolve: Resolve<D, Args, Result>,
): Resolve<D, Args, Result> {
  return (document, args, context, info) => {
    const whole = wholeOf(document);
    if (!whole) return resolve(document, args, context, info);
    // A resolver may answer with a promise wherever it may answer with a value.
    return whole.then((arrived) => resolve(arrived, args, context, info)) as Result;
  };
}

/** As `readsOf`, for a field that reads other properties of one kind depending on its arguments. */
export function readsByArguments<D extends RestDocument, Args, Result>(
  kind: Property<D>,
  reads: (args: Args) => readonly Property<D>[],
  resolve: Resolve<D, Args, Result>,
) {
  return {
    resolve: isDeferrable(kind) ? withDeferred(resolve) : resolve,
    extensions: { pressgraph: { reads: reads as Reads } },
  };
}
