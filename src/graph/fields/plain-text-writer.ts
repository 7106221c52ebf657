/**
 * Text on lines, told of the elements that open and close around it.
 * Knows which elements stand on lines of their own, and what a line in a list, a quote or a table begins with.
 */

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

/** Those besides that part what is before and behind them. */
const others = new Set('br hr ul ol li blockquote tr td th img'.split(' '));

/** Whether text behind an element's beginning or end is another word than text before it. */
export function partsWords(name: string): boolean {
  return breaksAround.has(name) || others.has(name);
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

/** Puts text on lines. What separates it is owed until more text follows, so that nothing begins or ends with it. */
export class PlainTextWriter {
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

  /** Owes line breaks after something that may have been empty. */
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
    // The line break right after the tag is there for the source's sake.
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

  /** Writes what is owed, and then the text. */
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
