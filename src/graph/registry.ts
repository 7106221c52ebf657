/**
 * What one schema calls the resources of a site. Two schemas on one gateway have a registry each, over the same resources.
 */
import type { FamilyName } from '../wordpress/families.ts';
import type { Resource } from '../wordpress/resources.ts';

export class Registry {
  /** Those that have a name, in the order of the site. */
  readonly resources: readonly Resource[];
  readonly #names: ReadonlyMap<Resource, string>;
  readonly #named = new Map<string, Resource>();

  /** @param named the name of the object type of each resource that the schema has */
  constructor(named: Iterable<readonly [Resource, string]>) {
    this.#names = new Map(named);
    this.resources = [...this.#names.keys()];
    for (const [resource, name] of this.#names) {
      if (this.#named.has(name)) throw new Error(`Two resources of the site are called ${name}.`);
      this.#named.set(name, resource);
    }
  }

  /** The name of a node's type. */
  nameOf(resource: Resource): string {
    const name = this.#names.get(resource);
    if (name === undefined) throw new Error(`The schema has no type for ${resource.route}.`);
    return name;
  }

  named(name: string): Resource | undefined {
    return this.#named.get(name);
  }

  /** By WordPress' own word for it: a post type, a taxonomy, `user` or `comment`. */
  ofType(type: string): Resource | undefined {
    return this.resources.find((resource) => resource.type === type);
  }

  ofFamily(...families: readonly FamilyName[]): readonly Resource[] {
    return this.resources.filter(({ family }) => families.includes(family));
  }
}
