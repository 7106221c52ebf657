// Knows how variants of pressgraph are told apart: each thing that is measured is one row, with what each variant takes of the
// time of another, and whether that is certain.

import type { Bench } from './section.ts';
import { median, medianBounds, rounded, withSpread } from './statistics.ts';
import type { Table } from './table.ts';
import type { Variants } from './variants.ts';

export interface ComparingBench extends Bench {
  readonly variants: Variants;
}

/** What one query takes, by the names of the variants: a number for each round, in which all of them had their turn. */
export interface Measured {
  readonly what: string;
  readonly milliseconds: ReadonlyMap<string, readonly number[]>;
}

export type Comparison = (bench: ComparingBench) => Promise<Measured[]>;

/** What is slower by less than this is not slower: no machine that does anything else tells them apart. */
const limit = 1.03;

export function comparisonTable(section: string, measured: readonly Measured[], [first, ...others]: Variants): Table {
  return {
    title: `Compared with itself: ${section}`,
    meaning: `Milliseconds for each query, by the clock where nothing else is said; for each other variant the median of the rounds' ratios, and in brackets where that
median lies with a certainty of 95 %. *now / before* must be at most ${limit}; a mechanism earns its room where *without / now*
is more than that. *open*: this many rounds on this machine do not tell.`,
    columns: ['', first.name, ...others.map(({ name, isEarlier }) => inWords(isEarlier, name, first.name)), 'rounds'],
    rows: measured.map(({ what, milliseconds }) => {
      const own = milliseconds.get(first.name) ?? [];
      const cells = others.map(({ name, isEarlier }) => {
        const theirs = milliseconds.get(name) ?? [];
        return isEarlier
          ? ratioCell(own, theirs, ['met', '**missed**'])
          : ratioCell(theirs, own, ['does not earn its room', 'earns its room']);
      });
      return [what, withSpread(own), ...cells, String(own.length)];
    }),
  };
}

function inWords(isEarlier: boolean, name: string, now: string): string {
  return isEarlier ? `${now} / ${name}` : `${name} / ${now}`;
}

/** @param words what it means that the ratio is at most the limit, and that it is more */
export function ratioCell(
  values: readonly number[],
  references: readonly number[],
  [within, beyond]: readonly [string, string],
): string {
  const ratios = values.map((value, round) => value / (references[round] ?? Number.NaN));
  const bounds = medianBounds(ratios);
  if (!bounds) return `${rounded(median(ratios))}: open`;
  const [least, most] = bounds;
  const word = most <= limit ? within : least > limit ? beyond : 'open';
  return `${rounded(median(ratios))} (${rounded(least)}-${rounded(most)}): ${word}`;
}
