import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSampleSite, serveSampleSite } from '../../../src/sample/sample-site.ts';
import { version } from '../../../src/version.ts';
import { type App, startApp } from '../../support/app.ts';
import { builtApp } from './built-app.ts';

const examples = fileURLToPath(new URL('../../../examples', import.meta.url));
const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

const apps = [
  ['astro', () => ['dist/server/entry.mjs']],
  ['next', (port: number) => ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1']],
] as const;

describe.each(apps)('the app of %s', (name, start) => {
  let site: ServedSampleSite;
  let app: App;

  beforeAll(async () => {
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    app = await startApp({ folder: await builtApp(name), start, env: { WORDPRESS_URL: site.url } });
  });
  afterAll(async () => {
    await app?.stop();
    await site?.close();
  });

  const post = (query: string) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  it('is locked to the package as it is', () => {
    const lock = JSON.parse(readFileSync(join(examples, name, 'package-lock.json'), 'utf8'));
    const locked = lock.packages['node_modules/pressgraph'];
    expect(locked).toMatchObject({ version, dependencies: manifest.dependencies });
    // It is packed anew each time.
    expect(locked.integrity).toBeUndefined();
  });

  it('answers what is posted, and what is asked in the address', async () => {
    const posted = await post('{ posts(first: 1) { totalCount nodes { title(format: TEXT) } } }');
    expect(posted.headers.get('content-type')).toMatch(/json/);
    expect(await posted.json()).toEqual({
      data: { posts: { totalCount: 60, nodes: [{ title: 'October’s last plum — & what to do with it' }] } },
    });
    for (const _again of [1, 2]) {
      const asked = await fetch(`${app.url}/graphql?query=${encodeURIComponent('{ site { name } }')}`);
      expect(asked.headers.get('etag')).toBeTruthy();
      expect(await asked.json()).toEqual({ data: { site: { name: expect.stringMatching(/\w/) } } });
    }
  });

  it('shows posts in a page that its server makes', async () => {
    const page = await (await fetch(app.url)).text();
    expect(page).toContain('October’s last plum — &amp; what to do with it');
    expect(page).toContain('Yannis Karellas');
  });

  it('has GraphiQL, with its script, style and workers', async () => {
    const page = await (await fetch(`${app.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<title>pressgraph</title>');
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => String(address));
    const start = await (await fetch(new URL('?graphiql=start.js', `${app.url}/graphql`))).text();
    addresses.push(...[...start.matchAll(/"(\?graphiql=[^"]*)"/g)].map(([, address]) => String(address)));
    expect(addresses).toHaveLength(7);
    for (const address of addresses) {
      const file = await fetch(new URL(address, `${app.url}/graphql`));
      expect([
        file.status,
        address.endsWith('.js') === /javascript/.test(file.headers.get('content-type') ?? ''),
      ]).toEqual([200, true]);
      expect((await file.text()).length).toBeGreaterThan(address.endsWith('.svg') ? 100 : 300);
    }
  });

  it('says what is wrong with a query as the command does', async () => {
    const answer = await post('{ posts { nodes { titel } } }');
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    const broken = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('complains of nothing', () => {
    expect(app.output()).not.toMatch(/warn|error/i);
  });
});
