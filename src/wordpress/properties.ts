/**
 * REST properties as a tree: what is asked of a document (`_fields`) and what is known of it.
 * Knows core's rules for `_fields`; a path (`content.protected`, `acf.hero.title`) names a part of a property, and what is said
 * of a whole says all that lies below it.
 */
import { isMap, type ReadMap } from './values.ts';

/** What is said below a name: the whole of it, or some of its parts. */
type Part = Properties | typeof whole;

const whole = null;

/** A set of properties. Never changed: what is made of it is another one. */
export class Properties {
  static readonly none = new Properties(new Map());
  static readonly id = Properties.of('id');

  readonly #parts: ReadonlyMap<string, Part>;
  #paths: readonly string[] | undefined;
  #printed: string | undefined;
  // The documents of a list share their properties, and so they share what is made of these. No more than the last is kept:
  // what is made with each of many others, and of that again, would grow without an end.
  #union: WeakMap<Properties, Properties> | undefined;
  #difference: WeakMap<Properties, Properties> | undefined;

  private constructor(parts: ReadonlyMap<string, Part>) {
    this.#parts = parts;
  }

  /** @param paths names of properties, with dots before the names of their parts */
  static of(...paths: readonly string[]): Properties {
    const below = new Map<string, string[] | typeof whole>();
    for (const path of paths) {
      const dot = path.indexOf('.');
      const name = dot === -1 ? path : path.slice(0, dot);
      const others = below.get(name);
      if (dot === -1) below.set(name, whole);
      else if (others) others.push(path.slice(dot + 1));
      else if (others === undefined) below.set(name, [path.slice(dot + 1)]);
    }
    return new Properties(new Map([...below].map(([name, parts]) => [name, parts && Properties.of(...parts)])));
  }

  static unionOf(several: readonly Properties[]): Properties {
    return several.reduce((one, other) => one.union(other), Properties.none);
  }

  get isEmpty(): boolean {
    return this.#parts.size === 0;
  }

  /** Whether nothing is wanted that a reference does not tell by itself. */
  get isOnlyId(): boolean {
    return this.isEmpty || (this.#parts.size === 1 && this.#parts.has('id'));
  }

  /** Names at the top, of whole properties and of those of which parts are meant. */
  get names(): Iterable<string> {
    return this.#parts.keys();
  }

  /** Its members, sorted: each a whole property, or a whole part of one. */
  get paths(): readonly string[] {
    this.#paths ??= [...this.#parts]
      .flatMap(([name, part]) => (part === whole ? [name] : part.paths.map((path) => `${name}.${path}`)))
      .sort();
    return this.#paths;
  }

  /** Whether a path is among these, by itself or as a part of one. */
  has(path: string): boolean {
    const dot = path.indexOf('.');
    const part = this.#parts.get(dot === -1 ? path : path.slice(0, dot));
    if (part === undefined || part === whole) return part === whole;
    return dot !== -1 && part.has(path.slice(dot + 1));
  }

  /** Whether all of `wanted` is among these. */
  covers(wanted: Properties): boolean {
    if (wanted === this) return true;
    for (const [name, part] of wanted.#parts) {
      const own = this.#parts.get(name);
      if (own === whole) continue;
      if (own === undefined || part === whole || !own.covers(part)) return false;
    }
    return true;
  }

  union(other: Properties): Properties {
    if (this.covers(other)) return this;
    if (other.covers(this)) return other;
    const known = this.#union?.get(other);
    if (known) return known;
    const parts = new Map(this.#parts);
    for (const [name, part] of other.#parts) {
      const own = this.#parts.get(name);
      parts.set(name, own && part ? own.union(part) : own === whole ? whole : part);
    }
    const both = new Properties(parts);
    this.#union = new WeakMap([[other, both]]);
    return both;
  }

  with(...paths: readonly string[]): Properties {
    return paths.every((path) => this.has(path)) ? this : this.union(Properties.of(...paths));
  }

  /** Those that `others` does not cover; of a whole property of which it has parts, all. */
  without(others: Properties): Properties {
    if (others.covers(this)) return Properties.none;
    const known = this.#difference?.get(others);
    if (known) return known;
    const parts = new Map<string, Part>();
    for (const [name, part] of this.#parts) {
      const other = others.#parts.get(name);
      if (other === whole) continue;
      const remaining = part && other ? part.without(other) : part;
      if (remaining === whole || !remaining.isEmpty) parts.set(name, remaining);
    }
    const isSame = [...this.#parts].every(([name, part]) => parts.get(name) === part);
    const left = isSame ? this : new Properties(parts);
    this.#difference = new WeakMap([[others, left]]);
    return left;
  }

  /** Those of which the name at the top is wanted, whole or in parts. */
  filter(isWanted: (name: string) => boolean): Properties {
    return new Properties(new Map([...this.#parts].filter(([name]) => isWanted(name))));
  }

  /**
   * The `_fields` value. WordPress stops reading the list at a path that follows its own parent
   * (`title,title.rendered,slug` loses `slug`), and a tree has no such path. Sorted, that equal needs make equal addresses.
   */
  print(): string {
    this.#printed ??= this.paths.join(',');
    return this.#printed;
  }

  /**
   * A document with what a later look-up, which asked for these, says of them: nothing else of `now` is taken over, and what it
   * does not have is not there any more.
   */
  update<D extends object>(before: D, now: D): D {
    return this.#placed(before as ReadMap, now as ReadMap) as D;
  }

  /** Length of the JSON of what a document says of these, roughly. A text is not read through, however long it is. */
  lengthIn(document: object): number {
    let length = 2;
    for (const [name, part] of this.#parts) {
      const value = (document as ReadMap)[name];
      if (value !== undefined)
        length += lengthOf(name) + (part && isMap(value) ? part.lengthIn(value) : lengthOf(value));
    }
    return length;
  }

  /** Documents are shared: what is changed is copied. */
  #placed(known: ReadMap, said: ReadMap): ReadMap {
    const into: Record<string, unknown> = { ...known };
    for (const [name, part] of this.#parts) {
      const value = Object.hasOwn(said, name) ? said[name] : undefined;
      if (part === whole) {
        if (value === undefined) delete into[name];
        else put(into, name, value);
        continue;
      }
      const before = Object.hasOwn(into, name) ? into[name] : undefined;
      // What is no map has nothing there, and says nothing of the others.
      if (!isMap(value) && !isMap(before)) continue;
      put(into, name, part.#placed(isMap(before) ? before : {}, isMap(value) ? value : {}));
    }
    return into;
  }
}

/** Quotes and a sign that parts it from the next count with each value. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 6;
  let length = 3;
  if (Array.isArray(value)) for (const member of value) length += lengthOf(member);
  else for (const name in value) length += lengthOf(name) + lengthOf((value as ReadMap)[name]);
  return length;
}

/** Plugins choose the names: this one would change what kind of thing the object is. */
function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') into[name] = value;
  else Object.defineProperty(into, name, { value, configurable: true, enumerable: true, writable: true });
}
