/**
 * A file that is stored in one encoding and served in any: the others are made when they are first asked for, and kept.
 */
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import type { Encoding } from './http/encodings.ts';

export interface Stored {
  readonly encoding: Encoding;
  load(): Promise<Uint8Array>;
}

export class StoredFile {
  readonly #stored: Stored;
  readonly #made = new Map<Encoding, Promise<Uint8Array>>();

  constructor(stored: Stored) {
    this.#stored = stored;
  }

  in(encoding: Encoding): Promise<Uint8Array> {
    const known = this.#made.get(encoding);
    if (known) return known;
    const made = this.#make(encoding);
    this.#made.set(encoding, made);
    // What failed once may work again.
    made.catch(() => this.#made.delete(encoding));
    return made;
  }

  async #make(encoding: Encoding): Promise<Uint8Array> {
    if (encoding === this.#stored.encoding) return this.#stored.load();
    if (encoding === 'identity') return decode(await this.in(this.#stored.encoding), this.#stored.encoding);
    return encode(await this.in('identity'), encoding);
  }
}

async function decode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding !== 'br') throw new Error(`Files are not stored as ${encoding}.`);
  return promisify(brotliDecompress)(bytes);
}

/** A browser waits for it: what takes long pays off only where it is done beforehand. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

function encode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  return encoding === 'br' ? promisify(brotliCompress)(bytes, quick) : promisify(gzip)(bytes, { level: 6 });
}
