import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readValue } from '../../../src/wordpress/schema-values.ts';
import { kindOfValue, promisedKind } from '../../../src/wordpress/value-kinds.ts';
import type { ValueSchema } from '../../../src/wordpress/value-schema.ts';
import { dirtyValues } from '../../support/dirty-values.ts';
import { type Graph, openGraph } from '../../support/graph.ts';
import { list, scriptedSite } from '../../support/scripted-site.ts';

/** A schema as a plugin writes it, ids as ACF does. */
function written(schema: ValueSchema): object {
  switch (schema.kind) {
    case 'text':
      return { type: ['string', 'null'], format: schema.format, enum: schema.values };
    case 'integer':
      return { type: 'integer', ...(schema.isSmall && { minimum: -100, maximum: 100 }) };
    case 'ids':
      return { type: ['integer', 'array', 'null'], items: { type: 'integer' }, ...(schema.isOne && { maxItems: 1 }) };
    case 'list':
      return { type: 'array', items: written(schema.items) };
    case 'object':
      return {
        type: ['object', 'null'],
        properties: Object.fromEntries(schema.members.map(({ name, value }) => [name, written(value)])),
      };
    case 'json':
      return { description: 'Whatever it is.' };
    default:
      return { type: schema.kind };
  }
}

/** What the graph gives: of objects the members that are selected. */
function given(schema: ValueSchema, value: unknown, drop: (what: string) => void): unknown {
  const read = readValue(schema, value, (promised, came) => drop(`${promisedKind(promised)}: ${kindOfValue(came)}`));
  return selected(schema, read, drop);
}

function selected(schema: ValueSchema, read: unknown, drop: (what: string) => void): unknown {
  if (read === null) return null;
  if (schema.kind === 'list') return (read as unknown[]).map((item) => selected(schema.items, item, drop));
  if (schema.kind !== 'object') return read;
  const members = read as Readonly<Record<string, unknown>>;
  return Object.fromEntries(schema.members.map(({ name, value }) => [name, given(value, members[name], drop)]));
}

function isObject(schema: ValueSchema): boolean {
  return schema.kind === 'list' ? isObject(schema.items) : schema.kind === 'object';
}

/** One property for each schema, and one document for each value. */
const schemas = [...new Map(dirtyValues.map(([, schema]) => [JSON.stringify(schema), schema])).entries()];
const nameOf = (schema: ValueSchema) => `p${schemas.findIndex(([key]) => key === JSON.stringify(schema))}`;
const documents = dirtyValues.map(([, schema, value], index) => ({ id: index + 1, [nameOf(schema)]: value }));

describe('values that are not what a site promises, through a gateway', () => {
  let graph: Graph;
  beforeAll(async () => {
    const properties = Object.fromEntries(schemas.map(([, schema]) => [nameOf(schema), written(schema)]));
    const site = scriptedSite(
      ({ route, query, request }) => {
        if (route !== '/wp/v2/posts') return undefined;
        if (request.method === 'OPTIONS') return { json: { schema: { properties } } };
        const ids = query.get('include')?.split(',').map(Number);
        return list(documents.filter(({ id }) => !ids || ids.includes(id)).slice(0, 100));
      },
      '/wp-json',
      false,
    );
    graph = await openGraph(site, { settings: { maxDocuments: 10_000 } });
  });
  afterAll(() => graph.close());

  it('are what they plainly mean, or null for themselves alone, with no error, and each that is dropped is traced', async () => {
    const fields = schemas.map(([, schema]) => `${nameOf(schema)}${isObject(schema) ? ' { a }' : ''}`).join(' ');
    const seen: unknown[] = [];
    const expected: unknown[] = [];
    for (let first = 0; first < documents.length; first += 50) {
      const rows = dirtyValues.slice(first, first + 50);
      const ids = rows.map((_, index) => first + index + 1);
      const query = `{ posts(first: 50, where: { include: [${ids}] }, orderBy: { field: INCLUDE }) { nodes { databaseId ${fields} } } }`;
      const { data, errors, extensions } = (await graph.run(query, {
        headers: { 'x-pressgraph-trace': '1' },
      })) as never as {
        data: { posts: { nodes: Record<string, unknown>[] } };
        errors?: unknown;
        extensions: { pressgraph: { dropped: { property: string; promised: string; came: string; count: number }[] } };
      };
      expect(errors).toBeUndefined();
      const drops = new Map<string, number>();
      rows.forEach(([what, schema, value], index) => {
        const node = data.posts.nodes.find(({ databaseId }) => databaseId === first + index + 1);
        const name = nameOf(schema);
        seen.push([what, value, node?.[name]]);
        const promised = given(schema, JSON.parse(JSON.stringify({ value })).value, (drop) => {
          const path = `${name}${drop.startsWith('a whole') && isObject(schema) ? '.a' : ''}: ${drop}`;
          drops.set(path, (drops.get(path) ?? 0) + 1);
        });
        expected.push([what, value, promised]);
      });
      const traced = extensions.pressgraph.dropped.map(({ property, promised, came, count }) => [
        `${property}: ${promised}: ${came}`,
        count,
      ]);
      expect(traced.sort()).toEqual([...drops].sort());
    }
    expect(seen).toEqual(expected);
  });

  it('are there as they came for who wants to see', async () => {
    const rest = schemas.map(([, schema]) => `${nameOf(schema)}: rest(property: "${nameOf(schema)}")`).join(' ');
    const seen: unknown[] = [];
    for (let first = 0; first < documents.length; first += 50) {
      const ids = documents.slice(first, first + 50).map(({ id }) => id);
      const where = `where: { include: [${ids}] }, orderBy: { field: INCLUDE }`;
      const { posts } = await graph.data(`{ posts(first: 50, ${where}) { nodes { ${rest} } } }`);
      seen.push(...posts.nodes);
    }
    const properties = schemas.map(([, schema]) => nameOf(schema));
    const whole = documents.map((document) =>
      Object.fromEntries(properties.map((name) => [name, (document as Record<string, unknown>)[name] ?? null])),
    );
    expect(seen).toEqual(JSON.parse(JSON.stringify(whole)));
  });
});
