/**
 * HTML as plain text, in one pass over its tags: time and memory go with its length, whatever is in it.
 * Knows which elements stand on lines of their own. Paragraphs, headings, lists and tables have an empty line around them,
 * items a mark ahead (` * `, ` 1. `), quotes a `> `; the cells of a row are parted by a tab; of links and images the text is left.
 *
 * Elements are not matched with their ends, so that nothing has to be remembered of what is open but a few lists and quotes:
 * what is nested deeper is written as if it stood in the last of these.
 */
import { Tokenizer } from 'htmlparser2';
import { PlainTextWriter } from './plain-text-writer.ts';

/** What is in these is not for reading. */
const skipped = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'noembed', 'noframes']);

/** No element of HTML has a longer name. */
const longestName = 20;
/** Characters that are read at once. */
const pieceLength = 16_384;

/** Reads HTML a piece at a time, so that the reader of a long one can do other things in between. */
export class PlainTextReader {
  readonly #html: string;
  readonly #writer = new PlainTextWriter();
  readonly #tokenizer: Tokenizer;
  #position = 0;
  /** Element whose content is passed over, and how many of its kind are open. */
  #skips = { name: '', open: 0 };
  #tag = '';
  #attribute = '';
  /** What an ordered list begins with, as it is written. */
  #start = '';

  constructor(html: string) {
    this.#html = html;
    const ignored = () => undefined;
    this.#tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        ontext: (start, end) => this.#text(html.slice(start, end)),
        ontextentity: (codePoint) => this.#text(String.fromCodePoint(codePoint)),
        onopentagname: (start, end) => {
          this.#tag = this.#nameBetween(start, end);
          this.#start = '';
        },
        onattribname: (start, end) => {
          this.#attribute = this.#nameBetween(start, end);
        },
        onattribdata: (start, end) => {
          if (this.#tag === 'ol' && this.#attribute === 'start') this.#start += html.slice(start, end);
        },
        onattribentity: ignored,
        onattribend: ignored,
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
    this.#writer.gather();
    return !isLast;
  }

  /** What has been read so far. */
  get text(): string {
    return this.#writer.text;
  }

  #nameBetween(start: number, end: number): string {
    return end - start > longestName ? '' : this.#html.slice(start, end).toLowerCase();
  }

  #text(text: string): void {
    if (this.#skips.open === 0) this.#writer.write(text);
  }

  #opened(name: string, isClosed: boolean): void {
    if (this.#skips.open > 0) {
      if (name === this.#skips.name && !isClosed) this.#skips.open++;
    } else if (skipped.has(name)) {
      if (!isClosed) this.#skips = { name, open: 1 };
    } else {
      this.#writer.open(name, this.#start);
    }
  }

  #closed(name: string): void {
    if (this.#skips.open === 0) this.#writer.close(name);
    else if (name === this.#skips.name) this.#skips.open--;
  }
}
