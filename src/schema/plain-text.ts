/**
 * HTML as plain text, in one pass over its tags: time and memory go with its length, whatever is in it.
 * Knows which elements stand on lines of their own. Paragraphs, headings, lists and tables have an empty line around them,
 * items a mark ahead (` * `, ` 1. `), quotes a `> `; the cells of a row are parted by a tab; of links and images the text is left.
 *
 * Elements are not matched with their ends, so that nothing has to be remembered of what is open but a few lists and quotes:
 * what is nested deeper is written as if it stood in the last of these.
 */
import { Tokenizer } from 'htmlparser2';

/** Line breaks around an element: one ends the line, two leave an empty one. */
const breaksAround = new Map<string, number>([
  ...named(2, 'p h1 h2 h3 h4 h5 h6 pre table dl figure details'),
  ...named(
    1,
    'address article aside caption center dd div dt fieldset figcaption footer form header hgroup legend main nav',
  ),
  ...named(1, 'option section summary'),
]);

function named(breaks: number, names: string): [string, number][] {
  return names.split(' ').map((name) => [name, breaks]);
}

/** What is in these is not for reading. */
const skipped = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'noembed', 'noframes']);

/** No element of HTML has a longer name. */
const longestName = 20;
/** Characters that are read at once. */
const pieceLength = 16_384;

/** Reads HTML a piece at a time, so that who reads a long one can do other things in between. */
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

/** What a line begins with: a quote's `> `, or the room that the mark of a list's item takes. */
interface Margin {
  readonly isList: boolean;
  readonly text: string;
  /** The number of the next item, where they are numbered. */
  next: number | undefined;
}

/** Lists and quotes within each other that a line's beginning tells of. */
const mostMargins = 8;

/** Puts text on lines. What parts it is owed until there is text behind it, so that nothing begins or ends with it. */
class PlainTextWriter {
  readonly #pieces: string[] = [];
  #written: string[] = [];
  /** Whether nothing is written yet. */
  #isEmpty = true;
  readonly #margins: Margin[] = [];
  /** Lists and quotes that are open beyond those. */
  #deeper = 0;
  /** How many lists and quotes go on from the last line to the next. */
  #common = 0;
  #breaks = 0;
  #tabs = 0;
  #space = false;
  /** The mark of an item of which nothing is written yet. */
  #mark = '';
  /** Whether a cell or an item has just begun: what opens in it begins no further line. */
  #isFresh = false;
  /** Cells of the row so far. */
  #cells = 0;
  #preformatted = 0;
  #beginsPreformatted = false;

  get text(): string {
    return this.#pieces.join('');
  }

  /** Makes one string of what was written since: kept word by word, a long text takes many times its length. */
  gather(): void {
    this.#pieces.push(this.#written.join(''));
    this.#written = [];
  }

  write(text: string): void {
    if (this.#preformatted > 0) this.#writePreformatted(text);
    else this.#writeWords(/[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text);
  }

  open(name: string, start: string): void {
    if (name === 'br') this.#break(this.#breaks + 1);
    else if (name === 'hr') this.#writeRule();
    else if (name === 'ul' || name === 'ol') this.#openList(name === 'ol', start);
    else if (name === 'li') this.#beginItem();
    else if (name === 'blockquote') this.#openMargin({ isList: false, text: '> ', next: undefined }, 2);
    else if (name === 'tr') this.#beginRow();
    else if (name === 'td' || name === 'th') this.#beginCell();
    else this.#break(breaksAround.get(name) ?? 0);
    if (name !== 'pre') return;
    this.#preformatted++;
    this.#beginsPreformatted = true;
  }

  close(name: string): void {
    if (name === 'ul' || name === 'ol') this.#closeMargin(true);
    else if (name === 'blockquote') this.#closeMargin(false);
    else if (name === 'li' || name === 'tr' || name === 'table') this.#end(breaksAround.get(name) ?? 1);
    else this.#break(breaksAround.get(name) ?? 0);
    if (name === 'tr' || name === 'table') this.#cells = this.#tabs = 0;
    if (name === 'pre' && this.#preformatted > 0) this.#preformatted--;
  }

  /** Owes line breaks; nothing parts an item or a cell from what it begins with. */
  #break(breaks: number): void {
    if (!this.#isFresh && breaks > this.#breaks) this.#breaks = breaks;
  }

  /** Owes line breaks behind something that may have been empty. */
  #end(breaks: number): void {
    this.#isFresh = false;
    this.#break(breaks);
  }

  get #list(): Margin | undefined {
    return this.#margins.findLast(({ isList }) => isList);
  }

  #openList(isOrdered: boolean, start: string): void {
    const first = /^-?\d{1,9}$/.test(start) ? Number.parseInt(start, 10) : 1;
    const list = { isList: true, text: isOrdered ? '    ' : '   ', next: isOrdered ? first : undefined };
    this.#openMargin(list, this.#list ? 1 : 2);
  }

  #openMargin(margin: Margin, breaks: number): void {
    this.#break(breaks);
    if (this.#margins.length < mostMargins) this.#margins.push(margin);
    else this.#deeper++;
  }

  /** Ends the innermost list or quote, and what was left open in it. */
  #closeMargin(isList: boolean): void {
    if (this.#deeper > 0) {
      this.#deeper--;
    } else {
      const index = this.#margins.findLastIndex((margin) => margin.isList === isList);
      if (index !== -1) this.#margins.length = index;
      this.#common = Math.min(this.#common, this.#margins.length);
    }
    this.#mark = '';
    this.#end(isList && this.#list ? 1 : 2);
  }

  #beginItem(): void {
    this.#end(1);
    const list = this.#list;
    if (!list) return;
    this.#mark = list.next === undefined ? ' * ' : ` ${list.next++}. `;
    this.#isFresh = true;
  }

  #beginRow(): void {
    this.#end(1);
    this.#cells = this.#tabs = 0;
  }

  #beginCell(): void {
    if (this.#cells++ > 0) {
      this.#breaks = 0;
      this.#tabs++;
    }
    this.#isFresh = true;
  }

  #writeRule(): void {
    this.#break(2);
    this.#put('---');
    this.#break(2);
  }

  #writeWords(text: string): void {
    const [from, to] = [text.startsWith(' ') ? 1 : 0, text.endsWith(' ') ? text.length - 1 : text.length];
    if (from === 1) this.#space = true;
    this.#put(text.slice(from, to));
    if (to < text.length) this.#space = true;
  }

  #writePreformatted(text: string): void {
    const lines = text.replaceAll('\r', '').split('\n');
    // The line break right behind the tag is there for the source's sake.
    if (this.#beginsPreformatted && lines[0] === '') lines.shift();
    this.#beginsPreformatted = false;
    lines.forEach((line, index) => {
      if (index > 0) {
        this.#isFresh = false;
        this.#breaks++;
      }
      this.#put(line);
    });
  }

  /** Writes on, behind what is owed. */
  #put(text: string): void {
    if (text === '') return;
    if (this.#isEmpty || this.#breaks > 0) this.#beginLine();
    else if (this.#space && this.#tabs === 0) this.#written.push(' ');
    if (this.#tabs > 0) this.#written.push('\t'.repeat(this.#tabs));
    this.#written.push(text);
    this.#breaks = this.#tabs = 0;
    this.#isEmpty = this.#space = this.#isFresh = false;
    this.#mark = '';
    this.#common = this.#margins.length;
  }

  #beginLine(): void {
    if (!this.#isEmpty) {
      const emptyLine = `\n${this.#margin(this.#margins.slice(0, this.#common)).replace(/ +$/, '')}`;
      this.#written.push(emptyLine.repeat(this.#breaks - 1), '\n');
    }
    if (this.#margins.length > 0) this.#written.push(this.#margin(this.#margins, this.#mark));
  }

  /** The beginning of a line, with an item's mark in the place of its list. */
  #margin(margins: readonly Margin[], mark = ''): string {
    const item = mark === '' ? undefined : this.#list;
    return margins.map((margin) => (margin === item ? mark : margin.text)).join('');
  }
}
