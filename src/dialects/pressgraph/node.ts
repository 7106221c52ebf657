/**
 * The `Node` interface with its global ids, and the fields by which every document is known.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.ts';
import type { GraphContext } from '../../graph/context.ts';
import { link, uri } from '../../graph/fields/addresses.ts';
import { meta } from '../../graph/fields/attributes.ts';
import { restProperty } from '../../graph/fields/rest-property.ts';
import { IndexNode, lookUpSite } from '../../graph/fields/site.ts';
import { intId, validId } from '../../graph/ids.ts';
import { GraphNode } from '../../graph/node.ts';
import { OtherNode } from '../../graph/other-node.ts';
import { lookUp } from '../../graph/relations.ts';
import { allOf, caught, type MaybePromise } from '../../maybe-promise.ts';
import { type Fields, type FieldsOf, planned } from './builder.ts';
import type { AnyNode, Draft } from './draft.ts';
import { siteKey } from './site.ts';

/** The fields that every document has. @param described what they say of a type's documents */
export function identityFields(
  t: FieldsOf<GraphNode>,
  { registry, databaseId, inputs, identities: { ids } }: Draft,
  described: { readonly databaseId: string; readonly link: string; readonly uri: string },
): Fields {
  return {
    id: t.id({
      nullable: false,
      description: 'Global id, unique over all types.',
      resolve: ({ resource, document }) => ids.encode(registry.nameOf(resource), document.id),
    }),
    databaseId: t.field({
      type: databaseId,
      nullable: false,
      description: described.databaseId,
      resolve: databaseId === 'Int' ? ({ document }) => intId(document.id) : ({ document }) => document.id,
    }),
    link: t.string({ description: described.link, ...planned(link) }),
    uri: t.string({
      description: described.uri,
      args: {
        form: t.arg({
          type: inputs.addressForm,
          required: true,
          defaultValue: 'ENCODED',
          description: 'How to write what is not ASCII. Routers want `DECODED`; `by: { uri }` takes either.',
        }),
      },
      ...planned(uri),
    }),
    meta: t.field({
      type: 'JSON',
      description: 'Custom fields that the site registered for the REST API, by name.',
      ...planned(meta),
    }),
    rest: t.field({
      type: 'JSON',
      description:
        'Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected.',
      args: {
        property: t.arg.string({
          required: true,
          description:
            'Its name, `cmb2`, or the path to something in it, `acf.hero.title`, with numbers for the places of lists, `cmb2.box.0.name`. A name with a dot in it cannot be told from a path: ask for what holds it.',
        }),
      },
      ...planned(restProperty),
    }),
  };
}

/** What a type's name and a key stand for; `null` for what is not there. */
function resolveEntity(
  { registry, kinds }: Draft,
  typeName: string,
  key: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<AnyNode | null> {
  const resource = registry.named(typeName);
  if (resource) return lookUp(resource, validId(Number(key)), context, info);
  if (typeName === 'Site') return key === siteKey ? lookUpSite(context, info) : null;
  const kind = kinds.find((other) => other.typeName === typeName);
  if (kind) return kind.find(key, context, info);
  const { contentTypes, taxonomies } = context.loaders.site;
  if (typeName === 'ContentType') return contentTypes.find(({ name }) => name === key) ?? null;
  return (typeName === 'Taxonomy' && taxonomies.find(({ name }) => name === key)) || null;
}

/** What a global id names; `null` for what is not there, and for what was never an id. */
function lookUpNode(
  draft: Draft,
  id: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<AnyNode | null> {
  const decoded = draft.identities.ids.decode(id);
  return decoded && resolveEntity(draft, decoded.typeName, decoded.key, context, info);
}

const mostNodes = 100;

export function defineNode(draft: Draft): void {
  const { builder, registry } = draft;
  draft.anyNode.implement({
    description: 'Anything that can be fetched again by its global `id`.',
    resolveType(value) {
      if (value instanceof GraphNode) return registry.nameOf(value.resource);
      if (value instanceof IndexNode) return 'Site';
      if (value instanceof OtherNode) return draft.kinds.find((kind) => kind.isOne(value))?.typeName;
      return 'taxonomies' in value ? 'ContentType' : 'Taxonomy';
    },
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
      type: draft.anyNode,
      description:
        'The document, content type, taxonomy or site with this global id. `null` when it does not exist or may not be seen.',
      args: { id: t.arg.id({ required: true, description: 'A global id, as any `id` field gives it.' }) },
      extensions: { pressgraph: { looksUpById: true } },
      resolve: (_root, { id }, context, info) => lookUpNode(draft, String(id), context, info),
    }),
    nodes: t.field({
      type: [draft.anyNode],
      nullable: { list: false, items: true },
      description: `As \`node\`, for up to ${mostNodes} ids at once: one entry for each id, in the order given, \`null\` for what is not there.`,
      args: { ids: t.arg.idList({ required: true, description: 'Global ids.' }) },
      extensions: {
        pressgraph: { looksUpById: true, size: ({ ids }: { ids: unknown }) => (Array.isArray(ids) ? ids.length : 1) },
      },
      resolve: (_root, { ids }, context, info) => {
        if (ids.length > mostNodes)
          throw badInput('ids', `${ids.length} ids are too many; ask for at most ${mostNodes} at a time.`);
        // An error among them is that of its place alone.
        return allOf(ids, (id) => caught(() => lookUpNode(draft, String(id), context, info))) as never;
      },
    }),
  }));
}
