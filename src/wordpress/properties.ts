/**
 * Sets of REST properties: what is asked of a document (`_fields`) and what is known of it.
 * Knows core's rules for `_fields`; a property is a top-level name (`title`) or a path below one (`_links.self`).
 */

export type Properties = ReadonlySet<string>;

/** The top-level name that a property lies in. */
export function topLevel(property: string): string {
  const dot = property.indexOf('.');
  return dot === -1 ? property : property.slice(0, dot);
}

/** Whether all of `wanted` is in `known`; a whole property covers the paths below it. */
export function covers(known: Properties, wanted: Properties): boolean {
  for (const property of wanted) {
    if (!known.has(property) && !known.has(topLevel(property))) return false;
  }
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
  const kept = [...properties].filter((property) => {
    const parent = topLevel(property);
    return parent === property || !properties.has(parent);
  });
  return kept.sort().join(',');
}
