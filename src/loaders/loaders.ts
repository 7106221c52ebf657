/**
 * Everything that one operation can look up, for its viewer: the only thing of this layer that the schema sees.
 * Knows which loader serves which question and keeps one of each kind, so that equal needs meet in one batch.
 */
import type { DocumentStore } from '../store/document-store.ts';
import type { RestGet } from '../wordpress/client.ts';
import type { RestDocument, TermDocument } from '../wordpress/documents.ts';
import type { Properties } from '../wordpress/properties.ts';
import { createRelations, type Relations } from '../wordpress/relations.ts';
import type { Resource, ToManyRelation } from '../wordpress/resources.ts';
import type { Query } from '../wordpress/rest-root.ts';
import type { Site } from '../wordpress/site.ts';
import { withBudget } from './budget.ts';
import { loadPage } from './collections.ts';
import { andThen, type MaybePromise } from './maybe-promise.ts';
import type { Collection, Order, Page, PageArguments, PageNeeds } from './page.ts';
import { createReferences, type References } from './references.ts';
import { createRelatedSets, type RelatedSets } from './related-sets.ts';
import { createSlugs, type SluggedDocument, type Slugs } from './slugs.ts';
import { ancestorsOf, createTermTree, type TermTree } from './term-tree.ts';
import { createUpstream } from './upstream.ts';

export interface LoadersOptions {
  readonly site: Site;
  readonly get: RestGet;
  readonly store: DocumentStore;
  /** The viewer's own `Authorization`, passed on as it came; absent for an anonymous viewer. */
  readonly authorization?: string | undefined;
  /** Aborts what is under way when the client has gone. */
  readonly signal?: AbortSignal | undefined;
  /** Upstream requests that the operation may make. */
  readonly maxRequests: number;
  /** What a reader gets to see of a document of which he declared these properties; tests make it strict. */
  readonly present?: <D extends RestDocument>(document: D, wanted: Properties) => D;
}

/** What is read of a document, and what to ask for if it has to be asked. */
export interface Wish {
  readonly wanted: Properties;
  readonly asked: Properties;
  /** The answer has to say whether the document exists, even when only its id is read. */
  readonly verified?: boolean;
}

export interface Loaders {
  readonly site: Site;
  readonly relations: Relations;
  readonly authenticated: boolean;
  /** One document by id; `null` when it is not there for this viewer. Needs no request when only the id is wanted. */
  reference(route: string, id: number, wish: Wish): MaybePromise<RestDocument | null>;
  /** As `reference`, with what only those who may edit the document can read. */
  editable(route: string, id: number, properties: Properties): MaybePromise<RestDocument | null>;
  /** All documents with a slug. */
  bySlug(route: string, slug: string, properties: Properties): Promise<readonly SluggedDocument[]>;
  page(collection: Collection, page: PageArguments, needs: PageNeeds): Promise<Page>;
  /** A page of a document's related set, batched with those of its siblings. */
  related(set: RelatedCollection, owner: number, page: PageArguments, needs: PageNeeds): Promise<Page>;
  childTerms(resource: Resource, parent: number, properties: Properties): Promise<readonly TermDocument[]>;
  /** Nearest first. */
  ancestors<D extends RestDocument & { readonly parent?: number }>(
    resource: Resource,
    document: D,
    properties: Properties,
  ): Promise<readonly D[]>;
  /** The REST index: what the site says of itself. */
  index(properties: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
}

export interface RelatedCollection {
  readonly relation: ToManyRelation;
  readonly query: Query;
  readonly order: Order;
}

export function createLoaders(options: LoadersOptions): Loaders {
  const { site, authorization, signal, present = (document) => document } = options;
  const withinBudget = withBudget(options.get, options.maxRequests);
  const get: RestGet = (request) => withinBudget({ ...request, authorization, signal });
  const upstream = createUpstream(get, options.store, authorization !== undefined);

  const references = memoized((route): References => createReferences(upstream, route));
  const editables = memoized((route): References => createReferences(upstream, route, 'edit'));
  const slugs = memoized((route): Slugs => createSlugs(upstream, route));
  const trees = memoized((route): TermTree => createTermTree(upstream, route, references(route)));
  const sets = new Map<string, RelatedSets>();
  const relatedSets = ({ relation, query, order }: RelatedCollection): RelatedSets => {
    const key = JSON.stringify([relation, query, order]);
    const known = sets.get(key) ?? createRelatedSets(upstream, relation, query, order);
    sets.set(key, known);
    return known;
  };

  const presented = (page: Page, needs: PageNeeds): Page => ({
    ...page,
    entries: page.entries.map(({ document, cursor }) => ({
      document: present(document, needs.documents ?? onlyId),
      cursor,
    })),
  });

  return {
    site,
    relations: createRelations(site),
    authenticated: upstream.authenticated,
    reference(route, id, { wanted, asked, verified }) {
      if (!verified && isOnlyId(wanted)) return { id };
      return andThen(references(route).load(id, wanted, asked), (document) => document && present(document, wanted));
    },
    editable: (route, id, properties) => editables(route).load(id, properties, properties),
    async bySlug(route, slug, properties) {
      const read = new Set([...properties, 'slug']);
      return (await slugs(route).load(slug, properties)).map((document) => present(document, read));
    },
    page: async (collection, page, needs) => presented(await loadPage(upstream, collection, page, needs), needs),
    related: async (set, owner, page, needs) => presented(await relatedSets(set).load(owner, page, needs), needs),
    childTerms: async (resource, parent, properties) => {
      const children = await trees(resource.route).children(parent, properties);
      return children.map((child) => present(child, properties));
    },
    async ancestors(resource, document, properties) {
      const read = new Set([...properties, 'parent']);
      const found =
        resource.family === 'term'
          ? await trees(resource.route).ancestors(document, read)
          : await ancestorsOf(document, (id) => references(resource.route).load(id, read, read));
      return found.map((ancestor) => present(ancestor, read)) as never;
    },
    async index(properties) {
      const { body } = await get({ route: '/', query: { _fields: properties.join(',') } });
      return (body ?? {}) as Readonly<Record<string, unknown>>;
    },
  };
}

const onlyId: Properties = new Set(['id']);

function isOnlyId(properties: Properties): boolean {
  return properties.size === 0 || (properties.size === 1 && properties.has('id'));
}

function memoized<T>(create: (route: string) => T): (route: string) => T {
  const made = new Map<string, T>();
  return (route) => {
    const known = made.get(route) ?? create(route);
    made.set(route, known);
    return known;
  };
}
