/**
 * By which path WordPress is asked for a value that stands below names.
 * Knows what `_fields` can say: which controllers take paths at all, and which names it cannot hold.
 */
import { type FamilyName, families } from './families.ts';

/** Whose documents WordPress gives by paths, and of which properties only whole. Other controllers know exact names alone. */
const wholeOnly: Readonly<Partial<Record<FamilyName, ReadonlySet<string>>>> = {
  content: new Set(),
  media: new Set(families.media.properties.filter((name) => !families.content.properties.includes(name))),
};

/** What `_fields` would take for the end of a path, or for a place in a list, which answers leave out without closing the gap. */
const unspeakable = /^$|[.,\s]|^\d+$/;

/**
 * The path to ask for: what the names lead to, or the closest around it that can be asked for.
 * @param names from that of a property on, which is one that can be asked for
 */
export function askedPath(family: FamilyName, [property = '', ...names]: readonly string[]): string {
  const whole = wholeOnly[family];
  if (!whole || whole.has(property)) return property;
  const end = names.findIndex((name) => unspeakable.test(name));
  return [property, ...(end === -1 ? names : names.slice(0, end))].join('.');
}
