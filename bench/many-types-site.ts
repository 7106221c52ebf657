// Knows how to make a site of many types out of one of few: it answers for the types that it adds, and hands on all else.

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request as ask } from 'undici';

export interface ManyTypesSite {
  readonly url: string;
  /** Requests so far. */
  readonly requests: number;
  stop(): Promise<void>;
}

/** Custom fields of each type. */
const fields = 5;

export async function startManyTypesSite(site: string, types: number): Promise<ManyTypesSite> {
  const names = Array.from({ length: types }, (_, index) => `kind${index + 1}`);
  const added = Object.fromEntries(
    names.map((name) => [
      name,
      { name: `Kinds of ${name}`, slug: name, rest_base: `${name}s`, rest_namespace: 'wp/v2', taxonomies: [] },
    ]),
  );
  const routes = new Set(names.map((name) => `/wp-json/wp/v2/${name}s`));
  let requests = 0;

  const server = createServer(async ({ method = 'GET', url = '/', headers }, response) => {
    requests++;
    const { pathname } = new URL(url, site);
    if (routes.has(pathname)) return send(response, method === 'OPTIONS' ? described : [], { 'x-wp-total': '0' });
    // What is read here has to come as it is written.
    const { host: _host, connection: _connection, 'accept-encoding': _coding, ...others } = headers;
    const answer = await ask(new URL(url, site), {
      method: method as 'GET',
      headers: others as Record<string, string>,
    });
    if (pathname === '/wp-json/wp/v2/types')
      return send(response, { ...((await answer.body.json()) as object), ...added });
    response.writeHead(answer.statusCode, answer.headers as Record<string, string>);
    response.end(Buffer.from(await answer.body.arrayBuffer()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', ...headers });
  response.end(JSON.stringify(body));
}

/** As WordPress describes a type with custom fields. */
const described = {
  namespace: 'wp/v2',
  methods: ['GET'],
  endpoints: [
    {
      methods: ['GET'],
      args: Object.fromEntries(
        [
          'per_page',
          'page',
          'offset',
          'include',
          'exclude',
          'slug',
          'search',
          'after',
          'before',
          'order',
          'author',
        ].map((name) => [name, { required: false }]),
      ),
    },
  ],
  schema: {
    type: 'object',
    properties: {
      ...Object.fromEntries(['id', 'date', 'slug', 'title', 'content', 'author', 'link'].map((name) => [name, {}])),
      meta: {
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: fields }, (_, index) => [`field_${index + 1}`, { type: 'string' }]),
        ),
      },
    },
  },
};
