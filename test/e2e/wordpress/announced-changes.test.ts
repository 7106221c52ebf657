import { createHmac } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createGateway, type Gateway } from '../../../src/gateway.ts';
import { type ListeningServer, listen } from '../../../src/server/http/listen.ts';

/** What the must-use plugin of the package tells of what an editor does, and that a gateway believes it. */
const sites = inject('wordpressSites').filter(({ name }) => name.startsWith('magazine'));
const secret = 'of these tests, and of some length';

interface Announced {
  readonly type: string;
  readonly id: number;
}

describe.each(sites.map((site) => [site.name, site] as const))('announcements of %s', (_name, site) => {
  const plugins = join(site.uploads, '..', 'mu-plugins');
  const files = ['0-pressgraph-settings.php', 'pressgraph.php'].map((name) => join(plugins, name));
  const [login, user] = Object.entries(site.users).find(([, { role }]) => role === 'administrator') ?? [];
  const authorization = `Basic ${Buffer.from(`${login}:${user?.applicationPassword}`).toString('base64')}`;
  const created: string[] = [];
  let announced: Announced[] = [];
  let refused = 0;
  let webhook: Server;
  let gateway: Gateway;
  let server: ListeningServer;

  /** Takes announcements as a gateway does that believes nothing unsigned. */
  function listenForAnnouncements(): Promise<Server> {
    const listening = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      const time = request.headers['x-pressgraph-timestamp'];
      const signature = `sha256=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
      if (request.headers['x-pressgraph-signature'] === signature) announced.push(...(JSON.parse(body) as Announced[]));
      else refused++;
      response.writeHead(202).end();
    });
    return new Promise((resolve) => listening.listen(0, '127.0.0.1', () => resolve(listening)));
  }

  beforeAll(async () => {
    webhook = await listenForAnnouncements();
    gateway = await createGateway({
      site: site.url,
      settings: { webhookSecret: secret, pollInterval: 0, freshFor: 3_600, staleFor: 3_600 },
    });
    server = await listen(gateway, { port: 0 });
    mkdirSync(plugins, { recursive: true });
    const webhooks = [`${server.url}/webhook`, `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/`];
    const [settings = '', plugin = ''] = files;
    writeFileSync(
      settings,
      `<?php
define( 'PRESSGRAPH_WEBHOOK', array( ${webhooks.map((address) => `'${address}'`).join(', ')} ) );
define( 'PRESSGRAPH_WEBHOOK_SECRET', '${secret}' );
`,
    );
    copyFileSync(fileURLToPath(new URL('../../../examples/wordpress/pressgraph.php', import.meta.url)), plugin);
  });
  afterAll(async () => {
    for (const path of created)
      await write('DELETE', `${path}${path.startsWith('/media') ? '?' : '?reassign=1&'}force=true`);
    for (const file of files) rmSync(file, { force: true });
    await server.close();
    await gateway.close();
    webhook.close();
    webhook.closeAllConnections();
  });

  async function write(method: string, path: string, body?: object | Buffer): Promise<{ id: number }> {
    const isFile = Buffer.isBuffer(body);
    const response = await fetch(`${site.restRoot}/wp/v2${path}`, {
      method,
      headers: {
        authorization,
        'content-type': isFile ? 'image/gif' : 'application/json',
        ...(isFile && { 'content-disposition': 'attachment; filename="dot.gif"' }),
      },
      ...(body && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    if (!response.ok && ![404, 410].includes(response.status))
      throw new Error(`${method} ${path}: ${await response.text()}`);
    return (await response.json()) as { id: number };
  }

  /** What is announced of a change, once all that is expected is there. */
  async function told<Result>(
    change: () => Promise<Result>,
    expected: (result: Result) => Announced[],
  ): Promise<Result> {
    announced = [];
    const result = await change();
    const names = () => announced.map(({ type, id }) => `${type} ${id}`);
    const wanted = expected(result).map(({ type, id }) => `${type} ${id}`);
    await vi.waitFor(() => expect(names()).toEqual(expect.arrayContaining(wanted)), { timeout: 5_000, interval: 20 });
    expect(refused).toBe(0);
    expect(new Set(names()).size).toBe(names().length);
    return result;
  }

  async function make(path: string, body: object | Buffer, expected: (made: { id: number }) => Announced[]) {
    const made = await told(() => write('POST', path, body), expected);
    if (!created.includes(`${path}/${made.id}`) && !/\d$/.test(path)) created.unshift(`${path}/${made.id}`);
    return made;
  }

  const kinds = () => [...new Set(announced.map(({ type }) => type))].sort();

  it('name a post that is published, edited, given terms, trashed and deleted, and no revision of it', async () => {
    const post = (made: { id: number }): Announced[] => [{ type: 'post', id: made.id }];
    const { id: category } = await make('/categories', { name: 'Weather' }, (made) => [
      { type: 'category', id: made.id },
    ]);
    const { id } = await make('/posts', { title: 'Stop press', status: 'publish', content: 'x' }, post);
    await make(`/posts/${id}`, { title: 'Stop the press', content: 'y' }, post);
    expect(kinds()).not.toContain('revision');
    await make(`/posts/${id}`, { categories: [category] }, (made) => [
      ...post(made),
      { type: 'category', id: category },
    ]);
    await told(
      () => write('DELETE', `/posts/${id}`),
      () => [...post({ id }), { type: 'category', id: category }],
    );
    await told(
      () => write('DELETE', `/posts/${id}?force=true`),
      () => post({ id }),
    );
    expect(kinds()).not.toContain('revision');
  });

  it('name a page, and media with what is said of them', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const { id: image } = await make('/media', gif, (made) => [{ type: 'attachment', id: made.id }]);
    await make(`/media/${image}`, { alt_text: 'A dot' }, () => [{ type: 'attachment', id: image }]);
    const { id: page } = await make('/pages', { title: 'Tides', status: 'publish' }, (made) => [
      { type: 'page', id: made.id },
    ]);
    await make(`/pages/${page}`, { featured_media: image }, () => [{ type: 'page', id: page }]);
    await told(
      () => write('DELETE', `/media/${image}?force=true`),
      () => [{ type: 'attachment', id: image }],
    );
  });

  it('name terms that are made, renamed and removed', async () => {
    const { id } = await make('/tags', { name: 'Sea smoke' }, (made) => [{ type: 'post_tag', id: made.id }]);
    await make(`/tags/${id}`, { name: 'Arctic sea smoke' }, () => [{ type: 'post_tag', id }]);
    await told(
      () => write('DELETE', `/tags/${id}?force=true`),
      () => [{ type: 'post_tag', id }],
    );
    expect(kinds()).toEqual(['post_tag']);
  });

  it('name users that come, change and go', async () => {
    const someone = { username: 'newcomer', email: 'newcomer@example.org', password: 'of one test', roles: ['author'] };
    const { id } = await make('/users', someone, (made) => [{ type: 'user', id: made.id }]);
    await make(`/users/${id}`, { description: 'Writes of rain.' }, () => [{ type: 'user', id }]);
    await told(
      () => write('DELETE', `/users/${id}?force=true&reassign=1`),
      () => [{ type: 'user', id }],
    );
  });

  it('name comments once they can be seen, with the post that counts them', async () => {
    const { id: post } = await make('/posts', { title: 'Ask us', status: 'publish' }, (made) => [
      { type: 'post', id: made.id },
    ]);
    const comment = (made: { id: number }): Announced[] => [{ type: 'comment', id: made.id }];
    const { id: held } = await write('POST', '/comments', { post, content: 'Why?', status: 'hold' });
    const { id } = await make('/comments', { post, content: 'Because.' }, comment);
    expect(announced).not.toContainEqual(expect.objectContaining({ type: 'comment', id: held }));
    await make(`/comments/${id}`, { content: 'Because of that.' }, comment);
    await make(`/comments/${held}`, { status: 'approved' }, comment);
    for (const each of [id, held]) {
      await told(
        () => write('DELETE', `/comments/${each}?force=true`),
        () => comment({ id: each }),
      );
    }
  });

  it('have a gateway serve what is new, which looks for nothing by itself', async () => {
    const titleOf = async (id: number): Promise<string | undefined> => {
      const query = `{ post(by: { databaseId: ${id} }) { title } }`;
      const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
      const { data } = (await response.json()) as { data: { post: { title: string } | null } };
      return data.post?.title;
    };
    const soon = (id: number, title: string | undefined) =>
      vi.waitFor(async () => expect(await titleOf(id)).toBe(title), { timeout: 5_000, interval: 50 });
    const { id } = await write('POST', '/posts', { title: 'Low tide', status: 'publish' });
    created.unshift(`/posts/${id}`);
    await soon(id, 'Low tide');
    await write('POST', `/posts/${id}`, { title: 'High tide' });
    await soon(id, 'High tide');
    await write('DELETE', `/posts/${id}?force=true`);
    await soon(id, undefined);
  });
});

describe('without its settings', () => {
  it.each(sites.map((site) => [site.name, site] as const))('%s serves as before', async (_name, site) => {
    const plugin = join(site.uploads, '..', 'mu-plugins', 'pressgraph.php');
    copyFileSync(fileURLToPath(new URL('../../../examples/wordpress/pressgraph.php', import.meta.url)), plugin);
    try {
      const response = await fetch(`${site.restRoot}/wp/v2/posts?per_page=1`);
      expect([response.status, ((await response.json()) as unknown[]).length]).toEqual([200, 1]);
    } finally {
      rmSync(plugin, { force: true });
    }
  });
});
