// Knows how many measurements become one number, and how numbers are written in a table.

export function percentile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * fraction))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = Number.NaN] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/**
 * How one runner compares to another that was measured in the same rounds: the median of the rounds' own ratios. A machine
 * that slows down for a while slows both of a round, so this holds where the ratio of two medians does not.
 */
export function pairedRatio(values: readonly number[], references: readonly number[]): number {
  return median(values.map((value, round) => value / (references[round] ?? Number.NaN)));
}

/** With fewer values than these, even the least and the greatest have the median between them by chance too often. */
const leastForBounds = 6;

/**
 * Between which of the values the median of ever more of them would lie, with a certainty of 95 %: how many of them are below
 * it is how many of as many coins show heads. `undefined` where there are too few to tell.
 */
export function medianBounds(values: readonly number[]): readonly [least: number, most: number] | undefined {
  const { length } = values;
  if (length < leastForBounds) return undefined;
  const sorted = [...values].sort((one, other) => one - other);
  const below = Math.floor((length - 1 - 1.96 * Math.sqrt(length)) / 2);
  return [sorted[below] ?? Number.NaN, sorted[length - 1 - below] ?? Number.NaN];
}

/** The median, and in brackets the least and the greatest. */
export function withSpread(values: readonly number[], write: (value: number) => string = rounded): string {
  return `${write(median(values))} (${write(Math.min(...values))}-${write(Math.max(...values))})`;
}

/** Three figures are as many as such a measurement is worth. */
export function rounded(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Numbers that look random and are the same in every run, so that all runners get the same order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = Math.floor(next() * (last + 1));
    [result[last], result[chosen]] = [result[chosen] as T, result[last] as T];
  }
  return result;
}
