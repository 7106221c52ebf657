import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema } from '../../../src/dialects/pressgraph/schema.ts';
import { PressgraphError } from '../../../src/errors.ts';
import { siteIndex } from '../../../src/graph/plan/origin.ts';
import { createSampleSite } from '../../../src/sample/sample-site.ts';
import { DiscoveryError } from '../../../src/wordpress/discovery/discovery.ts';
import { Properties } from '../../../src/wordpress/properties.ts';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';
import { oddValues, type Path, pathsOf, replaced, seeded, shuffled } from '../../support/odd-values.ts';

const schema = buildSchema();
const seed = 12;

/** Fields that tell of other documents, which may be other ones because of a mutation; and those that cost a request each. */
const ofOthers = new Set(['seo', 'ancestors', 'children', 'replies', 'posts', 'comments', 'attachments']);

/** What is read of documents in an object of its own. */
const parts = new Set([
  ...['MediaSize', 'ImageMeta', 'ContentHeading', 'ContentImage'],
  ...['Seo', 'OpenGraph', 'TwitterCard', 'SeoImage', 'Breadcrumb'],
]);

function typeOf(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return type;
}

/** Selects every field of a type, and of what it leads to enough to see that it does; texts in both formats. */
function selectionOf(name: string): string {
  return Object.values(typeOf(name).getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .map((field) => {
      const formats = field.args.some(({ type }) => getNamedType(type).name === 'TextFormat');
      return formats ? `${field.name} ${field.name}Text: ${field.name}(format: TEXT)` : selected(field);
    })
    .join(' ');
}

function selected(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isScalarType(type) || isEnumType(type)) return field.name;
  if (type.name.endsWith('Connection')) return `${field.name}(first: 1) { nodes { databaseId } }`;
  // Whatever stands where a link leads is another document, and each takes requests of its own.
  if (type.name === 'ContentLink') return `${field.name} { url uri text rel isOwn }`;
  if (parts.has(type.name)) return `${field.name} { ${selectionOf(type.name)} }`;
  if (type.name === 'BlockList') return `${field.name} { source nodes(flat: true) { name attributes html path } }`;
  const isNode = (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
  return `${field.name} { ${isNode ? 'id' : '__typename'} }`;
}

/** The members of a document that a field reads; none where it goes by the id alone. */
function readsOf(field: GraphQLField<unknown, unknown>): string[] {
  const reads = field.extensions.pressgraph?.reads ?? [];
  const paths =
    typeof reads === 'function' ? reads({ format: 'HTML', size: null, property: '' } as never, siteIndex) : reads;
  return [...Properties.of(...paths).names];
}

interface Mutation {
  readonly path: Path;
  readonly value: unknown;
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number };
type Rewrite = (route: string, json: unknown) => unknown;

/** The sample site, whose answers go through a hand that a test may change. */
async function rewrittenSite(): Promise<TestSite & { rewrite: Rewrite }> {
  const site = await createSampleSite('http://magazine.test');
  const rewritten = {
    url: site.url,
    rewrite: ((_route, json) => json) as Rewrite,
    async send(request: Parameters<TestSite['send']>[0]) {
      const answer = await site.send(request);
      const route = new URL(request.url).pathname.replace(/^\/wp-json(?=\/)/, '').replace(/(?<=.)\/$/, '');
      if (!/json/.test(answer.headers['content-type'] ?? '') || answer.status !== 200) return answer;
      const json = rewritten.rewrite(route, JSON.parse(new TextDecoder().decode(answer.body)));
      return { ...answer, body: new TextEncoder().encode(JSON.stringify(json)) };
    },
  };
  return rewritten;
}

const lists = [
  { typeName: 'Post', list: 'posts', route: '/wp/v2/posts' },
  { typeName: 'Page', list: 'pages', route: '/wp/v2/pages' },
  { typeName: 'Media', list: 'mediaItems', route: '/wp/v2/media' },
  { typeName: 'Author', list: 'authors', route: '/wp/v2/users' },
  { typeName: 'Category', list: 'categories', route: '/wp/v2/categories' },
  { typeName: 'Tag', list: 'tags', route: '/wp/v2/tags' },
  { typeName: 'Comment', list: 'comments', route: '/wp/v2/comments' },
] as const;

/** Documents of a list; the last of them is never touched. */
const listed = 8;

describe('a document whose members are of other kinds than promised', () => {
  let site: Awaited<ReturnType<typeof rewrittenSite>>;
  let graph: Graph;
  beforeAll(async () => {
    site = await rewrittenSite();
    graph = await openGraph(site);
  });
  afterAll(() => graph.close());

  /** The nodes of a list, by id, while its documents are answered otherwise. */
  async function nodesOf(list: (typeof lists)[number], mutations: ReadonlyMap<number, Mutation>) {
    site.rewrite = (route, json) => {
      if (route !== list.route || !Array.isArray(json)) return json;
      return (json as Row[]).map((row) => {
        const mutation = mutations.get(row.id);
        return mutation ? replaced(row, mutation.path, mutation.value) : row;
      });
    };
    const { data, errors } = await graph.run(
      `{ list: ${list.list}(first: ${listed}, orderBy: { field: ID }) { nodes { ${selectionOf(list.typeName)} } } }`,
    );
    const nodes = (data?.list?.nodes ?? []) as Readonly<Record<string, unknown>>[];
    return { errors, nodes: new Map(nodes.map((node) => [node.databaseId as number, node])) };
  }

  it.each(lists)('gives $typeName with all else that it holds', async (list) => {
    const samples: Row[] = [];
    site.rewrite = (route, json) => {
      if (route === list.route && Array.isArray(json)) samples.push(...(json as Row[]));
      return json;
    };
    await graph.data(
      `{ ${list.list}(first: ${listed}, orderBy: { field: ID }) { nodes { ${selectionOf(list.typeName)} } } }`,
    );
    const { nodes: before } = await nodesOf(list, new Map());
    const ids = [...before.keys()].slice(0, -1);
    // Parts of a document come apart; the paths into each are the paths into all of it.
    const paths = new Map(
      samples
        .flatMap((row) => [...pathsOf(row)])
        .filter(([member]) => member !== 'id')
        .map((path) => [JSON.stringify(path), path]),
    );
    const mutations = shuffled(
      [...paths.values()].flatMap((path) => oddValues.map((value): Mutation => ({ path, value }))),
      seeded(seed),
    ).slice(0, 800);

    for (let start = 0; start < mutations.length; start += ids.length) {
      const applied = new Map<number, Mutation>();
      ids.forEach((id, index) => {
        const mutation = mutations[start + index];
        if (mutation) applied.set(id, mutation);
      });
      const { nodes, errors } = await nodesOf(list, applied);
      expect(errors, JSON.stringify([...applied])).toBeUndefined();
      for (const [id, node] of before) {
        const mutation = applied.get(id);
        const unharmed = Object.values(typeOf(list.typeName).getFields())
          .filter((field) => !ofOthers.has(field.name) && !readsOf(field).includes(String(mutation?.path[0])))
          .flatMap(({ name }) => [name, `${name}Text`])
          .filter((name) => name in node);
        const pick = (from: Readonly<Record<string, unknown>> | undefined) =>
          Object.fromEntries(unharmed.map((name) => [name, from?.[name]]));
        expect(pick(nodes.get(id)), JSON.stringify(mutation)).toEqual(pick(node));
      }
    }
  });

  const ids = oddValues.map((value) => ({ path: ['id'], value }));
  const rows = oddValues.map((value) => ({ path: [], value }));
  it.each(lists)('leaves out $typeName alone when it cannot be told which one it is', async (list) => {
    const { nodes: before } = await nodesOf(list, new Map());
    const [first = 0] = before.keys();
    for (const mutation of [...ids, ...rows]) {
      const { nodes, errors } = await nodesOf(list, new Map([[first, mutation]]));
      // What leads to it may say that it cannot be told.
      const beyond = errors?.filter(({ path = [], extensions }) => path.length < 4 || !isOfSite(extensions?.code));
      expect(beyond ?? [], JSON.stringify(mutation)).toEqual([]);
      // An id that the schema has no type for is told in its place, which cannot be empty.
      if (errors?.some(({ path }) => path?.at(-1) === 'databaseId')) continue;
      for (const [id, { databaseId, link }] of before) {
        if (id !== first) expect(nodes.get(id), JSON.stringify(mutation)).toMatchObject({ databaseId, link });
      }
    }
  });

  it.each(lists)('says so when the list of $typeName is none', async ({ list, route }) => {
    for (const value of oddValues) {
      site.rewrite = (asked, json) => (asked === route ? value : json);
      const { data, errors } = await graph.run(`{ list: ${list}(first: 2) { nodes { id } } site { name } }`);
      expect(data.site.name).toBe('Harbour & Hinterland');
      if (errors) expect(errors).toMatchObject([{ path: ['list'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
      else expect(data.list.nodes.length, JSON.stringify(value)).toBeLessThanOrEqual(2);
    }
  });

  it.each(lists)('gives pages of $typeName with cursors, or says why not', async ({ list, route, typeName }) => {
    const members = ['Author', 'Category', 'Tag'].includes(typeName) ? ['name'] : ['date', 'modified'];
    for (const member of members) {
      const order = { date: 'DATE', modified: typeName === 'Comment' ? 'DATE' : 'MODIFIED', name: 'NAME' }[member];
      for (const value of oddValues) {
        site.rewrite = (asked, json) =>
          asked === route && Array.isArray(json) ? json.map((row) => replaced(row, [member], value)) : json;
        const page = (where: string) =>
          graph.run(
            `{ list: ${list}(${where}, orderBy: { field: ${order} }) { edges { cursor } pageInfo { hasNextPage endCursor } } }`,
          );
        for (const where of ['first: 3', 'last: 3']) {
          const { data, errors } = await page(where);
          expect(errors?.filter(({ path, extensions }) => !path || !isOfSite(extensions?.code)) ?? []).toEqual([]);
          expect(data.list?.edges.length ?? 0).toBeLessThanOrEqual(3);
        }
      }
    }
  });

  it('says so when it is nested deeper than anybody writes', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answering = {
      ...site,
      send: async (request: Parameters<TestSite['send']>[0]) => {
        const answer = await site.send(request);
        if (!/\/posts\?/.test(request.url)) return answer;
        const text = new TextDecoder().decode(answer.body).replace(/"meta":(\[\]|\{[^}]*\})/, `"meta":${deep}`);
        return { ...answer, body: new TextEncoder().encode(text) };
      },
    };
    site.rewrite = (_route, json) => json;
    const own = await openGraph(answering);
    const { data, errors } = await own.run('{ posts { nodes { meta } } pages(first: 1) { nodes { meta } } }');
    expect(errors).toMatchObject([{ path: ['posts'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }]);
    expect(errors?.[0]?.message).toMatch(/deeper than 200 levels/);
    expect(data.pages.nodes).toHaveLength(1);
    await own.close();
  });

  const infos = [
    { route: '/', field: 'site', typeName: 'Site' },
    { route: '/wp/v2/types', field: 'contentTypes', typeName: 'ContentType' },
    { route: '/wp/v2/taxonomies', field: 'taxonomies', typeName: 'Taxonomy' },
  ] as const;
  it.each(infos)('is read at the start, or says why not: $route', async ({ route, field, typeName }) => {
    let sample: unknown;
    site.rewrite = (asked, json) => {
      if (asked === route) sample = { ...(sample as object), ...(json as object) };
      return json;
    };
    const plain = await openGraph(site);
    const query = `{ ${field} { ${selectionOf(typeName)} } posts(first: 1) { nodes { id link uri contentType { name } } } }`;
    const before = await plain.data(query);
    await plain.close();
    const paths = [[], ...pathsOf(sample, 3)].filter(([member]) => member !== 'routes' && member !== 'authentication');
    const mutations = shuffled(
      paths.flatMap((path) => oddValues.map((value): Mutation => ({ path, value }))),
      seeded(seed),
    ).slice(0, 30);
    for (const { path, value } of mutations) {
      site.rewrite = (asked, json) => (asked === route ? replaced(json, path, value) : json);
      const mutated = await openGraph(site).catch((error: unknown) => error as Error);
      if (mutated instanceof Error) {
        expect(mutated, JSON.stringify({ path, value })).toSatisfy(isToldAtStart);
        continue;
      }
      const { data, errors } = await mutated.run(query);
      await mutated.close();
      expect(
        errors?.filter(({ path: at, extensions }) => !at || !isOfSite(extensions?.code)) ?? [],
        JSON.stringify({ path, value }),
      ).toEqual([]);
      const [name] = path;
      const others = (infos: readonly { name: string }[]) =>
        infos.filter((info) => info.name !== name).map((info) => info.name);
      if (field !== 'site' && name !== undefined) expect(others(data[field])).toEqual(others(before[field]));
    }
  });
});

/** Whether a failure is told as one of WordPress, not of the gateway or of the client. */
function isOfSite(code: unknown): boolean {
  return /^UPSTREAM_|^FORBIDDEN$|^BUDGET_EXCEEDED$/.test(String(code));
}

function isToldAtStart(error: Error): boolean {
  return error instanceof PressgraphError || error instanceof DiscoveryError;
}
