/**
 * The children and ancestors of terms. WordPress filters terms by one parent at a time, so a taxonomy is read whole, a
 * hundred terms a request, unless asking parent by parent takes fewer requests.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { allOf, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument, TermDocument } from '../../wordpress/documents.ts';
import type { Query } from '../../wordpress/http/rest-root.ts';
import { Properties } from '../../wordpress/properties.ts';
import { readId, readMember } from '../../wordpress/values.ts';
import type { Loaded, LoadedDocument } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { joinBlocks } from '../pages/blocks.ts';
import { GatheredPages } from '../pages/gathered-pages.ts';
import { orderQuery } from '../pages/order.ts';
import { type DocumentList, isEmpty, isFull, isLastPage, pagesOf } from '../source/document-list.ts';
import { answersOf, type Upstream, upstreamFor, upstreamOf } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { createBatches } from './batches.ts';
import type { References } from './references.ts';

export interface TermTree {
  /** All children of a term, by name. */
  children(operation: Operation, parent: number, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** The ancestors of a term, nearest first. */
  ancestors(operation: Operation, term: TermDocument, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** A term by its id and its ancestors, nearest first; nothing where it is not there. */
  upFrom(operation: Operation, id: number, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** Of all terms; nothing where reading them takes more requests than `most`. */
  lineages(upstream: Upstream, most: number): Promise<Lineages | undefined>;
}

interface ChildrenNeed {
  readonly operation: Operation;
  readonly parent: number;
  readonly properties: Properties;
}

/** The terms that one lies below, itself among them. */
export type Lineages = (term: number) => readonly number[];

/** Ancestors that are walked before others have their turn. */
const stepsInOneTurn = 100;

const byName = { orderby: 'name', direction: 'asc' } as const;

const gatheredTerms = () => new GatheredPages<LoadedDocument>(({ document }) => document.id);

export function createTermTree(source: Source, route: string, references: References): TermTree {
  const sizeOf = (upstream: Upstream) => upstream.largestPage(route);
  const readPage = (upstream: Upstream, properties: Properties, page = 1, query: Query = {}) => {
    const paging = { per_page: sizeOf(upstream), ...(page > 1 && { page }) };
    return upstream.rows(route, { ...query, ...orderQuery(byName), ...paging }, withParent(properties));
  };

  /** Each term of pages that follow one another, once. */
  async function join(
    upstream: Upstream,
    properties: Properties,
    pages: readonly DocumentList[],
    query: Query = {},
  ): Promise<readonly LoadedDocument[]> {
    const terms = gatheredTerms();
    const listing = { route, query, order: byName, pagedOnly: true };
    const blocks = pages.map(({ documents }) => documents);
    for (const block of await joinBlocks(upstream, listing, withParent(properties), blocks)) terms.add(block);
    return terms.rows;
  }

  /** All terms, or `null` when reading them takes more requests than `most`. */
  async function readWholeTree(
    upstream: Upstream,
    properties: Properties,
    most: number,
  ): Promise<readonly LoadedDocument[] | null> {
    const first = await readPage(upstream, properties);
    const size = sizeOf(upstream);
    const pages = pagesOf(first, size);
    if (pages === undefined) {
      // Nobody knows how many there are: page after page, until one is empty.
      const read = [first];
      const terms = gatheredTerms();
      for (let last = first; !isEmpty(last) && !terms.isExhausted; read.push(last)) {
        terms.add(last.documents);
        if (read.length >= most && isFull(last, size)) return null;
        last = await readPage(upstream, properties, read.length + 1);
      }
      return join(upstream, properties, read);
    }
    if (pages > most) return null;
    const further = Array.from({ length: pages - 1 }, (_, index) => index + 2);
    return join(upstream, properties, [
      first,
      ...(await allOf(further, (page) => readPage(upstream, properties, page))),
    ]);
  }

  async function readChildren(
    upstream: Upstream,
    parent: number,
    properties: Properties,
  ): Promise<readonly LoadedDocument[]> {
    const children = gatheredTerms();
    const read: DocumentList[] = [];
    for (let page = 1; ; page++) {
      const rows = await readPage(upstream, properties, page, { parent });
      read.push(rows);
      children.add(rows.documents);
      if (isLastPage(rows, page, sizeOf(upstream)) || children.isExhausted)
        return join(upstream, properties, read, { parent });
    }
  }

  const batches = createBatches<ChildrenNeed, readonly LoadedDocument[]>(async (needs) => {
    const upstream = upstreamFor(source, needs);
    const properties = Properties.unionOf(needs.map((need) => need.properties));
    const parents = [...new Set(needs.map((need) => need.parent))];
    return answersOf(upstream, needs, async () => {
      const tree = await readWholeTree(upstream, properties, parents.length);
      const families = tree
        ? parents.map((parent) => tree.filter(({ document }) => readId(readMember(document, 'parent')) === parent))
        : await allOf(parents, (parent) => readChildren(upstream, parent, properties));
      return ({ parent }) => families[parents.indexOf(parent)] ?? [];
    });
  });

  async function ancestors(
    operation: Operation,
    term: TermDocument,
    properties: Properties,
  ): Promise<readonly Loaded<TermDocument>[]> {
    // What fits one request is known afterwards; else the levels are asked for one by one.
    await readPage(upstreamOf(source, operation), properties);
    return ancestorsOf(term, (id) => references.load(operation, id, withParent(properties), withParent(properties)));
  }

  function isKnown(operation: Operation, id: number, properties: Properties): boolean {
    const collection = source.collectionOf(route, {});
    const found =
      operation.memory.document(collection, id, properties) ?? source.cache?.document(collection, id, properties);
    return found !== undefined;
  }

  return {
    async lineages(upstream, most) {
      const terms = await readWholeTree(upstream, Properties.none, most);
      if (!terms) return undefined;
      const parents = new Map(terms.map(({ document }) => [document.id, readId(readMember(document, 'parent'))]));
      return (term) => lineageOf(term, parents);
    },
    async children(operation, parent, properties) {
      const documents = await batches.load({ operation, parent, properties });
      operation.learnList(route, { documents });
      return documents;
    },
    ancestors,
    async upFrom(operation, id, properties) {
      const read = withParent(properties);
      // Most taxonomies fit one request, which brings whatever is above it as well.
      if (!isKnown(operation, id, read)) await readPage(upstreamOf(source, operation), properties);
      const term = (await references.load(operation, id, read, read)) as Loaded<TermDocument> | null;
      if (!term) return [];
      const isTop = readId(readMember(term.document, 'parent')) === null;
      return isTop ? [term] : [term, ...(await ancestors(operation, term.document, properties))];
    },
  };
}

/** Ends where a parent is not known, and in a circle. */
function lineageOf(term: number, parents: ReadonlyMap<number, number | null>): number[] {
  const lineage = new Set<number>();
  for (let id: number | null = term; id !== null && !lineage.has(id); id = parents.get(id) ?? null) lineage.add(id);
  return [...lineage];
}

/** Walks up by `parent`, nearest first; a missing ancestor ends the walk, and so does a circle. */
export async function ancestorsOf<D extends RestDocument & { readonly parent?: unknown }>(
  document: D,
  load: (id: number) => MaybePromise<Loaded | null>,
): Promise<Loaded<D>[]> {
  const ancestors: Loaded<D>[] = [];
  const seen = new Set([document.id]);
  let parent = readId(document.parent);
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const ancestor = (await load(parent)) as Loaded<D> | null;
    if (!ancestor) break;
    ancestors.push(ancestor);
    parent = readId(ancestor.document.parent);
    // What is known answers at once: a long way up must not keep everybody else waiting.
    if (ancestors.length % stepsInOneTurn === 0) await nextTurn();
  }
  return ancestors;
}

function withParent(properties: Properties): Properties {
  return properties.with('id', 'parent');
}
