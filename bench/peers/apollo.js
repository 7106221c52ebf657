// Apollo Server with its REST data source, as its documentation shows it: one data source for each request, which asks for
// the same document only once, and a cache that all of them share, as does the plugin that keeps whole answers. WordPress does not say how long its answers may be kept,
// so without the time given here nothing would be.

import { RESTDataSource } from '@apollo/datasource-rest';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControl } from '@apollo/server/plugin/cacheControl';
import { startStandaloneServer } from '@apollo/server/standalone';
import responseCachePlugin from '@apollo/server-plugin-response-cache';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { answerParent } from '../servers/child.ts';
import { resolversWith, typeDefs } from './schema.js';

class WordPress extends RESTDataSource {
  constructor(restRoot, options) {
    super(options);
    this.baseURL = `${restRoot}/wp/v2/`;
  }

  cacheOptionsFor() {
    return { ttl: 600 };
  }

  read(route, params) {
    return this.get(route, { params }).catch((error) => {
      if ([401, 403, 404].includes(error.extensions?.response?.status)) return null;
      throw error;
    });
  }
}

answerParent(async ({ restRoot }) => {
  const cache = new InMemoryLRUCache();
  const resolvers = resolversWith(({ wordpress }, route, query) => wordpress.read(route, query));
  const plugins = [ApolloServerPluginCacheControl({ defaultMaxAge: 600 }), responseCachePlugin()];
  const server = new ApolloServer({ typeDefs, resolvers, cache, plugins });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => ({ wordpress: new WordPress(restRoot, { cache: server.cache }) }),
  });
  return { url: new URL('/graphql', url).href, purge: () => cache.clear() };
});
