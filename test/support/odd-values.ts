/**
 * What may stand where WordPress promises something else: plugins of twenty years put each of these there. With a seeded
 * choice, so that a test that fails can be run again.
 */

/** So deep that what goes down by recursion still comes back. */
function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

export const oddValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  24.5,
  1e18,
  3_000_000_000,
  '',
  '0',
  '12',
  '-7',
  'abc',
  '\ud800',
  '%e6%b8%',
  'http://[',
  '0000-00-00T00:00:00',
  '2024-02-30T10:00:00',
  '<b>&amp;<td colspan="1000000">',
  'long '.repeat(10_000),
  [],
  {},
  [[[]], [3, { toString: null }]],
  [null, 'x', 1.5, { id: 3 }],
  { '0': 3, '2': 5 },
  { toString: null, valueOf: null, toJSON: 7 },
  { rendered: { rendered: 'x' }, id: [], href: {} },
  JSON.parse('{"__proto__": {"id": 3, "rendered": "x"}, "constructor": 1, "length": 1e9}'),
  nested(100),
];

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** The way to a value within a value. */
export type Path = readonly (string | number)[];

/** Every way into a value, as far as a few levels; of a list the way to its first member. */
export function* pathsOf(value: unknown, levels = 5): Generator<Path> {
  if (typeof value !== 'object' || value === null || levels === 0) return;
  const members = Array.isArray(value) ? value.slice(0, 1).entries() : Object.entries(value);
  for (const [name, member] of members) {
    yield [name];
    for (const path of pathsOf(member, levels - 1)) yield [name, ...path];
  }
}

/** A copy in which something else stands at the end of a path; the value itself where the path leads nowhere. */
export function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}
