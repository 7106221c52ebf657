/**
 * Tells the observer of every request to WordPress, once it is over.
 */
import { type Observer, type RequestEvent, readFailure } from '../../observer.ts';
import type { Turned } from './traffic.ts';
import { isForClients } from './turns.ts';

export function watchRequests<R extends Turned, Answer extends { readonly bytes: number }>(
  ask: (request: R) => Promise<Answer>,
  observer: Observer,
): (request: R) => Promise<Answer> {
  if (!observer.request) return ask;
  return async (request) => {
    const sent = performance.now();
    const tell = (outcome: Pick<RequestEvent, 'bytes' | 'failure'>) => {
      const { route, waiters } = request;
      const waited = waiters && isForClients(waiters) ? 'client' : 'background';
      observer.request?.({ route, waited, milliseconds: performance.now() - sent, ...outcome });
    };
    try {
      const answer = await ask(request);
      tell({ bytes: answer.bytes });
      return answer;
    } catch (error) {
      tell({ failure: readFailure(error) });
      throw error;
    }
  };
}
