/**
 * What comes out of Redis, read as what comes from a site is: it may have been written by anybody. What has not the shape
 * that a gateway writes counts as not there.
 */
import { keptKinds } from '../../kept-kinds.ts';
import type { SiteFacts } from '../../wordpress/discovery/site-facts.ts';
import type { SiteSnapshot } from '../../wordpress/discovery/site-snapshot.ts';
import type { RestDocument } from '../../wordpress/documents.ts';
import { readJson } from '../../wordpress/http/json.ts';
import { Properties } from '../../wordpress/properties.ts';
import { largestPage } from '../../wordpress/resources.ts';
import { isMap, type ReadMap, readId } from '../../wordpress/values.ts';
import type { Change } from '../change.ts';
import type { Sight, Sights } from '../feed/sight.ts';
import type { KnownDocument } from '../known-document.ts';
import type { KnownList } from '../memory-cache.ts';

/** Longest text that is parsed, by what it holds; what would be longer is not written. */
export const longest = {
  document: 2_000_000,
  list: 100_000,
  message: 1_000_000,
  sights: 1_000_000,
  snapshot: 5_000_000,
};
/** A list is a page, or what a page shows of one owner. */
const mostListed = largestPage;
const mostProperties = 500;
/** Each dot of a path is a level of a tree, down which somebody goes. */
const longestPath = 200;
const mostEarlier = 10;
/** Documents that a change names, as many as a look finds at most: the latest changes are remembered, each with all of its. */
const mostNamed = 5_000;
/** The look for changes compares no more rows than that. */
const mostRows = 1_000;
/** Clocks of gateways differ. */
const toleratedMilliseconds = 60_000;
/** So may that of the site, by a zone that is set wrongly. */
const toleratedOfSite = 86_400_000;

type Text = string | null | undefined;

function readFields(text: Text, most: number): ReadMap | undefined {
  return typeof text === 'string' && text.length <= most ? asMap(readJson(Buffer.from(text)).json) : undefined;
}

function asMap(value: unknown): ReadMap | undefined {
  return isMap(value) ? value : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isOptionalCount(value: unknown): value is number | undefined {
  return value === undefined || isCount(value);
}

/** A moment that has been, by a clock that may be ahead of ours. */
function isPast(value: unknown, tolerated = toleratedMilliseconds): value is number {
  return isCount(value) && value <= Date.now() + tolerated;
}

/** What a change names may be no document that anybody knows: it is passed on as it was told. */
function isNamed(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && readId(value) !== null;
}

function isListed(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= mostListed && value.every(isId);
}

const mostSets = 1_000;
const longestName = 5_000;

/** Documents of a list were asked for alike: they share one tree. */
export function createSharedSets(): (properties: readonly string[]) => Properties {
  const sets = new Map<string, Properties>();
  return (properties) => {
    const name = properties.join();
    const known = sets.get(name) ?? Properties.of(...properties);
    if (sets.size < mostSets && name.length <= longestName) sets.set(name, known);
    return known;
  };
}

/** @param shared gives equal lists of properties one set */
export function readDocument(
  text: Text,
  id: number,
  shared: (properties: readonly string[]) => Properties,
): KnownDocument | undefined {
  const fields = readFields(text, longest.document);
  if (!fields || !Array.isArray(fields.earlier) || fields.earlier.length > mostEarlier) return undefined;
  const document = fields.document === null ? null : asMap(fields.document);
  if (document === undefined || (document && document.id !== id)) return undefined;
  const lessons = [fields, ...fields.earlier].map((lesson) => readLesson(lesson, shared));
  const [latest, ...earlier] = lessons.filter((lesson) => lesson !== undefined);
  if (!latest || earlier.length !== fields.earlier.length) return undefined;
  // What it takes in memory goes by its length, whatever it says itself.
  const bytes = Math.max(latest.bytes, (text?.length ?? 0) - earlier.reduce((sum, lesson) => sum + lesson.bytes, 0));
  return { ...latest, bytes, document: document as RestDocument | null, earlier };
}

function readLesson(value: unknown, shared: (properties: readonly string[]) => Properties) {
  const { properties, at, bytes } = asMap(value) ?? {};
  if (!Array.isArray(properties) || properties.length > mostProperties || !isPast(at) || !isCount(bytes))
    return undefined;
  if (!properties.every((path) => typeof path === 'string' && path.length <= longestPath)) return undefined;
  return { properties: shared(properties), at: Math.min(at, Date.now()), bytes };
}

/** A list, if it was written under a generation. */
export function readList(text: Text, generation: string): KnownList | undefined {
  const { ids, total, totalPages, kind, at, generation: writtenUnder } = readFields(text, longest.list) ?? {};
  const known = keptKinds.find((candidate) => candidate === kind);
  if (writtenUnder !== generation || !isListed(ids) || known === undefined || !isPast(at)) return undefined;
  if (!isOptionalCount(total) || !isOptionalCount(totalPages)) return undefined;
  return { ids, total, totalPages, kind: known, at: Math.min(at, Date.now()) };
}

/** What one gateway says to the others: that something has changed, that the one that looks is to look now, or what the site is. */
export type ChannelMessage = { readonly from: string } & (
  | { readonly change: Change }
  | { readonly look: true }
  | { readonly site: string }
);

export function readMessage(text: string): ChannelMessage | undefined {
  const { from, change, look, site } = readFields(text, longest.message) ?? {};
  if (typeof from === 'string' && look === true) return { from, look };
  if (typeof from === 'string' && isFingerprint(site)) return { from, site };
  const { route, ids, kept } = asMap(change) ?? {};
  if (typeof from !== 'string' || typeof route !== 'string') return undefined;
  if (ids !== undefined && !isNamed(ids)) return undefined;
  if (kept !== undefined && !isNamed(kept)) return undefined;
  if ((ids?.length ?? 0) + (kept?.length ?? 0) > mostNamed) return { from, change: { route } };
  return { from, change: { route, ...(ids && { ids }), ...(kept && { kept }) } };
}

/** A short word. */
export function isFingerprint(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,100}$/.test(value);
}

export function readSights(text: Text): Sights | undefined {
  const fields = readFields(text, longest.sights);
  if (!fields) return undefined;
  const sights = Object.entries(fields).flatMap(([route, value]) => {
    const sight = readSight(value);
    return sight ? [[route, sight] as const] : [];
  });
  return Object.fromEntries(sights);
}

function readSight(value: unknown): Sight | undefined {
  const { total, date, rows } = asMap(value) ?? {};
  if (!isOptionalCount(total) || !isPast(date, toleratedOfSite)) return undefined;
  if (rows === undefined) return { total, date };
  const entries = Object.entries(asMap(rows) ?? {});
  const isRow = ([id, print]: [string, unknown]) => isCount(Number(id)) && typeof print === 'string';
  if (!asMap(rows) || entries.length > mostRows || !entries.every(isRow)) return undefined;
  return { total, date, rows: rows as Readonly<Record<string, string>> };
}

/** The site as another gateway found it, if it lies where this gateway was told: to no other place is anything sent. */
export function readSnapshot(text: Text, site: string): SiteSnapshot | undefined {
  const { root, facts, at } = readFields(text, longest.snapshot) ?? {};
  const { url, ownUrl } = asMap(root) ?? {};
  if (typeof url !== 'string' || typeof ownUrl !== 'string' || !isPast(at)) return undefined;
  if (!URL.canParse(url) || !URL.canParse(ownUrl) || new URL(url).origin !== new URL(site).origin) return undefined;
  const { username, password } = new URL(url);
  const { index, types, taxonomies, collections } = asMap(facts) ?? {};
  if (username || password || ![index, types, taxonomies, collections].every(isMap)) return undefined;
  // What is in these was a site's own word, and is read as that.
  return { root: { url, ownUrl }, facts: facts as SiteFacts, at };
}
