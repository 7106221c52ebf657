/**
 * Whole answers to anonymous queries, ready to be written: bodies in each encoding, validators, and what each was made of.
 * Knows sizes, times and which answers a change makes worthless; nothing of GraphQL.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type Change, concerns, concernsLists, isEverything } from '../../store/changes.ts';

/** What an answer was made of: collections of which it shows a list, and single documents of others. */
export interface Ingredients {
  readonly lists: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, ReadonlySet<number>>;
}

/** Milliseconds since the epoch. */
export interface AnswerLifetime {
  /** Until then it is served as it is. */
  readonly fresh: number;
  /** Until then it is served at once, and made anew behind. */
  readonly stale: number;
}

export interface Answer {
  readonly key: string;
  readonly contentType: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly lifetime: AnswerLifetime;
  readonly ingredients: Ingredients;
  /** Made when the answer is asked for again by somebody who takes them. */
  gzip?: Buffer;
  brotli?: Buffer;
}

export interface AnswerCache {
  find(key: string): Answer | undefined;
  keep(answer: Answer): void;
  /** To be told when an answer has grown by an encoding. */
  measure(answer: Answer): void;
  drop(change: Change): void;
}

/** What an answer takes beside its bodies: key, headers, index. */
const answerBytes = 1_500;
const partBytes = 150;

export function createAnswer(
  key: string,
  contentType: string,
  body: Buffer,
  lifetime: AnswerLifetime,
  { lists, documents }: Ingredients,
): Answer {
  // Whatever changes in a collection drops the answers that list it, so its single documents need no entry of their own.
  const single = new Map([...documents].filter(([collection]) => !lists.has(collection)));
  const etag = `W/"${createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 27)}"`;
  return { key, contentType, body, etag, lifetime, ingredients: { lists, documents: single } };
}

/** Whether a change says something of what an answer was made of. */
export function isTouched({ lists, documents }: Ingredients, change: Change): boolean {
  for (const collection of lists) if (concernsLists(change, collection)) return true;
  for (const [collection, ids] of documents) {
    for (const id of ids) if (concerns(change, collection, id)) return true;
  }
  return isEverything(change);
}

export function createAnswerCache(maxBytes: number): AnswerCache {
  /** By collection: the answers with a list of it, or with single documents of it. */
  const index = new Map<string, Set<Answer>>();
  const collectionsOf = ({ ingredients: { lists, documents } }: Answer) => [...lists, ...documents.keys()];
  const answers = new LRUCache<string, Answer>({
    maxSize: Math.max(1, maxBytes),
    sizeCalculation: sizeOf,
    dispose: (answer) => {
      for (const collection of collectionsOf(answer)) index.get(collection)?.delete(answer);
    },
  });

  return {
    find: (key) => answers.get(key),
    keep(answer) {
      answers.set(answer.key, answer);
      if (answers.peek(answer.key) !== answer) return;
      for (const collection of collectionsOf(answer)) {
        const known = index.get(collection) ?? new Set();
        index.set(collection, known.add(answer));
      }
    },
    measure(answer) {
      if (answers.peek(answer.key) !== answer) return;
      answers.delete(answer.key);
      this.keep(answer);
    },
    drop(change) {
      if (isEverything(change)) answers.clear();
      for (const answer of [...(index.get(change.route) ?? [])]) {
        if (isTouched(answer.ingredients, change)) answers.delete(answer.key);
      }
    },
  };
}

function sizeOf({ key, body, gzip, brotli, ingredients: { lists, documents } }: Answer): number {
  let parts = lists.size;
  for (const ids of documents.values()) parts += ids.size;
  const bodies = body.length + (gzip?.length ?? 0) + (brotli?.length ?? 0);
  return answerBytes + 2 * key.length + bodies + parts * partBytes;
}
