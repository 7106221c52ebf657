/**
 * A stored text as a tree of blocks: comments such as `<!-- wp:image {"id":7} -->` and `<!-- /wp:image -->` part it.
 * Knows what WordPress makes of texts that do not keep to its grammar of blocks: `test/e2e/wordpress/blocks.test.ts` holds it to
 * WordPress' own reading. The comments themselves are described in `block-delimiters.ts`.
 *
 * Time goes with the length of the text, whatever is in it. Only a text whose blocks are never closed is given out several times,
 * as WordPress does, and no more often than blocks may stand in one another.
 */
import { type Delimiter, DelimiterReader } from './block-delimiters.ts';
import type { ReadMap } from './values.ts';

export interface StoredBlock {
  /** With its namespace: `core/image`. `null` for text that stands between blocks. */
  readonly name: string | null;
  /** What its comment says; `null` where that is no JSON, `undefined` where it is longer than any that is read. */
  readonly attributes: ReadMap | null | undefined;
  readonly innerBlocks: readonly StoredBlock[];
  /** Its HTML; `null` for each place where the next of the inner blocks stands. */
  readonly pieces: readonly (string | null)[];
}

/** Blocks in one another. */
export const deepestBlocks = 50;

/** `null` for a text whose blocks are nested deeper than anybody would. */
export function parseBlocks(text: string): readonly StoredBlock[] | null {
  const reader = new StoredBlocksReader(text);
  while (reader.readOn());
  return reader.result;
}

/** Reads a text a piece at a time, so that the reader of a long one can do other things in between. */
export class StoredBlocksReader {
  readonly #text: string;
  readonly #delimiters: Generator<Delimiter | undefined, undefined>;
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
    let next = this.#delimiters.next();
    while (next.value && this.#take(next.value)) next = this.#delimiters.next();
    if (!next.done && !next.value) return true;
    if (!this.#isTooDeep) this.#end();
    return false;
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
  readonly attributes: StoredBlock['attributes'];
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
