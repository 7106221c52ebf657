/**
 * HTTP requests as a client of any kind sends them: well-formed ones, and what no library would send.
 */
import { createHash } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { Operation } from './operations.ts';

/** Plain data, so that a corpus can hold it. */
export interface ClientRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sent without its length. */
  readonly chunked?: boolean;
  /** Written to the connection as it is, in place of all else. */
  readonly raw?: string;
  /** The client resets the connection as soon as that is written. */
  readonly resets?: boolean;
  /** Milliseconds after which the client goes away. */
  readonly leavesAfter?: number;
}

export interface ClientAnswer {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly body: string;
}

/** No answer within this time is a finding. */
const patience = 10_000;

export function graphqlRequest(
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): ClientRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  };
}

/** Several operations in one request. */
export function batchRequest(
  operations: readonly Operation[],
  headers: Readonly<Record<string, string>> = {},
): ClientRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operations),
  };
}

/** Beyond it, an address is longer than Node reads. */
const longestAddress = 8_000;

/**
 * An operation that is named by the hash of its query.
 * @param how `whole` has the query as well; `got` asks by GET, where the address is not too long for it
 */
export function persistedRequest(
  { query, variables }: Operation,
  how: { readonly whole?: boolean; readonly got?: boolean },
  headers: Readonly<Record<string, string>> = {},
): ClientRequest {
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const asked = {
    ...(how.whole && { query }),
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  };
  const parameters = new URLSearchParams(
    Object.entries(asked).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
  const path = `/graphql?${parameters}`;
  if (how.got && path.length <= longestAddress) return { method: 'GET', path, headers };
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  };
}

/** The operation that a request asks with, where it asks with one by POST. */
export function operationIn({ path, body }: ClientRequest): Operation | undefined {
  if (path !== '/graphql' || body === undefined) return undefined;
  try {
    const { query, variables = {} } = JSON.parse(body) as Partial<Operation>;
    return typeof query === 'string' ? { query, variables } : undefined;
  } catch {
    return undefined;
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The answer; `undefined` when the client went away before, and 'none' when it waited in vain. */
export function sent(port: number, request: ClientRequest): Promise<ClientAnswer | 'none' | undefined> {
  return request.raw === undefined ? sentAsHttp(port, request) : sentRaw(port, request.raw, request.resets);
}

function sentAsHttp(port: number, request: ClientRequest): Promise<ClientAnswer | 'none' | undefined> {
  const { method, path, headers, body, chunked, leavesAfter } = request;
  return new Promise((resolve) => {
    const length = body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const going = httpRequest(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, ...length }, agent },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, body: text }));
        response.on('error', () => done({ status: 0, body: text }));
      },
    );
    const timers = [setTimeout(() => done('none'), patience)];
    if (leavesAfter !== undefined) timers.push(setTimeout(() => done(undefined), leavesAfter));
    const done = (answer: ClientAnswer | 'none' | undefined) => {
      for (const timer of timers) clearTimeout(timer);
      if (answer === undefined || answer === 'none') going.destroy();
      resolve(answer);
    };
    going.on('error', () => done({ status: 0, body: '' }));
    going.end(body);
  });
}

function sentRaw(port: number, raw: string, resets = false): Promise<ClientAnswer | 'none'> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const done = (answer: ClientAnswer | 'none') => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => done('none'), patience);
    const answer = () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      done({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), body });
    };
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('end', answer);
    socket.on('error', answer);
    socket.write(raw, () => {
      if (!resets) return;
      socket.resetAndDestroy();
      answer();
    });
  });
}
