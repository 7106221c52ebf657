/**
 * Leaves a site alone for as long as it says.
 * Source: RFC 9110, `Retry-After`: seconds or a date, with 429 (too many requests) or 503 (for now).
 */
import { PressgraphError } from '../../errors.ts';
import type { Observer } from '../../observer.ts';
import type { Send, UpstreamResponse } from './send.ts';

/** Milliseconds for which a site is believed that it does not want to be asked. */
const longest: Readonly<Record<number, number>> = {
  429: 86_400_000,
  // WordPress says ten minutes when it updates a plugin, and is back within seconds.
  503: 10_000,
};

export function heedRetryAfter(send: Send, observer: Observer): Send {
  let pause: { readonly status: number; readonly until: number } | undefined;

  return async (request) => {
    if (pause && Date.now() < pause.until) throw asFailure(pause.status, pause.until - Date.now());
    const answer = await send(request);
    // A page under maintenance says nothing of the REST API behind it.
    const wait = request.method === 'HEAD' && answer.status === 503 ? undefined : retryAfter(answer);
    if (wait === undefined) return answer;
    // A viewer who tries passwords, or asks too often, closes the site for that viewer alone.
    if (request.headers.authorization === undefined) {
      const until = Date.now() + wait;
      if (!pause || Date.now() >= pause.until) observer.pause?.({ status: answer.status, milliseconds: wait });
      if (!pause || until > pause.until) pause = { status: answer.status, until };
    }
    throw asFailure(answer.status, wait);
  };
}

/** How long an answer asks for patience, in milliseconds; `undefined` when it does not. */
function retryAfter({ status, headers }: UpstreamResponse): number | undefined {
  const [most, value] = [longest[status], headers['retry-after']?.trim()];
  if (most === undefined || !value) return undefined;
  const wait = /^\d{1,10}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return wait > 0 ? Math.min(wait, most) : undefined;
}

function asFailure(status: number, milliseconds: number): PressgraphError {
  const seconds = Math.ceil(milliseconds / 1_000);
  return new PressgraphError(
    'UPSTREAM_UNAVAILABLE',
    `WordPress asks to be left alone for ${seconds} more seconds (status ${status}).`,
    { status },
  );
}
