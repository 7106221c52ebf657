/**
 * The `Node` interface, and how a field leads to a document by its id.
 * Knows which type a document behind an interface is of, and what of it the operation is going to read.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.ts';
import { wishOf } from '../../graph/plan/selection.ts';
import type { Loaded } from '../../loaders/loaders.ts';
import { allOf, andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { readId, readIds } from '../../wordpress/values.ts';
import { type Builder, type DocumentType, type GraphContext, sourceOf } from './builder.ts';
import { decodeId, validId } from './ids.ts';
import { isDocumentType, resourceOf } from './resource-types.ts';

/** The types of values that were given out behind an interface. */
const typeNames = new WeakMap<object, string>();

/** Remembers the type of a value that an interface field is about to return. */
export function typed<T extends object>(value: T, typeName: string): T {
  typeNames.set(value, typeName);
  return value;
}

export function typeNameOf(value: object): string | undefined {
  return typeNames.get(value);
}

/**
 * The document whose id a document holds, of which the operation needs what is selected here; no request if that is only the
 * id. `null` for 0, and for what is no id.
 */
export function follow<D extends RestDocument>(
  typeName: DocumentType,
  route: string,
  held: unknown,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<D | null> {
  const id = readId(held);
  if (id === null) return null;
  const found = loaders.reference(route, id, wishOf(info, typeName)) as MaybePromise<Loaded<D> | null>;
  return andThen(found, (loaded) => loaded && sourceOf(loaded));
}

/** As `follow`, for many; those that are not there are left out. `null` for what is no list of ids. */
export function followAll<D extends RestDocument>(
  typeName: DocumentType,
  route: string,
  held: unknown,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<D[] | null> {
  const ids = readIds(held);
  if (ids === null) return null;
  const documents = allOf(ids, (id) => follow<D>(typeName, route, id, context, info));
  return andThen(documents, (found) => found.filter((document) => document !== null));
}

/** The document with this id, which is looked up even if only its id is selected: the answer says whether it exists. */
export function lookUp<D extends RestDocument>(
  typeName: DocumentType,
  id: number | null | undefined,
  { loaders }: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<D | null> {
  if (!id) return null;
  const { route } = resourceOf(loaders.site, typeName);
  const wish = { ...wishOf(info, typeName), verified: true };
  const found = loaders.reference(route, id, wish) as MaybePromise<Loaded<D> | null>;
  return andThen(found, (loaded) => loaded && typed(sourceOf(loaded), typeName));
}

/** What a global id names; `null` for what is not there, and for what was never an id. */
function lookUpNode(id: string, context: GraphContext, info: GraphQLResolveInfo): MaybePromise<object | null> {
  const decoded = decodeId(id);
  if (!decoded) return null;
  const { typeName, key } = decoded;
  if (isDocumentType(typeName)) return lookUp(typeName, validId(Number(key)), context, info);
  const { contentTypes, taxonomies } = context.loaders.site;
  const infos = typeName === 'ContentType' ? contentTypes : typeName === 'Taxonomy' ? taxonomies : [];
  const found = infos.find(({ name }) => name === key);
  return found ? typed(found, typeName) : null;
}

const mostNodes = 100;

export function defineNodes(builder: Builder): void {
  builder.interfaceType('Node', {
    description: 'Anything that can be fetched again by its global `id`.',
    resolveType: (value) => typeNameOf(value),
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types. Opaque: for `node(id:)` and for client caches.',
        resolve: () => {
          throw new Error('Every type gives its own id.');
        },
      }),
    }),
  });

  builder.queryFields((t) => ({
    node: t.field({
      type: 'Node',
      description:
        'The document, content type or taxonomy with this global id. `null` when it does not exist or may not be seen.',
      args: { id: t.arg.id({ required: true, description: 'A global id, as any `id` field gives it.' }) },
      extensions: { pressgraph: { follows: true } },
      resolve: (_root, { id }, context, info) => lookUpNode(String(id), context, info) as never,
    }),
    nodes: t.field({
      type: ['Node'],
      nullable: { list: false, items: true },
      description: `As \`node\`, for up to ${mostNodes} ids at once: one entry for each id, in the order given, \`null\` for what is not there.`,
      args: { ids: t.arg.idList({ required: true, description: 'Global ids.' }) },
      extensions: {
        pressgraph: { follows: true, size: ({ ids }: { ids: unknown }) => (Array.isArray(ids) ? ids.length : 1) },
      },
      resolve: (_root, { ids }, context, info) => {
        if (ids.length > mostNodes)
          throw badInput('ids', `${ids.length} ids are too many; ask for at most ${mostNodes} at a time.`);
        return allOf(ids, (id) => lookUpNode(String(id), context, info)) as never;
      },
    }),
  }));
}
