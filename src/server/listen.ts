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
import { traceHeader } from './trace.ts';

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
    const asked = new RequestHead(request);
    if (!known.mayKnow(asked)) return otherwise(request, response);
    if (asked.method === 'GET') {
      const answer = known.find(asked);
      return answer ? write(response, answer) : otherwise(request, response);
    }
    if (!(asked.contentLength <= known.maxRequestBytes)) return otherwise(request, response);

    let first: Buffer | undefined;
    const further: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      if (first) further.push(chunk);
      else first = chunk;
    });
    request.on('end', () => {
      const bytes = further.length > 0 && first ? Buffer.concat([first, ...further]) : (first ?? Buffer.alloc(0));
      asked.body = bytes.toString();
      const answer = known.find(asked);
      if (answer) write(response, answer);
      else otherwise(withBody(request, bytes), response);
    });
  };
}

/** What determines an answer, straight from the connection: Node's own table of headers takes longer than a known answer. */
class RequestHead implements AnswerRequest {
  readonly method: string;
  readonly path: string;
  body = '';
  accept: string | undefined = undefined;
  acceptEncoding: string | undefined = undefined;
  contentType: string | undefined = undefined;
  ifNoneMatch: string | undefined = undefined;
  isPersonal = false;
  isTraced = false;
  contentLength = Number.NaN;

  constructor({ method = 'GET', url = '/', rawHeaders }: IncomingMessage) {
    this.method = method;
    this.path = url;
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const name = rawHeaders[index] as string;
      if (name.length >= shortest && name.length <= longest) this.#take(name, rawHeaders[index + 1] as string);
    }
  }

  #take(name: string, value: string): void {
    switch (spellings.get(name) ?? (spellings.size < mostSpellings ? spelled(name) : name.toLowerCase())) {
      case 'accept':
        this.accept = this.accept === undefined ? value : `${this.accept}, ${value}`;
        break;
      case 'accept-encoding':
        this.acceptEncoding = value;
        break;
      case 'content-type':
        this.contentType = value;
        break;
      case 'content-length':
        this.contentLength = Number(value);
        break;
      case 'if-none-match':
        this.ifNoneMatch = value;
        break;
      case 'authorization':
      case 'content-encoding':
        this.isPersonal = true;
        break;
      case traceHeader:
        this.isTraced = true;
        break;
    }
  }
}

/** Names as clients spell them, in lower case: there are few spellings. */
const spellings = new Map<string, string>();
const mostSpellings = 200;
const [shortest, longest] = ['accept'.length, traceHeader.length];

function spelled(name: string): string {
  const lower = name.toLowerCase();
  spellings.set(name, lower);
  return lower;
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
