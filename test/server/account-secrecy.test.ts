import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privileges, privilegesIn } from '../../src/privileges.ts';
import { sampleAccount } from '../../src/sample/account.ts';
import { createSampleSite } from '../../src/sample/sample-site.ts';
import type { UpstreamRequest, UpstreamResponse } from '../../src/wordpress/http/send.ts';
import { randomOperation } from '../fuzz/operations.ts';
import { Pools } from '../fuzz/pools.ts';
import { randomFrom } from '../fuzz/random.ts';
import { type Graph, openGraph } from '../support/graph.ts';

/** Stands in all that the site shows to the account beyond what the privileges name. */
const marker = 'only-for-editors';
const authorization = `Basic ${Buffer.from(sampleAccount).toString('base64')}`;
const secrets = [marker, authorization.slice('Basic '.length), ...sampleAccount.split(':').slice(1)];
/** Somebody else's. */
const viewer = 'Basic Zm9vOmJhcg==';
const opens = 'menus,settings,blocks,block-types';

/** Requests with the account's credentials that no privilege names. */
const strays: string[] = [];
/** What it has asked for. */
const asked = { byAccount: new Set<string>() };

/** What a site shows that heeds no `_fields`, and lists to its editors what is not published, too. */
function told(request: UpstreamRequest, answer: UpstreamResponse): UpstreamResponse {
  if (answer.status !== 200) return answer;
  const { pathname } = new URL(request.url);
  const body: unknown = JSON.parse(new TextDecoder().decode(answer.body));
  const more = (row: unknown) => ({
    email: `${marker}@site.test`,
    password: marker,
    title: { rendered: `${marker} title`, raw: marker },
    excerpt: { raw: marker, rendered: marker },
    meta: { secret: marker },
    slug: marker,
    link: `https://${marker}.test/`,
    ...(row as object),
  });
  const isContent = !['menus', 'menu-items', 'settings', 'block-types'].some((name) => pathname.endsWith(`/${name}`));
  const draft = (row: object) => ({ ...more(row), status: 'draft', content: { raw: marker, protected: false } });
  const changed = Array.isArray(body)
    ? body.map((row: object, at) => (isContent && at % 3 === 1 ? draft(row) : more(row)))
    : more(body);
  return { ...answer, body: new TextEncoder().encode(JSON.stringify(changed)) };
}

function isNamed({ method, url, headers }: UpstreamRequest): boolean {
  const { origin, pathname, searchParams } = new URL(url);
  if (method !== 'GET' || origin !== 'https://sample.test' || !pathname.startsWith('/wp-json/')) return false;
  if (Object.keys(headers).some((name) => name.toLowerCase() === 'cookie')) return false;
  const fields = searchParams.get('_fields')?.split(',') ?? ['everything'];
  return [...privilegesIn(opens)].some((name) => {
    const { routes, ...opening } = privileges[name];
    const whole = Object.entries(routes).find(([route]) => pathname === `/wp-json${route}`);
    if (whole) return String(searchParams.get('_fields')) === String((whole[1] as { _fields?: string })._fields);
    const properties = 'properties' in opening ? (opening.properties as readonly string[]) : [];
    return searchParams.get('context') === 'edit' && fields.every((field) => properties.includes(field));
  });
}

let graph: Graph;
let logged = '';

beforeAll(async () => {
  const sample = await createSampleSite('https://sample.test');
  const logger = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        logged += String(chunk);
        done();
      },
    }),
  );
  const site = {
    url: sample.url,
    async send(request: UpstreamRequest) {
      const who = request.headers.authorization;
      const { pathname } = new URL(request.url);
      if (who === authorization) {
        asked.byAccount.add(pathname);
        if (!isNamed(request)) strays.push(`${request.method} ${request.url}`);
        return told(request, await sample.send(request));
      }
      return sample.send(request);
    },
  };
  const settings = { serviceAccount: sampleAccount, serviceAccountOpens: opens };
  graph = await openGraph(site, { settings, logger });
});
afterAll(() => graph.close());

/** All that a client is given, and what of it is data. */
async function ask(query: string, variables: unknown, headers: Readonly<Record<string, string>> = {}) {
  const answer = await graph.fetch(
    new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-pressgraph-trace': '1', ...headers },
      body: JSON.stringify({ query, variables }),
    }),
  );
  const body = await answer.text();
  return { text: JSON.stringify([...answer.headers]) + body, data: (JSON.parse(body) as { data?: unknown }).data };
}

/** The first secret in a text, with what stands around it. */
function secretIn(text: string): string | undefined {
  const secret = secrets.find((each) => text.includes(each));
  if (secret === undefined) return undefined;
  const at = text.indexOf(secret);
  return text.slice(Math.max(0, at - 200), at + 60);
}

describe('what only the service account may see', () => {
  it('is in no answer, no error, no trace and no line of the log, whoever asks for whatever', async () => {
    const pools = new Pools();
    const roots = ['posts', 'resolve', 'menus', 'menu', 'site', 'contents', 'node', 'nodeByUri', 'search', 'page'];
    const found: string[] = [];
    for (let step = 0; step < 150; step++) {
      const random = randomFrom(1_000 + step);
      const { query, variables } = randomOperation(graph.schema, random, pools, { odd: 0.1, composites: 6, roots });
      const own = random.chance(0.2) ? { authorization: viewer } : {};
      const { text, data } = await ask(query, variables, own);
      const secret = secretIn(text);
      if (secret) found.push(`${secret} for ${query}`);
      pools.learn(data);
      if (random.chance(0.1)) graph.purge();
    }
    expect(found).toEqual([]);
    expect(secretIn(logged)).toBeUndefined();
    expect(strays).toEqual([]);
  });

  it('has been asked for, and by nobody else with its credentials', async () => {
    await ask(
      `{ posts(first: 20) { nodes { blocks { source nodes { name attributes html } } content(format: RAW) } }
         menus { name items(flat: true) { label node { id ... on Content { title } } } } site { language } }`,
      {},
    );
    for (const name of ['menus', 'menu-items', 'settings', 'posts'])
      expect(asked.byAccount).toContain(`/wp-json/wp/v2/${name}`);
    expect(strays).toEqual([]);
  });

  it('is no property of documents that the account has read', async () => {
    graph.purge();
    const blocks = '{ posts(first: 20) { nodes { databaseId blocks { source nodes { name } } } } }';
    const before = await ask(blocks, {});
    const { data } = await ask(
      `{ posts(first: 20) { nodes {
         blocks { source } rest(property: "content") raw: rest(property: "content.raw") password: rest(property: "password")
         status: rest(property: "status") title(format: RAW) excerpt(format: RAW) meta } } }`,
      {},
    );
    expect(JSON.stringify(before.data)).toContain('STORED');
    // Every third is a draft to the account: what visitors see of it are its published blocks.
    expect(JSON.stringify(before.data)).toContain('RENDERED');
    expect(secretIn(JSON.stringify(data))).toBeUndefined();
    expect(JSON.stringify(data)).not.toContain('<!-- wp:');
  });
});
