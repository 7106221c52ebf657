/**
 * What a service account has read stays with the gateways that have this account, though all that they know is in a Redis that
 * others share.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Graph, openGraph, type TestSite } from '../../support/graph.ts';
import { type Answer, list, scriptedSite } from '../../support/scripted-site.ts';
import { installRedis, type RedisServer, startRedis, until } from './redis-server.ts';

let redis: RedisServer;
beforeAll(installRedis);
beforeEach(async () => {
  redis = await startRedis();
});
const open: Graph[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((graph) => graph.close()));
  await redis.kill();
});

const account = 'editor:abcd EFGH 1234';
const authorization = `Basic ${Buffer.from(account).toString('base64')}`;
const [stored, shown] = ['<!-- wp:acme/plum {"note":"for editors"} /-->', '<p>for everybody</p>'];
const raw = /for editors|acme\/plum/;

/** A site that shows its stored text, its settings and its menus to one account. */
function siteWithEditors(): TestSite & { readonly asked: string[] } {
  const asked: string[] = [];
  const refused: Answer = { json: { code: 'rest_forbidden', message: 'No.', data: { status: 401 } }, status: 401 };
  const post = { id: 1, type: 'post', status: 'publish', slug: 'plum', title: { rendered: 'Plum' }, link: '/plum/' };
  const site = scriptedSite(({ route, query, request }) => {
    asked.push(route);
    const isEditor = request.headers.authorization === authorization;
    if (route === '/wp/v2/settings') return isEditor ? { json: { language: 'pt_PT', date_format: 'j/n' } } : refused;
    if (route === '/wp/v2/menus')
      return isEditor ? list([{ id: 5, name: 'Hidden menu', slug: 'hidden', locations: [] }]) : refused;
    if (route === '/wp/v2/menu-items') return isEditor ? list([]) : refused;
    if (route !== '/wp/v2/posts') return undefined;
    const body = { rendered: shown, protected: false };
    if (query.get('context') !== 'edit') return list([{ ...post, content: body }]);
    return isEditor ? list([{ ...post, content: { ...body, raw: stored } }]) : refused;
  });
  return { ...site, asked };
}

async function gateway(site: TestSite, serviceAccount?: string): Promise<Graph> {
  const graph = await openGraph(site, {
    settings: {
      redis: redis.url,
      freshFor: 3_600,
      ...(serviceAccount && { serviceAccount, serviceAccountOpens: 'menus,settings,blocks' }),
    },
  });
  open.push(graph);
  return graph;
}

const warm = { warm: true };
const query =
  '{ post(by: { databaseId: 1 }) { content blocks { source nodes { name attributes } } } site { language dateFormat } menus { name } }';
const ofAccount = {
  post: {
    content: shown,
    blocks: { source: 'STORED', nodes: [{ name: 'acme/plum', attributes: { note: 'for editors' } }] },
  },
  site: { language: 'pt-PT', dateFormat: 'j/n' },
  menus: [{ name: 'Hidden menu' }],
};
const ofVisitors = {
  post: {
    content: shown,
    blocks: { source: 'RENDERED', nodes: [{ name: 'core/paragraph', attributes: { content: 'for everybody' } }] },
  },
  site: { language: null, dateFormat: null },
  menus: null,
};

/** All that is in Redis, by key. */
async function held(): Promise<ReadonlyMap<string, string>> {
  const client = redis.client();
  const names = (await client.keys('*')).sort();
  return new Map(await Promise.all(names.map(async (name) => [name, (await client.get(name)) ?? ''] as const)));
}

/** Names of documents in which something stands. */
async function keysHolding(pattern: RegExp): Promise<string[]> {
  const isKept = ([name, value]: readonly [string, string]) => name.includes(':document:') && pattern.test(value);
  return [...(await held())].filter(isKept).map(([name]) => name);
}

describe('what a service account has read', () => {
  it('is known to gateways with the account, and comes out of their Redis for nobody else', async () => {
    const site = siteWithEditors();
    const first = await gateway(site, account);
    expect(await first.data(query, warm)).toEqual(ofAccount);
    const opened = /"(?:raw|language|locations)"/;
    await until('all of it to be kept', async () => (await keysHolding(opened)).length >= 3);
    const names = await keysHolding(opened);
    expect(names.map((name) => name.replace(/^.*:document:/, '')).sort()).toEqual([
      'account:/wp/v2/menus/0',
      'account:/wp/v2/posts/1',
      'account:/wp/v2/settings/0',
    ]);
    await redis.settled();

    site.asked.length = 0;
    const second = await gateway(site, account);
    expect(await second.data(query, warm)).toEqual(ofAccount);
    expect(site.asked).toEqual([]);

    for (const [who, other] of [
      ['a gateway without one', await gateway(site)],
      ['one with another, which the site does not know', await gateway(site, 'editor:wrong')],
    ] as const) {
      for (const time of ['cold', 'known'])
        expect([who, time, await other.data(query, warm)]).toEqual([who, time, ofVisitors]);
    }
    // Nor for whoever asks the gateways that have it for the stored text, anonymously or by credentials of his own.
    for (const graph of [first, second]) {
      for (const headers of [{}, { authorization: 'Basic eDp5' }]) {
        const answer = await graph.run('{ post(by: { databaseId: 1 }) { content(format: RAW) } }', {
          warm: true,
          headers,
        });
        expect(answer.data.post).toEqual({ content: null });
        expect(JSON.stringify(answer)).not.toMatch(raw);
      }
    }
  });

  it('leaves neither the account nor anything of it under the names of what visitors see', async () => {
    const site = siteWithEditors();
    const graph = await gateway(site, account);
    await graph.data(query, warm);
    await until('it to be kept', async () => (await keysHolding(/for editors/)).length > 0);
    await redis.settled();
    const [all, secrets] = [await held(), /abcd EFGH 1234|ZWRpdG9y|authorization/i];
    expect([...all].filter(([name, value]) => secrets.test(name) || secrets.test(value))).toEqual([]);
    expect(all.size).toBeGreaterThan(5);
    const telling = [...all].filter(([, value]) => raw.test(value)).map(([name]) => name);
    expect(telling).toEqual([expect.stringContaining(':document:account:')]);
  });
});
