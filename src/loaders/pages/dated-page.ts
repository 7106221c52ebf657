/**
 * Pages of a listing by date, with stable cursors.
 * Knows what has to be asked beside the documents of a page for what is going to be read of it.
 */
import { resultsOf } from '../../maybe-promise.ts';
import { Properties } from '../../wordpress/properties.ts';
import type { Upstream } from '../source/operation-source.ts';
import { type DatedPosition, decodePlace, placeLost } from './cursor.ts';
import type { DatedListing } from './dated-rows.ts';
import { walkDated } from './dated-walk.ts';
import { type Page, type PageArguments, type PageNeeds, PlacedEntry } from './page.ts';
import { countAll } from './total.ts';

/** `undefined` where a cursor, or what WordPress answers, says that the listing has to be gone through by index. */
export async function loadDatedPage(
  upstream: Upstream,
  listing: DatedListing,
  page: PageArguments,
  needs: PageNeeds,
  properties: Properties,
): Promise<Page | undefined> {
  const { order } = listing;
  const after = page.after === undefined ? undefined : decodePlace('after', page.after, order);
  const before = page.before === undefined ? undefined : decodePlace('before', page.before, order);
  if (typeof after === 'number' || typeof before === 'number') return undefined;
  const backward = page.last !== undefined;
  const [from, until] = backward ? [before, after] : [after, before];
  const otherSideNeeded = backward ? needs.hasNextPage : needs.hasPreviousPage;

  const walk = {
    count: page.first ?? page.last ?? 0,
    backward,
    ...(from && { from }),
    ...(until && { until }),
  };
  const [walked, otherSide, counted] = await resultsOf(
    () => walkDated(upstream, listing, properties, walk),
    () => (from && otherSideNeeded ? isAnyPassed(upstream, listing, from, backward) : false),
    () => (needs.total && (from || until) ? countAll(upstream, listing) : undefined),
  );
  // In the order that the site has of its own, nobody knows what came after a page from the end.
  if (!walked && backward && from) throw placeLost('before', listing.route);
  if (!walked) return undefined;

  const { standing } = walked;
  const entries = walked.documents.map((loaded, index) => {
    if (!standing) return new PlacedEntry(loaded, order);
    // More may have come than were counted before.
    const [ahead, behind] = [standing.ahead + index, Math.max(0, standing.behind - index)];
    return new PlacedEntry(loaded, order, backward ? { ahead: behind, behind: ahead } : { ahead, behind });
  });
  return {
    entries: backward ? entries.reverse() : entries,
    hasNextPage: backward ? otherSide : walked.more,
    hasPreviousPage: backward ? walked.more : otherSide,
    total: counted ?? walked.total,
  };
}

/** Whether the cursor's own document, or any on the far side of it, is still there. */
async function isAnyPassed(
  upstream: Upstream,
  listing: DatedListing,
  { date, id }: DatedPosition,
  backward: boolean,
): Promise<boolean> {
  const properties = Properties.id;
  if (listing.query.include === undefined) {
    const query = { ...listing.query, include: [id], per_page: 1 };
    if ((await upstream.rows(listing.route, query, properties)).documents.length > 0) return true;
  }
  const beyond = await walkDated(upstream, listing, properties, {
    count: 1,
    backward: !backward,
    from: { date, id },
  });
  return beyond === undefined || beyond.documents.length > 0;
}
