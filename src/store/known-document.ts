/**
 * What is known of one document, and since when: properties that were asked at different times keep their own age.
 * Knows coverage: a need is met only by a document of which every property asked for is known.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { covers, isAmong, type Properties, union, updated } from '../wordpress/properties.ts';

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

/**
 * What two teach together: of each property what the latest lesson says that was about it. A lesson about part of a property
 * leaves the rest as it was; one about the whole replaces all of it.
 */
export function merged(one: KnownDocument | undefined, other: KnownDocument): KnownDocument {
  if (!one) return other;
  const [before, now] = one.at <= other.at ? [one, other] : [other, one];
  if (!before.document || !now.document) return now;
  if (now.at - before.at < oneMoment && before.earlier.length === 0 && now.earlier.length === 0) {
    if (covers(now.properties, before.properties)) return now;
    const document = updated(before.document, now.document, now.properties);
    const properties = sharedUnion(before.properties, now.properties);
    return { document, properties, at: before.at, bytes: before.bytes + now.bytes, earlier: none };
  }
  const kept = latest([...lessonsOf(now, now.document), ...lessonsOf(before, before.document)]);
  for (const known of [now, before]) if (kept.every(({ source }) => source === known.document)) return known;
  const { id } = now.document;
  const document = kept.reduceRight<RestDocument>(
    (whole, { source, lesson }) => updated(whole, source, lesson.properties),
    { id },
  );
  const [last = now, ...earlier] = kept.map(({ lesson }) => lesson);
  return { ...last, document, earlier };
}

/** A lesson, and a document that still says what it taught, or what a later one did. */
interface Taught {
  readonly lesson: Lesson;
  readonly source: RestDocument;
}

function lessonsOf(known: KnownDocument, source: RestDocument): Taught[] {
  return [known, ...known.earlier].map(({ properties, at, bytes }) => ({ lesson: { properties, at, bytes }, source }));
}

/** Those that teach something beyond the ones after them, newest first. */
function latest(taught: readonly Taught[]): Taught[] {
  const newestFirst = [...taught].sort((one, other) => other.lesson.at - one.lesson.at);
  const kept: Taught[] = [];
  for (const candidate of newestFirst) {
    const isCovered = kept.some(({ lesson }) => covers(lesson.properties, candidate.lesson.properties));
    if (!isCovered) kept.push(candidate);
  }
  return kept.slice(0, 1 + mostEarlier);
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
    if (isAmong(property, known.properties)) continue;
    const lesson = known.earlier.find((candidate) => isAmong(property, candidate.properties));
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
