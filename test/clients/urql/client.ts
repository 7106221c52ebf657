/** urql with Graphcache on the graph. */
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { graphcacheKeys, possibleTypes } from 'pressgraph/client-cache';
import { introspection } from './generated/introspection.ts';

const makeCache = () =>
  cacheExchange({
    keys: graphcacheKeys,
    possibleTypes,
    // Lists that grow page by page; two of one field are told apart by `where` and `orderBy`.
    resolvers: { Query: { posts: relayPagination(), comments: relayPagination() } },
  });

export const makeClient = (url: string) =>
  new Client({ url, exchanges: [makeCache(), fetchExchange], preferGetMethod: false });

/** Sends the hash of a query by GET, and the query itself only where the gateway has not seen it. */
export const makePersistedClient = (url: string) =>
  new Client({
    url,
    exchanges: [makeCache(), persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
    preferGetMethod: false,
  });

/** Knows the whole schema, for lists of mixed types with fragments for some of them: `gql.tada generate-output -o introspection.ts`. */
export const makeSchemaAwareClient = (url: string) =>
  new Client({
    url,
    exchanges: [cacheExchange({ schema: introspection, keys: graphcacheKeys }), fetchExchange],
    preferGetMethod: false,
  });
