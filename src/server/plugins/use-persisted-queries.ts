/**
 * Automatic persisted queries: a client names a query by its hash, and sends the query along once it is told that nobody knows it.
 * Source: Apollo's protocol, as its clients and urql speak it: they read the messages and the codes of the two answers below.
 *
 * A query is kept once it has been found valid, so that nothing else takes memory. What is executed is the query, within the
 * limits of any other.
 */
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { andThen } from '../../maybe-promise.ts';
import { hashOf, type PersistedQueries } from '../../store/persisted-queries.ts';

/** @param queries left out where none are kept */
export function usePersistedQueries(queries: PersistedQueries | undefined): Plugin {
  /** Of parameters whose query has that hash. */
  const hashes = new WeakMap<GraphQLParams, string>();
  return {
    onParams({ params, setParams }) {
      const hash = hashIn(params);
      if (hash === undefined) return undefined;
      if (params.query) {
        // That it is a text at all is looked at with every request.
        if (typeof params.query === 'string') hashes.set(params, checkedHash(hash, params.query));
        return undefined;
      }
      if (!queries) throw notSupported();
      return andThen(queries.find(hash), (query) => {
        if (query === undefined) throw notFound();
        const whole = { ...params, query };
        hashes.set(whole, hash);
        setParams(whole);
      });
    },
    onValidate({ context }) {
      const { params } = context as { readonly params: GraphQLParams };
      const hash = hashes.get(params);
      if (!queries || hash === undefined) return undefined;
      return ({ valid }) => {
        if (valid) queries.keep(hash, params.query as string);
      };
    },
  };
}

/**
 * The hash that a request names its query by, in lower case.
 * @throws GraphQLError for one that cannot be such
 */
function hashIn({ extensions }: GraphQLParams): string | undefined {
  const named: unknown = extensions?.persistedQuery;
  if (named === undefined || named === null) return undefined;
  const { version, sha256Hash } = named as Readonly<Record<string, unknown>>;
  if (version !== 1) throw malformed('version', 'expected 1, the only one that there is');
  if (typeof sha256Hash === 'string' && /^[\da-f]{64}$/i.test(sha256Hash)) return sha256Hash.toLowerCase();
  throw malformed('sha256Hash', 'expected the SHA-256 of the query as 64 hexadecimal digits');
}

function checkedHash(hash: string, query: string): string {
  if (hashOf(query) === hash) return hash;
  throw malformed('sha256Hash', 'it is not the SHA-256 of the query that came with it, byte for byte');
}

function malformed(member: string, expectation: string): GraphQLError {
  const message = `The parameter "extensions.persistedQuery.${member}": ${expectation}.`;
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}

/** The client sends the query along with its hash. */
function notFound(): GraphQLError {
  return asApollo('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
}

/** The client sends whole queries from here on. */
function notSupported(): GraphQLError {
  return asApollo('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED');
}

/** It is no failure: some clients read no body of any other status. */
function asApollo(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 200 } } });
}
