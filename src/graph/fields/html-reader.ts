/**
 * Reads HTML in one pass over its tags.
 * Knows what of it is for reading: not what scripts, styles and templates hold. Time and memory go with its length.
 *
 * Elements are not matched with their ends: nothing has to be remembered of what is open, however deep it is nested.
 */
import { HtmlPieces } from './html-pieces.ts';

/** What is in these is not for reading. */
export const unread: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
]);

/** No element or attribute of HTML that is read here has a longer name. */
const longestName = 20;

/** The attributes of an element that are asked for, entities decoded; of one that is there twice the first. */
export type Attributes = ReadonlyMap<string, string>;

export abstract class HtmlReader {
  readonly #html: string;
  readonly #wanted: ReadonlyMap<string, readonly string[]>;
  readonly #pieces: HtmlPieces;
  readonly #noAttributes: Attributes = new Map();
  /** Element whose content is passed over, and how many of its kind are open. */
  #skips = { name: '', open: 0 };
  #tag = '';
  #attributes: Map<string, string> | undefined;
  /** The name of the attribute that is being read. */
  #attribute = '';

  /** @param wanted attributes that are asked for, by the name of their element; `*` for those of any */
  constructor(html: string, wanted: ReadonlyMap<string, readonly string[]>) {
    this.#html = html;
    this.#wanted = wanted;
    this.#pieces = new HtmlPieces(html, {
      text: (text) => {
        if (this.#skips.open === 0) this.textRead(text);
      },
      tag: (start, end) => {
        this.#tag = this.#nameBetween(start, end);
        this.#attributes = undefined;
      },
      attribute: (start, end) => this.#isWanted(this.#nameBetween(start, end)),
      value: (value) => {
        this.#attributes ??= new Map();
        if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, value);
      },
      tagEnd: (_end, isClosed) => this.#opened(this.#tag, isClosed),
      closed: (start, end) => this.#closed(this.#nameBetween(start, end)),
    });
  }

  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean {
    const isMore = this.#pieces.readOn();
    this.pieceRead();
    return isMore;
  }

  /** Text between tags, entities decoded, in as many parts as the reader comes upon. */
  protected abstract textRead(text: string): void;
  protected abstract opened(name: string, attributes: Attributes): void;
  protected abstract closed(name: string): void;
  protected abstract pieceRead(): void;

  #nameBetween(start: number, end: number): string {
    return end - start > longestName ? '' : this.#html.slice(start, end).toLowerCase();
  }

  #isWanted(attribute: string): boolean {
    this.#attribute = attribute;
    return this.#wanted.get(this.#tag)?.includes(attribute) ?? this.#wanted.get('*')?.includes(attribute) ?? false;
  }

  #opened(name: string, isClosed: boolean): void {
    if (this.#skips.open > 0) {
      if (name === this.#skips.name && !isClosed) this.#skips.open++;
    } else if (unread.has(name)) {
      if (!isClosed) this.#skips = { name, open: 1 };
    } else {
      this.opened(name, this.#attributes ?? this.#noAttributes);
    }
  }

  #closed(name: string): void {
    if (this.#skips.open === 0) this.closed(name);
    else if (name === this.#skips.name) this.#skips.open--;
  }
}
