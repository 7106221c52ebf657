/**
 * Bodies in the encodings that clients take.
 * Knows what packing saves and costs. Measured with an answer of 77 kB: brotli makes 24 kB of it at level 4 in 1.3 ms and 22 kB
 * at 5 in 1.9, gzip 24 kB at either in 1.0 and 1.5; all of it beside the event loop. And how much of it may be under way.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { Encoding } from './encodings.ts';

/** Below it, an encoding saves less than its header costs. */
export const leastEncoded = 1_000;

/** How often a body is given out says how much work it is worth. */
export type Use = 'once' | 'again';
const levels: Readonly<Record<Use, { readonly br: number; readonly gzip: number }>> = {
  once: { br: 4, gzip: 4 },
  again: { br: 5, gzip: 6 },
};

const encoders: Readonly<Record<'br' | 'gzip', (body: Buffer, level: number) => Promise<Buffer>>> = {
  gzip: (body, level) => promisify(gzip)(body, { level }),
  br: (body, level) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }),
};

/**
 * Bytes of bodies that are packed at the same time. Each is held in memory until the few threads are through with all of them,
 * half a second for so many: 150 answers of 8 MB kept all clients waiting for a minute, and took gigabytes.
 */
const mostAtOnce = 16_000_000;

/** Packs bodies for one gateway. What comes where much is being packed already goes out as it is. */
export class Compression {
  #underWay = 0;

  /** The body in an encoding; `undefined` where there is no room for it now. */
  pack(body: Buffer, encoding: 'br' | 'gzip', use: Use): Promise<Buffer> | undefined {
    return this.#within(body.length, () => encoders[encoding](body, levels[use][encoding]));
  }

  /** An answer that is given once, in an encoding; as it is, and at once, where that is not worth it or has no room. */
  encoded(response: Response, encoding: Encoding, FetchResponse: typeof Response): MaybePromise<Response> {
    if (encoding === 'identity') return response;
    const { headers } = response;
    const length = Number(headers.get('content-length'));
    const isWorthIt = length >= leastEncoded && !headers.has('content-encoding');
    return (isWorthIt && this.#within(length, () => encodedOnce(response, encoding, FetchResponse))) || response;
  }

  /** A single body has room, however large it is. */
  #within<T>(length: number, work: () => Promise<T>): Promise<T> | undefined {
    if (this.#underWay > 0 && this.#underWay + length > mostAtOnce) return undefined;
    this.#underWay += length;
    return work().finally(() => {
      this.#underWay -= length;
    });
  }
}

async function encodedOnce(
  response: Response,
  encoding: 'br' | 'gzip',
  FetchResponse: typeof Response,
): Promise<Response> {
  const { status, statusText, headers } = response;
  const body = await encoders[encoding](Buffer.from(await response.arrayBuffer()), levels.once[encoding]);
  headers.set('content-encoding', encoding);
  headers.set('content-length', String(body.length));
  return new FetchResponse(body as unknown as BodyInit, { status, statusText, headers });
}
