// Connections of every document: what belongs to it as REST tells, in pages, orders and by filters.

import { type GraphQLField, getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../../support/graph.ts';
import type { RestReader } from '../rest-reader.ts';
import { belonging, type Connected, connections, ownerOf } from './connection-cases.ts';

const page = `totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  nodes { databaseId } edges { cursor node { databaseId } }`;

interface Page {
  readonly totalCount: number;
  readonly pageInfo: Readonly<Record<string, unknown>>;
  readonly nodes: readonly { readonly databaseId: number }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly databaseId: number } }[];
}

const idsIn = ({ nodes }: Pick<Page, 'nodes'>) => nodes.map(({ databaseId }) => databaseId);

function fieldOf(graph: Graph, { on, field }: Connected): GraphQLField<unknown, unknown> {
  const type = graph.schema.getType(on);
  const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  if (!found) throw new Error(`${on} has no ${field}.`);
  return found;
}

/** The orders of a connection that need no filter. */
function ordersOf(field: GraphQLField<unknown, unknown>): string[] {
  const input = field.args.find(({ name }) => name === 'orderBy');
  const type = input && getNamedType(input.type);
  const choices = isInputObjectType(type) ? getNamedType(type.getFields().field?.type) : undefined;
  return isEnumType(choices) ? choices.getValues().map(({ name }) => name) : [];
}

const keys: Readonly<Record<string, string>> = {
  DATE: 'date',
  MODIFIED: 'modified',
  AUTHOR: 'author',
  PARENT: 'parent',
  MENU_ORDER: 'menu_order',
  POST: 'post',
};

export function connectionsSuite(graph: () => Graph, rest: RestReader): void {
  describe.each(connections)('$on.$field of a $owner.one', (connected) => {
    const { on, owner, field } = connected;

    const ask = async (id: number, lists: Readonly<Record<string, string>>) => {
      const aliases = Object.entries(lists).map(([alias, asked]) => `${alias}: ${field}${asked}`);
      const fields = on === owner.type ? aliases.join(' ') : `... on ${on} { ${aliases.join(' ')} }`;
      const data = await graph().data(`{ owner: ${owner.one}(by: { databaseId: ${id} }) { ${fields} } }`);
      return data.owner as Record<string, Page>;
    };

    it('is what REST gives, and each page a part of it', async () => {
      const { id } = await ownerOf(connected, rest);
      const documents = await belonging(connected, id, {}, rest);
      const takesOffset = fieldOf(graph(), connected).args.some(({ name }) => name === 'offset');
      const { all, first, last, behind } = await ask(id, {
        all: `(first: 100) { ${page} }`,
        first: `(first: 1) { ${page} }`,
        last: `(last: 1) { ${page} }`,
        ...(takesOffset && { behind: `(first: 2, offset: 1) { ${page} }` }),
      });
      const ids = idsIn(all as Page);
      const key = all?.nodes.length === 0 || connected.order?.orderby === 'name' ? 'id' : (keyOf(connected) ?? 'id');
      const byId = new Map(documents.map((document) => [document.id, document[key]]));
      expect(ids.map((each) => byId.get(each))).toEqual(documents.slice(0, 100).map((document) => document[key]));
      expect(all?.edges.map(({ node }) => node.databaseId)).toEqual(ids);
      expect(all?.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: (all?.totalCount ?? 0) > 100 });
      expect(idsIn(first as Page)).toEqual(ids.slice(0, 1));
      expect(first?.pageInfo.hasNextPage).toBe(ids.length > 1);
      if ((all?.totalCount ?? 0) <= 100) {
        expect(all?.totalCount).toBe(documents.length);
        expect(idsIn(last as Page)).toEqual(ids.slice(-1));
      }
      if (takesOffset) expect(idsIn(behind as Page)).toEqual(ids.slice(1, 3));
      const [one, , three] = all?.edges ?? [];
      const [after, before] = [JSON.stringify(one?.cursor ?? null), JSON.stringify(three?.cursor ?? null)];
      const further = await ask(id, {
        after: `(first: 2, after: ${after}) { ${page} }`,
        before: `(last: 2, before: ${before}) { ${page} }`,
      });
      expect(idsIn(further.after as Page)).toEqual(one ? ids.slice(1, 3) : []);
      if (three) expect(idsIn(further.before as Page)).toEqual(ids.slice(0, 2));
    });

    it('is narrowed and ordered as REST does', async () => {
      const { id } = await ownerOf(connected, rest);
      const documents = await belonging(connected, id, {}, rest);
      const { args } = fieldOf(graph(), connected);
      const [one, other] = documents.map((document) => document.id);
      const some = [one ?? 1, other ?? 2];
      const slugs = await slugsOf(some);
      const needs: Readonly<Record<string, [string, Record<string, string | number[] | string[]>]>> = {
        INCLUDE: [`include: ${JSON.stringify(some)}`, { include: some }],
        SLUGS: [`slugs: ${JSON.stringify(slugs)}`, { slug: slugs }],
        RELEVANCE: ['search: "the"', { search: 'the' }],
      };
      const cases = [
        ...(args.some(({ name }) => name === 'where')
          ? [{ asked: `where: { exclude: [${some[0]}] }`, query: { exclude: some[0] as number }, key: 'id' }]
          : []),
        ...ordersOf(fieldOf(graph(), connected)).map((order) => {
          const [where, query] = needs[order] ?? [];
          const orderby = order === 'SLUGS' ? 'include_slugs' : order.toLowerCase();
          return {
            asked: `orderBy: { field: ${order}, direction: ASC }${where ? ` where: { ${where} }` : ''}`,
            query: { orderby, order: 'asc', ...query },
            key: keys[order] ?? 'id',
          };
        }),
        ...Object.entries(connected.more ?? {}).map(([asked, query]) => ({ asked, query: query(id), key: 'date' })),
      ];
      if (cases.length === 0) return;
      const found = await ask(
        id,
        Object.fromEntries(
          cases.map(({ asked }, index) => [`_${index}`, `(first: 100, ${asked}) { nodes { databaseId } }`]),
        ),
      );
      for (const [index, { asked, query, key }] of cases.entries()) {
        const expected = await belonging(connected, id, query, rest);
        const inOrder = connected.of.length === 1 ? expected : mixed(expected, key, asked.includes('ASC'));
        const byId = new Map(expected.map((document) => [document.id, document[key]]));
        expect(
          idsIn(found[`_${index}`] as Page).map((each) => byId.get(each)),
          asked,
        ).toEqual(inOrder.map((document) => document[key]).slice(0, 100));
      }
    });

    async function slugsOf(ids: readonly number[]): Promise<string[]> {
      const [kind] = connected.of;
      if (!kind || kind.family === 'comment') return [];
      const named = await rest.list(kind.route, { include: ids, _fields: 'id,slug', orderby: 'include' });
      return named.length > 0 ? named.map(({ slug }) => String(slug)) : ['nothing'];
    }
  });
}

/** By what a connection is ordered when nothing is said. */
function keyOf({ order }: Connected): string | undefined {
  return order?.orderby === 'menu_order' ? 'menu_order' : 'date';
}

function mixed<Document extends Readonly<Record<string, unknown>>>(
  documents: readonly Document[],
  key: string,
  up: boolean,
) {
  const sorted = [...documents].sort((one, other) => (String(one[key]) < String(other[key]) ? -1 : 1));
  return up ? sorted : sorted.reverse();
}
