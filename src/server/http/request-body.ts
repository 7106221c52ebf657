/**
 * Reads the body of a request, from a connection or from a `Request`.
 * Knows how large it may be, whether or not it says so beforehand: no more than that is kept in memory.
 */
import type { IncomingMessage } from 'node:http';
import { ClientGone } from '../../errors.ts';
import { overloaded, type Refusal, tooLarge } from './refusal.ts';

/** The text of a request's body; `undefined` when it is larger than `limit` bytes. */
export function readTextWithin(request: Request, limit: number): Promise<string | undefined> {
  const length = request.headers.get('content-length');
  if (length === null) return readBytesWithin(request, limit).then((bytes) => bytes?.toString());
  return Number(length) <= limit ? request.text() : Promise.resolve(undefined);
}

/** The request, with its body read where it does not say how long that is; `undefined` when it is too large. */
export async function readWithin(
  request: Request,
  limit: number,
  FetchRequest: typeof Request,
): Promise<Request | undefined> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) <= limit ? request : undefined;
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return request;
  const bytes = await readBytesWithin(request, limit);
  if (!bytes) return undefined;
  const { url, method, headers, signal } = request;
  return new FetchRequest(url, { method, headers, body: bytes.toString(), signal });
}

/** @throws ClientGone once the request's signal is aborted: a body whose client has gone may never end */
async function readBytesWithin({ body, signal }: Request, limit: number): Promise<Buffer | undefined> {
  if (!body) return Buffer.alloc(0);
  const reader = body.getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', leave, { once: true });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (signal.aborted) leave();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length;
      if (size > limit) {
        leave();
        return undefined;
      }
      chunks.push(read.value);
    }
    if (signal.aborted) throw new ClientGone();
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener('abort', leave);
  }
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
export function readBody(
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
