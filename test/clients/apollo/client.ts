/** Apollo Client 4 on the graph. */
import {
  ApolloClient,
  type ApolloLink,
  type FieldMergeFunction,
  HttpLink,
  InMemoryCache,
  type StoreObject,
} from '@apollo/client';
import { BatchHttpLink } from '@apollo/client/link/batch-http';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes, typePolicies } from 'pressgraph/client-cache';
import { sha256 } from './sha256.ts';

/** A list that grows page by page. Two of one field are told apart by what they ask for, or by a key of their own. */
const pages = () => relayStylePagination(['where', 'orderBy', 'includeChildren', 'offset', '@connection', ['key']]);

/** Sizes of an image have no id: within their image, their names tell them apart. */
const byName: FieldMergeFunction<StoreObject[] | null> = (existing, incoming, { mergeObjects, readField }) =>
  incoming?.map((size) => {
    const name = readField('name', size);
    const known = existing?.find((other) => name !== undefined && readField('name', other) === name);
    return known ? mergeObjects(known, size) : size;
  }) ?? null;

export const makeCache = () =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      ...typePolicies,
      Query: { fields: { posts: pages(), comments: pages() } },
      Media: { fields: { sizes: { merge: byName } } },
      Category: { fields: { posts: pages() } },
    },
  });

export const makeClient = (link: ApolloLink) => new ApolloClient({ link, cache: makeCache() });

export const makeHttpLink = (uri: string): ApolloLink => new HttpLink({ uri });

/** Sends the hash of a query, and the query itself only where the gateway has not seen it. */
export const makePersistedLink = (uri: string): ApolloLink =>
  new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(new HttpLink({ uri }));

/** Sends what is asked for within a moment in one request. */
export const makeBatchLink = (uri: string): ApolloLink => new BatchHttpLink({ uri, batchMax: 10, batchInterval: 10 });
