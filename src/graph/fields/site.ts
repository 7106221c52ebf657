/**
 * What a site says of itself in its REST index.
 * Knows which members of the index need no rights.
 */
import type { GraphQLResolveInfo } from 'graphql';
import { andThen, type MaybePromise } from '../../maybe-promise.ts';
import type { MediaDocument, SiteIndex } from '../../wordpress/documents.ts';
import type { Resource } from '../../wordpress/resources.ts';
import { readAddress, readNumber, readText } from '../../wordpress/values.ts';
import type { GraphContext } from '../context.ts';
import type { FieldFacts, FieldPlan, Resolve } from '../plan/field-plan.ts';
import { siteIndex } from '../plan/origin.ts';
import { follow } from '../relations.ts';
import { decodedName } from './names.ts';

/** The index, as far as it was asked for. */
export class IndexNode<D = SiteIndex> {
  readonly document: D;

  constructor(document: D) {
    this.document = document;
  }
}

/** The site. It is there without being asked: only what it says of itself has to be. */
export function lookUpSite({ loaders, selection }: GraphContext, info: GraphQLResolveInfo): MaybePromise<IndexNode> {
  const properties = selection.own(info, siteIndex);
  const index = properties.isOnlyId ? {} : loaders.index(properties);
  return andThen(index, (document) => new IndexNode(document as unknown as SiteIndex));
}

function reads<const P extends keyof SiteIndex, Out>(
  properties: readonly P[],
  value: Resolve<IndexNode<Pick<SiteIndex, P>>, unknown, Out>,
  facts: Omit<FieldFacts, 'reads'> = {},
): FieldPlan<IndexNode<Pick<SiteIndex, P>>, unknown, Out> {
  return { ...facts, reads: properties, value };
}

export const siteName = reads(['name'], ({ document }) => decodedName(document.name));
export const tagline = reads(['description'], ({ document }) => decodedName(document.description));
export const url = reads(['url'], ({ document }) => readAddress(document.url));
export const home = reads(['home'], ({ document }) => readAddress(document.home));
export const iconUrl = reads(['site_icon_url'], ({ document }) => readAddress(document.site_icon_url) || null);
export const gmtOffset = reads(['gmt_offset'], ({ document }) => hoursOf(document.gmt_offset));
export const timezone = reads(
  ['timezone_string', 'gmt_offset'],
  ({ document }) => readText(document.timezone_string) || offsetOf(hoursOf(document.gmt_offset)),
);

/** @param property what a site has for a picture of itself */
export function siteImage(media: Resource, property: 'site_icon' | 'site_logo') {
  return reads(
    [property],
    ({ document }, _args, context, info) => follow<MediaDocument>(media, media, document[property], context, info),
    { looksUpById: true },
  );
}

/** Further from UTC is no zone. */
const mostHours = 24;

/** Hours ahead of UTC; an option that was never set is empty. */
function hoursOf(offset: unknown): number | null {
  const hours = offset === '' ? 0 : readNumber(offset);
  return hours !== null && Math.abs(hours) <= mostHours ? hours : null;
}

/** Hours as an offset: `5.5` is `+05:30`. */
function offsetOf(hours: number | null): string | null {
  if (hours === null) return null;
  const minutes = Math.round(hours * 60);
  const size = Math.abs(minutes);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
