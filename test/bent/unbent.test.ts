import { readFileSync } from 'node:fs';
import {
  type ASTVisitor,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { siteAddress } from './bend.ts';
import { ask, queryOf } from './operation.ts';
import { operations, schema } from './operations.ts';

const recorded: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(new URL('requests.json', import.meta.url), 'utf8'),
);

describe('the operations', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(await createSampleSite(siteAddress));
  });
  afterAll(() => graph.close());

  it('have names of their own', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it('select every field of the schema, and filter by everything that a visitor may', () => {
    const used = new Set(operations.flatMap(({ asks }) => usedBy(schema, queryOf(asks))));
    const asItComes = /\.rest$/;
    expect(offeredBy(schema).filter((name) => !used.has(name) && !asItComes.test(name))).toEqual([...leftToOthers]);
  });

  it('walk the same documents in both directions, each once', async () => {
    const walks = operations.filter(({ asks }) => typeof asks !== 'string');
    for (const operation of walks) {
      const { data } = await ask(graph, operation);
      const { walked, end, tooLarge } = data as { walked: { databaseId: number }[]; end: string; tooLarge: number };
      const other = walks.find(({ name }) => name === operation.name.replace(/forward$/, 'backward')) ?? operation;
      expect({ end, tooLarge }, operation.name).toEqual({ end: 'the end', tooLarge: 0 });
      expect(new Set(walked.map(({ databaseId }) => databaseId)).size, operation.name).toBe(walked.length);
      expect((await ask(graph, other)).data, operation.name).toEqual(data);
    }
  });

  it('have answers without errors on a regular site, by no more requests than ever', async () => {
    const more: string[] = [];
    for (const operation of operations) {
      const { errors, requests = 0 } = await ask(graph, operation);
      expect(errors ?? [], operation.name).toEqual([]);
      const before = recorded[operation.name] ?? 0;
      if (requests > before) more.push(`${operation.name}: ${requests}, before ${before}`);
    }
    expect(more).toEqual([]);
  });
});

/** What takes rights that a visitor has not. */
const leftToOthers = new Set([
  'AuthorWhere.capabilities',
  'AuthorWhere.roles',
  'CommentWhere.authorEmail',
  'CommentWhere.authors',
  'CommentWhere.excludeAuthors',
  'CommentWhere.status',
]);

/** Every field and filter that an operation names, as `Post.title`, `PostWhere.search`. */
function usedBy(of: GraphQLSchema, query: string): string[] {
  const types = new TypeInfo(of);
  const used: string[] = [];
  const visitor: ASTVisitor = {
    Field: () => void used.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`),
    ObjectField: {
      leave: ({ name }) => void used.push(`${getNamedType(types.getParentInputType())?.name}.${name.value}`),
    },
  };
  visit(parse(query), visitWithTypeInfo(types, visitor));
  return used;
}

function offeredBy(of: GraphQLSchema): string[] {
  return Object.values(of.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .filter((type) => isObjectType(type) || (isInputObjectType(type) && /Where$|Selector$|By$/.test(type.name)))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((name) => `${type.name}.${name}`))
    .filter((name) => !name.endsWith('OrderBy.direction'))
    .sort();
}
