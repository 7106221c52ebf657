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
    expect(Object.keys(typePolicies)).toEqual(embedded);
    expect(typePolicies.MediaSize).toEqual({ keyFields: false, merge: true });
    expect(Object.entries(graphcacheKeys).map(([name, key]) => [name, key()])).toEqual(
      embedded.map((name) => [name, null]),
    );
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
