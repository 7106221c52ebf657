/**
 * A stored text as a tree of blocks: comments such as `<!-- wp:image {"id":7} -->` and `<!-- /wp:image -->` part it.
 * Knows the grammar of these comments, and what WordPress makes of texts that do not keep to it: `test/e2e/wordpress/blocks.test.ts`
 * holds it to WordPress' own reading. Source: the block grammar of WordPress' handbook.
 *
 * Time goes with the length of the text, whatever is in it. Only a text whose blocks are never closed is given out several times,
 * as WordPress does, and no more often than blocks may stand in one another.
 */
import { halfCharacters, isMap, type ReadMap } from './values.ts';

export interface StoredBlock {
  /** With its namespace: `core/image`. `null` for text that stands between blocks. */
  readonly name: string | null;
  /** What its comment says; `null` where that is no JSON. */
  readonly attributes: ReadMap | null;
  readonly innerBlocks: readonly StoredBlock[];
  /** Its HTML; `null` for each place where the next of the inner blocks stands. */
  readonly pieces: readonly (string | null)[];
}

/** Blocks in one another. */
export const deepestBlocks = 50;

/** Comments of blocks that are read at once. */
const pieceLength = 500;

/** `null` for a text whose blocks are nested deeper than anybody would. */
export function parseBlocks(text: string): readonly StoredBlock[] | null {
  const reader = new StoredBlocksReader(text);
  while (reader.readOn());
  return reader.result;
}

/** Reads a text a piece at a time, so that the reader of a long one can do other things in between. */
export class StoredBlocksReader {
  readonly #text: string;
  readonly #delimiters: Generator<Delimiter>;
  readonly #found: StoredBlock[] = [];
  readonly #open: OpenBlock[] = [];
  /** Up to where it has been read. */
  #offset = 0;
  #isTooDeep = false;

  constructor(text: string) {
    this.#text = text;
    this.#delimiters = new DelimiterReader(text).read();
  }

  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean {
    for (let count = 0; count < pieceLength; count++) {
      const next = this.#delimiters.next();
      if (next.done || !this.#take(next.value)) {
        if (!this.#isTooDeep) this.#end();
        return false;
      }
    }
    return true;
  }

  /** `null` for a text whose blocks are nested deeper than anybody would. */
  get result(): readonly StoredBlock[] | null {
    return this.#isTooDeep ? null : this.#found;
  }

  /** @returns whether there is more to read */
  #take(delimiter: Delimiter): boolean {
    const { kind, start, end } = delimiter;
    if (kind === 'stands') {
      this.#add(emptyBlock(delimiter), start, end, this.#offset);
    } else if (kind === 'opens') {
      this.#isTooDeep = this.#open.length === deepestBlocks;
      if (this.#isTooDeep) return false;
      this.#open.push(new OpenBlock(this.#text, delimiter, this.#offset));
    } else {
      const block = this.#open.pop();
      // It closes what nobody has opened: WordPress reads no further.
      if (!block) return false;
      block.take(start, this.#open.length > 0);
      this.#add(block, block.start, end, block.before);
    }
    this.#offset = end;
    return true;
  }

  /** @param before where the text begins that stands ahead of it, if it is in no other block */
  #add(block: StoredBlock, start: number, end: number, before: number): void {
    const parent = this.#open.at(-1);
    if (parent) parent.takeBlock(block, start, end);
    else {
      this.#addText(before, start);
      this.#found.push(block);
    }
  }

  #addText(from: number, to: number): void {
    const piece = this.#text.slice(from, to);
    if (piece !== '') this.#found.push({ name: null, attributes: {}, innerBlocks: [], pieces: [piece] });
  }

  #end(): void {
    const { length } = this.#text;
    if (this.#open.length === 0) this.#addText(this.#offset, length);
    for (const unclosed of this.#open.reverse()) {
      unclosed.take(length);
      this.#addText(unclosed.before, unclosed.start);
      this.#found.push(unclosed);
    }
  }
}

/** A block whose end has not been read yet. */
class OpenBlock implements StoredBlock {
  readonly name: string;
  readonly attributes: ReadMap | null;
  readonly innerBlocks: StoredBlock[] = [];
  readonly pieces: (string | null)[] = [];
  /** Where its comment stands, and the text before it that is in no block. */
  readonly start: number;
  readonly before: number;
  readonly #text: string;
  /** Up to where it has been read. */
  #offset: number;

  constructor(text: string, { name, attributes, start, end }: Delimiter, before: number) {
    this.name = name;
    this.attributes = attributes;
    this.start = start;
    this.before = before;
    this.#text = text;
    this.#offset = end;
  }

  /** @param isKept whether a piece stands even if there is nothing in it */
  take(to: number, isKept = false): void {
    const piece = this.#text.slice(this.#offset, to);
    // To PHP, `0` is nothing.
    if (isKept || (piece !== '' && piece !== '0')) this.pieces.push(piece);
  }

  takeBlock(block: StoredBlock, start: number, end: number): void {
    this.take(start);
    this.pieces.push(null);
    this.innerBlocks.push(block);
    this.#offset = end;
  }
}

function emptyBlock({ name, attributes }: Delimiter): StoredBlock {
  return { name, attributes, innerBlocks: [], pieces: [] };
}

/** A comment that opens or closes a block, or stands for one without content. */
interface Delimiter {
  readonly kind: 'opens' | 'closes' | 'stands';
  readonly name: string;
  readonly attributes: ReadMap | null;
  readonly start: number;
  readonly end: number;
}

const opening = '<!--';
const closing = '-->';
/** White space as HTML means it. Before WordPress 7, a vertical tab was some as well. */
const space = /[\t\n\f\r ]/;

class DelimiterReader {
  readonly #text: string;
  /** A comment up to its attributes. */
  readonly #head = /<!--[\t\n\f\r ]+(\/)?wp:([a-z][a-z0-9_-]*\/)?([a-z][a-z0-9_-]*)[\t\n\f\r ]+/y;
  /** The first end of attributes from where one was looked for last, so that the text is gone through once; `undefined` for none. */
  #attributesEnd: number | undefined = -1;

  constructor(text: string) {
    this.#text = text;
  }

  *read(): Generator<Delimiter> {
    const text = this.#text;
    for (let start = text.indexOf(opening); start !== -1; start = text.indexOf(opening, start)) {
      const delimiter = this.#at(start);
      if (delimiter) yield delimiter;
      start = delimiter?.end ?? start + opening.length;
    }
  }

  #at(start: number): Delimiter | undefined {
    const text = this.#text;
    this.#head.lastIndex = start;
    const [matched, closes, namespace = 'core/', name] = this.#head.exec(text) ?? [];
    if (matched === undefined) return undefined;
    let end = start + matched.length;
    let attributes: ReadMap | null = {};
    if (text[end] === '{') {
      const last = this.#endOfAttributes(end + 1);
      if (last === undefined) return undefined;
      attributes = readAttributes(text.slice(end, last + 1));
      end = last + 1;
      while (space.test(text[end] ?? '')) end++;
    }
    const stands = text[end] === '/';
    if (stands) end++;
    if (!text.startsWith(closing, end)) return undefined;
    const kind = stands ? 'stands' : closes ? 'closes' : 'opens';
    return { kind, name: `${namespace}${name}`, attributes, start, end: end + closing.length };
  }

  /** The first `}` behind which only the end of a comment stands, whatever is before it. @param from no earlier than ever before */
  #endOfAttributes(from: number): number | undefined {
    if (this.#attributesEnd !== undefined && this.#attributesEnd < from) this.#attributesEnd = this.#findEnd(from);
    return this.#attributesEnd;
  }

  #findEnd(from: number): number | undefined {
    const text = this.#text;
    for (let end = text.indexOf(closing, from); end !== -1; end = text.indexOf(closing, end + closing.length)) {
      const behind = text[end - 1] === '/' ? end - 1 : end;
      let last = behind - 1;
      while (last >= from && space.test(text[last] ?? '')) last--;
      if (last >= from && last < behind - 1 && text[last] === '}') return last;
    }
    return undefined;
  }
}

/** As PHP reads JSON: not what is nested in 512 levels or more, nor what holds half characters. */
const deepestJson = 511;

function readAttributes(json: string): ReadMap | null {
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
  return Object.entries(value).every(([name, member]) => !halfCharacters.test(name) && isReadable(member, levels - 1));
}
