import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';
import { createMeasure, type Variables } from '../../../src/server/limits/operation-size.ts';
import { settings } from '../../../src/settings.ts';
import { describedResource } from '../../../src/wordpress/described-resource.ts';
import { coreSite, type Resource, resourcesOf } from '../../../src/wordpress/resources.ts';

const schema = buildSchema();
const ofCore = createMeasure(schema);

function sizeOf(query: string, variables: Variables = {}, measure = ofCore) {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return measure(document, operation as OperationDefinitionNode, variables);
}

const documentsOf = (...asked: Parameters<typeof sizeOf>) => sizeOf(...asked).documents;

/** A type of a site's own, with properties as their schemas describe them. */
function ownResource(type: string, properties: Readonly<Record<string, unknown>>): Resource {
  const info = {
    name: type,
    label: type,
    description: '',
    hierarchical: false,
    restBase: `${type}s`,
    restNamespace: 'wp/v2',
  };
  const [own] = resourcesOf([{ ...info, hasArchive: false, taxonomies: [], icon: null }], []).filter(
    (each) => each.type === type,
  );
  if (!own) throw new Error(`There is no resource of ${type}.`);
  return describedResource(own, { properties });
}

describe('the documents that an operation may ask for', () => {
  it('are as many as its lists are long', () => {
    expect(documentsOf('{ site { name } }')).toBe(1);
    expect(documentsOf('{ posts { nodes { title } } }')).toBe(10);
    expect(documentsOf('{ posts(first: 3) { totalCount pageInfo { endCursor } } }')).toBe(0);
    expect(documentsOf('{ posts(last: 7) { edges { cursor node { title } } } }')).toBe(7);
    expect(documentsOf('{ nodes(ids: ["a", "b", "c"]) { id } }')).toBe(3);
    expect(documentsOf('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(2);
  });

  it('multiply along the path', () => {
    expect(documentsOf('{ posts(first: 5) { nodes { author { name } } } }')).toBe(5 * 2);
    expect(
      documentsOf(
        '{ posts(first: 5) { nodes { comments(first: 4) { nodes { replies(first: 3) { nodes { id } } } } } } }',
      ),
    ).toBe(5 * (1 + 4 * (1 + 3)));
    expect(documentsOf('{ a: posts(first: 2) { nodes { id } } b: posts(first: 3) { nodes { id } } }')).toBe(5);
  });

  it('follow variables and their defaults, and count no page as longer than the longest', () => {
    const query = 'query($n: Int = 20) { posts(first: $n) { nodes { id } } }';
    expect(documentsOf(query)).toBe(20);
    expect(documentsOf(query, { n: 30 })).toBe(30);
    expect(documentsOf(query, { n: null })).toBe(10);
    expect(documentsOf(query, { n: 1e9 })).toBe(100);
    expect(documentsOf(query, { n: -5 })).toBe(0);
    expect(documentsOf(query, { n: 'many' })).toBe(0);
  });

  it('count a fragment once for each place, however often it is spread there', () => {
    const fragment = 'fragment P on Post { author { name } }';
    expect(
      documentsOf(`{ posts(first: 5) { nodes { ...P ...P ...Q } } } fragment Q on Post { ...P } ${fragment}`),
    ).toBe(10);
    expect(
      documentsOf(`{ a: posts(first: 5) { nodes { ...P } } b: posts(first: 5) { nodes { ...P } } } ${fragment}`),
    ).toBe(20);
  });

  it('are few enough in what people ask for', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const example = readFileSync(new URL('../../../examples/codegen/latest-posts.ts', import.meta.url), 'utf8');
    const queries = [
      ...[...readme.matchAll(/```graphql\n([^`]*)```/g)].map(([, query]) => query),
      ...[...example.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, query]) => query),
      `{ posts(first: 100) { nodes {
        title content author { name } categories { name } tags { name } featuredMedia { sourceUrl }
        comments(first: 100) { nodes { content replies(first: 3) { nodes { content } } } }
      } } }`,
      `query Relay($count: Int = 100) { posts(first: $count) {
        pageInfo { hasNextPage endCursor } edges { cursor node { id ... on Node { id } ...Card ...Teaser } }
      } } fragment Card on Post { ...Teaser categories { id name } } fragment Teaser on Post { title author { id name } }`,
      getIntrospectionQuery(),
    ];
    expect(queries).toHaveLength(9);
    for (const query of queries) {
      expect(validate(schema, parse(query as string))).toEqual([]);
      const size = sizeOf(query as string);
      expect(size.documents).toBeLessThanOrEqual(settings.maxDocuments.default);
      expect(size.depth).toBeLessThanOrEqual(settings.maxDepth.default);
    }
  });

  it('are too many where few characters ask for more than a site can have', () => {
    const nested = (depth: number): string =>
      depth === 0 ? 'id' : `categories { posts(first: 100) { nodes { ${nested(depth - 1)} } } }`;
    expect(documentsOf(`{ posts(first: 100) { nodes { ${nested(2)} } } }`)).toBeGreaterThan(
      settings.maxDocuments.default,
    );
  });

  it('hold introspection within bounds, which nobody watches while it is executed', () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `a${index}: __schema { types { fields { type { fields { name } } } } }`,
    );
    expect(documentsOf(`{ ${many.join(' ')} }`)).toBeGreaterThan(settings.maxDocuments.default);
  });

  describe('of a site with a hundred types of its own', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`p${index}`, { type: 'object', properties: { a: {}, b: {} } }]),
    );
    const own = Array.from({ length: 100 }, (_, index) => ownResource(`kind${index}`, properties));
    const large = createMeasure(buildSchema({ resources: [...coreSite.resources, ...own] }));

    it('are few enough for all of its schema, which is what GraphiQL asks for', () => {
      expect(documentsOf(getIntrospectionQuery({ oneOf: true, inputValueDeprecation: true }), {}, large)).toBeLessThan(
        settings.maxDocuments.default / 2,
      );
    });

    it.each([
      [
        'all of it three times',
        `{ ${[1, 2, 3].map((at) => `a${at}: __schema { types { fields { name type { ofType { name } } args { name type { ofType { name } } } } inputFields { name } } }`).join(' ')} }`,
      ],
      [
        'what is possible for each of its interfaces',
        '{ __schema { types { interfaces { possibleTypes { fields { name } } } } } }',
      ],
      [
        'the fields of all nodes, one after the other',
        `{ ${Array.from({ length: 20 }, (_, at) => `a${at}: __type(name: "Node") { ...P }`).join(' ')} } fragment P on __Type { possibleTypes { fields { name args { name type { name } } } } }`,
      ],
    ])('are too many for %s', (_what, query) => {
      expect(
        validate(buildSchema(), parse(query)).filter(({ message }) => !message.includes('introspection depth')),
      ).toEqual([]);
      expect(documentsOf(query, {}, large)).toBeGreaterThan(settings.maxDocuments.default);
    });
  });
});

describe('fragments that spread each other twice', () => {
  const levels = 60;
  const chain = (field: (next: string) => string, type: string) =>
    Array.from({ length: levels }, (_, index) => `fragment F${index} on ${type} { ${field(`...F${index + 1}`)} }`).join(
      '\n',
    );

  it('are read once each', () => {
    const query = `{ posts { nodes { ...F0 } } } ${chain((next) => `${next} ... on Post { ${next} }`, 'Post')} fragment F${levels} on Post { title author { name } }`;
    expect(sizeOf(query)).toMatchObject({ depth: 4, aliases: 0, documents: 20 });
  });

  it('multiply where each is a place of its own, and the number is told at once', () => {
    const query = `{ category(by: { databaseId: 1 }) { ...F0 } } ${chain((next) => `a: parent { ${next} } b: parent { ${next} }`, 'Category')} fragment F${levels} on Category { name }`;
    const { aliases, depth, documents } = sizeOf(query);
    expect(depth).toBe(levels + 2);
    expect(aliases).toBeGreaterThan(2 ** levels);
    expect(documents).toBeGreaterThan(2 ** levels);
  });

  it('may lead back to themselves: validation refuses that, and nobody waits for ever until then', () => {
    expect(sizeOf('{ ...A } fragment A on Query { ...B site { name } } fragment B on Query { ...A }').documents).toBe(
      1,
    );
    expect(() =>
      sizeOf(
        '{ site { ...A } } fragment A on Site { icon { ...B } } fragment B on Media { post { ...C } } fragment C on Post { featuredMedia { ...B } }',
      ),
    ).not.toThrow();
  });
});

describe('depth, aliases and directives', () => {
  it('are those of all that is spread, introspection left out of the depth', () => {
    expect(sizeOf('{ site { name } }')).toMatchObject({ depth: 2, aliases: 0, directives: 0 });
    expect(
      sizeOf(
        'query @a { ... { x: site @skip(if: false) { ...S @include(if: true) } } } fragment S on Site { y: name }',
      ),
    ).toMatchObject({ depth: 2, aliases: 2, directives: 3 });
    expect(sizeOf('{ __schema { types { fields { name } } } __type(name: "Post") { name } }').depth).toBe(0);
  });
});
