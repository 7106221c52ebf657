/**
 * Whole answers that are kept, within a number of bytes.
 * Knows which of them a change makes worthless; nothing of what is in them.
 */
import { LRUCache } from 'lru-cache';
import { type Change, isEverything } from '../../store/change.ts';
import type { Answer } from './answer.ts';
import { isTouched } from './ingredients.ts';

export class AnswerCache {
  readonly #answers: LRUCache<string, Answer>;
  /** By collection: the answers with a list of it, or with single documents of it. */
  readonly #index = new Map<string, Set<Answer>>();

  constructor(maxBytes: number) {
    this.#answers = new LRUCache({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (answer) => {
        for (const collection of collectionsOf(answer)) this.#index.get(collection)?.delete(answer);
      },
    });
  }

  find(key: string): Answer | undefined {
    return this.#answers.get(key);
  }

  keep(answer: Answer): void {
    this.#answers.set(answer.key, answer);
    if (this.#answers.peek(answer.key) !== answer) return;
    for (const collection of collectionsOf(answer)) {
      const known = this.#index.get(collection) ?? new Set();
      this.#index.set(collection, known.add(answer));
    }
  }

  /** To be told when an answer has grown by an encoding. */
  measure(answer: Answer): void {
    if (this.#answers.peek(answer.key) !== answer) return;
    this.#answers.delete(answer.key);
    this.keep(answer);
  }

  drop(change: Change): void {
    if (isEverything(change)) this.#answers.clear();
    for (const answer of [...(this.#index.get(change.route) ?? [])]) {
      if (isTouched(answer.ingredients, change)) this.#answers.delete(answer.key);
    }
  }
}

function collectionsOf({ ingredients: { lists, documents } }: Answer): string[] {
  return [...lists, ...documents.keys()];
}
