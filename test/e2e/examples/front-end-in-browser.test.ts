import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedSampleSite, serveSampleSite } from '../../../src/sample/sample-site.ts';
import { type App, startApp } from '../../support/app.ts';
import { launchBrowser } from '../browser/opened-graphiql.ts';
import { builtApp } from './built-app.ts';

/** For whoever wants to look. */
const pictures = join(tmpdir(), 'pressgraph-front-end');

const pages = [
  ['home', '/'],
  ['post', '/2024/11/02/the-long-way-round/'],
  ['blocks', '/2023/11/25/a-short-history-of-the-foghorn/'],
  ['columns', '/2026/06/20/stargazing-from-a-dinghy/'],
  ['page', '/about/'],
  ['term', '/category/coast-sea/'],
  ['search', '/?s=tide'],
  ['missing', '/nowhere/'],
] as const;

describe('the front end of Astro in a browser', () => {
  let site: ServedSampleSite;
  let app: App;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
    const folder = await builtApp('astro');
    app = await startApp({ folder, start: () => ['dist/server/entry.mjs'], env: { WORDPRESS_URL: site.url } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await site?.close();
  });

  describe.each([
    ['wide', 1280, 900, 'light'],
    ['narrow', 390, 844, 'dark'],
  ] as const)('%s', (size, width, height, colorScheme) => {
    it.each(pages)('%s fits, has all its images, and complains of nothing', async (name, path) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      const complaints: string[] = [];
      page.on('console', (message) => {
        const isOwn404 = name === 'missing' && message.location().url === `${app.url}${path}`;
        if (['error', 'warning'].includes(message.type()) && !isOwn404) complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      await page.goto(`${app.url}${path}`, { waitUntil: 'load' });
      // Those further down are loaded as a reader gets there.
      await page.evaluate(async () => {
        const images = [...document.images];
        for (const image of images) image.loading = 'eager';
        await Promise.allSettled(
          images.filter(({ src }) => src.startsWith('http://127.0.0.1')).map((image) => image.decode()),
        );
      });
      await page.screenshot({ path: join(pictures, `${name}-${size}.png`), fullPage: true });
      const seen = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        broken: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
        headings: document.querySelectorAll('h1').length,
        scripts: document.scripts.length,
      }));
      expect({ ...seen, complaints }).toEqual({ overflow: 0, broken: [], headings: 1, scripts: 0, complaints: [] });
      await page.close();
    });
  });
});
