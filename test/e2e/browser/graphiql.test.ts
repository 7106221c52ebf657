import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../../src/gateway.ts';
import { type ServedSampleSite, serveSampleSite } from '../../../src/sample/sample-site.ts';
import { type ListeningServer, listen } from '../../../src/server/http/listen.ts';
import { chromiumPath } from './global-setup.ts';

/** As a newcomer sees it: the page opens, its example answers, the documentation explains it. */
describe('GraphiQL in a browser', () => {
  let site: ServedSampleSite;
  let gateway: Gateway;
  let server: ListeningServer;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    gateway = await createGateway({ site: site.url });
    server = await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 });
    // A browser of its own looks for nobody: neither updates nor anything else from outside.
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
    browser = await chromium.launch({
      executablePath: chromiumPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
    });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.url}/graphql`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await gateway?.close();
    await site?.close();
  });

  const look = (name: string) => {
    mkdirSync('.cache/browser', { recursive: true });
    return page.screenshot({ path: `.cache/browser/${name}.png` });
  };

  it('has an example query in place, which answers at once', async () => {
    await page.waitForSelector('.graphiql-query-editor .view-line');
    await page.click('.graphiql-execute-button');
    const result = page.locator('.result-window');
    await result.getByText('totalCount').first().waitFor();
    await result.getByText('October’s last plum').first().waitFor();
    expect(await result.textContent()).not.toContain('"errors"');
    await look('result');
  });

  it('explains the graph in its documentation panel', async () => {
    await page
      .getByRole('button', { name: /documentation explorer/i })
      .first()
      .click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByText('Query', { exact: true }).first().click();
    await docs.getByText('posts', { exact: true }).first().waitFor();
    await docs.getByText('All Post documents that the viewer may see').waitFor();
    await docs.getByText('PostConnection', { exact: true }).first().click();
    await docs.getByText('A page of Post documents.').waitFor();
    await docs.getByText('Post', { exact: true }).first().click();
    await docs.getByText('A post: a dated entry of the site.').waitFor();
    await look('docs');
  });

  it('runs by its keys, and is there again when the page is loaded again after an edit', async () => {
    await page.locator('.graphiql-query-editor').getByText('totalCount').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' __typename');
    await page.waitForURL(/__typename/);
    await page.reload();
    await page.locator('.graphiql-query-editor').getByText('__typename').waitFor();
    await page.locator('.graphiql-query-editor').getByText('LatestPosts').click();
    await page.keyboard.press('Control+Enter');
    await page.locator('.result-window').getByText('PostConnection').first().waitFor();
  });

  it('asks nobody but the gateway, and complains of nothing', () => {
    expect(asked.filter((url) => !url.startsWith(`${server.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.some((url) => url.includes('worker'))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
