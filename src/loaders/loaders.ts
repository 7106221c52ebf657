/**
 * Everything that one operation can look up, for its viewer: all of this layer that the graph may import.
 * Knows which loader serves which question and keeps one of each kind, so that equal needs meet in one batch: those of one
 * operation, and of all operations that share the look-ups.
 */
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import { memoized } from '../memoized.ts';
import type { Privilege } from '../privileges.ts';
import type { Linked } from '../store/known-addresses.ts';
import type { AddressShapes } from '../wordpress/address-shapes.ts';
import type { RestDocument, TermDocument } from '../wordpress/documents.ts';
import type { Sight } from '../wordpress/http/front-end.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import type { Properties } from '../wordpress/properties.ts';
import type { Relations, ToManyRelation } from '../wordpress/relations.ts';
import { largestPage, type Resource } from '../wordpress/resources.ts';
import { searchRoute } from '../wordpress/search.ts';
import type { Site } from '../wordpress/site.ts';
import type { SiteAddress } from '../wordpress/site-address.ts';
import { readList } from '../wordpress/values.ts';
import {
  type ChainArguments,
  type ChainedPage,
  type ChainNeeds,
  type ChainPart,
  countEach,
  loadChained,
} from './chain/chained-page.ts';
import type { Loaded } from './loaded.ts';
import type { AdjacentListing } from './lookups/adjacent.ts';
import { findFrontPage, findPostsPage } from './lookups/front-page.ts';
import type { Lookups } from './lookups/lookups.ts';
import type { RelatedListing } from './lookups/related-listing.ts';
import type { SluggedDocument } from './lookups/slugs.ts';
import { ancestorsOf } from './lookups/term-tree.ts';
import type { Opened, Openings } from './openings.ts';
import type { Operation } from './operation/operation.ts';
import { GappedLists } from './pages/gapped-lists.ts';
import { loadPage } from './pages/load-page.ts';
import { countMonths, type MonthCount } from './pages/months.ts';
import { emptyPage, type Listing, type Page, type PageArguments, type PageNeeds } from './pages/page.ts';
import { type FoundPage, SearchPages, type SearchPart } from './pages/search-pages.ts';
import { meant } from './pages/time-filters.ts';
import type { Embeds } from './source/embedding.ts';
import { askingFor, upstreamOf } from './source/operation-source.ts';

export { placeCursor } from './chain/chain-cursor.ts';
export type { ChainPart } from './chain/chained-page.ts';
export type { Loaded } from './loaded.ts';
export type { Opened } from './openings.ts';
export { mergePages } from './pages/merged-page.ts';
export type { Order } from './pages/order.ts';
export {
  emptyPage,
  type Page,
  type PageArguments,
  type PageEntry,
  type PageNeeds,
  pageOfList,
} from './pages/page.ts';
export type { FoundEntry, FoundPage, SearchPart } from './pages/search-pages.ts';
export { loadSuccessive, type SuccessivePart } from './pages/successive-pages.ts';
export type { Embeddable } from './source/embedding.ts';

export interface LoadersOptions {
  readonly lookups: Lookups;
  readonly operation: Operation;
  /** Those of whoever opens what a site shows to its editors only; absent where nobody does. */
  readonly openingsFor?: (privilege: Privilege) => Openings | undefined;
}

/** What is read of a document, and what to ask for if it has to be asked. */
export interface Wish {
  readonly wanted: Properties;
  readonly asked: Properties;
  /** Where the document is going to lead, if that may come along. */
  readonly embeds?: Embeds;
}

export interface Loaders {
  readonly site: Site;
  readonly relations: Relations;
  /** How the site writes addresses. */
  readonly shapes: AddressShapes;
  /** Whether the front end says of its pages which documents they show, as far as is known. */
  readonly frontEndTells: boolean;
  readonly authenticated: boolean;
  /** One document by id; `null` when it is not there for this viewer: whatever is read of it, its id included. */
  reference(route: string, id: number, wish: Wish): MaybePromise<Loaded | null>;
  /** As `reference`, with what it takes the right to edit the document to read. */
  editable(route: string, id: number, properties: Properties): MaybePromise<Loaded | null>;
  /** Of which post type content is, where only its id is known; `null` where the site does not tell, or there is none. */
  typeOf(id: number): MaybePromise<string | null>;
  /**
   * All documents with a slug.
   * @param embeds where they are going to lead, if that may come along
   */
  bySlug(
    route: string,
    slug: string,
    properties: Properties,
    embeds?: Embeds,
  ): Promise<readonly Loaded<SluggedDocument>[]>;
  /** What Rank Math says of the page of a document, by the names of its parts; `null` where it does not. */
  pageHead(route: string, id: number, address: string): MaybePromise<Readonly<Record<string, unknown>> | null>;
  /** The document whose link is known to be an address: by now it may have another one. */
  linkedAt(address: SiteAddress): Linked | undefined;
  /** What the front end shows at an address; `null` where it does not say. */
  shownAt(address: SiteAddress): Promise<Sight | null>;
  /** How many addresses are looked up in the same tick, this one among them. */
  addressesAtOnce(): Promise<number>;
  /** The id of the page that stands at the front page's address. */
  frontPage(route: string): Promise<number | null>;
  /** The id of the page whose address shows posts; `undefined` where the site does not tell. */
  postsPage(): Promise<number | null | undefined>;
  page(listing: Omit<Listing, 'clock'>, page: PageArguments, needs: PageNeeds): Promise<Page>;
  /** A page of several lists, one after the other, each in the order of ids; with many documents at a time. */
  chain<P extends ChainPart>(
    parts: readonly P[],
    page: ChainArguments,
    needs: ChainNeeds,
  ): Promise<ChainedPage<P> & Pick<Page, 'lost'>>;
  /** How many each of several lists has; `undefined` where the site hides it. */
  counts(parts: readonly ChainPart[]): Promise<readonly (number | undefined)[]>;
  /**
   * A page of a document's related set, batched with those of its siblings.
   * @param expected how many it has, if anybody says so: it plans requests, and need not be true
   */
  related(
    set: RelatedListing,
    owner: number,
    page: PageArguments,
    needs: PageNeeds,
    expected?: number | null,
  ): Promise<Page>;
  /** The id of what stands next to a document by date, batched with its siblings; `null` where it is the last on that side. */
  adjacent(
    listing: AdjacentListing,
    document: { readonly id: number; readonly date: string },
    properties: Properties,
  ): Promise<number | null>;
  /** How many documents belong to one, batched with its siblings; `null` where WordPress does not tell. */
  count(relation: ToManyRelation, owner: number): MaybePromise<number | null>;
  /** What the site's search finds: of posts, then of terms, then of post formats. */
  search(
    parts: readonly SearchPart[],
    page: Pick<PageArguments, 'first' | 'after'>,
    needs: PageNeeds,
  ): Promise<FoundPage>;
  /** The months in which documents of a collection were published, newest first, and how many in each. */
  months(route: string): Promise<readonly MonthCount[]>;
  childTerms(resource: Resource, parent: number, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** Nearest first. */
  ancestors<D extends RestDocument & { readonly parent?: unknown }>(
    resource: Resource,
    document: D,
    properties: Properties,
  ): Promise<readonly Loaded<D>[]>;
  /** A term and its ancestors, nearest first; nothing where it is not there. */
  termUpwards(resource: Resource, id: number, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** The REST index: what the site says of itself. */
  index(properties: Properties): Promise<Readonly<Record<string, unknown>>>;
  /** What a route says as a whole; of a list all pages. @param query the same for a route each time */
  whole(route: string, query: Query): MaybePromise<unknown>;
  /**
   * What the site shows to its editors only. `undefined` where nobody opens it: a field that stands on it is `null` or empty
   * then, without an error; the operator is told.
   */
  opened(privilege: Privilege): Opened | undefined;
}

export function createLoaders({ lookups, operation, openingsFor }: LoadersOptions): Loaders {
  const { site, relations, addresses, source, references, editables, slugs, trees } = lookups;
  const upstream = upstreamOf(source, operation);
  const index = (properties: Properties) => lookups.index.load(operation, properties);
  const opened = (privilege: Privilege) => openingsFor?.(privilege)?.of(privilege, operation);
  // They are few, and their ids no numbers: all are read, once for whatever is searched for.
  const formats = () =>
    andThen(
      lookups.wholes.load(operation, searchRoute, { type: 'post-format', per_page: largestPage }),
      (body) => readList(body) ?? [],
    );

  return {
    site,
    relations,
    shapes: addresses.shapes,
    get frontEndTells() {
      return addresses.frontEnd.tells;
    },
    authenticated: source.authenticated,
    reference: (route, id, { wanted, asked, embeds }) => references(route).load(operation, id, wanted, asked, embeds),
    editable: (route, id, properties) => editables(route).load(operation, id, properties, properties),
    typeOf: (id) => lookups.types.load(operation, id),
    bySlug: (route, slug, properties, embeds) => slugs(route).load(operation, slug, properties, embeds),
    pageHead: (route, id, address) => lookups.heads.load(operation, route, id, address),
    linkedAt: (address) => addresses.linkedAt(address),
    shownAt: (address) => addresses.frontEnd.load(operation, address),
    addressesAtOnce: () => addresses.countAtOnce(operation),
    postsPage: () => findPostsPage(index, () => opened('settings')?.read('/wp/v2/settings')),
    frontPage: memoized((route: string) => findFrontPage(upstream, route, site, index)),
    page: async (chosen, page, needs) => {
      const gapped = new GappedLists(upstream, source.narrowing, operation, chosen.pagedOnly);
      const asking = askingFor(needs, gapped);
      const listing = meant(asking, { ...chosen, clock: site.clock });
      const found = await andThen(listing, (known) => (known ? loadPage(asking, known, page, needs) : emptyPage));
      return gapped.lost ? { ...found, lost: gapped.lost } : found;
    },
    chain: async (parts, page, needs) => {
      const upstreams = memoized(
        (part: ChainPart) => new GappedLists(upstream, source.narrowing, operation, part.pagedOnly),
      );
      const found = await loadChained(parts, upstreams, page, needs);
      const lost = parts.map((part) => upstreams(part).lost).find((failure) => failure !== undefined);
      return lost ? { ...found, lost } : found;
    },
    counts: (parts) => countEach(parts, () => upstream),
    related: (set, owner, page, needs, expected) =>
      lookups.relatedSets(set).load({ operation, owner, page, needs, expected }),
    adjacent: (listing, position, properties) => lookups.adjacent(listing).load({ operation, position, properties }),
    count: (relation, owner) => lookups.relatedCounts(relation).load(operation, owner),
    search: (parts, page, needs) => new SearchPages(upstream, formats).load(parts, page, needs),
    months: (route) => countMonths(upstream, { route, query: {}, clock: site.clock }),
    childTerms: (resource, parent, properties) => trees(resource.route).children(operation, parent, properties),
    async ancestors(resource, document, properties) {
      const read = properties.with('parent');
      const found =
        resource.family === 'term'
          ? await trees(resource.route).ancestors(operation, document, read)
          : await ancestorsOf(document, (id) => references(resource.route).load(operation, id, read, read));
      return found as never;
    },
    termUpwards: (resource, id, properties) => trees(resource.route).upFrom(operation, id, properties),
    index,
    whole: (route, query) => lookups.wholes.load(operation, route, query),
    opened,
  };
}
