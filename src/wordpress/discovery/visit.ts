/**
 * What an address answers when a site is looked for there.
 * Knows how to tell WordPress' REST API from whatever else may answer.
 */
import { PressgraphError } from '../../errors.ts';
import { errorStatusOf } from '../http/error-body.ts';
import { readJson } from '../http/json.ts';
import { readCode } from '../http/messages.ts';
import { followRedirects, type Obstacle } from '../http/redirects.ts';
import type { Send, UpstreamResponse } from '../http/send.ts';
import { isMap, readList, readMember } from '../values.ts';

export type Visit = Answered | Failed;

/** An answer, at the end of its redirects. */
export interface Answered {
  readonly url: string;
  readonly answer: UpstreamResponse;
  /** The JSON in it, if there is any. */
  readonly json: unknown;
  readonly obstacle?: never;
}

/** No answer, or none that can be read. */
export interface Failed {
  readonly obstacle: Obstacle | { readonly kind: 'unreadable' | 'unreachable'; readonly message: string };
  readonly answer?: never;
}

/** @throws PressgraphError when the site does not answer in time, or says when it wants to be asked again */
export async function visit(url: string, send: Send): Promise<Visit> {
  const headers = { accept: 'application/json, text/html;q=0.9' };
  try {
    const journey = await followRedirects(send, { method: 'GET', url, headers });
    return journey.answer ? { ...journey, json: readJson(journey.answer.body).json } : { obstacle: journey.obstacle };
  } catch (error) {
    if (!(error instanceof PressgraphError) || error.status !== undefined) throw error;
    const { message } = error;
    if (error.code === 'UPSTREAM_BAD_RESPONSE') return { obstacle: { kind: 'unreadable', message } };
    if (error.code !== 'UPSTREAM_UNAVAILABLE') throw error;
    return { obstacle: { kind: 'unreachable', message: describe(error.cause) } };
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return '';
  const code = readCode((cause as { code?: unknown }).code);
  return code ?? (cause.message || cause.name);
}

export function isIndex({ answer, json }: Answered): boolean {
  return answer.status === 200 && (readList(readMember(json, 'namespaces'))?.includes('wp/v2') ?? false);
}

/** A refusal of WordPress: its REST API is there, and says no. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
}

export function refusalIn({ answer, json }: Answered): Refusal | undefined {
  const status = answer.status >= 400 ? answer.status : errorStatusOf(json);
  const code = readCode(readMember(json, 'code'));
  return status !== undefined && code !== undefined ? { status, code } : undefined;
}

/** Whether it could be what is left of a REST API's index that a plugin has trimmed or closed. */
export function mayBeIndex(visited: Answered): boolean {
  return refusalIn(visited) !== undefined || (visited.answer.status === 200 && isMap(visited.json));
}

/** Whether it is a map of types, or a list of documents. */
export function isOfRest({ answer, json }: Answered): boolean {
  if (answer.status !== 200) return false;
  if (Array.isArray(json)) return json.every((row) => readMember(row, 'id') !== undefined);
  return isMap(json) && Object.values(json).some((type) => readMember(type, 'rest_base') !== undefined);
}
