/** What goes over the wire while a test runs, so that it can tell how often a client asks, and how. */
import { vi } from 'vitest';

export interface SentRequest {
  readonly method: string;
  readonly url: URL;
  /** What was posted, parsed; `undefined` for a GET. */
  readonly body: unknown;
  /** The status of the answer; rejects where the request was aborted. */
  readonly status: Promise<number>;
  /** The headers of the answer. */
  readonly headers: Promise<Headers>;
}

/** Watches `fetch` until the test is over. */
export function watchRequests(): readonly SentRequest[] {
  const sent: SentRequest[] = [];
  const send = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const answer = send(input, init);
    const headers = answer.then((response) => response.headers);
    const status = answer.then((response) => response.status);
    for (const promise of [headers, status]) promise.catch(() => undefined);
    sent.push({
      method: init?.method ?? 'GET',
      url: new URL(String(input)),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      status,
      headers,
    });
    return answer;
  });
  return sent;
}
