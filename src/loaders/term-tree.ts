/**
 * The children and ancestors of terms. WordPress filters terms by one parent at a time, so a taxonomy is read whole, a
 * hundred terms a request, unless asking parent by parent takes fewer requests.
 */
import DataLoader from 'dataloader';
import type { RestDocument, TermDocument } from '../wordpress/documents.ts';
import { type Properties, union } from '../wordpress/properties.ts';
import { largestPage } from '../wordpress/resources.ts';
import type { MaybePromise } from './maybe-promise.ts';
import type { References } from './references.ts';
import type { Upstream } from './upstream.ts';

export interface TermTree {
  /** All children of a term, by name. */
  children(parent: number, properties: Properties): Promise<readonly TermDocument[]>;
  /** The ancestors of a term, nearest first. */
  ancestors(term: TermDocument, properties: Properties): Promise<readonly TermDocument[]>;
}

interface Need {
  readonly parent: number;
  readonly properties: Properties;
}

const byName = { orderby: 'name', order: 'asc' } as const;

export function createTermTree(upstream: Upstream, route: string, references: References): TermTree {
  const firstPage = (properties: Properties) =>
    upstream.rows(route, { ...byName, per_page: largestPage }, withParent(properties));

  /** All terms, or `null` when reading them takes more requests than `most`. */
  async function wholeTree(properties: Properties, most: number): Promise<readonly TermDocument[] | null> {
    const first = await firstPage(properties);
    const pages = first.totalPages ?? 1;
    if (pages > most) return null;
    const others = await Promise.all(
      Array.from({ length: pages - 1 }, (_, index) =>
        upstream.rows(route, { ...byName, per_page: largestPage, page: index + 2 }, withParent(properties)),
      ),
    );
    return [first, ...others].flatMap((rows) => rows.documents);
  }

  async function childrenOf(parent: number, properties: Properties): Promise<TermDocument[]> {
    const children: TermDocument[] = [];
    for (let page = 1; ; page++) {
      const query = { ...byName, parent, per_page: largestPage, ...(page > 1 && { page }) };
      const rows = await upstream.rows(route, query, withParent(properties));
      children.push(...rows.documents);
      if (page >= (rows.totalPages ?? 1)) return children;
    }
  }

  const loader = new DataLoader<Need, readonly TermDocument[]>(
    async (needs) => {
      const properties = needs.map((need) => need.properties).reduce(union);
      const parents = [...new Set(needs.map((need) => need.parent))];
      const tree = await wholeTree(properties, parents.length);
      if (tree) return needs.map(({ parent }) => tree.filter((term) => term.parent === parent));
      const families = await Promise.all(parents.map((parent) => childrenOf(parent, properties)));
      return needs.map(({ parent }) => families[parents.indexOf(parent)] ?? []);
    },
    { cache: false },
  );

  return {
    children: (parent, properties) => loader.load({ parent, properties }),
    async ancestors(term, properties) {
      // Fills the store when the taxonomy fits one request; else the levels are asked for one by one.
      await firstPage(properties);
      return ancestorsOf(term, (id) => references.load(id, withParent(properties), withParent(properties)));
    },
  };
}

/** Walks up by `parent`, nearest first; a missing ancestor ends the walk, and so does a circle. */
export async function ancestorsOf<D extends RestDocument & { readonly parent?: number }>(
  document: D,
  load: (id: number) => MaybePromise<RestDocument | null>,
): Promise<D[]> {
  const ancestors: D[] = [];
  const seen = new Set([document.id]);
  let parent = document.parent ?? 0;
  while (parent > 0 && !seen.has(parent)) {
    seen.add(parent);
    const ancestor = (await load(parent)) as D | null;
    if (!ancestor) break;
    ancestors.push(ancestor);
    parent = ancestor.parent ?? 0;
  }
  return ancestors;
}

function withParent(properties: Properties): Properties {
  return new Set([...properties, 'id', 'parent']);
}
