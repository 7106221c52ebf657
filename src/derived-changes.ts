/**
 * Changes that follow from others: what editors and the search are shown of a collection is kept apart from it, and changes with it.
 */
import { wholeId } from './loaders/lookups/whole-answers.ts';
import type { ServiceAccount } from './loaders/service-account.ts';
import { accountCollection, openingOf, routeOfCollection } from './privileges.ts';
import { type Change, isEverything } from './store/change.ts';
import type { Changes } from './store/changes.ts';
import type { DocumentCache } from './store/document-cache.ts';
import { searchedWith } from './wordpress/search.ts';
import { resourceAt, type Site } from './wordpress/site.ts';

export interface DerivedChangesOptions {
  readonly changes: Changes;
  readonly cache: Pick<DocumentCache, 'inUse'>;
  readonly account: ServiceAccount | undefined;
  /** As it is now. */
  site(): Site;
}

export function announceDerived({ changes, cache, account, site }: DerivedChangesOptions): void {
  if (account) changes.listen((change) => announceForAccount(change, account, changes));
  changes.listen(({ route }) => announceForSearch(route, site(), changes, cache));
}

/** A document that has changed has done so for its editors as well. */
function announceForAccount({ route, ...what }: Change, { opens }: ServiceAccount, changes: Changes): void {
  const isRead = [...opens].some((privilege) => openingOf(privilege).properties || openingOf(privilege).routes[route]);
  if (isRead && !isEverything({ route }) && routeOfCollection(route) === route) {
    changes.announce({ ...what, route: accountCollection(route) });
  }
}

/** What search finds, and in which order, is of no collection of its own: lists, and what is read of it as a whole. */
function announceForSearch(route: string, site: Site, changes: Changes, cache: Pick<DocumentCache, 'inUse'>): void {
  const family = resourceAt(site, route)?.family;
  const found = family ? searchedWith(family) : [];
  if (found.length === 0) return;
  const announce = (inUse: ReadonlySet<string>) => {
    for (const collection of inUse) changes.announce({ route: collection, ids: [wholeId] });
  };
  void cache
    .inUse(found)
    .then(announce)
    .catch(() => undefined);
}
