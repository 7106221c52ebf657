import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedGraphiql, openGraphiql } from './opened-graphiql.ts';

const twoOperations = `query First { site { name } }
query Second($first: Int) { posts(first: $first) { nodes { title(format: TEXT) } } }`;

/** Of variables or headers, whichever is shown. */
const toolEditor = '.graphiql-editor-tool .graphiql-editor:not(.hidden)';

/** Each test is a visitor of its own: what the page keeps is its context's. */
describe('GraphiQL, used', () => {
  let graphiql: OpenedGraphiql;
  let visitor: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    graphiql = await openGraphiql();
  });
  afterAll(() => graphiql?.close());
  beforeEach(async () => {
    visitor = await graphiql.browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await visitor.newPage();
  });
  afterEach(() => visitor.close());

  async function open(parameters: Record<string, string> = {}, on = page): Promise<void> {
    const link = new URLSearchParams(parameters).toString();
    await on.goto(`${graphiql.url}${link && `?${link}`}`);
    await on.waitForSelector('.graphiql-query-editor .view-line');
    await on.waitForSelector('.graphiql-response .monaco-editor');
  }

  const linkOf = (on: Page) => Object.fromEntries(new URL(on.url()).searchParams);
  const result = (on = page) => on.locator('.result-window');
  const openPlugin = (name: RegExp) => page.getByRole('button', { name }).first().click();
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));

  async function write(editor: string, text: string): Promise<void> {
    await page.locator(`${editor} .view-lines`).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
  }

  it('has in its address the query, its variables and the operation, as one edits, and gives them to whoever opens it', async () => {
    await open();
    expect(linkOf(page)).toEqual({});
    await write('.graphiql-query-editor', twoOperations);
    await write(toolEditor, '{"first": 1}');
    await page.locator('.graphiql-query-editor').getByText('Second').click();
    await page.keyboard.press('Control+Enter');
    await result().getByText('October’s last plum').waitFor();
    expect(linkOf(page)).toEqual({ query: twoOperations, variables: '{"first": 1}', operationName: 'Second' });

    const friend = await graphiql.browser.newContext();
    const opened = await friend.newPage();
    await opened.goto(page.url());
    await opened.locator('.graphiql-query-editor').getByText('Second').waitFor();
    await opened.locator(toolEditor).getByText('"first"').first().waitFor();
    // The keys run the operation that the link names, without a click into it.
    await opened.locator('.graphiql-query-editor').getByRole('textbox').first().focus();
    await opened.keyboard.press('Control+Enter');
    await result(opened).getByText('October’s last plum').waitFor();
    expect(linkOf(opened)).toEqual({ query: twoOperations, variables: '{"first": 1}', operationName: 'Second' });
    await friend.close();
  });

  it('keeps the operation of a link while its variables are edited', async () => {
    await open({ query: twoOperations, operationName: 'Second' });
    await write(toolEditor, '{"first": 2}');
    await page.waitForURL(/variables=/);
    expect(linkOf(page)).toEqual({ query: twoOperations, variables: '{"first": 2}', operationName: 'Second' });
  });

  it('takes a link as it is, not the variables of an earlier visit', async () => {
    await open({ query: twoOperations, variables: '{"first": 3}' });
    await write(toolEditor, '{"first": 4}');
    await page.waitForURL(/4/);
    await open({ query: '{ site { url } }' });
    await page.click('.graphiql-execute-button');
    await result().getByText('"url"').waitFor();
    expect(linkOf(page)).toEqual({ query: '{ site { url } }' });
  });

  it('leaves out of its address what is too long for a server, and has it again when it is loaded again', async () => {
    await open();
    const long = `{ site { name } } # ${'long '.repeat(2_000)}`;
    await write('.graphiql-query-editor', '{ site { url } }');
    await page.waitForURL(/url/);
    await write('.graphiql-query-editor', long);
    await page.waitForURL(graphiql.url);
    // It is kept a moment after it is typed.
    await page.waitForFunction(() => Object.values(localStorage).some((value) => String(value).includes('long long')));
    await page.reload();
    await page.locator('.graphiql-query-editor').getByText('long long').first().waitFor();
  });

  it('remembers what was run, and brings it back', async () => {
    await open({ query: '{ site { name } }' });
    await page.click('.graphiql-execute-button');
    await result().getByText('Harbour').waitFor();
    await write('.graphiql-query-editor', '{ site { url } }');
    await openPlugin(/show history/i);
    const history = page.locator('.graphiql-history');
    await history.getByText('site { name }').click();
    await page.waitForURL(/name/);
    expect(linkOf(page)).toEqual({ query: '{ site { name } }' });
    await graphiql.look(page, 'history');
  });

  it('sends headers, and neither keeps them nor puts them into its address', async () => {
    await open({ query: '{ site { name } }' });
    await page.getByRole('button', { name: 'Headers' }).click();
    await write(toolEditor, '{"Authorization": "Basic aHVudGVyMg=="}');
    // GraphiQL takes what is typed a tenth of a second later, and keeps it half a second after that; nothing tells of it but a
    // later timer of the page itself.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.click('.graphiql-execute-button');
    expect((await sent).headers().authorization).toBe('Basic aHVudGVyMg==');
    await page.waitForFunction(() => localStorage.getItem('graphiql:queries')?.includes('site'));
    expect(await kept()).not.toContain('aHVudGVyMg');
    expect(page.url()).not.toMatch(/header|Authorization|aHVudGVyMg/i);
    // As long as the page is open, what was run comes back with them.
    await openPlugin(/show history/i);
    await page.locator('.graphiql-history').getByText('site { name }').click();
    await graphiql.look(page, 'headers');
    await page.locator(toolEditor).getByText('aHVudGVyMg').first().waitFor();
  });

  it('puts no box around typographic signs', async () => {
    await open({ query: '{ post(by: { slug: "it’s – “so” ×" }) { title } posts { nodes { title(format: TEXT) } } }' });
    await page.click('.graphiql-execute-button');
    await result().getByText('October’s last plum').waitFor();
    await graphiql.look(page, 'typography');
    // A blank that no parser takes is marked where it is typed: then those of the result would be there as well.
    await page.locator('.graphiql-query-editor .view-lines').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('\u{a0}');
    await page.locator('.graphiql-query-editor .unicode-highlight').first().waitFor({ state: 'attached' });
    expect(await page.locator('.graphiql-query-editor .unicode-highlight').count()).toBe(1);
    expect(await page.locator('.result-window .unicode-highlight').count()).toBe(0);
  });

  it('opens its explorer at the top, and leaves the keyboard where it was', async () => {
    await open();
    await page.getByRole('button', { name: /show graphiql explorer/i }).click();
    const explorer = page.locator('.graphiql-explorer-root');
    await explorer.getByText('sourceUrl').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(
      await explorer.evaluate((root) => [root, ...root.querySelectorAll('*')].map((each) => each.scrollTop)),
    ).not.toContainEqual(expect.toSatisfy((top: number) => top > 0));
    expect(await explorer.getByText('posts', { exact: true }).first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.closest('.graphiql-explorer-root') === null)).toBe(true);
    await graphiql.look(page, 'explorer');
  });

  it('shows its welcome whole', async () => {
    await open();
    const { bottom, right } = await page
      .locator('.graphiql-query-editor .monaco-editor')
      .first()
      .evaluate((editor) => editor.getBoundingClientRect());
    const lines = await page.locator('.graphiql-query-editor .view-line').evaluateAll((all) =>
      all.map((line) => ({
        text: line.textContent,
        ...line.querySelector('span')?.getBoundingClientRect().toJSON(),
      })),
    );
    expect(lines.at(-1)?.text).toBe('');
    for (const line of lines.slice(0, -1)) {
      expect(line.right, line.text).toBeLessThan(right);
      expect(line.bottom, line.text).toBeLessThan(bottom);
    }
    await graphiql.look(page, 'welcome');
  });
});
