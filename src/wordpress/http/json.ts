/**
 * The JSON in an answer of WordPress.
 * Knows that it is the whole answer as a rule; what else there may be is for `spoilt-json.ts` to know.
 */
import { endOf, isBlank, isOpening, isTooMuch } from './brackets.ts';
import { findJson } from './spoilt-json.ts';

/** The JSON of an answer, or what is wrong with it. */
export type ReadJson =
  | { readonly json: unknown; readonly fault?: never }
  | { readonly json?: never; readonly fault: string };

export function readJson(bytes: Uint8Array): ReadJson {
  const first = bytes.findIndex((byte) => !isBlank(byte));
  const end = isOpening(bytes[first]) ? endOf(bytes, first) : bytes.length;
  if (isTooMuch(end)) return end;
  const isWhole = end <= bytes.length && bytes.subarray(end).every(isBlank);
  const json = first >= 0 && isWhole ? parsed(bytes.subarray(first)) : undefined;
  if (json !== undefined) return { json };
  return findJson(bytes, parsed) ?? { fault: 'is not JSON' };
}

/** `undefined` for what is none. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
