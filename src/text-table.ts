/**
 * Rows of text in columns, as a terminal shows them.
 */

/** What stands between two columns. */
const gap = '  ';

/**
 * A line for each row, the first of them the headings. The last column is not padded, so that what is wide in it moves nothing.
 * @param width the most signs of a line; what is longer ends in `…`
 */
export function tableLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_heading, column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return rows.map((row) =>
    cut(
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join(gap)
        .trimEnd(),
      width,
    ),
  );
}

/** Not longer than a line may be. */
export function cut(line: string, width: number): string {
  const signs = [...line];
  return signs.length <= width ? line : `${signs.slice(0, width - 1).join('')}…`;
}
