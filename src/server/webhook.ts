/**
 * `POST /webhook`: a signed announcement that something has changed, from the site itself.
 * Knows two ways to sign with a shared secret, and that an announcement counts once.
 *
 * - `X-Pressgraph-Signature: sha256=<hex HMAC of "<timestamp>.<body>">` with `X-Pressgraph-Timestamp: <seconds>`: what the
 *   body names is dropped, and the site is looked at.
 * - `X-Hub-Signature-256: sha256=<hex HMAC of body>`, as webhook plugins send it. It says nothing of when it was signed, so
 *   it can be replayed: the site is looked at, and nothing is believed that the site does not say.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Change } from '../store/change.ts';
import { isMap } from '../wordpress/values.ts';
import type { ReadRequest } from './http/read-request.ts';
import { notTaken, refusalResponse } from './http/refusal.ts';
import type { RequestHead } from './http/request-head.ts';
import type { Route } from './route.ts';

export interface WebhookOptions {
  readonly path: string;
  readonly secret: string;
  /** Where documents of a kind that an announcement names are: `post`, `category`, `comment`, `user`. */
  routeOf(type: string): string | undefined;
  announce(change: Change): void;
  /** Has the site looked at. Nobody waits for it: the site may be waiting for our answer. */
  look(): void;
  /** Has the site itself read anew: its types, taxonomies and fields. Nobody waits for it. */
  readSite(): void;
  /** Whether a signature is seen for the first time, by any gateway that shares the secret. */
  isFirst?: ((signature: string, seconds: number) => Promise<boolean>) | undefined;
}

/** Seconds by which the clocks of site and gateway may differ, and the time that an announcement may be on its way. */
const toleranceSeconds = 300;
const mostBytes = 100_000;

export function createWebhook({ path, secret, routeOf, announce, look, readSite, isFirst }: WebhookOptions): Route {
  const seen = new LRUCache<string, true>({ max: 10_000, ttl: 2 * toleranceSeconds * 1000 });

  async function isReplay(signature: string): Promise<boolean> {
    if (seen.has(signature)) return true;
    seen.set(signature, true);
    return isFirst !== undefined && !(await isFirst(signature, 2 * toleranceSeconds));
  }

  async function answer({ head, body }: ReadRequest): Promise<Response> {
    if (head.method !== 'POST') return refused(405, 'Announcements are posted.', { allow: 'POST' });
    const signature = head.header('x-pressgraph-signature');
    if (signature === undefined) return answerBare(head, body);
    const timestamp = head.header('x-pressgraph-timestamp');
    if (timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) {
      return refused(400, 'X-Pressgraph-Timestamp: must be the seconds since 1970 at which it was signed.');
    }
    if (!isSignature(signature, secret, `${timestamp}.${body}`)) return refused(401, 'The signature does not fit.');
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) {
      return refused(401, `X-Pressgraph-Timestamp: more than ${toleranceSeconds} seconds from this gateway's clock.`);
    }
    const announced = announcedIn(body, routeOf);
    if (typeof announced === 'string') return refused(400, announced);
    const { changes, isOfSite } = announced;
    if (await isReplay(signature)) return refused(409, 'This announcement was made before.');
    for (const change of changes) announce(change);
    if (isOfSite) readSite();
    look();
    return taken(changes.reduce((sum, { ids }) => sum + (ids?.length ?? 1), 0));
  }

  /** For what does not say when it was signed. */
  function answerBare(head: RequestHead, body: string): Response {
    const signature = head.header('x-hub-signature-256');
    if (signature === undefined) return refused(401, 'X-Pressgraph-Signature or X-Hub-Signature-256 is missing.');
    if (!isSignature(signature, secret, body)) return refused(401, 'The signature does not fit.');
    look();
    return taken(0);
  }

  return { takes: (head) => head.isAt(path), mostBytes, answer };
}

function taken(dropped: number): Response {
  return Response.json({ dropped }, { status: 202, statusText: 'Accepted' });
}

function isSignature(given: string, secret: string, signed: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(signed).digest('hex')}`);
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Beyond so many documents of a collection it is cheaper to forget all of it. */
const mostIds = 1_000;

const entryForm = '{"type": "post", "id": 7}';

interface Announced {
  readonly changes: readonly Change[];
  /** Whether the site itself is another one. */
  readonly isOfSite: boolean;
}

/**
 * `{ "type": "post", "id": 7 }`, `{ "type": "site" }`, or a list of such; what is wrong with anything else. An event that names
 * no document, or one of a type that is not known, drops nothing and still makes the gateway look.
 */
function announcedIn(body: string, routeOf: WebhookOptions['routeOf']): Announced | string {
  const named = parsedJson(body);
  if (named === undefined) return `The announcement is not JSON; expected ${entryForm}, or a list of such.`;
  const byRoute = new Map<string, Set<number>>();
  let isOfSite = false;
  for (const [index, entry] of (Array.isArray(named) ? named : [named]).entries()) {
    const { type, id: given } = (entry ?? {}) as { type?: unknown; id?: unknown };
    if (isMap(entry) && type === undefined && given === undefined) continue;
    if (type === 'site' && given === undefined) {
      isOfSite = true;
      continue;
    }
    const id = idOf(given);
    if (typeof type !== 'string' || id === undefined) {
      return `${Array.isArray(named) ? `Entry ${index + 1} of the announcement` : 'The announcement'}: expected ${entryForm}.`;
    }
    const route = routeOf(type);
    if (route !== undefined) byRoute.set(route, (byRoute.get(route) ?? new Set()).add(id));
  }
  const changes = [...byRoute].map(([route, ids]) => (ids.size > mostIds ? { route } : { route, ids: [...ids] }));
  return { changes, isOfSite };
}

/** `undefined` for what is no JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** PHP may write a number as text. */
function idOf(value: unknown): number | undefined {
  const id = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function refused(...[status, message, headers]: Parameters<typeof notTaken>): Response {
  return refusalResponse(notTaken(status, message, headers));
}
