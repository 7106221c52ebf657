/**
 * The `Content` interface: what posts, pages and media share, each field with what it reads.
 * Knows the common links of content (`about`, `author`, `replies`, `wp:attachment`, `version-history`, `self`).
 */

import { uriOf } from '../../graph/fields/addresses.ts';
import { localTime, utcTime } from '../../graph/fields/dates.ts';
import { decodedSlug } from '../../loaders/lookups/slugs.ts';
import { emptyPage } from '../../loaders/pages/page.ts';
import type { ContentDocument, PostDocument, UserDocument } from '../../wordpress/documents.ts';
import { linkOf } from '../../wordpress/links.ts';
import {
  type ReadMap,
  readAddress,
  readBoolean,
  readInt,
  readMember,
  readText,
  readTexts,
} from '../../wordpress/values.ts';
import { type Builder, type DocumentType, type GraphContext, readsOf } from './builder.ts';
import { connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { encodeId } from './ids.ts';
import type { Inputs } from './inputs.ts';
import { follow, typed, typeNameOf } from './nodes.ts';
import { orderOf } from './orders.ts';
import { resourceOf } from './resource-types.ts';
import { formatArgument, formatted } from './text.ts';

const reads = readsOf<ContentDocument>();
/** Protection is a property of the body, which not every type has. */
const readsBody = readsOf<ContentDocument & Pick<PostDocument, 'content'>>();

/** The resource of the document that a field is resolved on. */
export function resourceHere({ loaders }: GraphContext, info: { readonly parentType: { readonly name: string } }) {
  return resourceOf(loaders.site, info.parentType.name as DocumentType);
}

/** Whether a password is needed to read a body; `false` where its document does not say. */
export function isProtected(body: unknown): boolean {
  return readBoolean(readMember(body, 'protected')) ?? false;
}

/** What the hints of a link allow; `null` where it has none. */
function allowedMethods(link: ReadMap | undefined): string[] | null {
  const allow = readMember(link?.targetHints, 'allow');
  return allow === undefined ? null : readTexts(allow);
}

/** A map as JSON; PHP writes an empty one as a list. */
export function jsonMap(value: unknown): object | null {
  if (Array.isArray(value) && value.length === 0) return {};
  return typeof value === 'object' ? value : null;
}

export function defineContent(builder: Builder, inputs: Inputs): void {
  builder.interfaceType('Content', {
    description: 'What posts, pages and media have in common.',
    interfaces: ['Node'],
    resolveType: (document) => typeNameOf(document),
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Global id, unique over all types.',
        resolve: (document, _args, _context, info) => encodeId(info.parentType.name, document.id),
      }),
      databaseId: t.int({
        nullable: false,
        description: "WordPress' own id, unique over posts, pages and media of the site.",
        resolve: ({ id }) => id,
      }),
      date: t.field({
        type: 'LocalDateTime',
        description: 'When it was or will be published, by the clock of the site. `null` for a draft without a date.',
        ...reads(['date'], ({ date }) => localTime(date)),
      }),
      dateGmt: t.field({
        type: 'DateTime',
        description: 'When it was or will be published, in UTC. `null` for a draft without a date.',
        ...reads(['date_gmt'], ({ date_gmt }) => utcTime(date_gmt)),
      }),
      modified: t.field({
        type: 'LocalDateTime',
        description: 'When it was last changed, by the clock of the site.',
        ...reads(['modified'], ({ modified }) => localTime(modified)),
      }),
      modifiedGmt: t.field({
        type: 'DateTime',
        description: 'When it was last changed, in UTC.',
        ...reads(['modified_gmt'], ({ modified_gmt }) => utcTime(modified_gmt)),
      }),
      guid: t.string({
        description: 'Globally unique identifier as feeds use it. Looks like an address but need not work as one.',
        ...reads(['guid'], ({ guid }) => readText(guid)),
      }),
      slug: t.string({
        description: 'Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one.',
        ...reads(['slug'], ({ slug }) => decodedSlug(slug)),
      }),
      status: t.string({
        description:
          '`publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds.',
        ...reads(['status'], ({ status }) => readText(status)),
      }),
      type: t.string({
        description: 'Name of the post type: `post`, `page`, `attachment`.',
        ...reads(['type'], ({ type }) => readText(type)),
      }),
      link: t.string({
        description: "Address on the site's own front end, absolute.",
        ...reads(['link'], ({ link }) => readAddress(link)),
      }),
      uri: t.string({
        description: 'Path on the site, relative to its front page: `/2024/05/16/hello/`.',
        ...reads(['link'], ({ link }, _args, { loaders }) => uriOf(link, loaders.site.home)),
      }),
      title: t.string({
        description: 'Title; HTML with entities by default. Empty where none was given.',
        args: formatArgument(t, inputs.textFormat),
        ...formatted<ContentDocument, 'title'>('title', ({ title }) => readText(title)),
      }),
      isProtected: t.boolean({
        nullable: false,
        description: 'Whether a password is needed to read the body. `content` and `excerpt` are `null` then.',
        ...readsBody(['content.protected'], ({ content }) => isProtected(content)),
      }),
      author: t.field({
        type: 'Author',
        description:
          'Who wrote it. `null` when the account is gone or the site hides its users. Its id costs no request.',
        ...reads(
          ['author'],
          ({ author }, _args, context, info) =>
            follow<UserDocument>(
              'Author',
              context.loaders.relations.author(resourceHere(context, info)).route,
              author,
              context,
              info,
            ),
          { follows: true },
        ),
      }),
      commentStatus: t.string({
        description: 'Whether comments can be added: `open` or `closed`.',
        ...reads(['comment_status'], ({ comment_status }) => readText(comment_status)),
      }),
      pingStatus: t.string({
        description: 'Whether pingbacks are taken: `open` or `closed`.',
        ...reads(['ping_status'], ({ ping_status }) => readText(ping_status)),
      }),
      template: t.string({
        description: "Theme template chosen for it; empty for the theme's default.",
        ...reads(['template'], ({ template }) => readText(template)),
      }),
      meta: t.field({
        type: 'JSON',
        description: 'Custom fields that the site registered for the REST API, by name.',
        ...reads(['meta'], ({ meta }) => jsonMap(meta)),
      }),
      classList: t.stringList({
        nullable: { list: true, items: false },
        description: 'CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before.',
        ...reads(['class_list'], ({ class_list }) => (class_list === undefined ? null : readTexts(class_list))),
      }),
      contentType: t.field({
        type: 'ContentType',
        description: 'Its post type (the `about` link).',
        ...reads(['type'], ({ type }, _args, { loaders }) => {
          const found = loaders.site.contentTypes.find(({ name }) => name === readText(type));
          return found ? typed(found, 'ContentType') : null;
        }),
      }),
      comments: t.field({
        type: 'CommentConnection',
        description:
          'Approved comments on it (the `replies` link), replies included. Empty where a password is needed.',
        args: {
          ...connectionArguments(t),
          topLevel: t.arg.boolean({ description: 'Only comments that reply to none, or only replies.' }),
          orderBy: t.arg({
            type: inputs.relatedOrders.Comment,
            description: 'Order; by date, newest first, when left out.',
          }),
        },
        ...readsBody(['content.protected'], ({ id, content }, args: CommentsArguments, context, info) => {
          const { loaders } = context;
          const page = pageArguments(args);
          // One protected document makes WordPress refuse the comments of all that are asked with it.
          if (isProtected(content) && !loaders.authenticated) return emptyPage;
          const set = {
            relation: loaders.relations.comments(resourceHere(context, info)),
            query: topLevelQuery(args.topLevel),
            order: orderOf('Comment', args.orderBy),
          };
          return loaders.related(set, id, page, pageNeeds(info, 'Comment'));
        }),
      }),
      attachments: t.field({
        type: 'MediaConnection',
        description: 'Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them.',
        args: {
          ...connectionArguments(t),
          orderBy: t.arg({
            type: inputs.relatedOrders.Media,
            description: 'Order; by date, newest first, when left out.',
          }),
        },
        resolve: ({ id }, args, context, info) => {
          const { loaders } = context;
          const page = pageArguments(args);
          const relation = loaders.relations.attachments(resourceHere(context, info));
          const set = { relation, query: {}, order: orderOf('Media', args.orderBy) };
          return loaders.related(set, id, page, pageNeeds(info, 'Media'));
        },
      }),
      revisionCount: t.int({
        description:
          'How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions.',
        ...reads(['_links.version-history'], (document) => readInt(linkOf(document, 'version-history')?.count)),
      }),
      allowedMethods: t.stringList({
        nullable: { list: true, items: false },
        description:
          'What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before.',
        ...reads(['_links.self'], (document) => allowedMethods(linkOf(document, 'self'))),
      }),
      restUrl: t.string({
        description: 'Address of its own REST document (the `self` link), as WordPress writes it.',
        ...reads(['_links.self'], (document) => readAddress(linkOf(document, 'self')?.href)),
      }),
    }),
  });
}

type CommentsArguments = Parameters<typeof pageArguments>[0] & {
  readonly topLevel?: boolean | null | undefined;
  readonly orderBy?: Parameters<typeof orderOf>[1];
};

function topLevelQuery(topLevel: boolean | null | undefined) {
  if (topLevel === null || topLevel === undefined) return {};
  return topLevel ? { parent: 0 } : { parent_exclude: 0 };
}
