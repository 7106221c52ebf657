// Hive Gateway over GraphQL Mesh's JSON Schema handler: routes described as operations, relations as additional resolvers
// with keys, which is how its documentation batches what would otherwise be a request per node.

import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import InMemoryLRUCache from '@graphql-mesh/cache-inmemory-lru';
import { getComposedSchemaFromConfig } from '@graphql-mesh/compose-cli';
import { DefaultLogger } from '@graphql-mesh/utils';
import { loadJSONSchemaSubgraph } from '@omnigraph/json-schema';
import { answerParent, listenLocally } from '../servers/child.ts';

const rendered = (title) => ({ type: 'object', title, properties: { rendered: { type: 'string' } } });

const types = {
  posts: {
    type: 'object',
    title: 'Post',
    properties: {
      id: { type: 'integer' },
      title: rendered('Title'),
      date: { type: 'string' },
      excerpt: rendered('Excerpt'),
      author: { type: 'integer' },
      categories: { type: 'array', items: { type: 'integer' } },
      featured_media: { type: 'integer' },
    },
  },
  users: { type: 'object', title: 'User', properties: { id: { type: 'integer' }, name: { type: 'string' } } },
  categories: { type: 'object', title: 'Category', properties: { id: { type: 'integer' }, name: { type: 'string' } } },
  media: { type: 'object', title: 'Media', properties: { id: { type: 'integer' }, source_url: { type: 'string' } } },
};

const additionalTypeDefs = /* GraphQL */ `
  extend type Post {
    writer: User
    sections: [Category]
    image: Media
  }
`;

/** The documents behind keys, with all keys of a moment in one request. */
function byKeys(field, keysOf) {
  return {
    selectionSet: `{ ${keysOf} }`,
    resolve(root, _args, context, info) {
      const load = (key) =>
        context.WordPress.Query[field]({
          root,
          context,
          info,
          key,
          argsFromKeys: (keys) => ({ include: [...new Set(keys)], per_page: 100 }),
          valuesFromResults: (found, keys) => keys.map((id) => found.find((document) => document.id === id) ?? null),
          selectionSet: ({ selections }) => withId(selections),
        });
      const keys = root[keysOf];
      if (Array.isArray(keys)) return Promise.all(keys.map(load));
      return keys ? load(keys) : null;
    },
  };
}

function withId(selections) {
  const id = { kind: 'Field', name: { kind: 'Name', value: 'id' } };
  return { kind: 'SelectionSet', selections: [id, ...selections] };
}

answerParent(async ({ restRoot }) => {
  const composition = {
    additionalTypeDefs,
    subgraphs: [
      {
        sourceHandler: loadJSONSchemaSubgraph('WordPress', {
          endpoint: `${restRoot}/wp/v2`,
          queryStringOptions: { arrayFormat: 'comma' },
          operations: Object.entries(types).map(([route, items]) => ({
            type: 'Query',
            field: route,
            path: `/${route}`,
            method: 'GET',
            argTypeMap: {
              per_page: { type: 'integer' },
              offset: { type: 'integer' },
              include: { type: 'array', items: { type: 'integer' } },
            },
            queryParamArgMap: { per_page: 'per_page', offset: 'offset', include: 'include' },
            responseSchema: { type: 'array', items },
          })),
        }),
      },
    ],
  };
  const supergraph = await getComposedSchemaFromConfig(composition, new DefaultLogger('peer'));
  const cache = new InMemoryLRUCache();
  const runtime = createGatewayRuntime({
    supergraph,
    cache,
    responseCaching: { ttl: 600_000 },
    additionalResolvers: {
      Post: {
        writer: byKeys('users', 'author'),
        sections: byKeys('categories', 'categories'),
        image: byKeys('media', 'featured_media'),
      },
    },
    logging: 'error',
    landingPage: false,
    graphiql: false,
  });
  const purge = () => {
    for (const key of cache.getKeysByPrefix('')) cache.delete(key);
  };
  return { url: await listenLocally(runtime), purge };
});
