/**
 * Documents already known, with the set of properties known of each.
 * Knows coverage: a need is met only by a document of which every property asked for is known. Knows nothing of HTTP.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { covers, type Properties, union } from '../wordpress/properties.ts';

export interface DocumentStore {
  /** The document, `null` when it is known not to be there, `undefined` when not enough of it is known. */
  read(collection: string, id: number, wanted: Properties): RestDocument | null | undefined;
  /** Adds what was learned; what was known of the same properties is replaced. */
  write(collection: string, document: RestDocument, known: Properties): void;
  writeMissing(collection: string, id: number): void;
}

interface Entry {
  readonly document: RestDocument;
  readonly known: Properties;
}

/** A store for one operation: unbounded, and gone with it. */
export function createOperationStore(): DocumentStore {
  const collections = new Map<string, Map<number, Entry | null>>();
  const entriesOf = (collection: string) => {
    const known = collections.get(collection);
    if (known) return known;
    const entries = new Map<number, Entry | null>();
    collections.set(collection, entries);
    return entries;
  };

  return {
    read(collection, id, wanted) {
      const entry = entriesOf(collection).get(id);
      if (!entry) return entry;
      return covers(entry.known, wanted) ? entry.document : undefined;
    },
    write(collection, document, known) {
      const entries = entriesOf(collection);
      const before = entries.get(document.id);
      entries.set(
        document.id,
        before
          ? { document: merged(before.document, document), known: union(before.known, known) }
          : { document, known },
      );
    },
    writeMissing(collection, id) {
      const entries = entriesOf(collection);
      if (!entries.get(id)) entries.set(id, null);
    },
  };
}

/** `_links` is the one property that arrives in parts, a relation at a time. */
function merged(before: RestDocument, now: RestDocument): RestDocument {
  const document = { ...before, ...now };
  if (before._links && now._links) return { ...document, _links: { ...before._links, ...now._links } };
  return document;
}
