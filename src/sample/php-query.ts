/**
 * Query strings as PHP reads and writes them: `a[]=1&a[b]=2` are lists and maps.
 */

export type QueryValue = string | number | boolean | null | QueryList | QueryMap;
export type QueryList = readonly QueryValue[];
export interface QueryMap {
  readonly [name: string]: QueryValue;
}

/** A query in the order in which it was written; a repeated name keeps its last value. */
export function parseQuery(search: string): Record<string, QueryValue> {
  const query: Record<string, QueryValue> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    const [, base = name, keys = ''] = /^([^[]+)((?:\[[^\]]*\])+)$/.exec(name) ?? [];
    const path = [...keys.matchAll(/\[([^\]]*)\]/g)].map(([, key]) => key ?? '');
    query[base] = path.length === 0 ? value : placed(query[base], path, value);
  }
  return query;
}

function placed(into: QueryValue | undefined, [key = '', ...below]: readonly string[], value: string): QueryValue {
  const entries = typeof into === 'object' && into !== null ? Object.entries(into) : [];
  const map = Object.fromEntries(entries) as Record<string, QueryValue>;
  const name = key === '' ? String(entries.length) : key;
  map[name] = below.length === 0 ? value : placed(map[name], below, value);
  const names = Object.keys(map);
  return names.every((candidate, index) => candidate === String(index)) ? Object.values(map) : map;
}

/** As `add_query_arg` prints it: lists with numbered keys, `false` and nothing as a bare name, no empty lists. */
export function printQuery(query: Readonly<Record<string, QueryValue>>): string {
  return Object.entries(query)
    .flatMap(([name, value]) => printed(phpEncoded(name), value))
    .join('&');
}

function printed(name: string, value: QueryValue): string[] {
  if (value === null) return [];
  if (value === false || value === '') return [name];
  if (value === true) return [`${name}=1`];
  if (typeof value !== 'object') return [`${name}=${phpEncoded(String(value))}`];
  return Object.entries(value).flatMap(([key, item]) => printed(`${name}%5B${phpEncoded(key)}%5D`, item as QueryValue));
}

/** PHP's `urlencode`: blanks are plusses, and a few marks that JavaScript leaves alone are escaped. */
function phpEncoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
