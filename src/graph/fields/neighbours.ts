/**
 * Where fields lead from a document, other than up and down a tree: its author, image, terms and comments, and their inverses.
 * Each is made for the resource that it leads to, whatever a schema calls it.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { emptyPage } from '../../loaders/loaders.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type {
  CommentDocument,
  ContentDocument,
  MediaDocument,
  PostDocument,
  RestDocument,
  TermDocument,
  UserDocument,
} from '../../wordpress/documents.ts';
import { linkOf } from '../../wordpress/links.ts';
import type { Relations, ToManyRelation } from '../../wordpress/relations.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readId, readInt, readMember, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import { topLevelQuery } from '../filter-kinds.ts';
import type { ListArguments, Offer } from '../lists.ts';
import type { GraphNode } from '../node.ts';
import { NodePage, pageArguments, pageSize } from '../paging.ts';
import { type FieldPlan, readsOf } from '../plan/field-plan.ts';
import type { Registry } from '../registry.ts';
import { fewResources, follow, followAll, listRelated, lookUpAmong } from '../relations.ts';
import { isLocked } from './texts.ts';

const looksUpById = { looksUpById: true };

/** Terms of one taxonomy that a document usually has. */
const usualTerms = 5;

/** Who wrote content or a comment. */
export function author(users: Resource) {
  return readsOf<Pick<ContentDocument, 'id' | 'author'>>()(
    ['author'],
    ({ resource, document }, _args, context, info) =>
      follow<UserDocument>(users, context.loaders.relations.author(resource), document.author, context, info),
    {
      looksUpById: true,
      embeds: (relations, from) => ({ ...relations.author(from), to: users, property: 'author' }),
    },
  );
}

export function featuredMedia(media: Resource) {
  return readsOf<ContentDocument>()(
    ['featured_media'],
    ({ resource, document }, _args, context, info) => {
      const relation = context.loaders.relations.featuredMedia(resource);
      return follow<MediaDocument>(media, relation, document.featured_media, context, info);
    },
    {
      looksUpById: true,
      embeds: (relations, from) => ({ ...relations.featuredMedia(from), to: media, property: 'featured_media' }),
    },
  );
}

/** The terms of one taxonomy that a document has; it has them under the name of the taxonomy's collection. */
export function terms(
  taxonomy: Resource,
): FieldPlan<GraphNode, unknown, MaybePromise<GraphNode<TermDocument>[] | null>> {
  const { name } = taxonomy;
  return {
    reads: [name],
    looksUpById: true,
    embeds: (relations, from) => ({ ...relations.terms(from, taxonomy), to: taxonomy, property: name }),
    size: usualTerms,
    value: ({ resource, document }, _args, context, info) => {
      const held = document[name as keyof RestDocument];
      // A document that does not speak of them may have some.
      if (held === undefined) return null;
      return followAll<TermDocument>(
        taxonomy,
        context.loaders.relations.terms(resource, taxonomy),
        held,
        context,
        info,
      );
    },
  };
}

/**
 * What a comment is on. Its link says of which type that is; where a site writes no links, the id beside it is looked up among
 * all that can have comments.
 */
export function commentedOn(registry: Registry) {
  const owners = registry.ofFamily('content', 'media');
  return readsOf<CommentDocument>()(
    ['_links.up', 'post'],
    ({ document }, _args, context, info) => owner(owners, document, 'up', context, info),
    looksUpById,
  );
}

/**
 * What media were uploaded to. The document carries an id but not its type, which a link says from WordPress 6.9 on: where a site
 * has but few types, asking these costs less than links.
 */
export function attachedTo(registry: Registry) {
  const owners = registry.ofFamily('content');
  const ofMedia = readsOf<MediaDocument>();
  if (owners.length > fewResources) {
    return ofMedia(
      ['_links.wp:attached-to', 'post'],
      ({ document }, _args, context, info) => owner(owners, document, 'wp:attached-to', context, info),
      looksUpById,
    );
  }
  return ofMedia(
    ['post'],
    ({ document }, _args, context, info): MaybePromise<GraphNode<ContentDocument> | null> => {
      const id = readId(document.post);
      return id === null ? null : lookUpAmong(owners, id, context, info);
    },
    looksUpById,
  );
}

/** What a document belongs to by the id that it holds, of one of several types: as its link tells, or whichever has it. */
function owner(
  owners: readonly Resource[],
  document: Pick<CommentDocument & MediaDocument, '_links' | 'post'>,
  rel: string,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<GraphNode<ContentDocument> | null> {
  const link = context.loaders.relations.linked(document, rel);
  const type = readText(linkOf(document, rel)?.post_type);
  const id = link?.id ?? readId(document.post);
  if (id === null) return null;
  if (!link && type === null) return lookUpAmong(owners, id, context, info);
  // A type that is none says nothing: the link leads somewhere all the same.
  const resource = owners.find((each) => each.type === type) ?? owners.find((each) => each.route === link?.route);
  return resource ? follow(resource, resource, id, context, info) : null;
}

/** The comment that a comment replies to. */
export const inReplyTo = readsOf<CommentDocument>()(
  ['parent'],
  ({ resource, document }, _args, context, info) => {
    const relation = context.loaders.relations.inReplyTo(resource);
    return follow<CommentDocument>(resource, relation, document.parent, context, info);
  },
  looksUpById,
);

export type ListPlan<Args extends ListArguments = ListArguments> = FieldPlan<GraphNode, Args, Promise<NodePage>>;

/** A list of what belongs to a node, a page at a time. */
export function related(offer: Offer, relationOf: (relations: Relations, from: Resource) => ToManyRelation): ListPlan {
  return {
    dresses: true,
    size: pageSize,
    value: (node, args, context, info) => {
      const relation = relationOf(context.loaders.relations, node.resource);
      return listRelated(offer, { node, relation }, args, context, info);
    },
  };
}

export function attachments(media: Offer): ListPlan {
  return related(media, (relations, from) => relations.attachments(from));
}

export function writtenBy(content: Offer): ListPlan {
  return related(content, (relations) => relations.contentOfAuthor(content.resource));
}

interface CarrierArguments extends ListArguments {
  readonly includeChildren?: boolean | null | undefined;
}

/** What of one type carries a term; none where its taxonomy does not sort that type. */
export function carriersOf(content: Offer): ListPlan<CarrierArguments> {
  const { resource } = content;
  return {
    dresses: true,
    size: pageSize,
    hints: ['count'],
    value: (node, args, context, info) => {
      if (resource.taxonomies.includes(node.resource.type)) {
        const relation = context.loaders.relations.contentOfTerm(node.resource, resource);
        const expected = readInt(readMember(node.document, 'count'));
        const withDescendants = args.includeChildren === true && node.resource.properties.has('parent');
        return listRelated(content, { node, relation, withDescendants, expected }, args, context, info);
      }
      pageArguments(args);
      return Promise.resolve(new NodePage(resource, emptyPage));
    },
  };
}

export function replies(comments: Offer): ListPlan {
  return related(comments, (relations, from) => relations.replies(from));
}

interface CommentArguments extends ListArguments {
  readonly topLevel?: boolean | null | undefined;
}

/** Comments on content. */
export function commentsOn(comments: Offer) {
  return readsOf<ContentDocument & Pick<PostDocument, 'content'>>()(
    ['content.protected'],
    (node, args: CommentArguments, context, info) => {
      pageArguments(args);
      // One protected document makes WordPress refuse the comments of all that are asked with it.
      if (isLocked(node.document.content) && !context.loaders.authenticated)
        return new NodePage(comments.resource, emptyPage);
      const relation = context.loaders.relations.comments(node.resource);
      return listRelated(comments, { node, relation, query: topLevelQuery(args.topLevel) }, args, context, info);
    },
    { dresses: true, size: pageSize },
  );
}

/** How many comments content has; `null` where a password is needed, since WordPress does not count them for us then. */
export const commentCount = readsOf<ContentDocument & Pick<PostDocument, 'content'>>()(
  ['content.protected'],
  ({ resource, document }, _args, { loaders }): MaybePromise<number | null> => {
    if (isLocked(document.content) && !loaders.authenticated) return null;
    return loaders.count(loaders.relations.comments(resource), document.id);
  },
);
