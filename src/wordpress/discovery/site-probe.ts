/**
 * Asks a site again what it was read from, a little at a time: so it is noticed that the site has become another one.
 * Knows what of it is asked each time, and that an answer which only reads otherwise is no change.
 */
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf } from '../fingerprint.ts';
import { mayHaveYoast } from '../head-plugins.ts';
import type { RestGet } from '../http/client.ts';
import type { Resource } from '../resources.ts';
import type { ReadMap } from '../values.ts';
import { askCollections } from './collections.ts';
import { readListedTypes } from './listed-types.ts';
import { askListing, type SiteFacts } from './site-facts.ts';
import { type OpenedSite, reopenSite, type SiteSnapshot } from './site-snapshot.ts';

/** Of the collections, this part is asked each time, but no more than a few. */
const [part, most] = [1 / 10, 4];

export class SiteProbe {
  readonly #fingerprint: string;
  readonly #collections: readonly Resource[];
  #snapshot: SiteSnapshot;
  /** Of the collections, which are asked in turn, the first of those that are next. */
  #next = 0;

  constructor({ site, snapshot }: OpenedSite) {
    const { types, taxonomies } = snapshot.facts;
    this.#fingerprint = fingerprintOf(site);
    this.#collections = readListedTypes(types, taxonomies).resources;
    this.#snapshot = snapshot;
  }

  /**
   * Whether the site is another one than the one that was read, as far as its lists of types and some of its collections tell;
   * and what it says of itself now.
   * @throws PressgraphError when it does not answer
   */
  async look(get: RestGet): Promise<{ readonly isOther: boolean; readonly index: ReadMap }> {
    const { refusal, ...listing } = await askListing(get);
    if (refusal) throw refusal;
    const { index } = listing;
    if (this.#isOther({ ...this.#snapshot.facts, ...listing })) return { isOther: true, index };
    const { facts } = this.#snapshot;
    const asked = await askCollections(get, this.#turn(), mayHaveYoast(facts.index));
    // Its latest document changes all the time, and makes no other site.
    const told = [...asked].map(([route, { sample: _sample, ...said }]) => {
      const { sample } = facts.collections[route] ?? {};
      return [route, { ...said, ...(sample !== undefined && { sample }) }] as const;
    });
    const isOther = this.#isOther({ ...facts, collections: { ...facts.collections, ...Object.fromEntries(told) } });
    return { isOther, index };
  }

  #turn(): readonly Resource[] {
    const { length } = this.#collections;
    const size = Math.min(most, Math.ceil(length * part));
    const turn = Array.from({ length: size }, (_, index) => this.#collections[(this.#next + index) % length]);
    this.#next += size;
    return turn.flatMap((collection) => collection ?? []);
  }

  /** Whether what a site says makes it another one; with a type of which nothing is known it is. */
  #isOther(facts: SiteFacts): boolean {
    // Nearly always: reading a site of many types takes tens of milliseconds.
    if (isDeepStrictEqual(facts, this.#snapshot.facts)) return false;
    const reopened = reopenSite({ ...this.#snapshot, facts });
    return !reopened || fingerprintOf(reopened.site) !== this.#fingerprint;
  }
}
