import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, openGraph } from '../support/graph.ts';
import { scriptedSite } from '../support/scripted-site.ts';

/** The audits of the GraphQL over HTTP specification, written by others. */
describe('GraphQL over HTTP', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await openGraph(scriptedSite());
  });
  afterAll(() => graph.close());

  const audits = serverAudits({
    url: 'http://gateway.test/graphql',
    fetchFn: (url: string, init?: RequestInit) => graph.fetch(new Request(url, init)),
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s: %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    if (result.status !== 'ok') expect(`${result.status}: ${result.reason}`).toBe('ok');
  });
});
