/**
 * What a configuration says of the types that are a site's own: what the graph calls them, and where ids in their fields lead.
 * Knows how that is written, not what a site has.
 */
import { ConfigError } from './config-error.ts';
import type { Rename, Renames } from './dialects/pressgraph/site-names.ts';
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

function membersOf(given: unknown, source: string, expected: string): [string, unknown][] {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return Object.entries(given);
  const kind = Array.isArray(given) ? 'a list' : given === null ? 'null' : `a ${typeof given}`;
  throw new ConfigError(`${source}: ${expected}, not ${kind}.`);
}
