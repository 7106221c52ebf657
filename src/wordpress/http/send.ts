/**
 * The one shape of everything that carries a request to WordPress: a policy takes a `Send` and returns a `Send`.
 * Knows what a request and an answer are; knows nothing of REST, of JSON or of what carries them.
 */

/** A request to WordPress. It has no body: nothing is written there. */
export interface UpstreamRequest {
  /** As HTTP has it. */
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  /** Absolute URL. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the answer any more: the request may be given up. */
  readonly signal?: AbortSignal | undefined;
}

/** What WordPress answered, whatever its status, with its body read to the end. */
export interface UpstreamResponse {
  /** HTTP's status code. */
  readonly status: number;
  /** Lower-case names; a repeated header is joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded where it came encoded (`gzip`), otherwise as it came. */
  readonly body: Uint8Array;
}

/**
 * Carries one request to WordPress. Redirects are answers like any other: the caller decides whether to follow.
 * @throws PressgraphError `UPSTREAM_TIMEOUT` or `UPSTREAM_UNAVAILABLE` where no answer came, `UPSTREAM_BAD_RESPONSE` where it is
 *   too large or cannot be decoded
 */
export type Send = (request: UpstreamRequest) => Promise<UpstreamResponse>;
