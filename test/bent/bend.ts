/**
 * A bend: one way in which a real site is not as WordPress' handbook has it, as a function over what carries requests to it.
 * Knows what an answer of WordPress is made of, so that each bend says only what it changes.
 */
import type { Send, UpstreamRequest, UpstreamResponse } from '../../src/wordpress/http/send.ts';
import type { Allowance } from './comparison.ts';

export interface Bend extends Allowance {
  readonly name: string;
  /** Who does so, and what. */
  readonly means: string;
  readonly bend: (send: Send) => Send;
  /** Another form of what stands above it, for which a part of the operations is enough. */
  readonly variant?: boolean;
  /** The gateway does what is wanted of it, and never sees the bend. */
  readonly avoided?: boolean;
  /** Whether it is so for good, or passes: then what was known is kept meanwhile, and nothing of it stays. */
  readonly passes?: boolean;
  /** The address that an operator gives, if it is not that of the site. */
  readonly address?: string;
}

export const siteAddress = 'http://magazine.test';

/** What is asked: a list (`/wp/v2/posts`), a document of one (with its id), or something else. */
export interface Place {
  /** Below the REST root, without a slash at the end; `undefined` for what lies beside it. */
  readonly route: string | undefined;
  readonly collection: string | undefined;
  readonly id: number | undefined;
  readonly query: URLSearchParams;
  readonly request: UpstreamRequest;
}

export const collections = ['posts', 'pages', 'media', 'categories', 'tags', 'users', 'comments'] as const;

export function placeOf(request: UpstreamRequest): Place {
  const { pathname, searchParams: query } = new URL(request.url);
  const found =
    query.get('rest_route') ??
    /\/wp-json(\/.*)?$/
      .exec(pathname)
      ?.slice(1)
      .map((path) => path ?? '/')[0];
  const route = found?.replace(/(?<=.)\/$/, '');
  const [, collection, id] = /^\/wp\/v2\/([\w-]+)(?:\/(\d+))?$/.exec(route ?? '') ?? [];
  return { route, collection, id: id === undefined ? undefined : Number(id), query, request };
}

type Change<T> = (answer: T, place: Place) => T | Promise<T>;

/** Bends what REST answers. */
export function answers(change: Change<UpstreamResponse>): Bend['bend'] {
  return (send) => async (request) => {
    const place = placeOf(request);
    const answer = await send(request);
    return place.route === undefined ? answer : change(answer, place);
  };
}

/** Bends the JSON of what REST answers with success. */
function json(change: Change<unknown>): Bend['bend'] {
  return answers(async (answer, place) => {
    if (answer.status !== 200) return answer;
    return withJson(answer, await change(jsonOf(answer), place));
  });
}

export type Json = Readonly<Record<string, unknown>>;

/** Bends each document of some collections, in lists, by itself and embedded in others, as a filter on a site does. */
export function documents(of: readonly string[], change: (document: Json, collection: string) => Json): Bend['bend'] {
  const changed = (value: unknown, collection: string | undefined): unknown => {
    if (Array.isArray(value)) return value.map((entry) => changed(entry, collection));
    if (!isMap(value) || !('id' in value)) return value;
    const own = collection ?? collectionOf(value);
    const bent = own !== undefined && of.includes(own) ? change(value, own) : value;
    if (!isMap(bent._embedded)) return bent;
    const embedded = Object.entries(bent._embedded).map(([rel, entries]) => [rel, changed(entries, undefined)]);
    return { ...bent, _embedded: Object.fromEntries(embedded) };
  };
  return json((value, { collection }) => (collection ? changed(value, collection) : value));
}

/** Of which collection an embedded document is. */
function collectionOf(document: Json): string | undefined {
  const [self] = (document._links as Readonly<Record<string, { href: string }[]>> | undefined)?.self ?? [];
  return /\/wp\/v2\/([\w-]+)\/\d+$/.exec(self?.href ?? '')?.[1];
}

/** Every document in an answer, those embedded too, as `posts/133`. */
export function namesIn(value: unknown, collection: string | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => namesIn(entry, collection));
  if (!isMap(value)) return [];
  const own = collection ?? collectionOf(value);
  const embedded = isMap(value._embedded) ? Object.values(value._embedded) : [];
  return [`${own}/${value.id}`, ...embedded.flatMap((entry) => namesIn(entry, undefined))];
}

/** Members of a document, each changed where it has one of that name. */
export function members(document: Json, changes: Readonly<Record<string, (value: unknown) => unknown>>): Json {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, changes[name] ? changes[name](value) : value]),
  );
}

export function without(document: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)));
}

/** The address of a request with other arguments. */
export function asking(request: UpstreamRequest, change: (query: URLSearchParams) => void): UpstreamRequest {
  const url = new URL(request.url);
  change(url.searchParams);
  return { ...request, url: url.href };
}

export function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf({ body }: UpstreamResponse): string {
  return new TextDecoder().decode(body);
}

export function jsonOf(answer: UpstreamResponse): unknown {
  return JSON.parse(textOf(answer));
}

export function withText(answer: UpstreamResponse, text: string): UpstreamResponse {
  return { ...answer, body: new TextEncoder().encode(text) };
}

export function withJson(answer: UpstreamResponse, value: unknown): UpstreamResponse {
  return withText(answer, JSON.stringify(value));
}

/** As a firewall, a proxy or a web server answers. */
export function page(status: number, title: string): UpstreamResponse {
  const answer = { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body: new Uint8Array() };
  return withText(
    answer,
    `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  );
}

/** As WordPress refuses. */
export function refusal(status: number, code: string, message: string, data: Json = {}): UpstreamResponse {
  const answer = { status, headers: { 'content-type': 'application/json; charset=UTF-8' }, body: new Uint8Array() };
  return withJson(answer, { code, message, data: { status, ...data } });
}

export function withoutHeaders(answer: UpstreamResponse, names: readonly string[]): UpstreamResponse {
  const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !names.includes(name)));
  return { ...answer, headers };
}

/** A list with fewer entries, or a smaller number. */
export function isFewer(wanted: unknown, got: unknown): boolean {
  if (Array.isArray(wanted) && Array.isArray(got)) return got.length < wanted.length;
  return typeof wanted === 'number' && typeof got === 'number' && got < wanted;
}
