/**
 * What a configuration says of a site: what the graph calls the types that are its own, where ids in their fields lead, and menus.
 * Knows how that is written, not what a site has.
 */
import { ConfigError } from './config-error.ts';
import type { Rename, Renames } from './dialects/pressgraph/site-names.ts';
import type { ConfiguredItem, ConfiguredMenus } from './graph/menus/configured-menus.ts';
import { didYouMean } from './suggestion.ts';

/** Slugs of what ids lead to, by the way to the field that holds them: `{ "book.customFields.relatedIds": "post" }`. */
export type Relations = Readonly<Record<string, string>>;

const forms: Readonly<Record<keyof Rename, { readonly pattern: RegExp; readonly expected: string }>> = {
  name: {
    pattern: /^[A-Z][A-Za-z\d_]{0,99}$/,
    expected: 'must be the name of a type, as "Film": a capital letter, then up to 99 letters, digits or _',
  },
  plural: {
    pattern: /^[a-z][A-Za-z\d_]{0,99}$/,
    expected: 'must be the name of a field, as "films": a small letter, then up to 99 letters, digits or _',
  },
};
const aspects = Object.keys(forms) as (keyof Rename)[];

/**
 * @param source how the user came to give it, for errors: `types`
 * @throws ConfigError naming the member
 */
export function checkedTypes(given: unknown, source: string): Renames {
  const types = membersOf(given, source, 'must be an object of names by slug, as { "movie": { "name": "Film" } }');
  for (const [slug, rename] of types) {
    const at = `${source}.${slug}`;
    for (const [aspect, name] of membersOf(rename, at, 'must be an object as { "name": "Film", "plural": "films" }')) {
      const form = aspects.includes(aspect as keyof Rename) && forms[aspect as keyof Rename];
      if (!form) {
        throw new ConfigError(`${at}: there is no member "${aspect}" of it.${didYouMean(aspect, aspects)}`);
      }
      if (typeof name !== 'string' || !form.pattern.test(name)) {
        throw new ConfigError(`${at}.${aspect}: ${form.expected}, not ${JSON.stringify(name)}.`);
      }
    }
  }
  return given as Renames;
}

/**
 * @param source how the user came to give it, for errors: `relations`
 * @throws ConfigError naming the member
 */
export function checkedRelations(given: unknown, source: string): Relations {
  const expected = 'must be an object of slugs by way, as { "book.customFields.relatedIds": "post" }';
  for (const [way, target] of membersOf(given, source, expected)) {
    const at = `${source}["${way}"]`;
    if (!/^[^.]+(\.[^.]+)+$/.test(way)) {
      throw new ConfigError(
        `${at}: must name a field by the slug of its type, then customFields, acf or a property, then names as WordPress has them, as "book.customFields.relatedIds".`,
      );
    }
    if (typeof target !== 'string' || !/^[^\s./]+$/.test(target)) {
      throw new ConfigError(
        `${at}: must lead to the slug of a type or taxonomy, as "post", or to user, comment or attachment, not ${JSON.stringify(target)}.`,
      );
    }
  }
  return given as Relations;
}

const texts = ['label', 'url', 'target', 'title', 'rel', 'description'] as const satisfies (keyof ConfiguredItem)[];
const itemMembers: readonly string[] = [...texts, 'children'];
/** Levels of items: what goes on for ever goes further. */
const deepestItems = 10;

/**
 * @param source how the user came to give it, for errors: `menus`
 * @throws ConfigError naming the item
 */
export function checkedMenus(given: unknown, source: string): ConfiguredMenus {
  const expected = 'must be an object of lists by place, as { "primary": [{ "label": "About", "url": "/about/" }] }';
  for (const [place, items] of membersOf(given, source, expected)) checkItems(items, `${source}["${place}"]`, 1);
  return given as ConfiguredMenus;
}

function checkItems(items: unknown, source: string, depth: number): void {
  if (!Array.isArray(items)) throw new ConfigError(`${source}: must be a list of items, not ${kindOf(items)}.`);
  if (depth > deepestItems) throw new ConfigError(`${source}: is more than ${deepestItems} levels deep.`);
  for (const [index, item] of items.entries()) {
    const at = `${source}[${index}]`;
    const members = membersOf(item, at, 'must be an item as { "label": "About", "url": "/about/" }');
    for (const [name, value] of members) {
      if (!itemMembers.includes(name)) {
        throw new ConfigError(`${at}: there is no member "${name}" of it.${didYouMean(name, itemMembers)}`);
      }
      if (name === 'children') checkItems(value, `${at}.children`, depth + 1);
      else if (typeof value !== 'string' || value === '') {
        throw new ConfigError(`${at}.${name}: must be a text that is not empty, not ${kindOf(value)}.`);
      }
    }
    if (!members.some(([name]) => name === 'label')) throw new ConfigError(`${at}.label: is missing.`);
  }
}

function kindOf(given: unknown): string {
  if (given === null || given === undefined) return String(given);
  if (given === '') return 'an empty one';
  return Array.isArray(given) ? 'a list' : typeof given === 'object' ? 'an object' : `a ${typeof given}`;
}

function membersOf(given: unknown, source: string, expected: string): [string, unknown][] {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return Object.entries(given);
  throw new ConfigError(`${source}: ${expected}, not ${kindOf(given)}.`);
}
