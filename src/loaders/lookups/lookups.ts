/**
 * What looks things up for one kind of viewer.
 * Knows that equal needs meet where one of each kind is kept, and how much of what a client chooses by is kept at hand.
 */
import { LRUCache } from 'lru-cache';
import { memoized } from '../../memoized.ts';
import type { Observer } from '../../observer.ts';
import { createRelations, type Relations, type ToManyRelation } from '../../wordpress/relations.ts';
import type { Site } from '../../wordpress/site.ts';
import { type Opener, Openings } from '../openings.ts';
import type { Source } from '../source/source.ts';
import type { Addresses } from './addresses.ts';
import { Adjacent, type AdjacentListing } from './adjacent.ts';
import { ContentTypes } from './content-types.ts';
import { PageHeads } from './page-heads.ts';
import { References } from './references.ts';
import { Refusals } from './refusals.ts';
import { RelatedCounts } from './related-counts.ts';
import type { RelatedListing } from './related-listing.ts';
import { RelatedSets } from './related-sets.ts';
import { SiteIndex } from './site-index.ts';
import { createSlugs, type Slugs } from './slugs.ts';
import { createTermTree, type TermTree } from './term-tree.ts';
import { WholeAnswers } from './whole-answers.ts';

/** What looks things up for one kind of viewer: shared by all anonymous operations, made anew for one with credentials. */
export interface Lookups {
  readonly site: Site;
  readonly relations: Relations;
  readonly addresses: Addresses;
  readonly source: Source;
  readonly index: SiteIndex;
  readonly heads: PageHeads;
  readonly references: (route: string) => References;
  readonly editables: (route: string) => References;
  readonly types: ContentTypes;
  readonly wholes: WholeAnswers;
  readonly openings: Openings;
  readonly slugs: (route: string) => Slugs;
  readonly trees: (route: string) => TermTree;
  relatedSets(listing: RelatedListing): RelatedSets;
  readonly relatedCounts: (relation: ToManyRelation) => RelatedCounts;
  adjacent(listing: AdjacentListing): Adjacent;
}

/** Characters of the filters and orders by which related documents are gathered. */
const mostFilters = 1_000_000;

/** Lists, each by the terms that it is of, in which neighbours are looked for. */
const mostAdjacents = 1_000;

/** Whose look-ups they are, and what becomes of what is refused to him. */
export interface LookupsOptions {
  readonly opener?: Opener;
  readonly observer?: Observer;
  readonly refusals?: Refusals;
}

export function createLookups(
  site: Site,
  source: Source,
  addresses: Addresses,
  { opener = 'everybody', observer = {}, refusals = new Refusals() }: LookupsOptions = {},
): Lookups {
  const references = memoized((route: string): References => new References(source, route));
  const forEditors = { query: { context: 'edit' } };
  const editables = memoized((route: string): References => new References(source, route, forEditors));
  const published = memoized(
    (route: string): References => new References(source, route, { ...forEditors, hasItems: false }),
  );
  const wholes = new WholeAnswers(source);
  const trees = memoized((route: string): TermTree => createTermTree(source, route, references(route)));
  // Several types have one relation, by which what belongs to them is counted together.
  const counts = memoized((key: string): RelatedCounts => new RelatedCounts(source, JSON.parse(key)));
  // A client may filter by whatever it likes: only what is asked for now has to be at hand.
  const sets = new LRUCache<string, RelatedSets>({ maxSize: mostFilters, sizeCalculation: (_set, key) => key.length });
  const adjacents = new LRUCache<string, Adjacent>({ max: mostAdjacents });
  return {
    site,
    relations: createRelations(site),
    addresses,
    source,
    index: new SiteIndex(source),
    heads: new PageHeads(source),
    references,
    types: new ContentTypes(source),
    editables,
    wholes,
    openings: new Openings({ opener, source, wholes, published, refusals, observer }),
    slugs: memoized((route: string): Slugs => createSlugs(source, route)),
    trees,
    relatedCounts: (relation) => counts(JSON.stringify(relation)),
    adjacent(listing) {
      const { route, query, side } = listing;
      const key = JSON.stringify([route, query, side]);
      const known = adjacents.get(key) ?? new Adjacent(source, listing, site.clock);
      adjacents.set(key, known);
      return known;
    },
    relatedSets(listing) {
      const { relation, query, order, tree } = listing;
      const key = JSON.stringify([relation, query, order, tree]);
      const known = sets.get(key) ?? new RelatedSets(source, listing, site.clock, tree ? trees(tree) : undefined);
      sets.set(key, known);
      return known;
    },
  };
}
