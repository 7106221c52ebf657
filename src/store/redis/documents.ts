/**
 * Documents and lists as they are written to Redis, and read again.
 */
import type { Properties } from '../../wordpress/properties.ts';
import type { RemoteEntry } from '../document-cache.ts';
import type { KnownDocument } from '../known-document.ts';
import type { KnownList } from '../memory-cache.ts';

interface WrittenDocument extends Omit<KnownDocument, 'properties' | 'earlier'> {
  readonly properties: readonly string[];
  readonly earlier: readonly (Omit<KnownDocument['earlier'][number], 'properties'> & {
    readonly properties: readonly string[];
  })[];
}

export function written(entry: RemoteEntry, generation: string): string {
  if ('list' in entry) return JSON.stringify({ ...entry.list, generation });
  const { known } = entry;
  const earlier = known.earlier.map((lesson) => ({ ...lesson, properties: [...lesson.properties] }));
  return JSON.stringify({ ...known, properties: [...known.properties], earlier } satisfies WrittenDocument);
}

export function readDocument(text: string | null | undefined): KnownDocument | undefined {
  const document = parsed<WrittenDocument>(text);
  if (!document) return undefined;
  const earlier = document.earlier.map((lesson) => ({ ...lesson, properties: sharedSet(lesson.properties) }));
  return { ...document, properties: sharedSet(document.properties), earlier };
}

/** Documents of a list were asked for alike: they share one set. */
const sets = new Map<string, Properties>();
const mostSets = 1_000;

function sharedSet(properties: readonly string[]): Properties {
  const name = properties.join();
  const known = sets.get(name) ?? new Set(properties);
  if (sets.size < mostSets) sets.set(name, known);
  return known;
}

export function readList(text: string | null | undefined): (KnownList & { readonly generation: string }) | undefined {
  return parsed(text);
}

/** What cannot be read was written by somebody else, and counts as not there. */
export function parsed<T>(text: string | null | undefined): T | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
