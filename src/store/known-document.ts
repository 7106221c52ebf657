/**
 * What is known of one document, and since when: properties that were asked at different times keep their own age.
 * Knows coverage: a need is met only by a document of which every property asked for is known.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { covers, type Properties, topLevel, union } from '../wordpress/properties.ts';

/** What one look-up taught of a document. */
interface Lesson {
  readonly properties: Properties;
  /** When WordPress said so, in milliseconds since the epoch. */
  readonly at: number;
  /** Length of its JSON, roughly. */
  readonly bytes: number;
}

/** The latest lesson, with what earlier ones taught beyond it. */
export interface KnownDocument extends Lesson {
  /** `null` when the document is known not to be there for this viewer. */
  readonly document: RestDocument | null;
  /** Newest first. */
  readonly earlier: readonly Lesson[];
}

const none: readonly Lesson[] = [];
/** Milliseconds within which two lessons count as one: the parts of a document that were asked for side by side. */
const oneMoment = 1_000;
/** Needs come in a few shapes; a document that is asked in more keeps the latest. */
const mostEarlier = 3;

export function learned(document: RestDocument, properties: Properties, at: number, bytes = 0): KnownDocument {
  return { document, properties, at, bytes, earlier: none };
}

export function absent(at: number): KnownDocument {
  return { document: null, properties: new Set(), at, bytes: 0, earlier: none };
}

/** What two lessons teach together: the later one's properties replace their older selves, the others keep their age. */
export function merged(one: KnownDocument | undefined, other: KnownDocument): KnownDocument {
  if (!one) return other;
  const [before, now] = one.at <= other.at ? [one, other] : [other, one];
  if (!before.document || !now.document) return now;
  if (now.at - before.at < oneMoment && before.earlier.length === 0 && now.earlier.length === 0) {
    if (covers(now.properties, before.properties)) return now;
    const document = mergedDocument(before.document, now.document);
    const properties = sharedUnion(before.properties, now.properties);
    return { document, properties, at: before.at, bytes: before.bytes + now.bytes, earlier: none };
  }
  const earlier = [before, ...before.earlier].filter(({ properties }) => !covers(now.properties, properties));
  if (earlier.length === 0) return now;
  return {
    ...now,
    document: mergedDocument(before.document, now.document),
    earlier: earlier.slice(0, mostEarlier).map(({ properties, at, bytes }) => ({ properties, at, bytes })),
  };
}

/**
 * When the oldest of the properties that are wanted was learned; `undefined` when one of them is not known.
 * Of a document that is not there, nothing more can be wanted.
 */
export function knownSince(known: KnownDocument, wanted: Properties): number | undefined {
  if (known.document === null || covers(known.properties, wanted)) return known.at;
  if (known.earlier.length === 0) return undefined;
  let since = known.at;
  for (const property of wanted) {
    if (isIn(known, property)) continue;
    const lesson = known.earlier.find((candidate) => isIn(candidate, property));
    if (!lesson) return undefined;
    since = Math.min(since, lesson.at);
  }
  return since;
}

export function bytesOf({ bytes, earlier }: KnownDocument): number {
  return earlier.reduce((sum, lesson) => sum + lesson.bytes, bytes);
}

const unions = new WeakMap<Properties, WeakMap<Properties, Properties>>();

/** The rows of a list share their sets of properties; so do their unions. */
function sharedUnion(one: Properties, other: Properties): Properties {
  const known = unions.get(one)?.get(other);
  if (known) return known;
  const both = union(one, other);
  const byOther = unions.get(one) ?? new WeakMap<Properties, Properties>();
  unions.set(one, byOther.set(other, both));
  return both;
}

function isIn({ properties }: Lesson, property: string): boolean {
  return properties.has(property) || properties.has(topLevel(property));
}

/** `_links` is the one property that arrives in parts, a relation at a time. */
function mergedDocument(before: RestDocument, now: RestDocument): RestDocument {
  const document = { ...before, ...now };
  if (before._links && now._links) return { ...document, _links: { ...before._links, ...now._links } };
  return document;
}
