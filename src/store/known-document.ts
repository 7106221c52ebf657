/**
 * What is known of one document, and since when: properties that were asked at different times keep their own age.
 * Knows coverage: a need is met only by a document of which every property asked for is known.
 */
import type { RestDocument } from '../wordpress/documents.ts';
import { Properties } from '../wordpress/properties.ts';

/** What one look-up taught of a document. */
interface Lesson {
  readonly properties: Properties;
  /** When WordPress said so, in milliseconds since the epoch. */
  readonly at: number;
  /** Length of its JSON, roughly. */
  readonly bytes: number;
}

/** The latest lesson, with what earlier ones taught beyond it: each property is told by the last one that was about it. */
export interface KnownDocument extends Lesson {
  /** `null` when the document is known not to be there for this viewer. */
  readonly document: RestDocument | null;
  /** Newest first. */
  readonly earlier: readonly Lesson[];
}

const none: readonly Lesson[] = [];
/** Milliseconds within which two lessons count as one: the parts of a document that were asked for in parallel. */
const oneMoment = 1_000;
/** Lessons that are kept of one document: clients can ask for properties of any names, ever other ones. */
const mostLessons = 50;

export function learned(document: RestDocument, properties: Properties, at: number, bytes = 0): KnownDocument {
  return { document, properties, at, bytes, earlier: none };
}

export function absent(at: number): KnownDocument {
  return { document: null, properties: Properties.none, at, bytes: 0, earlier: none };
}

/**
 * What two teach together: of each property what the latest lesson says that was about it. A lesson about part of a property
 * leaves its other parts as they were; one about the whole replaces all of it.
 */
export function merged(one: KnownDocument | undefined, other: KnownDocument): KnownDocument {
  if (!one) return other;
  const [before, now] = one.at <= other.at ? [one, other] : [other, one];
  if (!before.document || !now.document) return now;
  if (now.earlier.length > 0) return interleaved(before, now);
  if (before.earlier.length === 0 && now.properties.covers(before.properties)) return now;
  const earlier = beyond([before, ...before.earlier], now.properties, before.document);
  if (earlier.length === 0) return now;
  const document = now.properties.update(before.document, now.document);
  if (now.at - before.at < oneMoment && before.earlier.length === 0) {
    const properties = before.properties.union(now.properties);
    return { document, properties, at: before.at, bytes: bytesOf({ ...now, earlier }), earlier: none };
  }
  return withinLimit({ ...now, document, earlier });
}

/** Without the oldest lessons where there are too many, and without what they alone taught. */
function withinLimit(known: KnownDocument): KnownDocument {
  if (!known.document || known.earlier.length < mostLessons) return known;
  const earlier = known.earlier.slice(0, mostLessons - 1);
  const taught = Properties.unionOf([known, ...earlier].map(({ properties }) => properties));
  return { ...known, earlier, document: taught.update({ id: known.document.id }, known.document) };
}

/** What lessons about a document teach beyond properties that are known better. */
function beyond(lessons: readonly Lesson[], known: Properties, document: RestDocument): Lesson[] {
  return lessons.flatMap(({ properties, at, bytes }): readonly Lesson[] => {
    const left = properties.without(known);
    if (left.isEmpty) return [];
    // Where no bytes are counted, none are measured.
    const isWhole = left === properties || bytes === 0;
    return [{ properties: left, at, bytes: isWhole ? bytes : Math.min(bytes, left.lengthIn(document)) }];
  });
}

/** As `merged`, where each of the two has lessons that came between those of the other. */
function interleaved(before: KnownDocument, now: KnownDocument): KnownDocument {
  const taught = [now, before].flatMap((known) =>
    [known, ...known.earlier].map((lesson) => ({ lesson, source: known.document as RestDocument })),
  );
  taught.sort((one, other) => other.lesson.at - one.lesson.at);
  const kept: Lesson[] = [];
  let known = Properties.none;
  for (const { lesson, source } of taught) {
    kept.push(...beyond([lesson], known, source));
    known = known.union(lesson.properties);
  }
  const document = taught.reduceRight<RestDocument>(
    (whole, { source, lesson }) => lesson.properties.update(whole, source),
    { id: (now.document as RestDocument).id },
  );
  const [last = now, ...earlier] = kept;
  return withinLimit({ ...last, document, earlier });
}

/**
 * When the oldest of the properties that are wanted was learned; `undefined` when one of them is not known.
 * Of a document that is not there, nothing more can be wanted.
 */
export function knownSince(known: KnownDocument, wanted: Properties): number | undefined {
  if (known.document === null || known.properties.covers(wanted)) return known.at;
  if (known.earlier.length === 0) return undefined;
  let since = known.at;
  for (const path of wanted.paths) {
    if (known.properties.has(path)) continue;
    const lesson = known.earlier.find(({ properties }) => properties.has(path));
    if (!lesson) return undefined;
    since = Math.min(since, lesson.at);
  }
  return since;
}

/** Of what is known only what is wanted, at its own age: whoever is given it learns nothing that may be older. */
export function knownPart({ document }: KnownDocument, wanted: Properties, since: number): KnownDocument {
  return { document, properties: wanted, at: since, bytes: 0, earlier: none };
}

export function bytesOf({ bytes, earlier }: Pick<KnownDocument, 'bytes' | 'earlier'>): number {
  return earlier.reduce((sum, lesson) => sum + lesson.bytes, bytes);
}
