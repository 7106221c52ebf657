/**
 * A whole answer to an anonymous query, ready to be written: its body in each encoding, its validator, its time, and what it
 * was made of.
 * Source: RFC 9110 (content coding, conditional requests).
 */
import { createHash } from 'node:crypto';
import type { AnswerLifetime, Ingredients } from '../../loaders/operation/provenance.ts';
import { cacheControlOf, vary } from '../http/caching.ts';
import { type Compression, leastEncoded } from '../http/compression.ts';
import type { Encoding } from '../http/encodings.ts';
import { WrittenAnswer } from '../http/written-answer.ts';
import { withoutListed } from './ingredients.ts';
import { WrittenBody } from './written-body.ts';

export interface AnswerParts {
  /** The key of the requests that it answers. */
  readonly key: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly lifetime: AnswerLifetime;
  readonly ingredients: Ingredients;
}

/** What of a request says how its answer is written. */
export interface Preferences {
  readonly method: string;
  readonly ifNoneMatch: string | undefined;
}

/** What an answer takes besides its bodies: key, headers, index. */
const answerBytes = 1_500;
const partBytes = 150;
/** After an attempt to make an answer anew has failed, milliseconds until the next. */
const cooldownMilliseconds = 5_000;

export class Answer {
  readonly key: string;
  readonly etag: string;
  readonly lifetime: AnswerLifetime;
  readonly ingredients: Ingredients;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #body: Buffer;
  readonly #plain: WrittenBody;
  /** Made when a client that takes them asks for the answer first; absent where that has failed, too. */
  readonly #encoded: Record<'br' | 'gzip', WrittenBody | undefined> = { br: undefined, gzip: undefined };
  readonly #encoding: Record<'br' | 'gzip', Promise<void> | undefined> = { br: undefined, gzip: undefined };
  #cooldownEnd = 0;

  constructor({ key, contentType, body, lifetime, ingredients }: AnswerParts) {
    this.key = key;
    this.etag = `W/"${createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 27)}"`;
    this.lifetime = lifetime;
    this.ingredients = withoutListed(ingredients);
    this.#headers = {
      'content-type': contentType,
      etag: this.etag,
      vary,
      'x-content-type-options': 'nosniff',
    };
    this.#body = body;
    this.#plain = new WrittenBody(body, this.#headers, lifetime);
  }

  /** Roughly what it takes in memory. */
  get bytes(): number {
    const { lists, documents } = this.ingredients;
    let parts = lists.size;
    for (const ids of documents.values()) parts += ids.size;
    const { br, gzip: zipped } = this.#encoded;
    const bodies = this.#plain.bytes + (br?.bytes ?? 0) + (zipped?.bytes ?? 0);
    return answerBytes + 2 * this.key.length + bodies + parts * partBytes;
  }

  /** @param wanted the encoding that is taken; without it where the body is not there in that one */
  written({ method, ifNoneMatch }: Preferences, wanted: Encoding): WrittenAnswer {
    const body = (wanted === 'identity' ? undefined : this.#encoded[wanted]) ?? this.#plain;
    if (method === 'POST') return body.bare;
    const now = Date.now();
    return ifNoneMatch !== undefined && matches(ifNoneMatch, this.etag) ? this.#unchanged(now) : body.dated(now);
  }

  #unchanged(now: number): WrittenAnswer {
    const { etag, lifetime } = this;
    const cacheControl = cacheControlOf(lifetime, now);
    const headers = { etag, vary, 'cache-control': cacheControl };
    return new WrittenAnswer(304, headers, undefined);
  }

  /** Whether the body may be there in an encoding, and is not. */
  lacks(wanted: Encoding): wanted is 'br' | 'gzip' {
    return wanted !== 'identity' && !this.#encoded[wanted] && this.#body.length >= leastEncoded;
  }

  /**
   * Has the body made in an encoding, once for all who wait for it; at once without it, where nothing more can be packed now.
   * @param grown told when it is there
   */
  encode(wanted: 'br' | 'gzip', compression: Compression, grown: () => void): Promise<void> | undefined {
    this.#encoding[wanted] ??= compression.pack(this.#body, wanted, 'again')?.then((body) => {
      const headers = { ...this.#headers, 'content-encoding': wanted };
      this.#encoded[wanted] = new WrittenBody(body, headers, this.lifetime);
      grown();
    });
    return this.#encoding[wanted];
  }

  /** Puts the next attempt to make it anew off for a while. */
  coolDown(): void {
    this.#cooldownEnd = Date.now() + cooldownMilliseconds;
  }

  isCoolingDown(now: number): boolean {
    return now < this.#cooldownEnd;
  }
}

function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}
