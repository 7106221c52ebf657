/**
 * A gateway on a site under test: sends operations as a client does, and sees every request that reaches the site.
 */
import type { GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { createGateway, type Gateway, type GatewayConfig } from '../../src/gateway.ts';
import type { Send, UpstreamRequest } from '../../src/wordpress/http/send.ts';
import type { AskedElements } from './asked-elements.ts';
import { type Show, showDocuments, strictRecord } from './strict-record.ts';

/** A site that tests run on: how it is called and how it is reached. */
export interface TestSite {
  readonly url: string;
  readonly send: Send;
  /** Takes what was asked and answered without an error. */
  readonly askedElements?: AskedElements;
}

/** A request as the site sees it. */
export interface SeenRequest {
  /** Where it is not `GET`. */
  readonly method?: 'HEAD' | 'OPTIONS';
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
}

export interface GraphResult<Data> {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface Graph {
  /** Sends an operation; `requests` then holds what it made of the site. */
  // biome-ignore lint/suspicious/noExplicitAny: tests name the shape where they look at it.
  run<Data = any>(query: string, options?: RunOptions): Promise<GraphResult<Data>>;
  /** As `run`, for an operation that must not fail. */
  // biome-ignore lint/suspicious/noExplicitAny: tests name the shape where they look at it.
  data<Data = any>(query: string, options?: RunOptions): Promise<Data>;
  readonly schema: GraphQLSchema;
  readonly requests: readonly SeenRequest[];
  /** The requests of the last operation that went to one route. */
  to(route: string): readonly SeenRequest[];
  fetch(request: Request): Promise<Response>;
  /** For a server: each request is read once. */
  readonly entrance: Gateway['entrance'];
  /** Forgets what earlier operations have taught. */
  purge(): void;
  /** Looks for changes on the site. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What earlier operations have taught the gateway is kept; else each starts with nothing known. */
  readonly warm?: boolean;
}

/** @param show what resolvers get to see of their document */
export async function openGraph(
  site: TestSite,
  config: Partial<GatewayConfig> = {},
  show: Show = strictRecord,
): Promise<Graph> {
  let requests: SeenRequest[] = [];
  const send: Send = (request) => {
    requests.push(seen(request));
    return site.send(request);
  };
  const logger = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));
  const gateway = await createGateway({
    site: site.url,
    send,
    logger,
    ...config,
    // Looks for changes would be counted among the requests.
    settings: { pollInterval: 0, ...config.settings },
  });

  showDocuments(gateway.schema, show);

  const run: Graph['run'] = async (query, { variables, headers, warm = false } = {}) => {
    requests = [];
    if (!warm) gateway.purge();
    const request = new Request('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await (await gateway.fetch(request)).json()) as GraphResult<never>;
    if (!answer.errors) site.askedElements?.take(gateway.schema, query, variables);
    return answer;
  };

  return {
    run,
    async data(query, options) {
      const { data, errors } = await run(query, options);
      if (errors) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
      return data;
    },
    schema: gateway.schema,
    get requests() {
      return requests;
    },
    to: (route) => requests.filter((request) => request.route === route),
    fetch: (request) => gateway.fetch(request),
    entrance: gateway.entrance,
    purge: () => gateway.purge(),
    look: () => gateway.look(),
    close: () => gateway.close(),
  };
}

function seen({ method, url, headers: { authorization } }: UpstreamRequest): SeenRequest {
  const { pathname, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  const { rest_route: plain, ...others } = query;
  const route = plain ?? pathname.replace(/^.*\/wp-json(?=\/|$)/, '');
  return { ...(method !== 'GET' && { method }), route, query: others, authorization };
}

/** The properties that a request asked for. */
export function fieldsOf(request: SeenRequest | undefined): string[] {
  return (request?.query._fields ?? '').split(',').filter((field) => field !== '');
}
