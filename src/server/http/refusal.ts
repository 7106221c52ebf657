/**
 * Requests that are not answered: what they are told, at every path in the shape of GraphQL's errors.
 * Knows how it is written where no `Response` can be made, down to a bare socket.
 */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../errors.ts';
import { type AnswerHeaders, joined } from './written-answer.ts';

export interface Refusal {
  readonly status: number;
  /** Besides those of operations: that of a request before there is an operation in it, and of what nobody was prepared for. */
  readonly code: ErrorCode | 'BAD_REQUEST' | 'INTERNAL_SERVER_ERROR';
  readonly message: string;
  /** That tell the client how to do better. */
  readonly headers?: AnswerHeaders;
}

export function tooLarge(limit: number): Refusal {
  return { status: 413, code: 'OPERATION_TOO_LARGE', message: `The request is larger than ${limit} bytes.` };
}

/** For what may be asked again in a moment. */
export function overloaded(message: string): Refusal {
  return { status: 503, code: 'OVERLOADED', message, headers: { 'retry-after': '1' } };
}

/** For a request that can be read, and is none of those that are taken at its path. */
export function notTaken(status: number, message: string, headers: AnswerHeaders = {}): Refusal {
  return { status, code: 'BAD_REQUEST', message, headers };
}

/** For what comes over a connection and cannot be read. */
export function malformed(message: string): Refusal {
  return { status: 400, code: 'BAD_USER_INPUT', message };
}

const usualHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

function headersOf({ headers }: Refusal, body: string): AnswerHeaders {
  return { ...usualHeaders, ...headers, 'content-length': String(Buffer.byteLength(body)) };
}

function bodyOf({ code, message }: Refusal): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}

export function refusalResponse(refusal: Refusal): Response {
  const { status } = refusal;
  const body = bodyOf(refusal);
  return new Response(body, { status, statusText: STATUS_CODES[status] ?? '', headers: headersOf(refusal, body) });
}

/** How long what a client still sends is thrown away, so that it gets to read why. */
const lingerMilliseconds = 2_000;

/**
 * Answers a request, which need not have been read to its end, and may not have one.
 * @param cors what a browser has to be told, so that its page can read why
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  cors: AnswerHeaders,
): void {
  const body = bodyOf(refusal);
  response.writeHead(refusal.status, joined(headersOf(refusal, body), cors));
  response.end(body);
  if (request.complete) return;
  const cut = setTimeout(() => request.socket.destroy(), lingerMilliseconds).unref();
  request.once('end', () => clearTimeout(cut));
  request.resume();
}

/** Answers what is no request at all, and hangs up. */
export function refuseSocket(socket: Duplex, refusal: Refusal, cors: AnswerHeaders): void {
  // Node has let go of it: a client that hangs up now would end the process.
  socket.on('error', () => socket.destroy());
  const body = bodyOf(refusal);
  const lines = Object.entries({ ...joined(headersOf(refusal, body), cors), connection: 'close' });
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
