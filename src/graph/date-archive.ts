/**
 * The archive of a year, a month or a day: what of one type was published in it.
 */
import {
  type ArchiveDate,
  boundsOfDate,
  partsOfDate,
  readArchiveDate,
  writtenDate,
} from '../wordpress/archive-dates.ts';
import { dateAddressesAt, type WriteDate } from '../wordpress/date-addresses.ts';
import { Properties } from '../wordpress/properties.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { GraphContext } from './context.ts';
import { listingOf } from './lists.ts';
import { Orders } from './orders.ts';
import { OtherNode } from './other-node.ts';
import type { Registry } from './registry.ts';

export class DateArchive extends OtherNode {
  /** What is published in it is of this one type. */
  readonly resource: Resource;
  readonly date: ArchiveDate;
  /** How many documents there are, where that is known already. */
  readonly known: number | undefined;

  constructor(resource: Resource, date: ArchiveDate, known?: number) {
    super();
    this.resource = resource;
    this.date = date;
    this.known = known;
  }

  /** `null` for what was never a key. */
  static find(key: string, registry: Registry): DateArchive | null {
    const at = key.lastIndexOf(':');
    const resource = registry.ofType(key.slice(0, Math.max(0, at)));
    const date = readArchiveDate(key.slice(at + 1));
    return date && resource?.family === 'content' ? new DateArchive(resource, date) : null;
  }

  /** `post:2024-05`. */
  get key(): string {
    return `${this.resource.type}:${writtenDate(this.date)}`;
  }

  /** As REST arguments: between these seconds of the site's clock, both exclusive. */
  get bounds() {
    return boundsOfDate(this.date);
  }
}

const newestFirst = Orders.ofContent().order(null);
const nothing = { documents: undefined, total: false, cursors: false, hasNextPage: false, hasPreviousPage: false };

/** How many documents there are; `null` where the site hides it. */
export async function countOf({ resource, bounds, known }: DateArchive, { loaders }: GraphContext) {
  if (known !== undefined) return known;
  const page = await loaders.page(listingOf(resource, bounds, newestFirst), { first: 0 }, { ...nothing, total: true });
  return page.total ?? null;
}

/** The type whose archives have addresses of their own; others have them with the name of the type. */
const addressedType = 'post';

/** More than one, since one may have a date that is none, or an address of its own. */
const showing = 3;

/** How the site writes addresses of dates, as its newest posts show it; `null` where none of them does. */
export async function dateAddresses(posts: Resource, { loaders }: GraphContext): Promise<WriteDate | null> {
  const wanted = { ...nothing, documents: Properties.of('id', 'date', 'slug', 'link') };
  const { entries } = await loaders.page(listingOf(posts, {}, newestFirst), { first: showing }, wanted);
  const ways = entries.map(({ document }) => dateAddressesAt(document, loaders.site.home));
  return ways.find((way) => way !== null) ?? null;
}

/** Its path on the site; `null` where none of the site's newest posts shows how it writes them. */
export async function uriOf({ resource: { type }, date }: DateArchive, registry: Registry, context: GraphContext) {
  const posts = registry.ofType(addressedType);
  if (!posts) return null;
  const address = (await dateAddresses(posts, context))?.(partsOfDate(date));
  if (!address) return null;
  return type === addressedType ? address : `${address}${address.includes('?') ? '&' : '?'}post_type=${type}`;
}

/** The months of a type, newest first. */
export async function monthsOf(resource: Resource, { loaders }: GraphContext): Promise<DateArchive[]> {
  const months = await loaders.months(resource.route);
  return months.map(({ date, count }) => new DateArchive(resource, date, count));
}
