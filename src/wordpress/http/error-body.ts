/**
 * WordPress' errors, told from documents by their form.
 * Source: `rest_convert_error_to_response`, which prints a `WP_Error`.
 */
import { readInt, readMap, readMember } from '../values.ts';

/** All that a printed error has; a document has an id as well. */
const members = ['code', 'message', 'data', 'additional_errors', 'additional_data'];

/**
 * The status of an error, as its body says: where something was printed ahead of the headers, PHP answers all with 200.
 * `undefined` for what is no error.
 */
export function errorStatusOf(body: unknown): number | undefined {
  const wire = Array.isArray(body) ? null : readMap(body);
  if (!wire || !(typeof wire.code === 'string' || typeof wire.code === 'number')) return undefined;
  if (!Object.keys(wire).every((name) => members.includes(name))) return undefined;
  const status = readInt(readMember(wire.data, 'status'));
  if (status !== null && status >= 400 && status <= 599) return status;
  // WordPress' own choice for an error that names none.
  return typeof wire.message === 'string' ? 500 : undefined;
}
