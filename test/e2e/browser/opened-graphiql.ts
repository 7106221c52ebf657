/**
 * GraphiQL of a gateway on the sample site, and a browser for it that looks for nobody else.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createGateway } from '../../../src/gateway.ts';
import { serveSampleSite } from '../../../src/sample/sample-site.ts';
import { listen } from '../../../src/server/http/listen.ts';
import { chromiumPath } from './global-setup.ts';

export interface OpenedGraphiql {
  readonly browser: Browser;
  /** Of the gateway. */
  readonly origin: string;
  /** Of the page. */
  readonly url: string;
  /** Leaves a picture in `.cache/browser`. */
  look(page: Page, name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** A browser of its own, which looks for nobody: neither updates nor anything else from outside. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet],
  });
}

export async function openGraphiql(): Promise<OpenedGraphiql> {
  const site = await serveSampleSite({ host: '127.0.0.1', port: 0 });
  const gateway = await createGateway({ site: site.url });
  const server = await listen(gateway, { host: '127.0.0.1', port: 0, shutdownTimeout: 0 });
  const browser = await launchBrowser();
  return {
    browser,
    origin: server.url,
    url: `${server.url}/graphql`,
    look(page, name) {
      mkdirSync('.cache/browser', { recursive: true });
      return page.screenshot({ path: `.cache/browser/${name}.png` });
    },
    async close() {
      await browser.close();
      await server.close();
      await gateway.close();
      await site.close();
    },
  };
}
