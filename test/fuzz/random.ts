/**
 * Chance that can be repeated: the same seed makes the same choices, on every machine.
 */

export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  /** One of these; there must be one. */
  pick<T>(from: readonly T[]): T;
  /** Some of these, in their order. */
  some<T>(from: readonly T[], least: number, most: number): T[];
}

/** Mulberry32: 32 bits of state, good enough to choose test cases. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(from) {
      const [first] = from;
      if (first === undefined && from.length === 0) throw new Error('There is nothing to choose from.');
      return (from[int(0, from.length - 1)] ?? first) as (typeof from)[number];
    },
    some(from, least, most) {
      const wanted = Math.min(from.length, int(least, most));
      const chosen = new Set<number>();
      while (chosen.size < wanted) chosen.add(int(0, from.length - 1));
      return from.filter((_entry, index) => chosen.has(index));
    },
  };
}
