// Knows what a section of the benchmark gives: tables of text, with a target beside what was measured.

import { reasonOf } from './failure.ts';

export interface Table {
  readonly title: string;
  /** Markdown: what was done, and what the rows mean; empty where the table above has said it. */
  readonly meaning: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function asMarkdown({ title, meaning, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const body = rows.map((row) => line(columns.map((_column, index) => row[index] ?? '')));
  return [
    `## ${title}`,
    '',
    ...(meaning ? [meaning, ''] : []),
    line(columns),
    line(columns.map(() => '---')),
    ...body,
  ].join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** A target that a number must not exceed, and whether it does not. */
export function atMost(value: number, limit: number, of = ''): string {
  return verdict(`<= ${limit}${of}`, value <= limit);
}

/** A target that a number must reach, and whether it does. */
export function atLeast(value: number, limit: number, of = ''): string {
  return verdict(`>= ${limit}${of}`, value >= limit);
}

export function verdict(target: string, isMet: boolean): string {
  return `${target}: ${isMet ? 'met' : '**missed**'}`;
}

/** What stands in the place of a section that could not be measured. */
export function failedTable(title: string, error: unknown): Table {
  return {
    title,
    meaning: 'This section could not be measured.',
    columns: ['error', 'must'],
    rows: [[reasonOf(error), verdict('to run', false)]],
  };
}
