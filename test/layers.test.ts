import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Observer } from '../src/observer.ts';
import { type Graph, openGraph } from './support/graph.ts';
import { list, type Script, scriptedSite, text } from './support/scripted-site.ts';

const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
});

const upstreamHeaders = { 'X-Gate': 'hunter2' };

/** A gateway with headers of its own, and all that it tells anybody. */
async function gated(script: Script, headers: Readonly<Record<string, string>> = upstreamHeaders) {
  const seen: Readonly<Record<string, string>>[] = [];
  const told: string[] = [];
  const write = (line: string) => void told.push(line);
  const observer: Observer = { request: (event) => write(JSON.stringify(event)) };
  const site = scriptedSite((place) => {
    seen.push(place.request.headers);
    return script(place);
  });
  const logger = pino({ level: 'trace' }, { write });
  const settings = { upstreamHeaders: headers };
  const graph = await openGraph(site, { settings, logger, observer });
  open.push(graph);
  return { graph, seen, told };
}

const behindGate: Script = ({ route, request }) => {
  if (request.headers['x-gate'] !== 'hunter2') return text('<h1>Staging</h1>', 401);
  return route === '/wp/v2/posts' ? list([{ id: 1, slug: 'a', author: 3 }]) : undefined;
};

describe('headers for the site', () => {
  it('go along with every request: at the start, for a client, and for a look', async () => {
    const { graph, seen } = await gated(behindGate);
    expect(await graph.data('{ posts { nodes { databaseId } } }')).toEqual({ posts: { nodes: [{ databaseId: 1 }] } });
    await graph.look();
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen.map((headers) => headers['x-gate']))).toEqual(new Set(['hunter2']));
    expect(new Set(seen.map((headers) => headers['user-agent']))).toEqual(
      new Set([expect.stringMatching(/^pressgraph\//)]),
    );
  });

  it('leave the Authorization of a client as it is', async () => {
    const { graph, seen } = await gated(behindGate);
    const before = seen.length;
    await graph.data('{ posts { nodes { databaseId } } }', { headers: { authorization: 'Basic client' } });
    const asked = seen.slice(before);
    expect(asked.map((headers) => [headers.authorization, headers['x-gate']])).toEqual([['Basic client', 'hunter2']]);
  });

  it('with an Authorization let no client bring one: that is an error of each field, and nothing is asked', async () => {
    const { graph, seen } = await gated(({ route }) => (route === '/wp/v2/posts' ? list([]) : undefined), {
      Authorization: 'Basic hunter2',
    });
    const before = seen.length;
    const headers = { authorization: 'Basic client' };
    const { errors } = await graph.run('{ posts { nodes { databaseId } } post(by: { databaseId: 1 }) { slug } }', {
      headers,
    });
    expect(errors).toMatchObject([
      { path: ['posts'], extensions: { code: 'FORBIDDEN', route: '/wp/v2/posts' } },
      { path: ['post'], extensions: { code: 'FORBIDDEN', route: '/wp/v2/posts' } },
    ]);
    expect(seen.length).toBe(before);
    expect(await graph.data('{ posts { nodes { databaseId } } }')).toEqual({ posts: { nodes: [] } });
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set(['Basic hunter2']));
  });

  it('are in nothing that anybody is told', async () => {
    const { graph, told } = await gated((place) =>
      place.route === '/wp/v2/tags' && place.query.has('search') ? text('<html>', 500) : behindGate(place),
    );
    const headers = { 'x-pressgraph-trace': '1' };
    const query = '{ posts { nodes { databaseId } } tags(where: { search: "x" }) { nodes { name } } }';
    const answer = await graph.run(query, { headers });
    expect(answer.errors).toHaveLength(1);
    expect(told.length).toBeGreaterThan(5);
    expect(JSON.stringify([answer, told])).not.toContain('hunter2');
  });
});
