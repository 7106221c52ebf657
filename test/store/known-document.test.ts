import { describe, expect, it } from 'vitest';
import { bytesOf, type KnownDocument, knownSince, learned, merged } from '../../src/store/known-document.ts';
import { Properties } from '../../src/wordpress/properties.ts';

/**
 * What is known of a document, against a model that never forgets: whatever was learned in which order, what counts as known
 * reads as what was said last of it.
 */

type Value = null | string | number | readonly Value[] | { readonly [name: string]: Value };
type Members = Readonly<Record<string, Value>>;

/** Mulberry32: the same sequences each time. */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    some: <T>(items: readonly T[]) => items.filter(() => next() < 0.35),
  };
}

type Random = ReturnType<typeof randomFrom>;

const properties = [
  'title',
  'slug',
  'content',
  'content.rendered',
  'content.protected',
  '_links',
  '_links.self',
  '_links.up',
  'meta',
  'meta.x',
  'meta.x.a',
  'meta.x.b',
  'meta.y',
];

/** The document as it stands on the site at one time; now and then a member is missing, or of another kind. */
function versionOf(version: number, random: Random): Members {
  const odd: readonly (Value | undefined)[] = [undefined, null, [], 'text', {}];
  const document: Record<string, Value | undefined> = {
    title: `title ${version}`,
    slug: `slug ${version}`,
    content: { rendered: `body ${version}`, protected: version },
    _links: { self: [version], up: [version, version] },
    meta: { x: { a: version, b: -version }, y: `y ${version}` },
  };
  for (const name of Object.keys(document)) if (random.below(8) === 0) document[name] = odd[random.below(odd.length)];
  return Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined)) as Members;
}

const isMap = (value: Value | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As WordPress picks `_fields`: a path through what is no map gives that as it is. */
function picked(document: Members, wanted: readonly string[]): Members {
  const pick = (value: Members, paths: readonly (readonly string[])[]): Members =>
    Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => {
        const further = paths.filter(([first]) => first === name).map(([, ...rest]) => rest);
        if (further.length === 0) return [];
        const isWhole = further.some((rest) => rest.length === 0) || !isMap(member);
        return [[name, isWhole ? member : pick(member, further)]];
      }),
    );
  return pick(
    document,
    wanted.map((property) => property.split('.')),
  );
}

function read(document: Value | undefined, [name, ...rest]: readonly string[]): Value | undefined {
  if (name === undefined) return document;
  return isMap(document) ? read(document[name], rest) : undefined;
}

/** The site as someone remembers it who heard all lessons in the order of time. */
function remembered(memory: Value | undefined, said: Value | undefined, [name, ...rest]: readonly string[]): Value {
  const before = isMap(memory) ? memory : {};
  if (name === undefined) return said as Value;
  if (!isMap(said) && !isMap(memory)) return memory as Value;
  const member = remembered(before[name], isMap(said) ? said[name] : undefined, rest);
  const { [name]: _old, ...others } = before;
  return member === undefined ? others : { ...others, [name]: member };
}

interface Taught {
  readonly at: number;
  readonly wanted: readonly string[];
  readonly document: Members;
}

function lessonsOf(random: Random, step: () => number): Taught[] {
  let at = 1_000_000;
  return Array.from({ length: 2 + random.below(7) }, (_, index) => {
    at += step();
    const wanted = random.some(properties);
    return { at, wanted, document: picked(versionOf(index + 1, random), wanted) };
  });
}

const known = ({ at, wanted, document }: Taught): KnownDocument =>
  learned({ id: 1, ...document } as never, Properties.of('id', ...wanted), at);

const learnedInTurn = (lessons: readonly Taught[]) =>
  lessons.map(known).reduce<KnownDocument | undefined>((before, lesson) => merged(before, lesson), undefined);

const isContainer = (property: string) => properties.some((other) => other.startsWith(`${property}.`));

/** What a value holds: where a map belongs, one without members and what is no map hold nothing. */
function leaves(value: Value | undefined, property: string): Value | undefined {
  if (!isContainer(property)) return value;
  const members = Object.entries(isMap(value) ? value : {}).flatMap(([name, member]) => {
    const held = leaves(member, `${property}.${name}`);
    return held === undefined ? [] : [[name, held] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/**
 * @param seen what is compared of a value
 * @returns how often something was known, so that a test which proves nothing is seen
 */
function agrees(
  document: KnownDocument | undefined,
  lessons: readonly Taught[],
  seen: (value: Value | undefined, property: string) => Value | undefined = (value) => value,
): number {
  const inTime = [...lessons].sort((one, other) => one.at - other.at);
  let memory: Value = {};
  for (const { wanted, document: said } of inTime) {
    for (const property of wanted) memory = remembered(memory, said, property.split('.'));
  }
  let hits = 0;
  for (const property of properties) {
    const since = document && knownSince(document, Properties.of(property));
    if (since === undefined) continue;
    hits++;
    const path = property.split('.');
    const found = seen(read(document?.document as never, path), property);
    expect(found, `${property} of ${JSON.stringify(inTime)}`).toEqual(seen(read(memory, path), property));
    const about = inTime.filter(({ wanted }) =>
      wanted.some((name) => property === name || property.startsWith(`${name}.`)),
    );
    expect(since).toBeLessThanOrEqual(about.at(-1)?.at ?? 0);
  }
  return hits;
}

const runs = 1_000;

describe('what is known, after any sequence of lessons', () => {
  it.each([
    ['far apart', () => 5_000],
    ['close together', () => 90],
  ])('%s, is what was said last', (_name, step) => {
    let hits = 0;
    for (let seed = 0; seed < runs; seed++) {
      const lessons = lessonsOf(randomFrom(seed), step);
      hits += agrees(learnedInTurn(lessons), lessons);
    }
    expect(hits).toBeGreaterThan(runs);
  });

  it('at any distance, is what was said last', () => {
    for (let seed = 0; seed < runs; seed++) {
      const random = randomFrom(seed);
      const lessons = lessonsOf(random, () => 1 + random.below(2_000));
      agrees(learnedInTurn(lessons), lessons);
    }
  });

  it('is the same in whatever order they arrive', () => {
    for (let seed = 0; seed < runs; seed++) {
      const random = randomFrom(seed);
      const lessons = lessonsOf(random, () => 5_000);
      const arriving = lessons
        .map((lesson) => ({ lesson, turn: random.below(1_000) }))
        .sort((one, other) => one.turn - other.turn)
        .map(({ lesson }) => lesson);
      agrees(learnedInTurn(arriving), lessons, leaves);
    }
  });

  it('is the same where two have each learned a part', () => {
    for (let seed = 0; seed < runs; seed++) {
      const random = randomFrom(seed);
      const lessons = lessonsOf(random, () => 5_000);
      const [one, other] = [lessons.filter((_, index) => index % 2 === 0), lessons.filter((_, index) => index % 2)];
      const [ours, theirs] = [learnedInTurn(one), learnedInTurn(other)];
      if (ours && theirs) agrees(merged(ours, theirs), lessons, leaves);
    }
  });

  it('changes nobody else’s document', () => {
    const whole = learned(
      { id: 1, content: { rendered: 'Body', protected: false } } as never,
      Properties.of('content'),
      1,
    );
    const part = learned({ id: 1, content: { protected: true } } as never, Properties.of('content.protected'), 9_000);
    const both = merged(whole, part);
    expect(both.document).toEqual({ id: 1, content: { rendered: 'Body', protected: true } });
    expect(whole.document).toEqual({ id: 1, content: { rendered: 'Body', protected: false } });
  });
});

describe('what is known, after ten thousand lessons of random shapes', () => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
  // One of them is nearly all of the document.
  const site = Object.fromEntries(names.map((name, index) => [name, 'x'.repeat(index === 0 ? 20_000 : 100)]));

  it.each([1, 300, 5_000])('%d milliseconds apart, takes as much as it holds', (step) => {
    const random = randomFrom(step);
    let document: KnownDocument | undefined;
    for (let turn = 1; turn <= 10_000; turn++) {
      const shape = Properties.of('id', ...random.some(names));
      const part = shape.update({ id: 1 }, { id: 1, ...site });
      document = merged(document, learned(part, shape, turn * step, JSON.stringify(part).length));
      expect(document.earlier.length).toBeLessThan(names.length);
      if (turn % 100 > 0) continue;
      const held = JSON.stringify(document.document).length;
      expect(bytesOf(document)).toBeGreaterThan(held / 1.2);
      expect(bytesOf(document)).toBeLessThan(held * 1.2);
    }
  });
});

describe('what is known of a document of which ever other properties are asked for', () => {
  const names = Array.from({ length: 500 }, (_, index) => `acf.p${index}`);
  const lesson = (name: string, at: number) =>
    learned({ id: 1, acf: { [name.slice(4)]: at } } as never, Properties.of('id', name), at, 20);
  const members = (known: KnownDocument) => Object.keys((known.document as never as { acf: object }).acf);

  it.each([
    ['in turn', names],
    ['the other way round', names.toReversed()],
  ])('is what was learned last, %s, and no more is held', (_order, learnedIn) => {
    let known: KnownDocument | undefined;
    for (const name of learnedIn) known = merged(known, lesson(name, 10_000 * (names.indexOf(name) + 1)));
    const latest = names.slice(-50);
    if (!known) throw new Error('Nothing was learned.');
    for (const [index, name] of names.entries()) {
      const at = latest.includes(name) ? 10_000 * (index + 1) : undefined;
      expect(knownSince(known, Properties.of(name)), name).toBe(at);
    }
    expect(members(known).sort()).toEqual(latest.map((name) => name.slice(4)).sort());
    expect(known.document?.id).toBe(1);
    expect(bytesOf(known)).toBeLessThanOrEqual(50 * 20);
  });

  it('keeps a part that was learned of what is forgotten', () => {
    let known = merged(
      learned({ id: 1, acf: { a: 1, b: 1 } } as never, Properties.of('id', 'acf'), 1),
      learned({ id: 1, acf: { a: 2 } } as never, Properties.of('acf.a'), 1_000_000),
    );
    for (let turn = 0; turn < 48; turn++) {
      const name = `p${turn}`;
      known = merged(known, learned({ id: 1, [name]: 1 } as never, Properties.of(name), 2_000_000 + 10_000 * turn));
    }
    expect(knownSince(known, Properties.of('acf.b'))).toBe(1);
    known = merged(known, learned({ id: 1, last: 1 } as never, Properties.of('last'), 9_000_000));
    expect(knownSince(known, Properties.of('acf.b'))).toBeUndefined();
    expect(knownSince(known, Properties.of('acf.a'))).toBe(1_000_000);
    expect(known.document).toMatchObject({ acf: { a: 2 } });
    expect(members(known)).toEqual(['a']);
  });
});
