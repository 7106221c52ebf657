/**
 * Documents and lists as they are written to Redis; `reading.ts` reads them again.
 */
import { Properties } from '../../wordpress/properties.ts';
import type { KnownDocument } from '../known-document.ts';
import type { RemoteEntry } from '../remote-cache.ts';
import { longest } from './reading.ts';

/** `undefined` for what is not worth it: nobody reads what is so long, and what is nested so deeply cannot be written. */
export function written(entry: RemoteEntry, generation: string): string | undefined {
  const [value, most] =
    'list' in entry ? [{ ...entry.list, generation }, longest.list] : [plain(entry.known), longest.document];
  try {
    const text = JSON.stringify(value);
    return text.length <= most ? text : undefined;
  } catch {
    return undefined;
  }
}

function plain(known: KnownDocument) {
  const earlier = known.earlier.map((lesson) => ({ ...lesson, properties: lesson.properties.paths }));
  return { ...known, properties: known.properties.paths, earlier };
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
