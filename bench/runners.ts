// Knows everything that can be asked the list query, each as one runner that can forget, ask, and tell its answer in the common shape.

import { Pool } from 'undici';
import type { Gateway, GatewayConfig } from '../src/gateway.ts';
import { createTransport } from '../src/wordpress/http/transport.ts';
import { createBareScript, type EmbeddedPost, unembedded } from './bare-script.ts';
import { createGateway } from './built.ts';
import {
  asRequest,
  type GraphPost,
  type ListAnswer,
  type ListedPost,
  listed,
  nodesOf,
  pageRequestBody,
} from './list-query.ts';
import type { Program } from './program.ts';
import type { Variant } from './variants.ts';

export interface ListRunner {
  readonly name: string;
  /** Empties what it keeps, so that the next question is a cold one. */
  purge(): unknown;
  /** Posts from a place of the site, as the runner gives them: only this is timed. */
  ask(first: number, offset: number): Promise<unknown>;
  /** An answer of `ask` in the shape in which all are compared. */
  listed(answer: unknown): ListedPost[];
  close(): Promise<unknown>;
}

/** Asks a gateway in this process, as a client over HTTP would. */
export async function askGateway<Answer = ListAnswer>(gateway: Gateway, body: string): Promise<Answer> {
  const response = await gateway.fetch(asRequest(body));
  return (await response.json()) as Answer;
}

export interface CountedGateway {
  readonly gateway: Gateway;
  /** Addresses asked of WordPress since the last `forget`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** A gateway whose requests to WordPress are written down; they are carried as its own are. */
export async function countedGateway(
  config: Pick<GatewayConfig, 'site' | 'settings'>,
  before: () => Promise<void> | undefined = () => undefined,
): Promise<CountedGateway> {
  const transport = createTransport({ connections: 8, timeout: 60_000, retries: 0, maxResponseBytes: 100_000_000 });
  const asked: string[] = [];
  const gateway = await createGateway({
    site: config.site,
    settings: { pollInterval: 0, ...config.settings },
    async send(request) {
      asked.push(request.url);
      await before();
      return transport.send(request);
    },
  });
  asked.length = 0;
  return {
    gateway,
    asked,
    async close() {
      await gateway.close();
      await transport.close();
    },
  };
}

export const [started, emptied] = ['pressgraph, just started', 'pressgraph, nothing known'] as const;

export interface QueryRunner {
  readonly name: string;
  /** Empties what it keeps, so that the next question is a cold one. */
  purge(): Promise<void>;
  ask<Answer>(body: string): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * One that has just started has looked for changes once, as it does before anybody asks, and so has seen authors and terms.
 * The next look is a day away, lest one falls into what is timed.
 */
export async function queryRunner(
  site: string,
  state: typeof started | typeof emptied,
  { name, createGateway, settings }: Pick<Variant, 'name' | 'createGateway' | 'settings'>,
): Promise<QueryRunner> {
  const pollInterval = state === started ? 86_400 : 0;
  const gateway = await createGateway({ site, settings: { ...settings, pollInterval } });
  return {
    name,
    async purge() {
      gateway.purge();
      if (state === started) await gateway.look();
    },
    ask: (body) => askGateway(gateway, body),
    close: () => gateway.close(),
  };
}

export async function pressgraphRunner(site: string, name: typeof started | typeof emptied): Promise<ListRunner> {
  const { purge, ask, close } = await queryRunner(site, name, { name, createGateway, settings: {} });
  return {
    name,
    purge,
    ask: (first, offset) => ask(pageRequestBody(first, offset)),
    listed: (answer) => listed(nodesOf(answer as ListAnswer)),
    close,
  };
}

export function bareRunner(restRoot: string): ListRunner {
  const script = createBareScript(restRoot);
  return {
    name: 'bare script',
    purge: () => undefined,
    ask: (first, offset) => script.list(first, offset),
    listed: (answer) => listed(answer as GraphPost[]),
    close: () => script.close(),
  };
}

export function embedRunner(restRoot: string, how: 'whole' | 'fields only' = 'whole'): ListRunner {
  const script = createBareScript(restRoot);
  return {
    name: how === 'whole' ? 'REST `_embed`' : 'REST `_embed`, these fields only',
    purge: () => undefined,
    ask: (first, offset) => (how === 'whole' ? script.embedded(first, offset) : script.embeddedOnly(first, offset)),
    listed: (answer) => listed(unembedded(answer as EmbeddedPost[])),
    close: () => script.close(),
  };
}

/** A GraphQL server in a process of its own, asked over a connection that is kept. */
export function serverRunner(
  name: string,
  program: Program,
  how: {
    readonly body?: (first: number, offset: number) => string;
    readonly nodes?: (answer: unknown) => readonly GraphPost[];
  } = {},
): ListRunner {
  const { body = pageRequestBody, nodes = (answer) => nodesOf(answer as ListAnswer) } = how;
  const { origin, pathname: path } = new URL(program.url);
  const pool = new Pool(origin, { connections: 1, pipelining: 1, bodyTimeout: 60_000, headersTimeout: 60_000 });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return {
    name,
    purge: () => program.purge(),
    async ask(first, offset) {
      const answer = await pool.request({ method: 'POST', path, headers, body: body(first, offset) });
      return answer.body.json();
    },
    listed: (answer) => listed(nodes(answer)),
    async close() {
      await pool.close();
      await program.stop();
    },
  };
}
