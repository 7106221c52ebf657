/**
 * A resource as its site describes it: what its documents have, by what its collection is filtered and ordered, and how much of it
 * one request may ask for.
 * Knows that core's own types keep what core promises of them, and that a type of the site's own has what its schema says.
 */
import { coreArguments, coreFields, coreFilters, coreOrders, coreProperties } from './core-names.ts';
import { isShown, readMemberSchemas } from './json-schema.ts';
import { Properties } from './properties.ts';
import { type Batching, idProperties, isOfCore, largestPage, type Resource } from './resources.ts';
import type { MemberSchema } from './value-schema.ts';
import { type ReadMap, readInt, readMember, readTexts } from './values.ts';

/** What a route says of itself: JSON Schemas by name, each part absent where it does not say. */
export interface RouteSchema {
  /** Of its documents. */
  readonly properties?: ReadMap | undefined;
  /** Of its collection. */
  readonly arguments?: ReadMap | undefined;
}

/** @param most descriptions that are read of its documents, and as many of its arguments */
export function describedResource(
  resource: Resource,
  { properties, arguments: args }: RouteSchema,
  most?: number,
): Resource {
  // Core's collections are paged: one that does not say so has had its arguments taken out of what it says.
  const isTold = args && (!isOfCore(resource) || Object.hasOwn(args, 'per_page'));
  const filtered = isTold ? { ...resource, ...batchingOf(args), ...argumentsOf(resource, args, most) } : resource;
  return properties ? { ...filtered, ...propertiesOf(filtered, properties, most) } : filtered;
}

function propertiesOf(
  resource: Resource,
  properties: ReadMap,
  most: number | undefined,
): Pick<Resource, 'properties' | 'members'> {
  const core = coreProperties(resource);
  const shown = Object.entries(properties).filter(([name, schema]) => canBeAsked(name) && isShown(schema));
  const added = shown.filter(([name]) => name === 'meta' || !core.has(name));
  const members = readMemberSchemas(Object.fromEntries(added), most).flatMap((member) =>
    member.name === 'meta' ? ownFields(member) : [member],
  );
  const names = members.map(({ name }) => name);
  const isWhole = !isOfCore(resource) && Object.hasOwn(properties, 'id');
  if (!isWhole) return { members, properties: resource.properties.with(...names) };
  const isSpoilt = (name: string) => idProperties.includes(name) && !resource.properties.has(name);
  const own = shown.flatMap(([name]) => (core.has(name) && !isSpoilt(name) ? [name] : []));
  return { members, properties: Properties.of('id', '_links', ...own, ...names) };
}

/** Where nothing is registered nothing can be typed: custom fields can be asked for as JSON on every site. */
function ownFields({ value, ...meta }: MemberSchema): MemberSchema[] {
  const members = value.kind === 'object' ? value.members.filter(({ name }) => !coreFields.has(name)) : [];
  return members.length > 0 ? [{ ...meta, value: { kind: 'object', members } }] : [];
}

/** WordPress takes a dot for the way to a part, and parts names at commas and white space. */
function canBeAsked(name: string): boolean {
  return /^[^.,\s]+$/.test(name);
}

function argumentsOf(resource: Resource, args: ReadMap, most: number | undefined): Partial<Resource> {
  const core = coreArguments(resource);
  const added = Object.entries(args).filter(([name]) => canBeSent(name) && !core.has(name));
  const further = {
    arguments: readMemberSchemas(Object.fromEntries(added), most),
    lacking: coreFilters(resource).filter((name) => !Object.hasOwn(args, name)),
  };
  if (isOfCore(resource)) return further;
  // A filter that a collection does not know is none to it: all of its documents would count as those of a term.
  const sorting = resource.taxonomies.flatMap((taxonomy, index): [string, string][] => {
    const base = resource.sorters[index];
    return base !== undefined && Object.hasOwn(args, base) ? [[taxonomy, base]] : [];
  });
  return {
    ...further,
    lacking: [],
    filters: coreFilters(resource).filter((name) => Object.hasOwn(args, name)),
    orders: ordersOf(resource, args),
    taxonomies: sorting.map(([taxonomy]) => taxonomy),
    sorters: sorting.map(([, base]) => base),
  };
}

/** PHP changes other names on their way. */
function canBeSent(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

/** Those that its collection names; where it names none, the usual one, in which it comes of itself. */
function ordersOf(resource: Resource, args: ReadMap): readonly string[] {
  const all = coreOrders(resource);
  const named = readTexts(readMember(args.orderby, 'enum')) ?? [];
  const offered =
    Object.hasOwn(args, 'orderby') && named.length === 0 ? all : all.filter((name) => named.includes(name));
  return offered.length > 0 ? offered : all.slice(0, 1);
}

/** How much of a collection one request may ask for. */
function batchingOf(args: ReadMap): Batching {
  const [include, slug, skips] = ['include', 'slug', 'offset'].map((name) => Object.hasOwn(args, name));
  const most = readInt(readMember(args.per_page, 'maximum')) ?? largestPage;
  return {
    largestPage: Math.min(largestPage, Math.max(1, most)),
    batches: { include: include === true, slug: slug === true },
    skips: skips === true,
  };
}
