import { readFileSync } from 'node:fs';
import { decodeHTML } from 'entities';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import { type Graph, openGraph } from '../support/graph.ts';
import { pairs, rows } from './pairs.ts';

const recorded: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(new URL('../fixtures/wpgraphql-answers.json', import.meta.url), 'utf8'),
);

/** The values of an answer, in its order, whatever stands around them. */
function valuesOf(answer: unknown): unknown[] {
  if (typeof answer === 'object' && answer !== null) return Object.values(answer).flatMap(valuesOf);
  return [typeof answer === 'string' ? plain(answer) : answer];
}

/** Both write the same text in ways of their own: entities, the encoding of slugs, what parts and ends times. */
function plain(text: string): string {
  const decoded = decodeHTML(text).trim();
  return (/^[\w%-]+$/.test(decoded) ? decodeURIComponent(decoded) : decoded)
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:\d\d:\d\d$)/, '$1T')
    .replace(/(:\d\d)\.000Z$/, '$1');
}

describe('what moves from WPGraphQL', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(await createSampleSite('http://magazine.test'));
  });
  afterAll(() => graph.close());

  it('is a pair of queries in each row, answered by the plugin itself', () => {
    expect(pairs).toHaveLength(rows);
    expect(pairs.map(({ wpgraphql }) => wpgraphql)).toEqual(Object.keys(recorded));
    expect(new Set(pairs.map(({ wpgraphql }) => wpgraphql)).size).toBe(pairs.length);
  });

  it.each(pairs)('has the same values: $pressgraph', async ({ wpgraphql, pressgraph }) => {
    const wanted = valuesOf(recorded[wpgraphql]);
    expect(wanted.filter((value) => value !== null && value !== '').length).toBeGreaterThan(0);
    expect(valuesOf(await graph.data(pressgraph))).toEqual(wanted);
  });
});
