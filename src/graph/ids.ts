/**
 * Ids that clients hand in: global ones, which each schema writes in its own way, and WordPress' own.
 */
import { badInput, PressgraphError } from '../errors.ts';
import type { Resource } from '../wordpress/resources.ts';
import type { Site } from '../wordpress/site.ts';
import { largestInt } from '../wordpress/values.ts';
import type { Registry } from './registry.ts';

export interface GlobalId {
  readonly typeName: string;
  /** WordPress' id, or the name of a content type or taxonomy. */
  readonly key: string;
}

/** How a schema writes global ids. */
export interface IdCodec {
  encode(typeName: string, key: number | string): string;
  /** `null` for what was never a global id. */
  decode(id: string): GlobalId | null;
}

/** By what a schema knows its nodes: their types' names, and their ids. */
export interface Identities {
  readonly registry: Registry;
  readonly ids: IdCodec;
}

/** WordPress takes the absolute value of a negative id, and "all" for none: only what can be an id gets that far. */
export function validId(id: number): number | null {
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** Whether ids of a site need a type that holds more than `Int`. */
export function needsLargeIds({ largestId = 0 }: Partial<Pick<Site, 'largestId'>>): boolean {
  return largestId > largestInt;
}

/**
 * An id, where it fits into `Int`.
 * @throws PressgraphError `UPSTREAM_BAD_RESPONSE` for one that has come up since the schema was made
 */
export function intId(id: number): number {
  if (id <= largestInt) return id;
  throw new PressgraphError(
    'UPSTREAM_BAD_RESPONSE',
    `The id ${id} is larger than all that the site had when the schema was made: once the gateway has looked at the site, another one has a type that holds it. By its global id the document can be had at once.`,
  );
}

/** The WordPress id in a global id of one of these resources; `null` for any other. */
export function databaseIdOf({ registry, ids }: Identities, id: string, resources: readonly Resource[]): number | null {
  const decoded = ids.decode(id);
  const resource = decoded && registry.named(decoded.typeName);
  return resource && resources.includes(resource) ? validId(Number(decoded.key)) : null;
}

/**
 * The WordPress ids in a list argument that takes global and WordPress ids.
 * @throws PressgraphError `BAD_USER_INPUT` naming the argument when one is neither
 */
export function idsArgument(
  identities: Identities,
  argument: string,
  ids: readonly (string | number)[],
  resources: readonly Resource[],
): number[] {
  return ids.map((id) => {
    const databaseId = /^\d+$/.test(String(id)) ? validId(Number(id)) : databaseIdOf(identities, String(id), resources);
    if (databaseId !== null) return databaseId;
    const names = resources.map((resource) => identities.registry.nameOf(resource)).join(' or ');
    throw badInput(argument, `"${id}" is neither a WordPress id nor the id of a ${names}.`);
  });
}
