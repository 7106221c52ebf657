/**
 * How the site is asked with the credentials of the service account: for what its privileges name, and for nothing else.
 * Knows what of a request they may be sent with; a request that is none of these is a mistake of this program.
 */
import type { Observer } from '../observer.ts';
import { openingOf, type Privilege } from '../privileges.ts';
import type { AsOf } from '../store/as-of.ts';
import type { AskBlockTypes } from '../wordpress/discovery/site-facts.ts';
import type { RestAnswer, RestGet, RestRequest } from '../wordpress/http/client.ts';
import type { Query } from '../wordpress/http/rest-root.ts';
import { resourceAt, type Site } from '../wordpress/site.ts';
import { isRefusal, type Refusals } from './lookups/refusals.ts';

/** A user of the site whose rights some of the graph stands on. */
export interface ServiceAccount {
  /** What is sent as `Authorization`. A secret. */
  readonly authorization: string;
  readonly opens: ReadonlySet<Privilege>;
}

/** The header for a login and an application password, as `login:password`. */
export function authorizationOf(loginAndPassword: string): string {
  return `Basic ${Buffer.from(loginAndPassword).toString('base64')}`;
}

export interface AccountGetOptions {
  readonly account: ServiceAccount;
  readonly get: RestGet;
  readonly site: Site;
  /** Is told what the site refuses. */
  readonly refusals: Refusals;
  readonly observer: Observer;
  asOf(): AsOf;
}

export function createAccountGet({ account, get, site, refusals, observer, asOf }: AccountGetOptions): RestGet {
  const { authorization, opens } = account;
  return async (request) => {
    const privilege = [...opens].find((opened) => isNamed(opened, request, site));
    if (privilege === undefined) throw new Error(`The service account is not for ${request.route} as it is asked.`);
    const before = asOf();
    try {
      const answer = await get({ ...request, authorization });
      const isOfDocuments = openingOf(privilege).properties !== undefined;
      if (isOfDocuments && withholds(answer))
        observer.closed?.({ privilege, reason: 'withheld', route: request.route });
      return answer;
    } catch (error) {
      const route = collectionOf(request.route);
      // Of one document it says that this one is not there, or not any more.
      if (isRefusal(error) && (route === request.route || error.status === 401)) {
        const { status = 0, message } = error;
        refusals.note(route, error, before);
        observer.closed?.({ privilege, reason: 'refused', route, status, message });
      }
      throw error;
    }
  };
}

/**
 * Whether a list lacks some of what matches: to somebody who may not edit it, WordPress gives out less than it has counted, without
 * an error. Where it is hidden how many there are, none of those that were known to be there says so as well.
 */
function withholds({ body, total, totalPages }: RestAnswer): boolean {
  if (!Array.isArray(body)) return false;
  return total === undefined ? body.length === 0 : body.length < total && (totalPages ?? 1) <= 1;
}

/** Whether a privilege names a route, and all that is asked of it. */
function isNamed(privilege: Privilege, { method, route, query = {} }: RestRequest, site: Site): boolean {
  if (method !== undefined) return false;
  const { routes, properties } = openingOf(privilege);
  const whole = routes[route];
  if (whole) {
    const { page: _page, offset: _offset, per_page: _size, ...asked } = query;
    return Object.entries(asked).every(([name, value]) => whole[name] === value);
  }
  if (properties === undefined || resourceAt(site, collectionOf(route))?.family !== 'content') return false;
  return query.context === 'edit' && query.status === undefined && asksOnly(query, properties);
}

/** The route of a document's collection. */
function collectionOf(route: string): string {
  return route.replace(/\/\d+$/, '');
}

function asksOnly({ _fields }: Query, properties: readonly string[]): boolean {
  return typeof _fields === 'string' && _fields.split(',').every((path) => properties.includes(path));
}

/**
 * How types of blocks are asked for while a site is read: a schema is made of them, so that they are no answer among others.
 * `undefined` where the account does not open them.
 */
export function asksBlockTypes(account: ServiceAccount | undefined, observer: Observer): AskBlockTypes | undefined {
  const privilege = 'block-types';
  if (!account?.opens.has(privilege)) return undefined;
  const { authorization } = account;
  const [route = '', query = {}] = Object.entries(openingOf(privilege).routes)[0] ?? [];
  return async (get) => {
    try {
      return (await get({ route, query, authorization })).body;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { status = 0, message } = error;
      observer.closed?.({ privilege, reason: 'refused', route, status, message });
      return undefined;
    }
  };
}
