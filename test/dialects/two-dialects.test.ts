import {
  type GraphQLFieldConfig,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  GraphQLString,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pressgraph } from '../../src/dialects/pressgraph/schema.ts';
import type { GraphContext } from '../../src/graph/context.ts';
import type { Dialect } from '../../src/graph/dialect.ts';
import { name } from '../../src/graph/fields/names.ts';
import { author, commentsOn, terms } from '../../src/graph/fields/neighbours.ts';
import { isProtected, title } from '../../src/graph/fields/texts.ts';
import type { IdCodec } from '../../src/graph/ids.ts';
import { listAll } from '../../src/graph/lists.ts';
import type { GraphNode } from '../../src/graph/node.ts';
import { Orders } from '../../src/graph/orders.ts';
import { hasNextPage, pageInfo, pageNodes, pageSize, pageTotal } from '../../src/graph/paging.ts';
import type { FieldFacts } from '../../src/graph/plan/field-plan.ts';
import { Registry } from '../../src/graph/registry.ts';
import { lookUp } from '../../src/graph/relations.ts';
import { type Layers, openLayers } from '../../src/layers.ts';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { serveGraph } from '../../src/served-schemas.ts';
import { createMeasure } from '../../src/server/limits/operation-size.ts';
import { everything } from '../../src/store/change.ts';
import { resourceOfType } from '../../src/wordpress/site.ts';
import { showDocuments, strictRecord } from '../support/strict-record.ts';

type Field = GraphQLFieldConfig<unknown, GraphContext>;

/** Ids that anybody can read. */
const plainIds: IdCodec = {
  encode: (typeName, key) => `${typeName.toLowerCase()}/${key}`,
  decode(id) {
    const [, typeName = '', key = ''] = /^(\w+)\/(\d+)$/.exec(id) ?? [];
    return key ? { typeName: typeName.charAt(0).toUpperCase() + typeName.slice(1), key } : null;
  },
};

/** A vocabulary that calls things otherwise, and dresses references as `{ node { .. } }` and lists as `{ nodes { .. } }`. */
const tiny: Dialect = {
  build(site) {
    const [posts, users, categories, comments] = ['post', 'user', 'category', 'comment'].map((type) => {
      const resource = resourceOfType(site, type);
      if (!resource) throw new Error(`There is no ${type}.`);
      return resource;
    }) as [Resource, Resource, Resource, Resource];
    const registry = new Registry([
      [posts, 'Article'],
      [users, 'Writer'],
      [categories, 'Topic'],
      [comments, 'Remark'],
    ]);
    const identities = { registry, ids: plainIds };

    const field = (
      type: GraphQLOutputType,
      { value, ...facts }: FieldFacts & { value?: unknown },
      args: Field['args'] = {},
    ): Field => ({
      type,
      args,
      ...(value !== undefined && { resolve: value as NonNullable<Field['resolve']> }),
      extensions: { pressgraph: facts },
    });
    const id: Field = {
      type: new GraphQLNonNull(GraphQLID),
      resolve: (source) => {
        const { resource, document } = source as GraphNode;
        return plainIds.encode(registry.nameOf(resource), document.id);
      },
    };
    const thing = new GraphQLInterfaceType({
      name: 'Thing',
      fields: { key: { type: GraphQLID } },
      resolveType: ({ resource }: GraphNode) => registry.nameOf(resource),
    });
    const nodeType = (resource: Resource, fields: Record<string, Field>) =>
      new GraphQLObjectType({
        name: registry.nameOf(resource),
        interfaces: [thing],
        extensions: { pressgraph: { resource } },
        fields: { key: id, ...fields },
      });
    /** What stands between a field and the node or nodes that it leads to: they themselves. */
    const dress = (type: GraphQLObjectType, isMany: boolean) =>
      new GraphQLObjectType({
        name: `${type.name}${isMany ? 's' : ''}Box`,
        fields: isMany
          ? { nodes: field(new GraphQLList(type), { value: (nodes: unknown) => nodes, size: 1 }) }
          : { node: field(type, { value: (node: unknown) => node }) },
      });
    const page = (type: GraphQLObjectType) =>
      new GraphQLObjectType({
        name: `${type.name}Page`,
        fields: {
          nodes: field(new GraphQLList(type), pageNodes),
          all: field(GraphQLInt, pageTotal),
          at: field(
            new GraphQLObjectType({ name: `${type.name}Place`, fields: { more: field(GraphQLString, hasNextPage) } }),
            pageInfo,
          ),
        },
      });
    const first = { first: { type: GraphQLInt } };

    const writer = nodeType(users, { label: field(GraphQLString, name) });
    const topic = nodeType(categories, { label: field(GraphQLString, name) });
    const remark = nodeType(comments, {});
    const article = nodeType(posts, {
      heading: field(GraphQLString, title, { format: { type: GraphQLString, defaultValue: 'TEXT' } }),
      locked: field(GraphQLString, isProtected),
      writer: field(dress(writer, false), { ...author(users), dresses: true }),
      topics: field(dress(topic, true), { ...terms(categories), dresses: true }),
      remarks: field(
        page(remark),
        commentsOn({ resource: comments, filters: [], orders: Orders.of(comments), identities }),
        first,
      ),
    });
    const offer = { resource: posts, filters: [], orders: Orders.of(posts), identities };
    const query = new GraphQLObjectType<unknown, GraphContext>({
      name: 'Query',
      fields: {
        articles: {
          type: page(article),
          args: first,
          extensions: { pressgraph: { dresses: true, size: pageSize } },
          resolve: (_root, args, context, info) => listAll(offer, args, context, info),
        },
        thing: {
          type: thing,
          args: { key: { type: new GraphQLNonNull(GraphQLID) } },
          extensions: { pressgraph: { looksUpById: true } },
          resolve(_root, { key }, context, info) {
            const decoded = plainIds.decode(key);
            const resource = decoded && registry.named(decoded.typeName);
            return resource ? lookUp(resource, Number(decoded.key), context, info) : null;
          },
        },
      },
    });
    return { schema: new GraphQLSchema({ query, types: [article, writer, topic, remark] }), ...identities };
  },
};

type Resource = NonNullable<ReturnType<typeof resourceOfType>>;

const inOurs = `{ posts(first: 4) { nodes { id title(format: TEXT) isProtected
  author { id name } categories { id name } comments(first: 2) { nodes { id } } } pageInfo { hasNextPage } } }`;
const inTheirs = `{ articles(first: 4) { nodes { key heading locked
  writer { node { key label } } topics { nodes { key label } } remarks(first: 2) { nodes { key } } } at { more } } }`;

describe('two dialects on one gateway', () => {
  let layers: Layers;
  let ask: Record<'ours' | 'theirs', (query: string) => Promise<never>>;
  let requests: string[] = [];

  beforeAll(async () => {
    const site = await createSampleSite('http://magazine.test');
    const send: typeof site.send = (request) => {
      requests.push(request.url);
      return site.send(request);
    };
    layers = await openLayers({ site: site.url, send, settings: { pollInterval: 0 } });
    const served = (dialect: Dialect) => {
      const { schema } = dialect.build(layers.site);
      const entrance = serveGraph(layers, schema);
      showDocuments(schema, strictRecord);
      return async (query: string) => {
        const body = JSON.stringify({ query });
        const headers = { 'content-type': 'application/json' };
        const response = await entrance.fetch(
          new Request('http://gateway.test/graphql', { method: 'POST', headers, body }),
        );
        const { data, errors } = (await response.json()) as { data: never; errors?: unknown };
        expect(errors).toBeUndefined();
        return data;
      };
    };
    ask = { ours: served(pressgraph), theirs: served(tiny) };
  });
  beforeEach(() => {
    layers.changes.announce(everything);
    requests = [];
  });
  afterAll(() => layers.close());

  interface Ours {
    readonly posts: { readonly nodes: readonly OurPost[]; readonly pageInfo: { readonly hasNextPage: boolean } };
  }
  interface OurPost {
    readonly id: string;
    readonly title: string;
    readonly isProtected: boolean;
    readonly author: { readonly id: string; readonly name: string };
    readonly categories: readonly { readonly id: string; readonly name: string }[];
    readonly comments: { readonly nodes: readonly { readonly id: string }[] };
  }

  /** What ours said, as theirs has to say it. */
  function translated({ posts }: Ours) {
    const key = (id: string) => {
      const [typeName = '', databaseId] = Buffer.from(id, 'base64').toString().split(':');
      const names: Record<string, string> = { Post: 'article', Author: 'writer', Category: 'topic', Comment: 'remark' };
      return `${names[typeName]}/${databaseId}`;
    };
    const nodes = posts.nodes.map((post) => ({
      key: key(post.id),
      heading: post.title,
      locked: String(post.isProtected),
      writer: { node: { key: key(post.author.id), label: post.author.name } },
      topics: { nodes: post.categories.map(({ id, name: label }) => ({ key: key(id), label })) },
      remarks: { nodes: post.comments.nodes.map(({ id }) => ({ key: key(id) })) },
    }));
    return { articles: { nodes, at: { more: String(posts.pageInfo.hasNextPage) } } };
  }

  it('answer from the same documents, each with its own names and ids', async () => {
    const ours = await ask.ours(inOurs);
    expect(requests.length).toBeGreaterThan(0);
    requests = [];
    expect(await ask.theirs(inTheirs)).toEqual(translated(ours));
    expect(requests).toEqual([]);
  });

  it('ask together what both want at once', async () => {
    await ask.ours(inOurs);
    const alone = requests.length;
    layers.changes.announce(everything);
    requests = [];
    const answers = await Promise.all([ask.theirs(inTheirs), ask.ours(inOurs), ask.theirs(inTheirs), ask.ours(inOurs)]);
    expect(requests.length).toBe(alone);
    const [theirs, ours, , oursAgain] = answers;
    expect(theirs).toEqual(translated(ours));
    expect(oursAgain).toEqual(ours);
  });

  it('ask in either of them for what is selected, through whatever stands between', async () => {
    await ask.theirs('{ articles(first: 2) { nodes { writer { node { label } } topics { nodes { key } } } } }');
    const fields = requests.map((url) => `${new URL(url).pathname} ${new URL(url).searchParams.get('_fields')}`);
    expect(fields.map((line) => line.replace('/wp-json/wp/v2', ''))).toEqual([
      '/posts author,categories,date,id,status,type',
      '/users id,name',
      '/categories id,name,slug,taxonomy',
    ]);
  });

  it('know nothing by the ids of the other, and call one document by two names', async () => {
    const { posts } = (await ask.ours('{ posts(first: 1) { nodes { databaseId author { databaseId } } } }')) as {
      posts: { nodes: { author: { databaseId: number } }[] };
    };
    const writer = posts.nodes[0]?.author.databaseId;
    const [theirId, ourId] = [`writer/${writer}`, Buffer.from(`Author:${writer}`).toString('base64')];
    const inBoth = await Promise.all([
      ask.theirs(`{ right: thing(key: "${theirId}") { __typename key } wrong: thing(key: "${ourId}") { key } }`),
      ask.ours(`{ right: node(id: "${ourId}") { __typename id } wrong: node(id: "${theirId}") { id } }`),
    ]);
    expect(inBoth).toEqual([
      { right: { __typename: 'Writer', key: theirId }, wrong: null },
      { right: { __typename: 'Author', id: ourId }, wrong: null },
    ]);
  });

  it('count documents alike: what stands between is none', async () => {
    const documentsOf = (dialect: Dialect, query: string) => {
      const document = parse(query);
      const [operation] = document.definitions as [OperationDefinitionNode];
      return createMeasure(dialect.build(layers.site).schema)(document, operation, {}).documents;
    };
    // An article, its writer, the five topics that it usually has and two remarks.
    expect(documentsOf(tiny, inTheirs)).toBe(4 * (1 + 1 + 5 + 2));
    expect(documentsOf(pressgraph, inOurs)).toBe(documentsOf(tiny, inTheirs));
  });
});
