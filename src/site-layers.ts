/**
 * What stands below the graph for a site as it is now: made anew for each site that takes the place of the one before, on
 * layers that stay.
 * Knows what each part is told of the site; holds no other rule.
 */
import type { KeptKind } from './kept-kinds.ts';
import { createViewers, type LoadersFor, type ViewersOptions } from './loaders/viewers.ts';
import { type WatchedCollection, watchedCollections } from './store/feed/watched.ts';
import { kindsOf } from './store/freshness.ts';
import { AddressShapes } from './wordpress/address-shapes.ts';
import { fingerprintOf } from './wordpress/fingerprint.ts';
import type { RestGet } from './wordpress/http/client.ts';
import type { AskSight } from './wordpress/http/front-end.ts';
import type { RestRoot } from './wordpress/http/rest-root.ts';
import type { Traffic } from './wordpress/http/traffic.ts';
import { PageLimits } from './wordpress/page-limits.ts';
import type { Site } from './wordpress/site.ts';
import { wholePages } from './wordpress/whole-pages.ts';

export interface SiteLayers {
  readonly site: Site;
  readonly fingerprint: string;
  readonly loadersFor: LoadersFor;
  /** What the store keeps documents of a collection as. */
  kindOf(collection: string): KeptKind;
  /** What a look for changes asks, and how. */
  readonly watched: {
    readonly get: RestGet;
    readonly limits: PageLimits;
    readonly collections: readonly WatchedCollection[];
  };
}

export interface SiteLayersOptions extends Pick<ViewersOptions, 'cache' | 'account' | 'without' | 'observer'> {
  /** All that is asked of the site, wherever its REST root is. */
  readonly traffic: Traffic;
  getAt(root: RestRoot): RestGet;
  /** Asks the front end. */
  seeAt(site: Site, shapes: AddressShapes): AskSight;
}

export function createSiteLayers(site: Site, options: SiteLayersOptions): SiteLayers {
  const { traffic, getAt, seeAt, ...others } = options;
  const get = traffic.inTurn(getAt(site.root));
  const limits = new PageLimits(site.resources);
  const kindOf = kindsOf(site);
  const shapes = new AddressShapes(site);
  const see = traffic.inTurn(seeAt(site, shapes));
  return {
    site,
    fingerprint: fingerprintOf(site),
    loadersFor: createViewers({ ...others, site, get, see, shapes, isIdle: traffic.isIdle, limits, kindOf }),
    kindOf,
    watched: { get: wholePages(get, limits), limits, collections: watchedCollections(site) },
  };
}
