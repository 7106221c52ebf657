/**
 * What may differ between the answers of a bent site and those of the same site unbent: what the bend declares, and what is
 * `null` with an error that says where, why, and by which of the documented codes.
 */
import { errorCodes } from '../../src/errors.ts';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly unknown[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Place = Omit<Difference, 'operation'>;

export interface GraphAnswer {
  readonly data: unknown;
  readonly errors?: readonly GraphError[] | undefined;
  /** How many it took of the site. */
  readonly requests?: number;
}

export interface Difference {
  /** Name of what was asked. */
  readonly operation: string;
  readonly path: readonly (string | number)[];
  /** The last name in the path, without what an alias adds. */
  readonly field: string;
  readonly wanted: unknown;
  readonly got: unknown;
  /** What the site unbent says of the document that it is a value of. */
  readonly document: unknown;
}

/** What a bend says of answers. */
export interface Allowance {
  /** Whether a difference is right. None is when left out. */
  readonly allows?: (difference: Difference) => boolean;
  /** Whether the site is such that this error may come. None may when left out. */
  readonly errors?: (error: GraphError) => boolean;
  /** Whether an error may take this along. Whatever it covers, when left out. */
  readonly affects?: (difference: Difference) => boolean;
  /** Whether others stand in the place of what a list leaves out with an error. */
  readonly goesOn?: boolean;
  /** Whether the site has an order of its own: a walk gives the same, in any order. */
  readonly ownOrder?: boolean;
}

/** Everything that is wrong with an answer, in lines for people. */
export function faultsOf(operation: string, wanted: GraphAnswer, got: GraphAnswer, allowance: Allowance): string[] {
  const { allows, errors, affects, goesOn, ownOrder } = allowance;
  const given = got.errors ?? [];
  const faults = faultsOfErrors(given, errors);
  if (got.data === undefined) return [...faults, 'there is no data'];
  const [right, found] = ownOrder ? [sorted(wanted.data), sorted(got.data)] : [wanted.data, got.data];
  for (const place of differences(right, found)) {
    const difference = { ...place, operation };
    const isCovered = isAbsent(difference) && given.some((error) => covers(error, difference.path));
    if ((isCovered && (affects?.(difference) ?? true)) || allows?.(difference)) continue;
    if (goesOn && given.some((error) => tellsOfList(error, difference))) continue;
    if (given.some((error) => tellsOfContents(error, difference))) continue;
    const where = difference.path.join('.') || 'data';
    faults.push(`${where}: ${shown(difference.wanted)} became ${shown(difference.got)}`);
  }
  return faults;
}

/** What was walked over, in an order that does not depend on the site's. */
function sorted(data: unknown): unknown {
  if (!isMap(data) || !Array.isArray(data.walked)) return data;
  const walked = [...data.walked].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return { ...data, walked };
}

/** @param mayCome whether the site is such that an error may come */
export function faultsOfErrors(errors: readonly GraphError[], mayCome: Allowance['errors']): string[] {
  return errors.flatMap((error) => faultsOfError(error, mayCome));
}

function faultsOfError(error: GraphError, mayCome: Allowance['errors']): string[] {
  const { path, locations, message } = error;
  const code = String(error.extensions?.code);
  const where = `${path?.join('.') ?? 'nowhere'}: ${code} ${shown(message)}`;
  if (!path || path.length === 0) return [`an error without a path, ${where}`];
  if (!locations || locations.length === 0) return [`an error without locations, ${where}`];
  // The client did nothing wrong.
  if (!(code in errorCodes) || code === 'BAD_USER_INPUT') return [`an error of that code, ${where}`];
  return mayCome?.(error) ? [] : [`an error, ${where}`];
}

/** `null`, or a walk that an error has ended ahead of its end. */
function isAbsent({ path, wanted, got }: Place): boolean {
  if (path.length !== 1) return got === null;
  if (path[0] === 'end') return got === 'nothing' || got === null;
  if (path[0] !== 'walked' || !Array.isArray(wanted) || !Array.isArray(got)) return got === null;
  const parts = [wanted.slice(0, got.length), wanted.slice(wanted.length - got.length)];
  return got.length < wanted.length && parts.some((part) => differences(part, got).length === 0);
}

/** An error says something of the list in which the place is, or that lacks the one that it tells of. */
function tellsOfList({ path = [] }: GraphError, { path: place, wanted, got }: Place): boolean {
  const list = place.findIndex((part) => ['nodes', 'edges', 'pageInfo'].includes(String(part)));
  const lacksOne = Array.isArray(wanted) && Array.isArray(got) && got.length === wanted.length - 1;
  const isWithin = list > 0 && (place.length > list + 1 || lacksOne);
  return isWithin && place.slice(0, list).every((part, index) => part === path[index]);
}

/** A list of several types goes on without one that fails, of which an error tells. */
function tellsOfContents({ path = [] }: GraphError, { path: place }: Place): boolean {
  const list = place.findIndex((part) => /^contents\d*$/.test(String(part)));
  return list >= 0 && path.length === list + 1 && path.every((part, index) => part === place[index]);
}

/** An error lies at the place, above it, or below it, where what may not be `null` has made it so. A walk has one place only. */
function covers({ path = [] }: GraphError, place: Difference['path']): boolean {
  if (place[0] === 'walked' || place[0] === 'end') return true;
  return path.slice(0, place.length).every((part, index) => part === place[index]);
}

export function differences(
  wanted: unknown,
  got: unknown,
  path: Difference['path'] = [],
  document: unknown = undefined,
): Place[] {
  if (Object.is(wanted, got)) return [];
  const name = path.findLast((part) => typeof part === 'string') ?? '';
  const here = [{ path, field: name.replace(/Text$/, ''), wanted, got, document }];
  if (/cursor$/i.test(name)) return typeof wanted === typeof got ? [] : here;
  if (Array.isArray(wanted) && Array.isArray(got)) {
    if (wanted.length !== got.length) return here;
    return wanted.flatMap((entry, index) => differences(entry, got[index], [...path, index], document));
  }
  if (!isMap(wanted) || !isMap(got)) return here;
  if (Object.keys(wanted).join() !== Object.keys(got).join()) return here;
  const owner = 'databaseId' in wanted ? wanted : document;
  return Object.keys(wanted).flatMap((member) => differences(wanted[member], got[member], [...path, member], owner));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  if (!Array.isArray(value)) return text.length > 160 ? `${text.slice(0, 160)} …` : text;
  const ids = value.map((entry) => (isMap(entry) ? (entry.databaseId ?? entry.name ?? '?') : entry));
  return `${value.length} [${JSON.stringify(ids).slice(1, 120)}]`;
}
