/**
 * `pressgraph/client-cache`: the rules for clients of the schema that `schema.graphql` has.
 * Imports nothing but data, so that a browser loads no GraphQL for it.
 */
import { cacheRules } from './cache-rules.ts';
import { coreTypes } from './core-types.ts';

export type { EmbeddedPolicy, SingletonPolicy } from './cache-rules.ts';

const rules = cacheRules(coreTypes);

/** For `new InMemoryCache({ possibleTypes })` of Apollo Client: the types behind each interface. */
export const possibleTypes = rules.possibleTypes;
/** The field that identifies the objects of each type; `null` where they are parts of what holds them. */
export const keys = rules.keys;
/** For `new InMemoryCache({ typePolicies })` of Apollo Client: objects without an `id` stay in what holds them, and the site is known without its own. */
export const typePolicies = rules.typePolicies;
/** For `cacheExchange({ keys })` of urql's Graphcache: objects without an `id` stay in what holds them, and the site is known without its own. */
export const graphcacheKeys = rules.graphcacheKeys;
