/**
 * What clients that keep objects by their identity have to know of a schema: which types stand behind an interface, and by
 * what an object is known. Imports nothing, since it is for browsers.
 */

/** The types of a schema, as its kept objects go by them. */
export interface IdentifiedTypes {
  /** The object types behind each interface. */
  readonly possibleTypes: Readonly<Record<string, readonly string[]>>;
  /** The field that identifies the objects of a type; `null` for parts of what holds them, which have no identity of their own. */
  readonly keys: Readonly<Record<string, 'id' | null>>;
  /** Those of which there is one object: it is known by its type alone, so that nobody has to ask for its `id`. */
  readonly singletons: readonly string[];
}

/** What Apollo Client is told of a type whose objects are parts of others: keep them there, and add what is new. */
export interface EmbeddedPolicy {
  keyFields: false;
  merge: true;
}

/** What Apollo Client is told of a type of which there is one object. */
export interface SingletonPolicy {
  keyFields: [];
}

/** The rules in the forms that clients take. */
export interface CacheRules {
  /** For `new InMemoryCache({ possibleTypes })` of Apollo Client. */
  readonly possibleTypes: Record<string, string[]>;
  /** By the name of each object type, the field that identifies its objects; `null` where they are parts of what holds them. */
  readonly keys: Record<string, 'id' | null>;
  /** For `new InMemoryCache({ typePolicies })` of Apollo Client, which knows objects with an `id` by itself. */
  readonly typePolicies: Record<string, EmbeddedPolicy | SingletonPolicy>;
  /** For `cacheExchange({ keys })` of urql's Graphcache, which knows objects with an `id` by itself. */
  readonly graphcacheKeys: Record<string, () => string | null>;
}

/** The rules for clients of a schema with these types. */
export function cacheRules({ possibleTypes, keys, singletons }: IdentifiedTypes): CacheRules {
  const embedded = Object.keys(keys).filter((name) => keys[name] === null);
  return {
    possibleTypes: mapped(Object.keys(possibleTypes), (name) => [...(possibleTypes[name] ?? [])]),
    keys: { ...keys },
    typePolicies: {
      ...mapped(embedded, () => ({ keyFields: false, merge: true }) as const),
      ...mapped(singletons, (): SingletonPolicy => ({ keyFields: [] })),
    },
    graphcacheKeys: { ...mapped(embedded, () => () => null), ...mapped(singletons, (name) => () => name) },
  };
}

function mapped<T>(names: readonly string[], value: (name: string) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}
