/**
 * What the graph calls the properties, the values and the nested objects of a site's own: made of WordPress' names, so that every
 * one can be foretold, and the same whatever order the site lists them in.
 */
import { camelCase, firstFree, longestName, pascalCase } from './words.ts';

/** Stands behind what is taken already: `titleField`; then a number. */
const ending = 'Field';

/**
 * Fields for properties of one object. What stands beside a field (`heroNode` beside `hero`) is named after all of these:
 * `fieldNames(['hero_node'], new Set([...taken, ...names]))`.
 * @param raw as WordPress has them
 * @param taken fields that the type has already
 */
export function fieldNames(raw: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  const give = (property: string, name: string) => {
    used.add(name);
    names.set(property, name);
  };

  const sorted = [...raw].sort();
  const spelledSo = sorted.filter((property) => camelCase(property) === property);
  const late: string[] = [];
  for (const property of new Set([...spelledSo, ...sorted])) {
    const name = camelCase(property);
    if (used.has(name)) late.push(property);
    else give(property, name);
  }
  for (const property of late)
    give(
      property,
      firstFree(camelCase(property), ending, (name) => !used.has(name)),
    );
  return names;
}

/** Names of the types that are made for nested objects and for enums of one schema. */
export class NestedTypeNames {
  readonly #taken: Set<string>;

  /** @param taken types that the schema has beside these */
  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /** A name that has not been given yet: `of('Book', 'acf', 'hero_image')` is `BookAcfHeroImage`. @param type named already */
  of(type: string, ...path: readonly string[]): string {
    const name = `${type}${path.map(pascalCase).join('')}`.slice(0, longestName);
    const free = this.#taken.has(name) ? firstFree(name, ending, (other) => !this.#taken.has(other)) : name;
    this.#taken.add(free);
    return free;
  }
}

/** The values of an enum that has these; none where one can not be the name of a value as it is. */
export function enumNames(values: readonly string[]): readonly string[] | undefined {
  const isName = (value: string) => /^(?!__|(true|false|null)$)[_A-Za-z][_A-Za-z\d]*$/.test(value);
  return values.length > 0 && values.every(isName) ? [...new Set(values)] : undefined;
}
