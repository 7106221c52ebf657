// Lists of everything that the magazine has: each filter, each order, and each way to take a page, beside REST's own.

import { type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../support/graph.ts';
import type { RestReader } from '../rest-reader.ts';
import { filterCases } from './filter-cases.ts';
import { editor, kinds, type ListCase } from './kinds.ts';
import { orderCases } from './order-cases.ts';

/** The input of an argument of a list. */
export function inputOf(graph: Graph, list: string, argument: string): GraphQLInputObjectType {
  const given = graph.schema
    .getQueryType()
    ?.getFields()
    [list]?.args.find(({ name }) => name === argument);
  const type = given && getNamedType(given.type);
  if (!isInputObjectType(type)) throw new Error(`${list} has no ${argument}.`);
  return type;
}

/** Filters that let pass everything that there is on some site. */
const passing = new Set(['Genre.hideEmpty', 'Season.hideEmpty']);

export function listsSuite(graph: () => Graph, rest: RestReader): void {
  describe.each(kinds)('$many', (kind) => {
    const { many, route } = kind;

    const ask = async (cases: readonly ListCase[]) => {
      const answered: (ListCase & { readonly ids: number[] })[] = [];
      for (const login of [undefined, editor]) {
        const mine = cases.filter((each) => each.login === login);
        const headers = login === undefined ? {} : rest.headersOf(login);
        for (let start = 0; start < mine.length; start += mostAliases) {
          const some = mine.slice(start, start + mostAliases);
          const lists = some.map(
            (each, index) => `_${index}: ${many}(first: 100, ${each.arguments}) { nodes { databaseId } }`,
          );
          const data = await graph().data(`{ ${lists.join(' ')} }`, { headers });
          answered.push(...some.map((each, index) => ({ ...each, ids: idsIn(data[`_${index}`]) })));
        }
      }
      return answered;
    };

    it('is filtered by every member of `where` as REST filters', async () => {
      const offered = inputOf(graph(), many, 'where').getFields();
      const cases = (await filterCases(kind, rest)).filter(({ about }) => about in offered);
      expect([...new Set(cases.map(({ about }) => about))].sort()).toEqual(Object.keys(offered).sort());
      for (const { about, query, login, without = {}, ids, ...others } of await ask(cases)) {
        const expected = await rest.ids(route, query, login);
        expect([...ids].sort(), others.arguments).toEqual([...expected].sort());
        if (passing.has(`${kind.type}.${about}`)) continue;
        expect(ids, others.arguments).not.toEqual(await rest.ids(route, without, login));
      }
    });

    it('is paged in both directions, and by number', async () => {
      const page =
        'totalCount nodes { databaseId } edges { cursor node { databaseId } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
      const all = await rest.ids(route);
      const query = (lists: Readonly<Record<string, string>>) =>
        `{ ${Object.entries(lists).map(([alias, asked]) => `${alias}: ${many}(${asked}) { ${page} }`)} }`;
      const { first, numbered, last } = await graph().data(
        query({ first: 'first: 3', numbered: 'first: 2, offset: 1', last: 'last: 1' }),
      );
      expect(idsIn(first)).toEqual(all.slice(0, 3));
      expect(idsIn(numbered)).toEqual(all.slice(1, 3));
      if (first.totalCount <= 100) expect(idsIn(last)).toEqual(all.slice(-1));
      expect(first.totalCount).toBeGreaterThanOrEqual(all.length);
      const [one, , three] = first.edges;
      expect([one.node.databaseId, first.pageInfo.startCursor]).toEqual([all[0], one.cursor]);
      expect([three.cursor, true, false]).toEqual([
        first.pageInfo.endCursor,
        first.pageInfo.hasNextPage,
        first.pageInfo.hasPreviousPage,
      ]);
      const { after, before } = await graph().data(
        query({
          after: `first: 2, after: ${JSON.stringify(one.cursor)}`,
          before: `last: 2, before: ${JSON.stringify(three.cursor)}`,
        }),
      );
      expect([idsIn(after), idsIn(before)]).toEqual([all.slice(1, 3), all.slice(0, 2)]);
    });

    it('is ordered by every choice of `orderBy` as REST orders', async () => {
      const field = getNamedType(inputOf(graph(), many, 'orderBy').getFields().field?.type);
      if (!isEnumType(field)) throw new Error(`${many} has no orders.`);
      const cases = await orderCases(
        kind,
        field.getValues().map(({ name }) => name),
        rest,
      );
      for (const { about, query, login, ids, ...others } of await ask(cases)) {
        const key = keys[about] ?? 'id';
        const documents = await rest.list(route, { ...query, _fields: `id,${key}` }, login);
        const byId = new Map(documents.map((document) => [document.id, document[key]]));
        expect(
          ids.map((id) => byId.get(id)),
          others.arguments,
        ).toEqual(documents.map((document) => document[key]));
      }
    });
  });
}

const idsIn = ({ nodes }: { nodes: { databaseId: number }[] }) => nodes.map(({ databaseId }) => databaseId);

/** An operation may have no more. */
const mostAliases = 25;

/** What documents may be equal in: which of these comes first WordPress does not say. */
const keys: Readonly<Record<string, string>> = {
  DATE: 'date',
  MODIFIED: 'modified',
  AUTHOR: 'author',
  PARENT: 'parent',
  MENU_ORDER: 'menu_order',
  COUNT: 'count',
  DESCRIPTION: 'description',
  POST: 'post',
};
