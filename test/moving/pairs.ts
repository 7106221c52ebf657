/**
 * The pairs of queries of `docs/moving-from-wpgraphql.md`, as its tables have them.
 */
import { readFileSync } from 'node:fs';

export interface Pair {
  readonly wpgraphql: string;
  readonly pressgraph: string;
}

const document = readFileSync(new URL('../../docs/moving-from-wpgraphql.md', import.meta.url), 'utf8');

export const pairs: readonly Pair[] = [...document.matchAll(/^\| `(\{[^`]*\})` \| `(\{[^`]*\})` \|/gm)].map(
  ([, wpgraphql = '', pressgraph = '']) => ({ wpgraphql, pressgraph }),
);

/** Rows of the tables, those that cannot be read among them. */
export const rows = [...document.matchAll(/^\|(?! WPGraphQL| ---).*$/gm)].length;
