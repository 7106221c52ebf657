import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildSchema as buildSchemaOf, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as clientCache from '../../src/client-cache/client-cache.ts';
import { cacheRulesOf } from '../../src/client-cache/schema-types.ts';
import { buildSchema } from '../../src/dialects/pressgraph/schema.ts';

const { possibleTypes, keys, typePolicies, graphcacheKeys } = clientCache;
const schema = buildSchema();

describe('the rules for client caches', () => {
  it('are those of the schema; else run `npm run schema:print`', () => {
    const rules = cacheRulesOf(schema);
    expect({ possibleTypes, keys, typePolicies }).toEqual({
      possibleTypes: rules.possibleTypes,
      keys: rules.keys,
      typePolicies: rules.typePolicies,
    });
    expect(Object.keys(graphcacheKeys)).toEqual(Object.keys(rules.graphcacheKeys));
  });

  it('say of each object type by what its objects are known, those at the root aside', () => {
    const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !/^__/.test(type.name));
    expect(Object.keys(keys).sort()).toEqual(
      objects
        .map(({ name }) => name)
        .filter((name) => name !== 'Query')
        .sort(),
    );
    expect(keys).toMatchObject({
      Site: 'id',
      Post: 'id',
      Taxonomy: 'id',
      MediaSize: null,
      ImageMeta: null,
      PageInfo: null,
    });
  });

  it('leave those that have an id to the client, and keep all others in what holds them', () => {
    const embedded = Object.keys(keys).filter((name) => keys[name] === null);
    expect(Object.keys(typePolicies)).toEqual([...embedded, 'Site']);
    expect(typePolicies.MediaSize).toEqual({ keyFields: false, merge: true });
    expect(embedded.map((name) => graphcacheKeys[name]?.())).toEqual(embedded.map(() => null));
  });

  it('know the site by its type alone: there is one, and nobody asks for its id', () => {
    expect(typePolicies.Site).toEqual({ keyFields: [] });
    expect(graphcacheKeys.Site?.()).toBe('Site');
  });

  it('take for the only one of its kind what nothing but a root field without arguments gives', () => {
    const rules = cacheRulesOf(
      buildSchemaOf(`
        type Query { shop: Shop! me: User users: [User] page(path: String): Page all: [Item] box: Box }
        type Shop { id: ID! } type User { id: ID! } type Page { id: ID! } type Item { id: ID! } type Box { size: Int }
      `),
    );
    expect(rules.typePolicies).toEqual({ Shop: { keyFields: [] }, Box: { keyFields: false, merge: true } });
  });

  it('name the types behind each interface, so that fragments on it match', () => {
    expect(possibleTypes).toMatchObject({ Content: ['Media', 'Page', 'Post'], Term: ['Category', 'Tag'] });
    expect(possibleTypes.Node).toContain('Site');
  });

  it('are made of any schema, unions and other roots included', () => {
    const rules = cacheRulesOf(
      buildSchemaOf('type Query { a: A } type Mutation { a: A } union A = B | C type B { id: ID! } type C { x: Int }'),
    );
    expect(rules).toMatchObject({ possibleTypes: { A: ['B', 'C'] }, keys: { B: 'id', C: null } });
    expect(Object.keys(rules.keys)).toEqual(['B', 'C']);
  });

  it('are for browsers: nothing is loaded with them but themselves', async () => {
    const { metafile } = await build({
      entryPoints: [fileURLToPath(new URL('../../src/client-cache/client-cache.ts', import.meta.url))],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      metafile: true,
    });
    const inputs = Object.keys(metafile.inputs).map((path) => path.replace(/^.*\//, ''));
    expect(inputs.sort()).toEqual(['cache-rules.ts', 'client-cache.ts', 'core-types.ts']);
  });
});
