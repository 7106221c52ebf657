/**
 * Serves a fetch-style handler over node:http, and stops without cutting off what is under way.
 * Knows what clients may do on a connection, and for how long.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { resolveSettings } from '../../config.ts';
import { ConfigError } from '../../config-error.ts';
import type { Settings } from '../../settings.ts';
import { Entrance } from '../entrance.ts';
import { Answering, type FetchHandler } from './answering.ts';
import { Connections } from './connections.ts';
import { Cors } from './cors.ts';
import { malformed, overloaded, refuse, refuseSocket } from './refusal.ts';

/** An HTTP server that has its port. */
export interface ListeningServer {
  /** The origin that it answers at, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more connections, and settles once what is under way is answered, or after `shutdownTimeout`. */
  close(): Promise<void>;
}

export interface ListenOptions extends Partial<Settings> {
  /** A failure of the handler itself, of which the client is told nothing. */
  readonly onFailure?: (error: unknown) => void;
}

/** Requests that a client may send over one connection without waiting for the answer to the first. */
const mostPipelined = 20;

/**
 * @param options `port` 0 takes a free one; what is left out has its default
 * @throws ConfigError for a setting with a value that it does not take, and for what is no gateway, or one that is closed
 */
export async function listen(
  handler: FetchHandler,
  { onFailure = () => undefined, ...given }: ListenOptions = {},
): Promise<ListeningServer> {
  if (typeof handler?.fetch !== 'function') {
    throw new ConfigError(
      'listen: expected a gateway, as listen(await createGateway({ site: "https://example.org" })).',
    );
  }
  if (handler.entrance instanceof Entrance && handler.entrance.isClosed) {
    throw new ConfigError('listen: this gateway is closed; make another one.');
  }
  const settings = resolveSettings(given);
  const { host, port, clientTimeout, maxConnections } = settings;
  const server = createServer({
    headersTimeout: clientTimeout,
    requestTimeout: clientTimeout,
    connectionsCheckingInterval: Math.ceil(clientTimeout / 4),
    // Node would refuse a request without it, and say nothing.
    requireHostHeader: false,
    // So that a connection whose client has vanished ends some time.
    keepAlive: true,
  });
  server.maxConnections = maxConnections;
  const connections = new Connections(server, settings);
  const answering = new Answering(handler, { ...settings, cors: new Cors(settings), onFailure });
  server.on('request', (request, response) => {
    if (connections.add(request.socket, response) > mostPipelined) {
      refuse(request, response, tooManyAtOnce, answering.corsFor(request));
    } else answering.answer(request, response);
  });
  server.on('checkContinue', (request, response) => {
    if (!answering.isTooLarge(request)) response.writeContinue();
    server.emit('request', request, response);
  });
  refuseNonRequests(server, connections, answering);
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

const unmet = { ...malformed('Expect: only 100-continue can be met.'), status: 417 };

const statusOfParseError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** What Node itself would answer with an empty body, or hang up on. */
function refuseNonRequests(server: Server, connections: Connections, answering: Answering): void {
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    // Whatever is sent after a request would be taken for its answer.
    if (!socket.writable || error.code === 'ECONNRESET' || connections.isAnswering(socket as Socket)) {
      socket.destroy();
      return;
    }
    const status = statusOfParseError[error.code ?? ''] ?? 400;
    const message =
      status === 408 ? 'The request took too long to arrive.' : 'This is no HTTP request that can be read.';
    const cors = answering.corsFor(connections.lastRequest(socket as Socket));
    refuseSocket(socket, { ...malformed(message), status }, cors);
  });
  server.on('connect', (request, socket) => {
    refuseSocket(socket, { ...malformed('This is no proxy.'), status: 405 }, answering.corsFor(request));
  });
  server.on('checkExpectation', (request, response) => {
    refuse(request, response, unmet, answering.corsFor(request));
  });
}
