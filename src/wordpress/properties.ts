/**
 * Sets of REST properties: what is asked of a document (`_fields`) and what is known of it.
 * Knows core's rules for `_fields`; a property is a top-level name (`title`) or a path below one (`_links.self`), and what is
 * said of a whole property says all that lies below it.
 */

export type Properties = ReadonlySet<string>;

/** The top-level name that a property lies in. */
export function topLevel(property: string): string {
  const dot = property.indexOf('.');
  return dot === -1 ? property : property.slice(0, dot);
}

/** Whether a property is among others, by itself or as a part of one. */
export function isAmong(property: string, properties: Properties): boolean {
  return properties.has(property) || liesBelow(property, properties);
}

function liesBelow(property: string, properties: Properties): boolean {
  for (let dot = property.indexOf('.'); dot !== -1; dot = property.indexOf('.', dot + 1)) {
    if (properties.has(property.slice(0, dot))) return true;
  }
  return false;
}

/** Whether all of `wanted` is in `known`; a whole property covers the paths below it. */
export function covers(known: Properties, wanted: Properties): boolean {
  for (const property of wanted) if (!isAmong(property, known)) return false;
  return true;
}

/** Whether nothing is wanted that a reference does not tell by itself. */
export function isOnlyId(properties: Properties): boolean {
  return properties.size === 0 || (properties.size === 1 && properties.has('id'));
}

export function union(one: Properties, other: Properties): Properties {
  if (covers(one, other)) return one;
  if (covers(other, one)) return other;
  return new Set([...one, ...other]);
}

/**
 * The `_fields` value. WordPress stops reading the list at a path that follows its own parent
 * (`title,title.rendered,slug` loses `slug`), so such paths are left out. Sorted, that equal needs make equal URLs.
 */
export function fieldsParameter(properties: Properties): string {
  const kept = [...properties].filter((property) => !liesBelow(property, properties));
  return kept.sort().join(',');
}

type Members = Readonly<Record<string, unknown>>;

/**
 * A document with what a later look-up, which asked for these properties, says of them: nothing else of `now` is taken over,
 * and what it does not have is not there any more.
 */
export function updated<D extends object>(before: D, now: D, properties: Properties): D {
  const document = { ...before } as Record<string, unknown>;
  for (const property of properties) place(document, now as Members, property.split('.'));
  return document as D;
}

/** Documents are shared: what lies below the top is copied before it is changed. */
function place(into: Record<string, unknown>, from: Members, [name = '', ...path]: readonly string[]): void {
  const value = Object.hasOwn(from, name) ? from[name] : undefined;
  const known = Object.hasOwn(into, name) ? into[name] : undefined;
  if (path.length > 0) {
    // What is no map has nothing there, and says nothing of the rest.
    if (!isMap(value) && !isMap(known)) return;
    const part = isMap(known) ? { ...known } : {};
    place(part, isMap(value) ? value : {}, path);
    into[name] = part;
  } else if (value === undefined) delete into[name];
  else into[name] = value;
}

function isMap(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
