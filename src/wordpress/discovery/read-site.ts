/**
 * Reads a site from what it said at a start: its types and taxonomies as resources, and what their links teach.
 * Knows what is read of each answer; everything that may change while the gateway runs is read per query.
 */
import { readBlockTypes } from '../block-types.ts';
import { describedResource, type RouteSchema } from '../described-resource.ts';
import { headPluginOf } from '../head-plugins.ts';
import { frontAbove, type RestRoot } from '../http/rest-root.ts';
import { type Link, linksIn, parseLink } from '../links.ts';
import { isOfCore, type Resource } from '../resources.ts';
import type { AddressSample, LearnedLinks, LeftOut, Site } from '../site.ts';
import { SiteClock } from '../site-clock.ts';
import { type ReadMap, readAddress, readBoolean, readId, readMap, readMember, readText } from '../values.ts';
import { readListedTypes } from './listed-types.ts';
import { shareOfEach } from './shares.ts';
import { routes, type SiteFacts } from './site-facts.ts';

/**
 * Where a site does not tell of itself, core's types are taken to be where core has them.
 * @throws Error when a collection was not asked
 */
export function readSite(root: RestRoot, facts: SiteFacts): Site {
  const { index, types, taxonomies, collections } = facts;
  const listed = readListedTypes(types, taxonomies);
  const factsOf = ({ route }: Resource) => {
    const facts = readMap(readMember(collections, route));
    if (!facts) throw new Error(`Nothing is known of ${route}.`);
    return facts;
  };
  const silent = listed.resources.flatMap((resource) => leftOut(resource, factsOf(resource).refusal));
  const resources = listed.resources.filter(
    ({ type, family }) => !silent.some(({ name, kind }) => name === type && kind === kindOf(family)),
  );
  const samples = resources.flatMap((resource): [string, ReadMap][] => {
    const { refusal, sample } = factsOf(resource);
    return refusal === undefined ? [[resource.route, readMap(sample) ?? {}]] : [];
  });
  const schemas = resources.map((resource) => readSchema(factsOf(resource).schema));
  const share = shareOfEach(schemas);
  return {
    root,
    name: readText(index.name),
    home: homeOf(index) ?? frontAbove(root.ownUrl),
    clock: new SiteClock(readText(index.timezone_string)),
    contentTypes: listed.contentTypes,
    taxonomies: listed.taxonomies,
    resources: resources.map((resource, at) => ({
      ...describedResource(resource, schemas[at] ?? {}, share),
      head: headPluginOf(index, readBoolean(factsOf(resource).hasYoast) ?? undefined),
    })),
    leftOut: [...listed.leftOut, ...silent],
    ...(facts.blockTypes !== undefined && { blockTypes: readBlockTypes(facts.blockTypes) }),
    links: new Map(samples.map(([route, sample]) => [route, usableLinks(root, sample._links)])),
    addresses: new Map(samples.flatMap(([route, sample]) => addressIn(route, sample))),
    largestId: Math.max(0, ...samples.map(([, { id }]) => readId(id) ?? 0)),
  };
}

/** Routes that do not say what they could: what they would tell is taken to be as core has it. */
export function untoldRoutes({ index, types, taxonomies, collections }: SiteFacts): string[] {
  const listed = readListedTypes(types, taxonomies);
  const answering = Object.entries(collections).filter(([, { refusal }]) => !refusal);
  return [
    ...(homeOf(index) === undefined ? ['/'] : []),
    ...(listed.contentTypes.length === 0 ? [routes.types] : []),
    ...(listed.taxonomies.length === 0 ? [routes.taxonomies] : []),
    ...answering.flatMap(([route, { schema }]) => (schema?.properties ? [] : [route])),
  ];
}

function kindOf(family: Resource['family']): LeftOut['kind'] {
  return family === 'term' ? 'taxonomy' : 'type';
}

/** A type of the site's own that does not answer; what core has is promised to clients. */
function leftOut(resource: Resource, refusal: unknown): LeftOut[] {
  const { type: name, family } = resource;
  const reason = readText(readMember(refusal, 'reason'));
  if (reason === null || isOfCore(resource)) return [];
  const isForNow = readBoolean(readMember(refusal, 'isForNow')) ?? false;
  return [{ name, kind: kindOf(family), reason, ...(isForNow && { isForNow }) }];
}

function readSchema(schema: unknown): RouteSchema {
  const [properties, args] = [readMember(schema, 'properties'), readMember(schema, 'arguments')].map(readMap);
  return { ...(properties && { properties }), ...(args && { arguments: args }) };
}

/** The front page, as the site says, if it says anything that is an address. */
function homeOf(index: ReadMap): string | undefined {
  const named = [index.home, index.url].map(readAddress).find((address) => address && isWebAddress(address));
  return named ?? undefined;
}

function isWebAddress(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address);
}

/** `wp:term` stands once for each taxonomy, so its entries are told apart by it. */
function relationKey(rel: string, link: ReadMap): string {
  const taxonomy = readText(link.taxonomy);
  return taxonomy === null ? rel : `${rel} ${taxonomy}`;
}

function addressIn(route: string, sample: ReadMap): [string, AddressSample][] {
  const id = readId(sample.id);
  const { link, slug, parent } = sample;
  return id === null ? [] : [[route, { id, link, slug, parent }]];
}

function usableLinks(root: RestRoot, links: unknown): LearnedLinks {
  const usable = new Map<string, Link>();
  for (const [rel, entries] of Object.entries(readMap(links) ?? {})) {
    for (const entry of linksIn(entries)) {
      const link = parseLink(root, entry.href);
      if (link && !usable.has(relationKey(rel, entry))) usable.set(relationKey(rel, entry), link);
    }
  }
  return usable;
}
