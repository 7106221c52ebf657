/**
 * A request of which all has been read: its head, and its body as text.
 */
import type { Encoding } from './encodings.ts';
import type { RequestHead } from './request-head.ts';

export class ReadRequest {
  readonly head: RequestHead;
  /** Empty where there is none. */
  readonly body: string;
  /** In which its answer may be given. */
  readonly encoding: Encoding;
  #key: string | undefined;

  /** @param key where less of it than all determines its answer */
  constructor(head: RequestHead, body: string, encoding: Encoding = 'identity', key?: string) {
    this.#key = key;
    this.head = head;
    this.body = body;
    this.encoding = encoding;
  }

  /** What determines the answer to an anonymous request: its client and its connection do not. */
  get key(): string {
    const { method, path, accept = '', contentType = '' } = this.head;
    this.#key ??= `${method} ${path}\n${accept}\n${contentType}\n${this.body}`;
    return this.#key;
  }
}
