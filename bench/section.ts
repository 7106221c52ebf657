// Knows what every section of the benchmark is given, and what it must give back.

import type { MeasuredSite } from './bed.ts';
import type { Table } from './table.ts';

export interface Bench {
  readonly site: MeasuredSite;
  /** How often each runner is asked in turn, where a section goes by rounds. */
  readonly rounds: number;
  /** Everything once and briefly: to see whether it runs, not what it measures. */
  readonly quick: boolean;
  log(line: string): void;
}

export type Section = (bench: Bench) => Promise<Table[]>;
