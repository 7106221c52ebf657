/**
 * What has a body: `Post` and `Page`, and the fields that only one of them has.
 * Knows the members of `/wp/v2/posts` and `/wp/v2/pages` beyond those of `Content`.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { askedProperties, usualAncestors } from '../../graph/plan/selection.ts';
import type { MediaDocument, PostDocument, TermDocument } from '../../wordpress/documents.ts';
import { readBoolean, readInt, readText } from '../../wordpress/values.ts';
import { type Builder, type FieldsOf, type GraphContext, readsOf, sourceOf } from './builder.ts';
import { connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { isProtected, resourceHere } from './content.ts';
import type { Inputs } from './inputs.ts';
import { follow, followAll } from './nodes.ts';
import { orderOf } from './orders.ts';
import { resourceOf } from './resource-types.ts';
import { formatArgument, formatted } from './text.ts';

const reads = readsOf<PostDocument>();

/** Terms of one taxonomy that a post has. */
const usualTerms = 5;

export function definePosts(builder: Builder, inputs: Inputs): void {
  builder.objectType('Post', {
    description: 'A post: a dated entry of the site. Source: `/wp/v2/posts`.',
    interfaces: ['Node', 'Content'],
    fields: (t) => ({ ...bodyFields(t, inputs), ...postFields(t) }),
  });
  builder.objectType('Page', {
    description: 'A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`.',
    interfaces: ['Node', 'Content'],
    fields: (t) => ({ ...bodyFields(t, inputs), ...pageFields(t, inputs) }),
  });
}

function bodyFields(t: FieldsOf<PostDocument>, inputs: Inputs) {
  return {
    content: t.string({
      description:
        'The body. `null` where a password is needed. WordPress renders it: ask for it only where it is shown.',
      args: formatArgument(t, inputs.textFormat),
      ...formatted<PostDocument, 'content'>('content', ({ content }) => unlessProtected(content)),
    }),
    excerpt: t.string({
      description: 'Hand-written excerpt, or the start of the body. `null` where a password is needed.',
      args: formatArgument(t, inputs.textFormat),
      ...formatted<PostDocument, 'excerpt'>('excerpt', ({ excerpt }) => unlessProtected(excerpt)),
    }),
    featuredMedia: t.field({
      type: 'Media',
      description:
        'The image that stands for it (the `wp:featuredmedia` link). `null` without one, or when it was removed. Its id costs no request.',
      ...reads(
        ['featured_media'],
        ({ featured_media }, _args, context, info) => {
          const { route } = context.loaders.relations.featuredMedia(resourceHere(context, info));
          return follow<MediaDocument>('Media', route, featured_media, context, info);
        },
        { follows: true },
      ),
    }),
  };
}

/** WordPress answers a protected body with an empty text, and with the text to who gave the password. */
function unlessProtected(body: unknown): string | null {
  const text = readText(body);
  return text === '' && isProtected(body) ? null : text;
}

function postFields(t: FieldsOf<PostDocument>) {
  return {
    sticky: t.boolean({
      nullable: false,
      description: 'Whether it is kept at the top of the front page.',
      ...reads(['sticky'], ({ sticky }) => readBoolean(sticky) ?? false),
    }),
    format: t.string({
      description:
        'Post format: `standard`, `aside`, `gallery`, `link`, `image`, `quote`, `status`, `video`, `audio`, `chat`.',
      ...reads(['format'], ({ format }) => readText(format)),
    }),
    categories: t.field({
      type: ['Category'],
      nullable: { list: true, items: false },
      description: 'Its categories (a `wp:term` link), in the order of the document.',
      ...reads(
        ['categories'],
        ({ categories }, _args, context, info) => termsOf('Category', categories, context, info),
        { follows: true, size: usualTerms },
      ),
    }),
    tags: t.field({
      type: ['Tag'],
      nullable: { list: true, items: false },
      description: 'Its tags (a `wp:term` link), in the order of the document.',
      ...reads(['tags'], ({ tags }, _args, context, info) => termsOf('Tag', tags, context, info), {
        follows: true,
        size: usualTerms,
      }),
    }),
  };
}

function termsOf(typeName: 'Category' | 'Tag', ids: unknown, context: GraphContext, info: GraphQLResolveInfo) {
  const { relations, site } = context.loaders;
  const { route } = relations.terms(resourceHere(context, info), resourceOf(site, typeName));
  return followAll<TermDocument>(typeName, route, ids, context, info);
}

function pageFields(t: FieldsOf<PostDocument>, inputs: Inputs) {
  return {
    menuOrder: t.int({
      description: 'Place among its siblings, as editors set it; 0 when they did not.',
      ...reads(['menu_order'], ({ menu_order }) => readInt(menu_order)),
    }),
    parent: t.field({
      type: 'Page',
      description: 'The page above it (the `up` link). `null` at the top level. Its id costs no request.',
      ...reads(
        ['parent'],
        ({ parent }, _args, context, info) => {
          const { route } = context.loaders.relations.parent(resourceHere(context, info));
          return follow<PostDocument>('Page', route, parent, context, info);
        },
        { follows: true },
      ),
    }),
    ancestors: t.field({
      type: ['Page'],
      nullable: { list: true, items: false },
      description: 'The pages above it, nearest first. Costs a request for each level.',
      ...reads(
        ['parent'],
        async (page, _args, context, info) => {
          const found = await context.loaders.ancestors(
            resourceHere(context, info),
            page,
            askedProperties(info, 'Page'),
          );
          return found.map(sourceOf) as PostDocument[];
        },
        { follows: true, size: usualAncestors },
      ),
    }),
    children: t.field({
      type: 'PageConnection',
      description: 'The pages right below it.',
      args: {
        ...connectionArguments(t),
        orderBy: t.arg({
          type: inputs.relatedOrders.Page,
          description: 'Order; by the order that editors gave, when left out.',
        }),
      },
      resolve: ({ id }, args, context, info) => {
        const { loaders } = context;
        const relation = loaders.relations.children(resourceHere(context, info));
        const set = { relation, query: {}, order: orderOf('Page', args.orderBy ?? { field: 'MENU_ORDER' }) };
        return loaders.related(set, id, pageArguments(args), pageNeeds(info, 'Page'));
      },
    }),
  };
}
