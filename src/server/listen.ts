/**
 * Serves a fetch-style handler over node:http, and stops without cutting off what is under way.
 *
 * What the handler knows already is written from here, before a `Request` is built: that alone costs more than all the rest
 * of a known answer.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServerAdapter } from '@whatwg-node/server';
import type { WrittenAnswer } from './answer-headers.ts';
import type { AnswerRequest, Answers } from './answers.ts';

export interface ListeningServer {
  /** The origin that it answers at, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Takes no more requests, and is kept once those under way are answered. */
  close(): Promise<void>;
}

/** Answers that a handler can give without being asked through `fetch`. */
export interface KnownAnswers extends Pick<Answers, 'mayKnow' | 'find'> {
  /** Bodies larger than this are left to `fetch`. */
  readonly maxRequestBytes: number;
}

export interface FetchHandler {
  fetch(request: Request): Promise<Response>;
  readonly known?: KnownAnswers;
}

/** @param port 0 takes a free one */
export async function listen(
  handler: FetchHandler,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<ListeningServer> {
  const adapter = createServerAdapter((request: Request) => handler.fetch(request)) as unknown as RequestListener;
  const server = createServer(handler.known ? answeringKnown(handler.known, adapter) : adapter);
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
    close: () =>
      new Promise((resolve, reject) => {
        // A connection kept alive after its last answer would keep a server that is to stop for seconds.
        const closing = setInterval(() => server.closeIdleConnections(), 20);
        server.close((error) => {
          clearInterval(closing);
          if (error) reject(error);
          else resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function answeringKnown(known: KnownAnswers, otherwise: RequestListener): RequestListener {
  return (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const header = (name: string) => headers[name] as string | undefined;
    const asked = { method, path, header };
    if (!known.mayKnow(asked)) return otherwise(request, response);
    if (method === 'GET') {
      const answer = known.find({ ...asked, body: '' });
      return answer ? write(response, answer) : otherwise(request, response);
    }
    const length = Number(headers['content-length'] ?? Number.NaN);
    if (!(length <= known.maxRequestBytes)) return otherwise(request, response);

    let first: Buffer | undefined;
    const further: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      if (first) further.push(chunk);
      else first = chunk;
    });
    request.on('end', () => {
      const bytes = further.length > 0 && first ? Buffer.concat([first, ...further]) : (first ?? Buffer.alloc(0));
      const answer = known.find({ ...asked, body: bytes.toString() } satisfies AnswerRequest);
      if (answer) write(response, answer);
      else otherwise(withBody(request, bytes), response);
    });
  };
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
