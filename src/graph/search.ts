/**
 * The site's search: content, terms and post formats by words, in WordPress' own order of relevance.
 * Knows that a result is no document: it has a title and an address, and leads to what it names.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { badInput } from '../errors.ts';
import type { FoundEntry, FoundPage, SearchPart } from '../loaders/loaders.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import { Properties } from '../wordpress/properties.ts';
import type { Resource } from '../wordpress/resources.ts';
import { searchedAs } from '../wordpress/search.ts';
import { readId, readText } from '../wordpress/values.ts';
import type { GraphContext } from './context.ts';
import { excerptAround } from './fields/search-excerpt.ts';
import { isLocked } from './fields/texts.ts';
import type { GraphNode } from './node.ts';
import { pageArguments } from './paging.ts';
import type { Registry } from './registry.ts';
import { lookUp } from './relations.ts';

/** The taxonomy of post formats, which stands for them among types. */
const formatTaxonomy = 'post_format';

export interface SearchArguments {
  readonly query: string;
  /** WordPress' names of types and taxonomies. */
  readonly types?: readonly string[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** One result. */
export class SearchResult {
  /** What it is of; nothing for a post format, and for what the schema does not have. */
  readonly resource: Resource | undefined;
  readonly row: FoundEntry['row'];
  /** The words that it was found by. */
  readonly query: string;
  readonly #kind: FoundEntry['kind'];

  constructor({ kind, row }: FoundEntry, query: string, registry: Registry) {
    this.row = row;
    this.query = query;
    this.#kind = kind;
    const resource = registry.ofType(this.type ?? '');
    this.resource = resource && searchedAs(resource.family) === kind ? resource : undefined;
  }

  /** WordPress' name of its type or taxonomy: a term says it where content says that it is content. */
  get type(): string | null {
    if (this.#kind === 'post-format') return formatTaxonomy;
    return readText(this.#kind === 'post' ? this.row.subtype : this.row.type);
  }

  get id(): number | null {
    return readId(this.row.id);
  }

  /** The name of a post format. */
  get format(): string | null {
    return this.#kind === 'post-format' ? readText(this.row.id) : null;
  }

  /** What it names. */
  node(context: GraphContext, info: GraphQLResolveInfo): MaybePromise<GraphNode | null> {
    return this.resource ? lookUp(this.resource, this.id, context, info) : null;
  }
}

/** A page of results. */
export class SearchResults {
  readonly page: FoundPage;
  readonly #query: string;
  readonly #registry: Registry;

  constructor(page: FoundPage, query: string, registry: Registry) {
    this.page = page;
    this.#query = query;
    this.#registry = registry;
  }

  nodes(): SearchResult[] {
    return this.edges().map(({ node }) => node);
  }

  edges(): { readonly cursor: string; readonly node: SearchResult }[] {
    return this.page.entries.map((entry) => ({
      cursor: entry.cursor,
      node: new SearchResult(entry, this.#query, this.#registry),
    }));
  }
}

const nothing: FoundPage = { entries: [], hasNextPage: false, hasPreviousPage: false, total: 0 };

export async function search(
  { query, types, ...paging }: SearchArguments,
  registry: Registry,
  { loaders, selection }: GraphContext,
  info: GraphQLResolveInfo,
): Promise<SearchResults> {
  const { first, after } = pageArguments(paging);
  const parts = partsOf(query.trim(), types, registry);
  const [any] = registry.resources;
  const isAny = query.trim() !== '' && parts.length > 0 && any !== undefined;
  const page = { first: first ?? 0, ...(after !== undefined && { after }) };
  const found = isAny ? await loaders.search(parts, page, selection.page(info, any)) : nothing;
  return new SearchResults(found, query, registry);
}

/**
 * All content where no types are named.
 * @throws PressgraphError `BAD_USER_INPUT` for a name of nothing that is searched
 */
function partsOf(search: string, types: SearchArguments['types'], registry: Registry): SearchPart[] {
  if (!types) return [{ kind: 'post', search }];
  const searched = registry.resources.filter(({ family }) => searchedAs(family));
  const known = [...searched.map(({ type }) => type), formatTaxonomy];
  const unknown = types.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const names = known.map((name) => `"${name}"`).join(', ');
    throw badInput('types', `nothing that is called "${unknown}" is searched; there are ${names}.`);
  }
  const named = (kind: 'post' | 'term') =>
    searched.filter(({ family, type }) => searchedAs(family) === kind && types.includes(type)).map(({ type }) => type);
  const [contents, terms] = [named('post'), named('term')];
  return [
    ...(contents.length > 0 ? [{ kind: 'post', search, subtypes: contents } as const] : []),
    ...(terms.length > 0 ? [{ kind: 'term', search, subtypes: terms } as const] : []),
    ...(types.includes(formatTaxonomy) ? [{ kind: 'post-format', search } as const] : []),
  ];
}

/** As many words can be asked for. */
export const mostWords = 200;

/** Plain text around the first hit, of the body of content and of the description of a term. */
export async function excerptOf(
  { resource, id, query }: SearchResult,
  words: number,
  { loaders, texts }: GraphContext,
): Promise<string | null> {
  if (words < 1 || words > mostWords) throw badInput('words', `must be between 1 and ${mostWords}, not ${words}.`);
  const property = resource?.family === 'term' ? 'description' : 'content';
  if (!resource?.properties.has(property) || id === null) return null;
  const wanted = Properties.of(property);
  const found = await loaders.reference(resource.route, id, { wanted, asked: wanted });
  const document = (await (found?.whole ?? found?.document)) as Readonly<Record<string, unknown>> | undefined;
  const body = document?.[property];
  const html = readText(body);
  if (html === null || (html === '' && isLocked(body))) return null;
  const text = texts.plainText(`${resource.route} ${id} ${property}`, html);
  return andThen(text, (plain) => excerptAround(plain, query, words));
}
