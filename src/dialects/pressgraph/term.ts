/**
 * `Term`, `Category` and `Tag`: how posts are sorted.
 * Knows the members of `/wp/v2/categories` and `/wp/v2/tags`; only categories have parents.
 */

import { uriOf } from '../../graph/fields/addresses.ts';
import { askedProperties, usualAncestors } from '../../graph/plan/selection.ts';
import { decodedSlug } from '../../loaders/lookups/slugs.ts';
import type { Order } from '../../loaders/pages/page.ts';
import { pageOfList } from '../../loaders/pages/page.ts';
import type { TermDocument } from '../../wordpress/documents.ts';
import { readAddress, readInt, readText } from '../../wordpress/values.ts';
import { type Builder, type FieldsOf, readsOf, sourceOf } from './builder.ts';
import { connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { jsonMap, resourceHere } from './content.ts';
import { encodeId } from './ids.ts';
import type { Inputs } from './inputs.ts';
import { follow, typed, typeNameOf } from './nodes.ts';
import { orderOf } from './orders.ts';
import { resourceOf } from './resource-types.ts';
import { decodedName, formatArgument, formatted } from './text.ts';

const reads = readsOf<TermDocument>();

const byName: Order = { orderby: 'name', direction: 'asc' };

export function defineTerms(builder: Builder, inputs: Inputs): void {
  builder.interfaceType('Term', {
    description: 'What categories and tags have in common.',
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
        description: "WordPress' own id, unique over all taxonomies.",
        resolve: ({ id }) => id,
      }),
      name: t.string({
        description: 'Name to display, as plain text.',
        ...reads(['name'], ({ name }) => decodedName(name)),
      }),
      slug: t.string({
        description: 'Name in addresses, decoded.',
        ...reads(['slug'], ({ slug }) => decodedSlug(slug)),
      }),
      description: t.string({
        description: 'What the term is about; HTML by default, empty for none.',
        args: formatArgument(t, inputs.textFormat),
        ...formatted<TermDocument, 'description'>('description', ({ description }) => readText(description)),
      }),
      count: t.int({
        description: 'How many published posts carry it, those of its descendants not counted.',
        ...reads(['count'], ({ count }) => readInt(count)),
      }),
      link: t.string({
        description: "Address of its archive on the site's own front end, absolute.",
        ...reads(['link'], ({ link }) => readAddress(link)),
      }),
      uri: t.string({
        description: 'Path of its archive on the site, relative to the front page.',
        ...reads(['link'], ({ link }, _args, { loaders }) => uriOf(link, loaders.site.home)),
      }),
      taxonomy: t.field({
        type: 'Taxonomy',
        description: 'The taxonomy that it belongs to (the `about` link).',
        ...reads(['taxonomy'], ({ taxonomy }, _args, { loaders }) => {
          const found = loaders.site.taxonomies.find(({ name }) => name === readText(taxonomy));
          return found ? typed(found, 'Taxonomy') : null;
        }),
      }),
      meta: t.field({
        type: 'JSON',
        description: 'Custom fields that the site registered for the REST API, by name.',
        ...reads(['meta'], ({ meta }) => jsonMap(meta)),
      }),
      posts: t.field({
        type: 'PostConnection',
        description: 'Published posts that carry it (a `wp:post_type` link), those of its descendants not included.',
        args: {
          ...connectionArguments(t),
          orderBy: t.arg({
            type: inputs.relatedOrders.Post,
            description: 'Order; by date, newest first, when left out.',
          }),
        },
        resolve: ({ id }, args, context, info) => {
          const { loaders } = context;
          const relation = loaders.relations.contentOfTerm(
            resourceHere(context, info),
            resourceOf(loaders.site, 'Post'),
          );
          const set = { relation, query: {}, order: orderOf('Post', args.orderBy) };
          return loaders.related(set, id, pageArguments(args), pageNeeds(info, 'Post'));
        },
      }),
    }),
  });

  builder.objectType('Tag', {
    description: 'A tag: a flat label of posts. Source: `/wp/v2/tags`.',
    interfaces: ['Node', 'Term'],
  });
  builder.objectType('Category', {
    description: 'A category: a label of posts in a tree. Source: `/wp/v2/categories`.',
    interfaces: ['Node', 'Term'],
    fields: (t) => hierarchy(t),
  });
}

function hierarchy(t: FieldsOf<TermDocument>) {
  return {
    parent: t.field({
      type: 'Category',
      description: 'The category above it (the `up` link). `null` at the top level. Its id costs no request.',
      ...reads(
        ['parent'],
        ({ parent }, _args, context, info) => {
          const { route } = context.loaders.relations.parent(resourceHere(context, info));
          return follow<TermDocument>('Category', route, parent, context, info);
        },
        { follows: true },
      ),
    }),
    ancestors: t.field({
      type: ['Category'],
      nullable: { list: true, items: false },
      description: 'The categories above it, nearest first.',
      ...reads(
        ['parent'],
        async (category, _args, context, info) => {
          const properties = askedProperties(info, 'Category');
          const found = await context.loaders.ancestors(resourceHere(context, info), category, properties);
          return found.map(sourceOf) as TermDocument[];
        },
        { follows: true, size: usualAncestors },
      ),
    }),
    children: t.field({
      type: 'CategoryConnection',
      description:
        'The categories right below it, by name. The whole tree costs one request for each hundred categories.',
      args: connectionArguments(t),
      extensions: { pressgraph: { follows: true } },
      resolve: async ({ id }, args, context, info) => {
        const page = pageArguments(args);
        const properties = askedProperties(info, 'Category');
        const children = await context.loaders.childTerms(resourceHere(context, info), id, properties);
        return pageOfList(children, byName, page);
      },
    }),
  };
}
