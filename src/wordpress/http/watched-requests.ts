/**
 * Tells the observer of every request to the REST API, once it is over.
 */
import { type Observer, type RequestEvent, readFailure } from '../../observer.ts';
import type { RestGet } from './client.ts';
import { isForClients } from './turns.ts';

export function watchRequests(get: RestGet, observer: Observer): RestGet {
  if (!observer.request) return get;
  return async (request) => {
    const sent = performance.now();
    const tell = (outcome: Pick<RequestEvent, 'bytes' | 'failure'>) => {
      const { route, waiters } = request;
      const waited = waiters && isForClients(waiters) ? 'client' : 'background';
      observer.request?.({ route, waited, milliseconds: performance.now() - sent, ...outcome });
    };
    try {
      const answer = await get(request);
      tell({ bytes: answer.bytes });
      return answer;
    } catch (error) {
      tell({ failure: readFailure(error) });
      throw error;
    }
  };
}
