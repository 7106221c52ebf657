import { GraphQLFloat, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { GraphContext } from '../../../src/graph/context.ts';
import { ofDocument, ofPart } from '../../../src/graph/fields/members.ts';
import { lookUp } from '../../../src/graph/relations.ts';
import { type Layers, openLayers } from '../../../src/layers.ts';
import type { DroppedEvent } from '../../../src/observer.ts';
import { serveGraph } from '../../../src/served-schemas.ts';
import { resourceOfType, type Site } from '../../../src/wordpress/site.ts';
import type { ValueSchema } from '../../../src/wordpress/value-schema.ts';
import { byId, siteOf } from '../../support/scripted-site.ts';

const whole: ValueSchema = { kind: 'integer', isSmall: true };
const text: ValueSchema = { kind: 'text' };
const hero: ValueSchema = { kind: 'object', members: [{ name: 'title', description: '', value: text }] };

/** A schema of the test's own, for posts to which a plugin has added something. */
function schemaOf(site: Site): GraphQLSchema {
  const posts = resourceOfType(site, 'post');
  if (!posts) throw new Error('There are no posts.');
  const planned = <T extends { readonly value: unknown }>(plan: T) => ({
    resolve: plan.value as never,
    extensions: { pressgraph: plan as never },
  });
  const heroType = new GraphQLObjectType({
    name: 'Hero',
    fields: { title: { type: GraphQLString, ...planned(ofPart.value(posts, ['acf', 'hero', 'title'], text)) } },
  });
  const post = new GraphQLObjectType({
    name: 'Post',
    extensions: { pressgraph: { resource: posts } },
    fields: {
      pages: { type: GraphQLInt, ...planned(ofDocument.value(posts, ['meta', 'pages'], whole)) },
      marks: {
        type: new GraphQLList(GraphQLFloat),
        ...planned(ofDocument.value(posts, ['marks'], { kind: 'list', items: { kind: 'number' } })),
      },
      hero: { type: heroType, ...planned(ofDocument.value(posts, ['acf', 'hero'], hero)) },
    },
  });
  const args = { id: { type: GraphQLInt } };
  const query = new GraphQLObjectType<unknown, GraphContext>({
    name: 'Query',
    fields: {
      post: {
        type: post,
        args,
        extensions: { pressgraph: { looksUpById: true } },
        resolve: (_root, { id }, context, info) => lookUp(posts, id as number, context, info),
      },
    },
  });
  return new GraphQLSchema({ query });
}

// `isUnlisted` is not needed where a site's own schema has named the properties.
const properties = ['meta', 'marks', 'acf'];

const open: Layers[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((layers) => layers.close()));
});

async function serve(...rows: readonly { readonly id: number }[]) {
  const told: DroppedEvent[] = [];
  const { url, send } = siteOf({ '/wp/v2/posts': byId(...rows) });
  const observer = { dropped: (event: DroppedEvent) => void told.push(event) };
  const layers = await openLayers({ site: url, send, observer, settings: { pollInterval: 0 } });
  open.push(layers);
  const { resources } = layers.site;
  const site = {
    ...layers.site,
    resources: resources.map((resource) => ({ ...resource, properties: resource.properties.with(...properties) })),
  };
  const entrance = serveGraph(layers, schemaOf(site));
  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    return (await (await entrance.fetch(request)).json()) as Record<string, unknown>;
  };
  return { ask, told };
}

const clean = { id: 1, meta: { pages: '12' }, marks: ['1.5', 2], acf: { hero: { title: 'One' } } };
const dirty = { id: 2, meta: { pages: 'many' }, marks: [1, 'x', { a: 1 }, 'y'], acf: { hero: { title: ['a', 'b'] } } };
const empty = { id: 3, meta: [], marks: '', acf: false };
const selected = '{ pages marks hero { title } }';
const traced = { 'x-pressgraph-trace': '1' };

describe('what a plugin has added to documents', () => {
  it('is what it plainly means, and nothing is told of it, nor of what is not there', async () => {
    const { ask, told } = await serve(clean, empty);
    const answer = await ask(`{ clean: post(id: 1) ${selected} empty: post(id: 3) ${selected} }`, traced);
    expect(answer).toMatchObject({
      data: {
        clean: { pages: 12, marks: [1.5, 2], hero: { title: 'One' } },
        empty: { pages: null, marks: null, hero: null },
      },
      extensions: { pressgraph: { dropped: [] } },
    });
    expect(told).toEqual([]);
  });

  it('is null for itself alone where it is something else, and the trace and the observer are told of each, never of a value', async () => {
    const { ask, told } = await serve(clean, dirty);
    const answer = await ask(`{ clean: post(id: 1) ${selected} dirty: post(id: 2) ${selected} }`, traced);
    expect(answer).toMatchObject({
      data: {
        clean: { pages: 12, marks: [1.5, 2], hero: { title: 'One' } },
        dirty: { pages: null, marks: [1, null, null, null], hero: { title: null } },
      },
    });
    expect(answer).not.toHaveProperty('errors');
    const route = '/wp/v2/posts';
    const pages = { route, property: 'meta.pages', promised: 'a whole number of up to 32 bits', came: 'a text' };
    const marks = { route, property: 'marks', promised: 'a number', came: 'a text' };
    const mark = { ...marks, came: 'an object' };
    const title = { route, property: 'acf.hero.title', promised: 'a text', came: 'a list' };
    const { dropped } = (answer.extensions as { pressgraph: { dropped: unknown[] } }).pressgraph;
    expect(dropped).toEqual([
      { ...pages, count: 1 },
      { ...marks, count: 2 },
      { ...mark, count: 1 },
      { ...title, count: 1 },
    ]);
    expect(told).toEqual([pages, marks, mark, marks, title]);
  });

  it('is told of to the operator without a trace as well, and not of answers that are known', async () => {
    const { ask, told } = await serve(dirty);
    for (let turn = 0; turn < 3; turn++) await ask('{ post(id: 2) { pages } }');
    expect(told).toHaveLength(1);
  });
});
