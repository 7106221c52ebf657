/**
 * Rows of the table that are known to be wrong, until they are mended.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('expected-to-fail.json', import.meta.url));
const known: Readonly<Record<string, readonly string[]>> = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : {};

export function isExpected(bend: string, way: string, operation: string): boolean {
  return process.env.BENT_NOTES === undefined && (known[`${bend}, ${way}`] ?? []).includes(operation);
}

/** Writes down what is wrong, where it is asked for. */
export function note(bend: string, way: string, operation: string, faults: readonly string[]): void {
  const notes = process.env.BENT_NOTES;
  if (notes) appendFileSync(notes, `${JSON.stringify({ bend, way, operation, faults })}\n`);
}
