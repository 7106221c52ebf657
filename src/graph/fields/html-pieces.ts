/**
 * HTML that is told of a piece at a time, so that the reader of a long one can do other things in between.
 * Knows how much is read at once, and puts together what the tokenizer tells of an attribute in parts.
 */
import { Tokenizer } from 'htmlparser2';

/** Something that is made of a text a piece at a time. */
export interface PieceReader<T> {
  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean;
  /** What has been read so far. */
  readonly result: T;
}

/** Reads what is short at once. */
export function readWhole<T>(reader: PieceReader<T>): T {
  while (reader.readOn());
  return reader.result;
}

/** What is told of HTML, in its order. Places are indexes in it. */
export interface HtmlListener {
  /**
   * Text between tags, in as many parts as the tokenizer comes upon.
   * @param text with its entities decoded
   * @param start absent for an entity: it stands right behind what was told of before
   */
  text?(text: string, start: number | undefined, end: number): void;
  /** The name of a tag that opens an element. */
  tag(start: number, end: number): void;
  /** The name of an attribute. @returns whether its value is wanted */
  attribute(start: number, end: number): boolean;
  /** The value that was wanted, entities decoded. @param end behind the quote, if there is one */
  value(value: string, isQuoted: boolean, end: number): void;
  /** The end of a tag. @param isClosed whether a `/` stands ahead of it */
  tagEnd?(end: number, isClosed: boolean): void;
  /** The name of a tag that closes an element. */
  closed?(start: number, end: number): void;
  /** What is no element, and not for reading. */
  passed?(end: number): void;
}

/** Characters that are read at once. */
const pieceLength = 16_384;

export class HtmlPieces {
  readonly #html: string;
  readonly #tokenizer: Tokenizer;
  #position = 0;
  /** Of the attribute that is read; absent for one that nobody wants. */
  #value: string | undefined;

  constructor(html: string, listener: HtmlListener) {
    this.#html = html;
    const passed = (_start: number, end: number) => listener.passed?.(Math.min(end + 1, html.length));
    this.#tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        ontext: (start, end) => {
          // The tokenizer has no start for what is left of a tag that does not end.
          if (start >= 0) listener.text?.(html.slice(start, end), start, end);
        },
        ontextentity: (codePoint, end) => listener.text?.(String.fromCodePoint(codePoint), undefined, end),
        onopentagname: (start, end) => listener.tag(start, end),
        onattribname: (start, end) => {
          this.#value = listener.attribute(start, end) ? '' : undefined;
        },
        onattribdata: (start, end) => {
          if (this.#value !== undefined) this.#value += html.slice(start, end);
        },
        onattribentity: (codePoint) => {
          if (this.#value !== undefined) this.#value += String.fromCodePoint(codePoint);
        },
        onattribend: (quote, end) => {
          const value = this.#value;
          this.#value = undefined;
          if (value !== undefined) listener.value(value, quote > 1, end);
        },
        onopentagend: (end) => listener.tagEnd?.(end + 1, false),
        onselfclosingtag: (end) => listener.tagEnd?.(end + 1, true),
        onclosetag: (start, end) => listener.closed?.(start, end),
        oncdata: passed,
        oncomment: passed,
        ondeclaration: passed,
        onprocessinginstruction: passed,
        onend: () => undefined,
      },
    );
  }

  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean {
    this.#tokenizer.write(this.#html.slice(this.#position, this.#position + pieceLength));
    this.#position += pieceLength;
    if (this.#position < this.#html.length) return true;
    this.#tokenizer.end();
    return false;
  }
}
