/**
 * Serves a fetch-style handler over node:http, and stops without cutting off what is under way.
 * Knows what clients may do on a connection, and for how long.
 *
 * What the handler knows already is written from here, before a `Request` is built: that alone costs more than all the rest
 * of a known answer.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServerAdapter, sendNodeResponse } from '@whatwg-node/server';
import { resolveSettings, type Settings } from '../../config.ts';
import type { Answers } from '../answers/answers.ts';
import type { WrittenAnswer } from '../answers/written-answer.ts';
import { Connections } from './connections.ts';
import { PendingBytes } from './pending-bytes.ts';
import { malformed, overloaded, type Refusal, refuse, refuseSocket, tooLarge } from './refusal.ts';
import { RequestHead } from './request-head.ts';

export interface ListeningServer {
  /** The origin that it answers at, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more connections, and settles once what is under way is answered, or after `shutdownTimeout`. */
  close(): Promise<void>;
}

/** Answers that a handler can give without being asked through `fetch`. */
export interface KnownAnswers extends Pick<Answers, 'mayKnow' | 'find'> {
  /** Larger bodies are refused. */
  readonly maxRequestBytes: number;
}

export interface FetchHandler {
  fetch(request: Request): Promise<Response>;
  readonly known?: KnownAnswers;
}

export interface ListenOptions extends Partial<Settings> {
  /** A failure of the handler itself, of which the client is told nothing. */
  readonly onFailure?: (error: unknown) => void;
}

/** Requests that a client may send over one connection without waiting for the answer to the first. */
const mostPipelined = 20;

/** @param options `port` 0 takes a free one; what is left out has its default */
export async function listen(
  handler: FetchHandler,
  { onFailure = () => undefined, ...given }: ListenOptions,
): Promise<ListeningServer> {
  const settings = resolveSettings(given);
  const { host, port, clientTimeout, maxConnections } = settings;
  const server = createServer({
    headersTimeout: clientTimeout,
    requestTimeout: clientTimeout,
    connectionsCheckingInterval: Math.ceil(clientTimeout / 4),
    // Node would refuse a request without it, and say nothing.
    requireHostHeader: false,
  });
  server.maxConnections = maxConnections;
  const connections = new Connections(server, settings);
  const maxRequestBytes = handler.known?.maxRequestBytes ?? settings.maxRequestBytes;
  const pending = new PendingBytes(settings.maxPendingBytes);
  const answer = answering(handler, maxRequestBytes, pending, onFailure);
  server.on('request', (request, response) => {
    if (connections.add(request.socket, response) > mostPipelined) refuse(request, response, tooManyAtOnce);
    else answer(request, response);
  });
  refuseWhatIsNone(server, connections, maxRequestBytes);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => connections.close(),
  };
}

const tooManyAtOnce = overloaded(`More than ${mostPipelined} requests wait for an answer on this connection.`);

const statusOfParseError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What Node itself would answer with an empty body, or hang up on. */
function refuseWhatIsNone(server: Server, connections: Connections, maxRequestBytes: number): void {
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    // Whatever comes behind a request would be taken for its answer.
    if (!socket.writable || error.code === 'ECONNRESET' || connections.isAnswering(socket as Socket)) {
      socket.destroy();
      return;
    }
    const status = statusOfParseError[error.code ?? ''] ?? 400;
    const message =
      status === 408 ? 'The request took too long to arrive.' : 'This is no HTTP request that can be read.';
    refuseSocket(socket, { ...malformed(message), status });
  });
  server.on('connect', (_request, socket) => {
    refuseSocket(socket, { ...malformed('This is no proxy.'), status: 405 });
  });
  server.on('checkExpectation', (request, response) => {
    refuse(request, response, { ...malformed('Expect: only 100-continue can be met.'), status: 417 });
  });
  server.on('checkContinue', (request, response) => {
    if (!(Number(request.headers['content-length']) > maxRequestBytes)) response.writeContinue();
    server.emit('request', request, response);
  });
}

function answering(
  { fetch, known }: FetchHandler,
  maxRequestBytes: number,
  pending: PendingBytes,
  onFailure: (error: unknown) => void,
) {
  const adapter = createServerAdapter((request: Request) => fetch(request));

  async function asked(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = faultOf(request);
    if (message !== undefined) {
      refuse(request, response, malformed(message));
      return;
    }
    try {
      const answer = await adapter.handleNodeRequestAndResponse(request, response);
      await sendNodeResponse(answer, response, request, true);
    } catch (error) {
      // Nobody is there to be told.
      if (response.destroyed) return;
      onFailure(error);
      if (response.headersSent) response.destroy();
      else refuse(request, response, { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong.' });
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const head = new RequestHead(request);
    const mayKnow = known?.mayKnow(head) ?? false;
    if (head.method === 'GET' || head.method === 'HEAD') {
      const answer = mayKnow ? known?.find(head) : undefined;
      if (answer) write(response, answer);
      else void asked(request, response).catch(onFailure);
      return;
    }
    const hold = pending.holder(response);
    readBody(request, { told: head.contentLength, limit: maxRequestBytes, hold }, (bytes) => {
      if (!Buffer.isBuffer(bytes)) {
        refuse(request, response, bytes);
        return;
      }
      head.body = mayKnow ? bytes.toString() : '';
      const answer = mayKnow ? known?.find(head) : undefined;
      if (answer) write(response, answer);
      else void asked(withBody(request, bytes), response).catch(onFailure);
    });
  };
}

const noRoom = overloaded('Too many requests are under way; try again in a moment.');

interface BodyLimits {
  /** Its length as the client tells it, not a number where it does not. */
  readonly told: number;
  readonly limit: number;
  /** Takes room for some of it; says whether there is any. */
  readonly hold: (bytes: number) => boolean;
}

/** Gives the body once it is there, or why it is not taken as soon as that is known. One that its client never ends is given to nobody. */
function readBody(
  request: IncomingMessage,
  { told, limit, hold }: BodyLimits,
  done: (bytes: Buffer | Refusal) => void,
): void {
  if (told > limit) {
    done(tooLarge(limit));
    return;
  }
  let first: Buffer | undefined;
  const further: Buffer[] = [];
  let size = 0;
  const take = (chunk: Buffer) => {
    size += chunk.length;
    const refusal = size > limit ? tooLarge(limit) : hold(chunk.length) ? undefined : noRoom;
    if (refusal) {
      request.off('data', take).off('end', end);
      done(refusal);
    } else if (first) further.push(chunk);
    else first = chunk;
  };
  const end = () => done(further.length > 0 && first ? Buffer.concat([first, ...further]) : (first ?? Buffer.alloc(0)));
  request.on('data', take).on('end', end);
}

/** What makes a request one that has no address; a proxy's form of it, with the whole address, is brought into the usual one. */
function faultOf(request: IncomingMessage): string | undefined {
  const { url = '' } = request;
  if (/^https?:\/\//i.test(url)) {
    if (!URL.canParse(url)) return 'The address of the request cannot be read.';
    const { host, pathname, search } = new URL(url);
    request.url = `${pathname}${search}`;
    request.headers.host = host;
  } else if (!url.startsWith('/')) {
    return 'The request has to name a path.';
  }
  const { host } = request.headers;
  if (host === undefined && request.httpVersion !== '1.0') return 'The request has no Host header.';
  if (host !== undefined && !(/^[^\s/?#@\\]+$/.test(host) && URL.canParse(`http://${host}`))) {
    return 'The Host header of the request cannot be read.';
  }
  return URL.canParse(`http://localhost${request.url}`) ? undefined : 'The path of the request cannot be read.';
}

function write(response: ServerResponse, { status, headers, body }: WrittenAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}

/** The adapter takes a body that was read already from this property; it must not look empty. */
function withBody(request: IncomingMessage, bytes: Buffer): IncomingMessage {
  const body = {
    length: bytes.length,
    async *[Symbol.asyncIterator]() {
      yield bytes;
    },
  };
  return Object.assign(request, { body });
}
