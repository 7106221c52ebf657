/**
 * The children and ancestors of terms. WordPress filters terms by one parent at a time, so a taxonomy is read whole, a
 * hundred terms a request, unless asking parent by parent takes fewer requests.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { allOf, type MaybePromise } from '../../maybe-promise.ts';
import type { RestDocument, TermDocument } from '../../wordpress/documents.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { readId, readMember } from '../../wordpress/values.ts';
import type { Loaded, LoadedDocument } from '../loaded.ts';
import type { Operation } from '../operation/operation.ts';
import { GatheredPages } from '../pages/gathered-pages.ts';
import { isEmpty, isFull, isLastPage, pagesOf } from '../source/document-list.ts';
import { answersOf, type Upstream, upstreamFor, upstreamOf } from '../source/operation-source.ts';
import type { Source } from '../source/source.ts';
import { createBatches } from './batches.ts';
import type { References } from './references.ts';

export interface TermTree {
  /** All children of a term, by name. */
  children(operation: Operation, parent: number, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
  /** The ancestors of a term, nearest first. */
  ancestors(operation: Operation, term: TermDocument, properties: Properties): Promise<readonly Loaded<TermDocument>[]>;
}

interface ChildrenNeed {
  readonly operation: Operation;
  readonly parent: number;
  readonly properties: Properties;
}

/** Ancestors that are walked before others have their turn. */
const stepsInOneTurn = 100;

const byName = { orderby: 'name', order: 'asc' } as const;

const gatheredTerms = () => new GatheredPages<LoadedDocument>(({ document }) => document.id);

export function createTermTree(source: Source, route: string, references: References): TermTree {
  const readPage = (upstream: Upstream, properties: Properties, page = 1) =>
    upstream.rows(route, { ...byName, per_page: largestPage, ...(page > 1 && { page }) }, withParent(properties));

  /** All terms, or `null` when reading them takes more requests than `most`. */
  async function readWholeTree(
    upstream: Upstream,
    properties: Properties,
    most: number,
  ): Promise<readonly LoadedDocument[] | null> {
    const first = await readPage(upstream, properties);
    const terms = gatheredTerms();
    terms.add(first.documents);
    const pages = pagesOf(first, largestPage);
    if (pages === undefined) {
      // Nobody knows how many there are: page after page, until one is empty.
      let last = first;
      for (let page = 2; !isEmpty(last) && !terms.isExhausted; page++) {
        if (page > most && isFull(last, largestPage)) return null;
        last = await readPage(upstream, properties, page);
        terms.add(last.documents);
      }
      return terms.rows;
    }
    if (pages > most) return null;
    const further = Array.from({ length: pages - 1 }, (_, index) => index + 2);
    const others = await allOf(further, (page) => readPage(upstream, properties, page));
    for (const { documents } of others) terms.add(documents);
    return terms.rows;
  }

  async function readChildren(
    upstream: Upstream,
    parent: number,
    properties: Properties,
  ): Promise<readonly LoadedDocument[]> {
    const children = gatheredTerms();
    for (let page = 1; ; page++) {
      const query = { ...byName, parent, per_page: largestPage, ...(page > 1 && { page }) };
      const rows = await upstream.rows(route, query, withParent(properties));
      children.add(rows.documents);
      if (isLastPage(rows, page, largestPage) || children.isExhausted) return children.rows;
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

  return {
    async children(operation, parent, properties) {
      const documents = await batches.load({ operation, parent, properties });
      operation.learnList(route, { documents });
      return documents;
    },
    async ancestors(operation, term, properties) {
      // What fits one request is known afterwards; else the levels are asked for one by one.
      await readPage(upstreamOf(source, operation), properties);
      return ancestorsOf(term, (id) => references.load(operation, id, withParent(properties), withParent(properties)));
    },
  };
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
