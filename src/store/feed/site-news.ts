/**
 * What a site says of itself in its index, which is asked once in a while, and what it changes that this has become another.
 * Knows that other pages in front of a site have other addresses, and so have those that stood there.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ReadMap } from '../../wordpress/values.ts';
import { everything } from '../change.ts';
import type { Changes } from '../changes.ts';

/** Members of the index that say which pages stand where. */
const placing = ['show_on_front', 'page_on_front', 'page_for_posts'];
/** What routes there are is not of the site, but of what serves it: it comes with a graph of its own. */
const unshown = ['namespaces', 'routes'];

export class SiteNews {
  readonly #changes: Pick<Changes, 'announce'>;
  #known: ReadMap;

  constructor(index: ReadMap, changes: Pick<Changes, 'announce'>) {
    this.#known = shown(index);
    this.#changes = changes;
  }

  /** Announces what has changed since it was heard last. An index that was refused says nothing. */
  hear(index: ReadMap): void {
    const [before, now] = [this.#known, shown(index)];
    if (Object.keys(now).length === 0 || isDeepStrictEqual(before, now)) return;
    this.#known = now;
    const isMoved = placing.some((name) => !isDeepStrictEqual(before[name], now[name]));
    this.#changes.announce(isMoved ? everything : { route: '/' });
  }
}

function shown(index: ReadMap): ReadMap {
  return Object.fromEntries(Object.entries(index).filter(([name]) => !unshown.includes(name)));
}
