/** graphql-request on the graph: a request for each question, and nothing kept. */
import { GraphQLClient } from 'graphql-request';

export const makeClient = (endpoint: string) => new GraphQLClient(endpoint);

/** Gives what there is, with the errors beside it, instead of throwing. */
export const makeTolerantClient = (endpoint: string) => new GraphQLClient(endpoint, { errorPolicy: 'all' });

/** Asks by GET, so that a CDN may answer. */
export const makeCacheableClient = (endpoint: string) =>
  new GraphQLClient(endpoint, { method: 'GET', jsonSerializer: JSON });
