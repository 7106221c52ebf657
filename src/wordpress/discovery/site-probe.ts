/**
 * Asks a site again what it was read from, a little at a time: so it is noticed that the site has become another one.
 * Knows what of it is asked each time, and that an answer which only reads otherwise is no change.
 */
import { isDeepStrictEqual } from 'node:util';
import { fingerprintOf } from '../fingerprint.ts';
import type { RestGet } from '../http/client.ts';
import type { Resource } from '../resources.ts';
import { askCollections } from './collections.ts';
import { readListedTypes } from './listed-types.ts';
import { askListing, type SiteFacts } from './site-facts.ts';
import { type OpenedSite, reopenSite, type SiteSnapshot } from './site-snapshot.ts';

export class SiteProbe {
  readonly #fingerprint: string;
  readonly #collections: readonly Resource[];
  #snapshot: SiteSnapshot;
  /** Of the collections, which are asked in turn, the one that is next. */
  #next = 0;

  constructor({ site, snapshot }: OpenedSite) {
    const { types, taxonomies } = snapshot.facts;
    this.#fingerprint = fingerprintOf(site);
    this.#collections = readListedTypes(types, taxonomies).resources;
    this.#snapshot = snapshot;
  }

  /**
   * Whether the site is another one than the one that was read, as far as its lists of types and one of its collections tell.
   * @throws PressgraphError when it does not answer
   */
  async finds(get: RestGet): Promise<boolean> {
    const { refusal, ...listing } = await askListing(get);
    if (refusal) throw refusal;
    if (this.#isOther({ ...this.#snapshot.facts, ...listing })) return true;
    const collection = this.#collections[this.#next++ % this.#collections.length];
    const asked = collection ? await askCollections(get, [collection]) : [];
    const { facts } = this.#snapshot;
    // Its latest document changes all the time, and makes no other site.
    const told = [...asked].map(([route, { sample: _sample, ...said }]) => {
      const { sample } = facts.collections[route] ?? {};
      return [route, { ...said, ...(sample !== undefined && { sample }) }] as const;
    });
    return this.#isOther({ ...facts, collections: { ...facts.collections, ...Object.fromEntries(told) } });
  }

  /** Whether what a site says makes it another one; with a type of which nothing is known it is. */
  #isOther(facts: SiteFacts): boolean {
    // Nearly always: reading a site of many types takes tens of milliseconds.
    if (isDeepStrictEqual(facts, this.#snapshot.facts)) return false;
    const reopened = reopenSite({ ...this.#snapshot, facts });
    return !reopened || fingerprintOf(reopened.site) !== this.#fingerprint;
  }
}
