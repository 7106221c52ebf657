/**
 * `Comment`: what visitors and users say below content.
 * Knows the members of `/wp/v2/comments` that need no rights.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { avatarOf, uriOf } from '../../graph/fields/addresses.ts';
import { localTime, utcTime } from '../../graph/fields/dates.ts';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { CommentDocument, ContentDocument, UserDocument } from '../../wordpress/documents.ts';
import { linkOf, parseLink } from '../../wordpress/links.ts';
import { readAddress, readText } from '../../wordpress/values.ts';
import { avatarDescription } from './author.ts';
import { type Builder, type GraphContext, readsOf } from './builder.ts';
import { connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { jsonMap, resourceHere } from './content.ts';
import { encodeId } from './ids.ts';
import type { Inputs } from './inputs.ts';
import { follow, typed } from './nodes.ts';
import { orderOf } from './orders.ts';
import { typeOfRoute } from './resource-types.ts';
import { decodedName, formatArgument, formatted } from './text.ts';

const reads = readsOf<CommentDocument>();

export function defineComment(builder: Builder, inputs: Inputs): void {
  builder.objectType('Comment', {
    description: 'An approved comment. Source: `/wp/v2/comments`.',
    interfaces: ['Node'],
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: ({ id }) => encodeId('Comment', id),
      }),
      databaseId: t.int({ nullable: false, description: "WordPress' own id of the comment.", resolve: ({ id }) => id }),
      content: t.string({
        description: 'What it says. HTML by default, cleaned by WordPress.',
        args: formatArgument(t, inputs.textFormat),
        ...formatted<CommentDocument, 'content'>('content', ({ content }) => readText(content)),
      }),
      date: t.field({
        type: 'LocalDateTime',
        description: 'When it was written, by the clock of the site.',
        ...reads(['date'], ({ date }) => localTime(date)),
      }),
      dateGmt: t.field({
        type: 'DateTime',
        description: 'When it was written, in UTC.',
        ...reads(['date_gmt'], ({ date_gmt }) => utcTime(date_gmt)),
      }),
      status: t.string({
        description: '`approved`; moderators also see `hold`, `spam` and `trash`.',
        ...reads(['status'], ({ status }) => readText(status)),
      }),
      type: t.string({
        description: '`comment`, `pingback` or `trackback`.',
        ...reads(['type'], ({ type }) => readText(type)),
      }),
      authorName: t.string({
        description: 'Name that the writer gave, as plain text.',
        ...reads(['author_name'], ({ author_name }) => decodedName(author_name)),
      }),
      authorUrl: t.string({
        description: 'Address that the writer gave; empty for none. Not checked: do not follow it blindly.',
        ...reads(['author_url'], ({ author_url }) => readAddress(author_url)),
      }),
      avatar: t.string({
        description: avatarDescription,
        args: { size: t.arg.int({ required: true, defaultValue: 96, description: 'Width and height in pixels.' }) },
        ...reads(['author_avatar_urls'], (comment, { size }: { size: number }) =>
          avatarOf(comment.author_avatar_urls, size),
        ),
      }),
      author: t.field({
        type: 'Author',
        description: 'The user who wrote it, if registered. `null` for a guest. Its id costs no request.',
        ...reads(
          ['author'],
          ({ author }, _args, context, info) => {
            const { route } = context.loaders.relations.author(resourceHere(context, info));
            return follow<UserDocument>('Author', route, author, context, info);
          },
          { follows: true },
        ),
      }),
      link: t.string({
        description: "Address on the site's own front end, absolute.",
        ...reads(['link'], ({ link }) => readAddress(link)),
      }),
      uri: t.string({
        description: 'Path on the site, relative to its front page, with the fragment that names the comment.',
        ...reads(['link'], ({ link }, _args, { loaders }) => uriOf(link, loaders.site.home)),
      }),
      meta: t.field({
        type: 'JSON',
        description: 'Custom fields that the site registered for the REST API, by name.',
        ...reads(['meta'], ({ meta }) => jsonMap(meta)),
      }),
      parent: t.field({
        type: 'Comment',
        description:
          'The comment that it replies to (the `in-reply-to` link). `null` when it answers the post itself. Its id costs no request.',
        ...reads(
          ['parent'],
          ({ parent }, _args, context, info) => {
            const { route } = context.loaders.relations.inReplyTo(resourceHere(context, info));
            return follow<CommentDocument>('Comment', route, parent, context, info);
          },
          { follows: true },
        ),
      }),
      replies: t.field({
        type: 'CommentConnection',
        description: 'Approved replies to it (the `children` link), oldest first.',
        args: {
          ...connectionArguments(t),
          orderBy: t.arg({
            type: inputs.relatedOrders.Comment,
            description: 'Order; by date, oldest first, when left out.',
          }),
        },
        resolve: ({ id }, args, context, info) => {
          const { loaders } = context;
          const relation = loaders.relations.replies(resourceHere(context, info));
          const set = {
            relation,
            query: {},
            order: orderOf('Comment', args.orderBy ?? { field: 'DATE', direction: 'ASC' }),
          };
          return loaders.related(set, id, pageArguments(args), pageNeeds(info, 'Comment'));
        },
      }),
      post: t.field({
        type: 'Content',
        description:
          'What it comments on (the `up` link). `null` when that may not be seen, or is of a type without a graph type.',
        ...reads(['_links.up'], (comment, _args, context, info) => commentedOn(comment, context, info), {
          follows: true,
        }),
      }),
    }),
  });
}

/** Only the link tells of which type the commented document is. */
function commentedOn(
  comment: Pick<CommentDocument, '_links'>,
  context: GraphContext,
  info: GraphQLResolveInfo,
): MaybePromise<ContentDocument | null> {
  const { site } = context.loaders;
  const link = parseLink(site.root, linkOf(comment, 'up')?.href);
  if (link?.kind !== 'item') return null;
  const typeName = typeOfRoute(site, link.route);
  if (typeName !== 'Post' && typeName !== 'Page' && typeName !== 'Media') return null;
  const found = follow<ContentDocument>(typeName, link.route, link.id, context, info);
  return andThen(found, (document) => document && typed(document, typeName));
}
