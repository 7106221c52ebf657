/**
 * The one shape of everything that carries a request to WordPress: a policy takes a `Send` and returns a `Send`.
 * Knows what a request and an answer are; knows nothing of REST, of JSON or of what carries them.
 */

export interface UpstreamRequest {
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  /** Absolute URL. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface UpstreamResponse {
  readonly status: number;
  /** Lower-case names; a repeated header is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type Send = (request: UpstreamRequest) => Promise<UpstreamResponse>;
