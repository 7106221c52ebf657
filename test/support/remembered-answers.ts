/** A site that nobody changes, for tests that ask it for the same again and again: what answers the same is asked once. */
import type { Send, UpstreamRequest, UpstreamResponse } from '../../src/wordpress/http/send.ts';

/** @param isKept which requests are such */
export function remembered(send: Send, isKept: (request: UpstreamRequest) => boolean = () => true): Send {
  const known = new Map<string, Promise<UpstreamResponse>>();
  return (request) => {
    if (!isKept(request)) return send(request);
    const { method, url, headers } = request;
    const key = JSON.stringify([method, url, headers['user-agent'], headers.authorization]);
    const answer = known.get(key) ?? send(request);
    known.set(key, answer);
    // One that is given up is no answer for the next.
    answer.catch(() => known.delete(key));
    return answer;
  };
}
