/**
 * WordPress as the loaders see it: lists that a test writes itself, asked for over a `RestGet`, without a gateway.
 */
import { keptKinds } from '../../src/kept-kinds.ts';
import type { Operation } from '../../src/loaders/operation/operation.ts';
import { createChanges } from '../../src/store/changes.ts';
import { createDocumentCache } from '../../src/store/document-cache.ts';
import type { Lifetimes } from '../../src/store/freshness.ts';
import type { RemoteCache } from '../../src/store/remote-cache.ts';
import type { RestAnswer, RestGet, RestRequest } from '../../src/wordpress/http/client.ts';

type Row = Readonly<Record<string, unknown>>;

/** One answer to a list, with what was asked of each row. @param total rows that match, whatever the page */
export function listed({ query }: RestRequest, rows: readonly Row[], total = rows.length): RestAnswer {
  const names = String(query?._fields ?? '')
    .split(',')
    .map((path) => path.split('.')[0]);
  const body = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name))));
  return { body, total, totalPages: Math.ceil(total / 100), bytes: JSON.stringify(body).length, date: Date.now() };
}

export interface ScriptedGet {
  readonly get: RestGet;
  /** What was asked for, in this order. */
  readonly asked: RestRequest[];
}

export function scriptedGet(answer: (request: RestRequest) => RestAnswer | Promise<RestAnswer>): ScriptedGet {
  const asked: RestRequest[] = [];
  const get: RestGet = async (request) => {
    asked.push(request);
    return answer(request);
  };
  return { get, asked };
}

/** A promise that a test keeps or breaks when it is time. */
export function withheld() {
  let [release, refuse]: [() => void, (error: Error) => void] = [() => {}, () => {}];
  const released = new Promise<void>((resolve, reject) => {
    [release, refuse] = [resolve, reject];
  });
  return { released, release, refuse };
}

const second = { fresh: 1_000, stale: 10_000, spare: 100_000 };
const lifetimes = Object.fromEntries(keptKinds.map((kind) => [kind, second])) as unknown as Lifetimes;

/** Milliseconds since the oldest part of an answer was told over a short store, as far as its operation says. */
export function ageOf({ provenance }: Operation): number {
  const now = Date.now();
  return now + second.fresh - provenance.lifetime(lifetimes, now).fresh;
}

/** A store in which everything is fresh for a second, stale for ten, and spare for a hundred. */
export function shortStore(remote?: RemoteCache) {
  const changes = createChanges();
  const cache = createDocumentCache({ maxBytes: 1_000_000, lifetimes, kindOf: () => 'content', changes, remote });
  return { changes, cache, lifetimes };
}
