import { buildSchema, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../../src/gateway.ts';
import { scriptedSite, standardTaxonomies, standardTypes } from '../../support/scripted-site.ts';

type Described = Readonly<Record<string, unknown>>;

/** A gateway on a site with types of its own, each of which says the same of itself. */
async function withGateway(types: Described, schema: unknown, look: (gateway: Gateway) => void, taxonomies = {}) {
  const site = scriptedSite(({ route, request }) => {
    if (route === '/wp/v2/types') return { json: { ...standardTypes, ...types } };
    if (route === '/wp/v2/taxonomies') return { json: { ...standardTaxonomies, ...taxonomies } };
    return request.method === 'OPTIONS' ? { json: schema } : undefined;
  });
  const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
  look(gateway);
  await gateway.close();
}

const named = (names: readonly string[], make: (name: string, index: number) => unknown): Described =>
  JSON.parse(`{${names.map((name, index) => `${JSON.stringify(name)}:${JSON.stringify(make(name, index))}`).join()}}`);
const numbered = (many: number) => Array.from({ length: many }, (_, index) => `kind${index + 1_000}`);
const typesOf = (names: readonly string[], label = 'A label') =>
  named(names, (_name, index) => ({
    name: label,
    description: label,
    rest_base: `base${index}`,
    rest_namespace: 'wp/v2',
  }));

function roundTrip({ schema }: Gateway): void {
  expect(validateSchema(schema)).toEqual([]);
  const printed = printSchema(schema);
  expect(printSchema(buildSchema(printed)) === printed).toBe(true);
}

describe('a site with more than a graph can bear', () => {
  const many = named(
    Array.from({ length: 5_000 }, (_, index) => `p${index}`),
    (_name, index) => (index % 20 === 0 ? { type: 'object', properties: { a: {}, b: {} } } : { type: 'string' }),
  );

  it('is served with the types that come first by name, and the others are told', async () => {
    await withGateway(typesOf(numbered(250).reverse()), {}, ({ site, schema }) => {
      expect(site.resources).toHaveLength(7 + 200);
      const left = site.leftOut.map(({ name, reason }) => [name, reason]);
      expect(left).toHaveLength(50);
      expect(left[0]).toEqual(['kind1200', 'is one of more than 200, the last by name']);
      expect(schema.getType('Kind1199')).toBeDefined();
    });
  });

  it('has no more of them typed than all types together may have, each its share', async () => {
    await withGateway(typesOf(numbered(60)), { schema: { properties: many } }, ({ site, schema }) => {
      const own = site.resources.filter(({ type }) => type.startsWith('kind')).map(({ members }) => members.length);
      expect(own).toHaveLength(60);
      expect(new Set(own).size).toBe(1);
      expect(own[0]).toBeGreaterThan(200);
      expect(60 * (own[0] ?? 0)).toBeLessThanOrEqual(20_000);
      expect(validateSchema(schema)).toEqual([]);
    });
  });
});

describe('a site whose names are no names', () => {
  const odd = [
    ...[
      '__proto__',
      'constructor',
      'toString',
      '__typename',
      '',
      'x'.repeat(1_000),
      '🎉',
      'עברית',
      '\u202ertl',
      '\ud800',
    ],
    ...[
      'foo_bar',
      'fooBar',
      'foo-bar',
      'FooBar',
      'FOO_BAR',
      '1foo',
      '__foo',
      'hero',
      'hero_node',
      'heroNode',
      'hero-node',
    ],
    ...[
      'id',
      'databaseId',
      'type',
      'author',
      '_links',
      'custom_fields',
      'customFields',
      'acf',
      'meta',
      'rest',
      'nodes',
    ],
    ...[
      'posts',
      'Post',
      'POST',
      'query',
      'Node',
      'String',
      'a,b',
      'a"b',
      'a\\b',
      'a\nb',
      'a\u0000b',
      'true',
      'null',
      'then',
    ],
  ];
  const said = 'It says """ and \\""" <b>html</b>\u0000\u001b[31m\ud800 `x` # y\r\n\r\n   z\n"';
  const schemas: readonly unknown[] = [
    { type: 'string', description: said },
    { type: ['integer', 'array', 'null'], items: { type: ['integer'] }, maxItems: 1 },
    { type: 'string', enum: odd },
    { type: 'string', enum: ['A', 'a', 'foo_bar', 'FooBar'] },
    { type: 'object', properties: named(odd, () => ({ type: 'string' })) },
    null,
    [],
    'x',
    7,
    { type: {} },
  ];
  const described = named(odd, (_name, index) => schemas[index % schemas.length]);
  const properties = {
    ...described,
    id: { type: 'string' },
    title: { type: 'string' },
    meta: { type: 'object', properties: described },
  };
  const acf = { type: 'object', properties: named(odd, () => schemas[1]) };
  const route = {
    schema: { properties: { ...properties, acf } },
    endpoints: [{ methods: ['GET'], args: { ...described, per_page: {}, include: {}, slug: {} } }],
  };

  it('is served all the same, by a schema that can be printed and read again', async () => {
    const taxonomies = named(['type', 'title', 'author', 'id', '_links', ...odd], (name, index) => ({
      name: said,
      rest_base: index < 5 ? name : `taxonomy${index}`,
      types: ['post', 'hero', 'fooBar'],
    }));
    await withGateway(typesOf(odd, said), route, roundTrip, taxonomies);
  });

  it.each([
    ['lists', []],
    ['null', null],
    ['lists of types', [standardTypes.post]],
    ['maps of nothing', { post: null, page: [], book: 'x' }],
  ])('is served where its types are %s', async (_what, listed) => {
    const site = scriptedSite(({ route: at }) =>
      at === '/wp/v2/types' || at === '/wp/v2/taxonomies' ? { json: listed } : undefined,
    );
    const gateway = await createGateway({ site: site.url, send: site.send, settings: { pollInterval: 0 } });
    roundTrip(gateway);
    await gateway.close();
  });
});
