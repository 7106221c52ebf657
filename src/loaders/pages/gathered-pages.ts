/**
 * Rows gathered from one page after the other, each once: what is added to a list meanwhile moves others to the next page.
 * Knows when a list has nothing more to give, whatever WordPress says of its length.
 */

/** Pages in a row that may bring nothing new before that counts as the end. Rows that a viewer may not see leave pages empty. */
export const mostBarrenPages = 3;

export class GatheredPages<T> {
  readonly #idOf: (row: T) => number;
  readonly #rows = new Map<number, T>();
  #barren = 0;

  constructor(idOf: (row: T) => number) {
    this.#idOf = idOf;
  }

  get rows(): readonly T[] {
    return [...this.#rows.values()];
  }

  /** Whether the last pages were empty, or repeated earlier ones. */
  get isExhausted(): boolean {
    return this.#barren >= mostBarrenPages;
  }

  /** @returns those that are new */
  add(page: readonly T[]): readonly T[] {
    const added = page.filter((row) => {
      const id = this.#idOf(row);
      const isNew = !this.#rows.has(id);
      if (isNew) this.#rows.set(id, row);
      return isNew;
    });
    this.#barren = added.length > 0 ? 0 : this.#barren + 1;
    return added;
  }
}
