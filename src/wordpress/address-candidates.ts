/**
 * What of a resource's documents an address may be that of: a path ends in a slug or holds an id, and where there is none,
 * parameters of the front page say it.
 */
import { type Candidates, namedByParameters } from './address-parameters.ts';
import { lastPart } from './address-path.ts';
import type { Resource } from './resources.ts';
import type { SiteAddress } from './site-address.ts';
import { readId } from './values.ts';

export function candidatesOf(address: SiteAddress, resource: Resource): Candidates {
  return address.hasNoPath ? namedByParameters(address, resource) : namedByPath(address, resource);
}

function namedByPath({ path }: SiteAddress, { family, hierarchical }: Resource): Candidates {
  const last = lastPart(path);
  const bare = last.replace(/\.[a-z\d]{1,5}$/i, '');
  const digits = family === 'content' && !hierarchical ? numbersIn(bare) : [];
  return { slugs: bare === last ? [last] : [bare, last], ids: digits, isCertain: false };
}

/** The numbers that a name begins and ends with, or the first and the last one in it. */
function numbersIn(name: string): number[] {
  const runs = name.match(/\d+/g) ?? [];
  const ids = [runs[0], runs.at(-1)].map(readId).filter((id) => id !== null);
  return [...new Set(ids)];
}
