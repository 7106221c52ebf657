/**
 * Reads HTML in one pass over its tags, a piece at a time, so that the reader of a long one can do other things in between.
 * Knows what of it is for reading: not what scripts, styles and templates hold. Time and memory go with its length.
 *
 * Elements are not matched with their ends: nothing has to be remembered of what is open, however deep it is nested.
 */
import { Tokenizer } from 'htmlparser2';

/** What is in these is not for reading. */
const skipped = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'noembed', 'noframes']);

/** No element or attribute of HTML that is read here has a longer name. */
const longestName = 20;
/** Characters that are read at once. */
const pieceLength = 16_384;

/** The attributes of an element that are asked for, entities decoded; of one that is there twice the first. */
export type Attributes = ReadonlyMap<string, string>;

/** Something that is made of a text a piece at a time. */
export interface PieceReader<T> {
  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean;
  /** What has been read so far. */
  readonly result: T;
}

export abstract class HtmlReader {
  readonly #html: string;
  readonly #wanted: ReadonlyMap<string, readonly string[]>;
  readonly #tokenizer: Tokenizer;
  readonly #noAttributes: Attributes = new Map();
  #position = 0;
  /** Element whose content is passed over, and how many of its kind are open. */
  #skips = { name: '', open: 0 };
  #tag = '';
  #attributes: Map<string, string> | undefined;
  /** The attribute that is being read, if it is asked for. */
  #attribute = '';
  #value = '';

  /** @param wanted attributes that are asked for, by the name of their element; `*` for those of any */
  constructor(html: string, wanted: ReadonlyMap<string, readonly string[]>) {
    this.#html = html;
    this.#wanted = wanted;
    const ignored = () => undefined;
    this.#tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        ontext: (start, end) => this.#text(html.slice(start, end)),
        ontextentity: (codePoint) => this.#text(String.fromCodePoint(codePoint)),
        onopentagname: (start, end) => {
          this.#tag = this.#nameBetween(start, end);
          this.#attributes = undefined;
        },
        onattribname: (start, end) => this.#beginAttribute(this.#nameBetween(start, end)),
        onattribdata: (start, end) => {
          if (this.#attribute !== '') this.#value += html.slice(start, end);
        },
        onattribentity: (codePoint) => {
          if (this.#attribute !== '') this.#value += String.fromCodePoint(codePoint);
        },
        onattribend: () => this.#endAttribute(),
        onopentagend: () => this.#opened(this.#tag, false),
        onselfclosingtag: () => this.#opened(this.#tag, true),
        onclosetag: (start, end) => this.#closed(this.#nameBetween(start, end)),
        oncdata: ignored,
        oncomment: ignored,
        ondeclaration: ignored,
        onprocessinginstruction: ignored,
        onend: ignored,
      },
    );
  }

  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean {
    this.#tokenizer.write(this.#html.slice(this.#position, this.#position + pieceLength));
    this.#position += pieceLength;
    const isLast = this.#position >= this.#html.length;
    if (isLast) this.#tokenizer.end();
    this.pieceRead();
    return !isLast;
  }

  /** Text between tags, entities decoded, in as many parts as the reader comes upon. */
  protected abstract textRead(text: string): void;
  protected abstract opened(name: string, attributes: Attributes): void;
  protected abstract closed(name: string): void;
  protected abstract pieceRead(): void;

  #nameBetween(start: number, end: number): string {
    return end - start > longestName ? '' : this.#html.slice(start, end).toLowerCase();
  }

  #beginAttribute(name: string): void {
    const isWanted = this.#wanted.get(this.#tag)?.includes(name) ?? this.#wanted.get('*')?.includes(name) ?? false;
    this.#attribute = isWanted ? name : '';
    this.#value = '';
  }

  #endAttribute(): void {
    if (this.#attribute === '') return;
    this.#attributes ??= new Map();
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
    this.#attribute = '';
  }

  #text(text: string): void {
    if (this.#skips.open === 0) this.textRead(text);
  }

  #opened(name: string, isClosed: boolean): void {
    if (this.#skips.open > 0) {
      if (name === this.#skips.name && !isClosed) this.#skips.open++;
    } else if (skipped.has(name)) {
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
