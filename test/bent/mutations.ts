/**
 * Answers as no site gives them: one that WordPress gave, with one thing in it changed by chance that can be repeated.
 */
import type { UpstreamResponse } from '../../src/wordpress/http/send.ts';
import type { Random } from '../fuzz/random.ts';
import { oddValues, type Path, pathsOf, replaced, shuffled } from '../support/odd-values.ts';
import { isMap, jsonOf, page, textOf, withJson, withText } from './bend.ts';

export interface Mutated {
  readonly answer: UpstreamResponse;
  /** What was done to it, for who has to find out why. */
  readonly by: string;
  /** Whether its documents say what others of the site say of the same. */
  readonly agrees: boolean;
}

type Mutation = (answer: UpstreamResponse, random: Random) => Omit<Mutated, 'agrees'>;

const oddTotals = ['0', '1', '7', '1000000', '1000000000000000000', '-5', 'x', '', '3, 3', '3, 4', '1e3'];
const oddHeaders: readonly (readonly [string, readonly string[]])[] = [
  ['x-wp-total', oddTotals],
  ['x-wp-totalpages', oddTotals],
  ['content-type', ['text/html', 'text/plain; charset=iso-8859-1', '']],
  ['date', ['nonsense', 'Fri, 31 Dec 9999 23:59:59 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  [
    'link',
    ['<http://[>; rel="next"', '<>; rel="https://api.w.org/"', '<//x>; rel="https://api.w.org/"', 'x'.repeat(9_000)],
  ],
  ['age', ['-1', 'x', '100000000']],
  ['location', ['http://[', '/', '//elsewhere.test/', 'javascript:alert(1)']],
];
const statuses = [
  201, 204, 206, 300, 301, 302, 304, 400, 401, 403, 404, 406, 408, 410, 414, 418, 429, 500, 502, 503, 504,
];
const texts = [
  '\ufeff',
  'x',
  '<br />\n<b>Notice</b>: x [1] {}\n',
  '<!-- {"a":[1]} -->',
  '[',
  '}',
  '\u0000',
  '[]',
  '{"code":"x"}',
];

/** A row of a list, or the whole of what is no list. */
function rowsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

const value: Mutation = (answer, random) => {
  const json = jsonOf(answer);
  const rows = rowsOf(json);
  if (rows.length === 0) return odd(answer, random);
  const at = random.int(0, rows.length - 1);
  const path = random.pick<Path>([...pathsOf(rows[at], 5), []]);
  const by = random.pick(oddValues);
  const whole = replaced(json, Array.isArray(json) ? [at, ...path] : path, by);
  return { answer: withJson(answer, whole), by: `${path.join('.') || 'a row'} of row ${at} is ${shown(by)}` };
};

/** Of all documents, as a filter does it. */
const everywhere: Mutation = (answer, random) => {
  const json = jsonOf(answer);
  const rows = rowsOf(json);
  const path = random.pick<Path>([...pathsOf(rows[0], 5), []]);
  const by = random.pick(oddValues);
  const changed = rows.map((row) => replaced(row, path, by));
  return {
    answer: withJson(answer, Array.isArray(json) ? changed : changed[0]),
    by: `${path.join('.') || 'each row'} is ${shown(by)}`,
  };
};

const removed: Mutation = (answer, random) => {
  const json = jsonOf(answer);
  const names = [...new Set(rowsOf(json).flatMap((row) => (isMap(row) ? Object.keys(row) : [])))];
  if (names.length === 0) return odd(answer, random);
  const name = random.pick(names);
  const changed = rowsOf(json).map((row) =>
    isMap(row) ? Object.fromEntries(Object.entries(row).filter(([member]) => member !== name)) : row,
  );
  return { answer: withJson(answer, Array.isArray(json) ? changed : changed[0]), by: `there is no ${name}` };
};

const rows: Mutation = (answer, random) => {
  const json = jsonOf(answer);
  if (!Array.isArray(json)) return odd(answer, random);
  const changes: Readonly<Record<string, () => unknown>> = {
    'some rows are missing': () => json.filter(() => random.chance(0.6)),
    'no row is there': () => [],
    'each row comes twice': () => json.flatMap((row) => [row, row]),
    'all rows come again': () => [...json, ...json],
    'rows come in another order': () => shuffled(json, random.next),
    'rows come backwards': () => [...json].reverse(),
    'the rows are a map': () => Object.fromEntries(json.map((row, index) => [index * 2, row])),
    'the first row comes always': () => json.map(() => json[0]),
    'rows are lists': () => json.map((row) => [row]),
    'the rows are wrapped': () => ({ success: true, data: json }),
    'there is a row more': () => [...json, { ...(isMap(json[0]) ? json[0] : {}), id: random.int(1, 500) }],
  };
  const by = random.pick(Object.keys(changes));
  return { answer: withJson(answer, changes[by]?.()), by };
};

const odd: Mutation = (answer, random) => {
  const by = random.pick(oddValues);
  return { answer: withJson(answer, by), by: `the whole is ${shown(by)}` };
};

const headers: Mutation = (answer, random) => {
  const [name, values] = random.pick(oddHeaders);
  const by = random.pick(values);
  return { answer: { ...answer, headers: { ...answer.headers, [name]: by } }, by: `${name}: ${by.slice(0, 80)}` };
};

const status: Mutation = (answer, random) => {
  const by = random.pick(statuses);
  const kept = random.chance(0.5) ? { ...answer, status: by } : page(by, 'Sorry');
  return { answer: kept, by: `status ${by}, ${kept.body === answer.body ? 'the same body' : 'a page'}` };
};

const error: Mutation = (answer, random) => {
  const by = random.pick(statuses);
  const body = random.pick<unknown>([
    { code: 'rest_forbidden', message: 'Sorry', data: { status: by } },
    { code: 'rest_no_route', message: '', data: null },
    { code: { a: 1 }, message: ['x'], data: { params: { a: { toString: null } }, details: { a: null } } },
    { code: 'x\u001b[31m', message: '<'.repeat(10_000), data: [] },
    { code: 'rest_invalid_param', message: 'x', data: { status: 400, params: { per_page: 'no', include: 'no' } } },
    { code: 'rest_post_invalid_page_number', message: 'x', data: { status: 400 } },
  ]);
  const own = random.chance(0.3) ? 200 : by;
  return { answer: { ...withJson(answer, body), status: own }, by: `status ${own}, ${shown(body)}` };
};

const text: Mutation = (answer, random) => {
  const [ahead, behind] = [random.chance(0.5) ? random.pick(texts) : '', random.chance(0.6) ? random.pick(texts) : ''];
  return {
    answer: withText(answer, `${ahead}${textOf(answer)}${behind}`),
    by: `text around it: ${shown([ahead, behind])}`,
  };
};

const cut: Mutation = (answer, random) => {
  const length = random.int(0, answer.body.length);
  return { answer: { ...answer, body: answer.body.subarray(0, length) }, by: `cut after ${length} bytes` };
};

const bytes: Mutation = (answer, random) => {
  const body = Uint8Array.from(answer.body);
  const at = Array.from({ length: 4 }, () => random.int(0, Math.max(0, body.length - 1)));
  for (const place of at) body[place] = random.int(0, 255);
  return { answer: { ...answer, body }, by: `other bytes at ${at.join(', ')}` };
};

const mutations: readonly Mutation[] = [
  ...[value, value, value, value, everywhere, everywhere, removed],
  ...[rows, rows, odd, headers, status, error, text, cut, bytes],
];

/** What leaves the documents as they are. */
const around: readonly Mutation[] = [headers, status, text];

export function mutated(answer: UpstreamResponse, random: Random): Mutated {
  const mutation = random.pick(mutations);
  return { ...mutation(answer, random), agrees: around.includes(mutation) };
}

function shown(by: unknown): string {
  return (JSON.stringify(by) ?? 'nothing').slice(0, 80);
}
