/**
 * The root fields that lead to documents: one look-up and one list for each resource.
 * Knows by what each can be looked up.
 */
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphContext } from '../../graph/context.ts';
import { databaseIdOf, validId } from '../../graph/ids.ts';
import { listAll } from '../../graph/lists.ts';
import { lookUpSlug, lookUpUri } from '../../graph/look-ups.ts';
import type { GraphNode } from '../../graph/node.ts';
import { pageSize } from '../../graph/paging.ts';
import { lookUp } from '../../graph/relations.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { listArguments } from './connection.ts';
import type { Draft } from './draft.ts';
import { capitalized, withArticle } from './names.ts';

export function defineRoots(draft: Draft): void {
  for (const resource of draft.registry.resources) {
    defineLookUp(draft, resource);
    defineList(draft, resource);
  }
}

interface By {
  readonly id?: string | number | null | undefined;
  readonly databaseId?: number | null | undefined;
  readonly slug?: string | null | undefined;
  readonly uri?: string | null | undefined;
}

function defineLookUp(draft: Draft, resource: Resource): void {
  const { builder } = draft;
  const { type, one, words } = draft.namesOf(resource);
  const word = words.one;
  const by = builder.inputType(`${type}By`, {
    description: `What to look up ${withArticle(word)} by: exactly one of these.`,
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'Global id.' }),
      databaseId: t.field({ type: draft.databaseId, description: "WordPress' own id." }),
      ...(resource.properties.has('slug') && {
        slug: t.string({ description: slugDescription(resource, words.many) }),
      }),
      uri: t.string({
        description:
          'Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found.',
      }),
    }),
  });
  builder.queryField(one, (t) =>
    t.field({
      type: draft.node(resource),
      description: `One ${word}. \`null\` when there is none, or none that the viewer may see.`,
      args: { by: t.arg({ type: by, required: true, description: 'What to look it up by.' }) },
      extensions: { pressgraph: { looksUpById: true } },
      resolve: (_root, args, context, info) => lookUpBy(draft, resource, args.by as By, context, info),
    }),
  );
}

/** Within a taxonomy a slug names one term; content in a tree may share them. */
function slugDescription({ family, properties }: Resource, many: string): string {
  const name = 'Name in addresses, encoded or decoded.';
  if (family !== 'content' || !properties.has('parent')) return name;
  return `${name} ${capitalized(many)} below different parents may share one: look those up by \`uri\`.`;
}

function lookUpBy(
  { identities }: Draft,
  resource: Resource,
  by: By,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode | null> {
  if (typeof by.databaseId === 'number') return lookUp(resource, validId(by.databaseId), context, info);
  if (typeof by.slug === 'string') return lookUpSlug(resource, by.slug, context, info);
  if (typeof by.uri === 'string') return lookUpUri(resource, by.uri, context, info);
  return lookUp(resource, databaseIdOf(identities, String(by.id), [resource]), context, info);
}

function defineList(draft: Draft, resource: Resource): void {
  const { builder } = draft;
  const { many, words } = draft.namesOf(resource);
  const offer = draft.offer(resource);
  builder.queryField(many, (t) =>
    t.field({
      type: draft.connection(resource),
      description: `All ${words.many} that the viewer may see, a page at a time.`,
      args: {
        ...listArguments(t, draft, offer),
        ...(resource.filters.includes('sticky') && {
          stickyFirst: t.arg.boolean({
            description: `Whether sticky ${words.many} stand ahead of all others, as on the front page of the site. Costs a request more. Not together with \`where: { sticky }\`, \`include\` or \`exclude\`. A cursor of such a list is for such a list only.`,
          }),
        }),
      },
      extensions: { pressgraph: { dresses: true, size: pageSize } },
      resolve: (_root, args, context, info) => listAll(offer, args, context, info),
    }),
  );
}
