// The gateway that one writes first: Yoga, a resolver for each relation, a fetch in each of them, and Yoga's response cache.

import { createInMemoryCache, useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createSchema, createYoga } from 'graphql-yoga';
import { Agent, setGlobalDispatcher } from 'undici';
import { answerParent, listenLocally } from '../servers/child.ts';
import { resolversWith, typeDefs } from './schema.js';

// As many connections as the others have: without a limit, a hundred posts are more requests at once than WordPress takes.
setGlobalDispatcher(new Agent({ connections: 8 }));

answerParent(async ({ restRoot }) => {
  const get = async (_context, route, query = {}) => {
    const response = await fetch(`${restRoot}/wp/v2/${route}?${new URLSearchParams(query)}`);
    if ([401, 403, 404].includes(response.status)) return null;
    if (!response.ok) throw new Error(`${route} was answered ${response.status}`);
    return response.json();
  };
  const schema = createSchema({ typeDefs, resolvers: resolversWith(get) });
  let answers = createInMemoryCache();
  // The plugin keeps the cache that it was given, so that emptying it means another one behind the same three functions.
  const cache = {
    get: (id) => answers.get(id),
    set: (...entry) => answers.set(...entry),
    invalidate: (entities) => answers.invalidate(entities),
  };
  const plugins = [useResponseCache({ session: () => null, ttl: 600_000, cache })];
  const yoga = createYoga({ schema, plugins, graphiql: false, landingPage: false, logging: false });
  const purge = () => {
    answers = createInMemoryCache();
  };
  return { url: await listenLocally(yoga), purge };
});
