import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedGraphiql, openGraphiql } from './opened-graphiql.ts';

/** As a newcomer sees it: the page opens, its example answers, the documentation explains it. */
describe('GraphiQL in a browser', () => {
  let graphiql: OpenedGraphiql;
  let page: Page;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    graphiql = await openGraphiql();
    page = await graphiql.browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(graphiql.url);
  });

  afterAll(() => graphiql?.close());

  it('has an example query in place, which answers at once', async () => {
    await page.waitForSelector('.graphiql-query-editor .view-line');
    await page.click('.graphiql-execute-button');
    const result = page.locator('.result-window');
    await result.getByText('totalCount').first().waitFor();
    await result.getByText('October’s last plum').first().waitFor();
    expect(await result.textContent()).not.toContain('"errors"');
    await graphiql.look(page, 'result');
  });

  it('explains the graph in its documentation panel', async () => {
    await page
      .getByRole('button', { name: /documentation explorer/i })
      .first()
      .click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByText('Query', { exact: true }).first().click();
    await docs.getByText('posts', { exact: true }).first().waitFor();
    await docs.getByText('All posts that the viewer may see').waitFor();
    await docs.getByText('PostConnection', { exact: true }).first().click();
    await docs.getByText('A page of posts.').waitFor();
    await docs.getByText('Post', { exact: true }).first().click();
    await docs.getByText('A post: a dated entry of the site.').waitFor();
    await graphiql.look(page, 'docs');
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
    expect(asked.filter((url) => !url.startsWith(`${graphiql.origin}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.some((url) => url.includes('worker'))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
