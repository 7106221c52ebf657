/**
 * The root fields that lead to documents: one look-up and one connection for each document type.
 * Knows by what each type can be looked up, and hands `where`, `orderBy` and paging to the loaders.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../../errors.ts';
import { isSameUri, uriOf } from '../../graph/fields/addresses.ts';
import { ownProperties } from '../../graph/plan/selection.ts';
import type { Loaded } from '../../loaders/loaders.ts';
import type { SluggedDocument } from '../../loaders/lookups/slugs.ts';
import { emptyPage, type Page } from '../../loaders/pages/page.ts';
import { type Builder, type DocumentType, type GraphContext, sourceOf } from './builder.ts';
import { type ConnectionArguments, connectionArguments, pageArguments, pageNeeds } from './connection.ts';
import { filterOf, filters } from './filters.ts';
import { databaseIdOf, validId } from './ids.ts';
import type { Inputs } from './inputs.ts';
import { lookUp, typed } from './nodes.ts';
import { checkOrder, type OrderByInput, type OrderedType, orderOf } from './orders.ts';
import { resourceOf } from './resource-types.ts';

interface Root {
  readonly typeName: DocumentType;
  /** Name of the field that looks one up. */
  readonly one: string;
  /** Name of the connection. */
  readonly many: string;
  readonly ordered: OrderedType;
  /** Whether documents have slugs and addresses that contain them. */
  readonly slugged: boolean;
}

const roots: readonly Root[] = [
  { typeName: 'Post', one: 'post', many: 'posts', ordered: 'Post', slugged: true },
  { typeName: 'Page', one: 'page', many: 'pages', ordered: 'Page', slugged: true },
  { typeName: 'Media', one: 'media', many: 'mediaItems', ordered: 'Media', slugged: true },
  { typeName: 'Author', one: 'author', many: 'authors', ordered: 'Author', slugged: true },
  { typeName: 'Category', one: 'category', many: 'categories', ordered: 'Term', slugged: true },
  { typeName: 'Tag', one: 'tag', many: 'tags', ordered: 'Term', slugged: true },
  { typeName: 'Comment', one: 'comment', many: 'comments', ordered: 'Comment', slugged: false },
];

export function defineRoots(builder: Builder, inputs: Inputs): void {
  for (const root of roots) {
    defineLookUp(builder, root);
    defineList(builder, root, inputs);
  }
}

interface By {
  readonly id?: string | number | null | undefined;
  readonly databaseId?: number | null | undefined;
  readonly slug?: string | null | undefined;
  readonly uri?: string | null | undefined;
}

function defineLookUp(builder: Builder, { typeName, one, slugged }: Root): void {
  const by = builder.inputType(`${typeName}By`, {
    description: `What to look up a ${typeName} by: exactly one of these.`,
    isOneOf: true,
    fields: (t) => ({
      id: t.id({ description: 'Global id.' }),
      databaseId: t.int({ description: "WordPress' own id." }),
      ...(slugged && {
        slug: t.string({
          description:
            typeName === 'Page'
              ? 'Name in addresses, encoded or decoded. Pages below different parents may share one: look those up by `uri`.'
              : 'Name in addresses, encoded or decoded.',
        }),
        uri: t.string({
          description:
            'Path on the site, or absolute address: `/2024/05/16/hello/`. A path of another host is not found.',
        }),
      }),
    }),
  });
  builder.queryField(one, (t) =>
    t.field({
      type: typeName as 'Post',
      description: `One ${typeName}. \`null\` when it does not exist or may not be seen.`,
      args: { by: t.arg({ type: by, required: true, description: 'What to look it up by.' }) },
      extensions: { pressgraph: { follows: true } },
      resolve: (_root, args, context, info) => lookUpBy(typeName, args.by as By, context, info) as never,
    }),
  );
}

function lookUpBy(typeName: DocumentType, by: By, context: GraphContext, info: GraphQLResolveInfo) {
  if (typeof by.databaseId === 'number') return lookUp(typeName, validId(by.databaseId), context, info);
  if (typeof by.slug === 'string') return lookUpSlug(typeName, by.slug, context, info);
  if (typeof by.uri === 'string') return lookUpUri(typeName, by.uri, context, info);
  return lookUp(typeName, databaseIdOf(String(by.id), [typeName]), context, info);
}

async function lookUpSlug(typeName: DocumentType, slug: string, { loaders }: GraphContext, info: GraphQLResolveInfo) {
  const { route } = resourceOf(loaders.site, typeName);
  const [found, ...others] = await loaders.bySlug(route, slug, ownProperties(info, typeName));
  if (others.length > 0)
    throw badInput('by.slug', `${others.length + 1} documents have the slug "${slug}"; look it up by "uri".`);
  return found ? typed(sourceOf(found), typeName) : null;
}

/** By which parameter an address without a path names a document of a type. */
const plainParameters: Readonly<Partial<Record<DocumentType, string>>> = {
  Post: 'p',
  Page: 'page_id',
  Media: 'attachment_id',
  Author: 'author',
  Category: 'cat',
};

/** WordPress cannot be asked for a path: its last part is the slug (or `?p=` has the id), and the link has to agree. */
async function lookUpUri(typeName: DocumentType, uri: string, context: GraphContext, info: GraphQLResolveInfo) {
  const { loaders } = context;
  const { home } = loaders.site;
  const absolute = uri.startsWith('/') ? new URL(home).origin + uri : uri;
  if (!URL.canParse(absolute, home)) throw badInput('by.uri', 'must be a path on the site, or an absolute address.');
  const address = new URL(absolute, home);
  if (address.origin !== new URL(home).origin) return null;
  const wanted = uri.startsWith('/') ? uri : uriOf(address.href, home);
  const own = plainParameters[typeName];
  const plainId = own && address.searchParams.get(own);
  if (plainId) return lookUp(typeName, validId(Number(plainId)), context, info);
  // The id of another type's document names none of this one, though one of this type may have the same.
  if (Object.values(plainParameters).some((name) => address.searchParams.get(name))) return null;

  const slug = address.pathname.split('/').findLast((part) => part !== '');
  if (slug === undefined) return null;
  const { route } = resourceOf(loaders.site, typeName);
  const candidates = await loaders.bySlug(route, slug, ownProperties(info, typeName).with('link'));
  const found = (candidates as readonly Loaded<SluggedDocument & { readonly link?: unknown }>[]).find(({ document }) =>
    isSameUri(uriOf(document.link, home), wanted),
  );
  return found ? typed(sourceOf(found), typeName) : null;
}

interface ListArguments extends ConnectionArguments {
  readonly where?: object | null | undefined;
  readonly orderBy?: OrderByInput | null | undefined;
}

function defineList(builder: Builder, root: Root, inputs: Inputs): void {
  const { typeName, many, ordered } = root;
  builder.queryField(many, (t) =>
    t.field({
      type: `${typeName}Connection` as 'PostConnection',
      description: `All ${typeName} documents that the viewer may see, a page at a time.`,
      args: {
        ...connectionArguments(t),
        where: t.arg({ type: inputs.filters[typeName], description: 'Filters; all that are given must hold.' }),
        orderBy: t.arg({ type: inputs.orders[ordered], description: `Order; ${usualOrder(ordered)} when left out.` }),
      },
      resolve: (_root, args, context, info) => list(root, args as ListArguments, context, info),
    }),
  );
}

function usualOrder(ordered: OrderedType): string {
  return ordered === 'Author' || ordered === 'Term' ? 'by name' : 'by date, newest first,';
}

async function list(
  { typeName, ordered }: Root,
  args: ListArguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<Page> {
  const { loaders } = context;
  const page = pageArguments(args);
  const order = orderOf(ordered, args.orderBy);
  const query = await filterOf(filters[typeName], args.where, loaders);
  if (query === null) return emptyPage;
  checkOrder(ordered, args.orderBy, args.where ?? {});
  const { route, hierarchical, family } = resourceOf(loaders.site, typeName);
  const collection = { route, query, order, pagedOnly: hierarchical && family === 'term' };
  const needs = pageNeeds(info, typeName);
  return loaders.page(collection, page, needs);
}
