/**
 * Comments that part a stored text into blocks. Knows their grammar, and which JSON is read as PHP reads it. Source: the block
 * grammar of WordPress' handbook.
 */
import { halfCharacters, isMap, type ReadMap } from './values.ts';

/** A comment that opens or closes a block, or stands for one without content. */
export interface Delimiter {
  readonly kind: 'opens' | 'closes' | 'stands';
  readonly name: string;
  /** `null` for what is no JSON, `undefined` for what is longer than any that is read. */
  readonly attributes: ReadMap | null | undefined;
  readonly start: number;
  readonly end: number;
}

const opening = '<!--';
const closing = '-->';

/** Characters and comments, of blocks or not, that are read at once. */
const pieceLength = 16_384;
const pieceComments = 500;

export class DelimiterReader {
  readonly #text: string;
  /** A comment up to its attributes. */
  readonly #head = /<!--[\t\n\f\r ]+(\/)?wp:([a-z][a-z0-9_-]*\/)?([a-z][a-z0-9_-]*)[\t\n\f\r ]+/y;
  /** The first end of attributes from where one was looked for last, so that the text is gone through once; `undefined` for none. */
  #attributesEnd: number | undefined = -1;
  /** Where the present piece begins, and the comments that are left of it. */
  #piece = 0;
  #comments = pieceComments;

  constructor(text: string) {
    this.#text = text;
  }

  /** Gives `undefined` where a piece is done. */
  *read(): Generator<Delimiter | undefined, undefined> {
    const text = this.#text;
    for (let start = text.indexOf(opening); start !== -1; start = text.indexOf(opening, start)) {
      if (this.#isPieceOver(start)) yield undefined;
      const delimiter = yield* this.#at(start);
      if (delimiter) yield delimiter;
      start = delimiter?.end ?? start + opening.length;
    }
  }

  /** @param offset up to where it is looked at next */
  #isPieceOver(offset: number): boolean {
    if (--this.#comments > 0 && offset - this.#piece < pieceLength) return false;
    this.#comments = pieceComments;
    this.#piece = offset;
    return true;
  }

  *#at(start: number): Generator<undefined, Delimiter | undefined> {
    const text = this.#text;
    this.#head.lastIndex = start;
    const [matched, closes, namespace = 'core/', name] = this.#head.exec(text) ?? [];
    if (matched === undefined) return undefined;
    let end = start + matched.length;
    let attributes: Delimiter['attributes'] = {};
    if (text[end] === '{') {
      const last = yield* this.#endOfAttributes(end + 1);
      if (last === undefined) return undefined;
      attributes = readAttributes(text.slice(end, last + 1));
      end = last + 1;
      while (isSpace(text, end)) end++;
    }
    const stands = text[end] === '/';
    if (stands) end++;
    if (!text.startsWith(closing, end)) return undefined;
    const kind = stands ? 'stands' : closes ? 'closes' : 'opens';
    return { kind, name: `${namespace}${name}`, attributes, start, end: end + closing.length };
  }

  /** The first `}` behind which only the end of a comment stands, whatever is before it. @param from no earlier than ever before */
  *#endOfAttributes(from: number): Generator<undefined, number | undefined> {
    if (this.#attributesEnd !== undefined && this.#attributesEnd < from) {
      this.#attributesEnd = yield* this.#findEnd(from);
    }
    return this.#attributesEnd;
  }

  *#findEnd(from: number): Generator<undefined, number | undefined> {
    const text = this.#text;
    for (let end = text.indexOf(closing, from); end !== -1; end = text.indexOf(closing, end + closing.length)) {
      if (this.#isPieceOver(end)) yield undefined;
      const behind = text[end - 1] === '/' ? end - 1 : end;
      let last = behind - 1;
      while (last >= from && isSpace(text, last)) last--;
      if (last >= from && last < behind - 1 && text[last] === '}') return last;
    }
    return undefined;
  }
}

/** White space as HTML means it. Before WordPress 7, a vertical tab was some as well. */
function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d;
}

/** Characters of JSON: longer than the attributes of any one block, and read in no time worth mentioning. */
const longestJson = 200_000;

/** As PHP reads JSON: not what is nested in 512 levels or more, nor what holds half characters. */
const deepestJson = 511;

function readAttributes(json: string): Delimiter['attributes'] {
  if (json.length > longestJson) return undefined;
  try {
    const attributes: unknown = JSON.parse(json);
    return isMap(attributes) && isReadable(attributes, deepestJson) ? attributes : null;
  } catch {
    return null;
  }
}

function isReadable(value: unknown, levels: number): boolean {
  if (typeof value === 'string') return !halfCharacters.test(value);
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  // A list has as many names as items, and none worth reading.
  if (Array.isArray(value)) return value.every((member) => isReadable(member, levels - 1));
  const map = value as ReadMap;
  return Object.keys(map).every((name) => !halfCharacters.test(name) && isReadable(map[name], levels - 1));
}
