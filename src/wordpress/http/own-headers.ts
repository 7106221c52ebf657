/**
 * What the gateway itself sends along with each request to the site: its name, and what lets it through a gate in front of it.
 * Knows that both are for one origin only, and that they may be secrets: nothing here is ever repeated in a message.
 */
import { PressgraphError } from '../../errors.ts';
import type { Send } from './send.ts';

/** @param headers by their lower-case names; they come before those of a request */
export function sendOwnHeaders(send: Send, origin: string, headers: Readonly<Record<string, string>>): Send {
  const takesAuthorization = headers.authorization === undefined;
  return async (request) => {
    // A client's credentials are neither replaced in silence nor sent to a gate that they are not for.
    if (!takesAuthorization && request.headers.authorization !== undefined) {
      throw new PressgraphError(
        'FORBIDDEN',
        'This gateway has an Authorization of its own for the site, and takes none from clients.',
      );
    }
    const isOfSite = request.url.startsWith(`${origin}/`);
    return send(isOfSite ? { ...request, headers: { ...request.headers, ...headers } } : request);
  };
}
