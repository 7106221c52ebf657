/**
 * Documents and lists as they are written to Redis; `reading.ts` reads them again.
 */
import type { Properties } from '../../wordpress/properties.ts';
import type { RemoteEntry } from '../document-cache.ts';

export function written(entry: RemoteEntry, generation: string): string {
  if ('list' in entry) return JSON.stringify({ ...entry.list, generation });
  const { known } = entry;
  const earlier = known.earlier.map((lesson) => ({ ...lesson, properties: [...lesson.properties] }));
  return JSON.stringify({ ...known, properties: [...known.properties], earlier });
}

const mostSets = 1_000;
const longestName = 5_000;

/** Documents of a list were asked for alike: they share one set. */
export function createSharedSets(): (properties: readonly string[]) => Properties {
  const sets = new Map<string, Properties>();
  return (properties) => {
    const name = properties.join();
    const known = sets.get(name) ?? new Set(properties);
    if (sets.size < mostSets && name.length <= longestName) sets.set(name, known);
    return known;
  };
}
