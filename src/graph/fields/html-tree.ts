/**
 * HTML as a tree of elements, each with the place where it stands, so that what is given out of it is the HTML as it came.
 * Knows which elements have no end, and which ends may be left out. Time goes with the length of the HTML: what is nested deeper
 * than anybody would is taken for content of the deepest element.
 */
import { HtmlPieces, type PieceReader, readWhole } from './html-pieces.ts';

export interface HtmlText {
  readonly start: number;
  readonly end: number;
  /** Entities decoded. */
  readonly text: string;
}

/** Characters of the classes of an element. */
const longestClasses = 20_000;

export class HtmlElement {
  readonly name: string;
  readonly attributes = new Map<string, string>();
  readonly children: HtmlNode[] = [];
  readonly parent: HtmlElement | undefined;
  readonly start: number;
  /** Where its content starts and ends. */
  innerStart: number;
  innerEnd: number;
  end: number;

  constructor(name: string, start: number, parent?: HtmlElement) {
    this.name = name;
    this.start = start;
    this.parent = parent;
    this.innerStart = start;
    this.innerEnd = start;
    this.end = start;
  }

  get elements(): HtmlElement[] {
    return this.children.filter((child) => child instanceof HtmlElement);
  }

  /** None where they are longer than anybody's. */
  get classes(): readonly string[] {
    const said = this.attributes.get('class');
    if (said === undefined || said.length > longestClasses) return [];
    return said.split(/\s+/).filter((name) => name !== '');
  }

  /** The first element in it that is looked for, in the order of the HTML. */
  find(isMeant: (element: HtmlElement) => boolean): HtmlElement | undefined {
    for (const child of this.children) {
      if (!(child instanceof HtmlElement)) continue;
      const found = isMeant(child) ? child : child.find(isMeant);
      if (found) return found;
    }
    return undefined;
  }
}

export type HtmlNode = HtmlElement | HtmlText;

/** Elements in one another. */
const deepestElements = 200;

/** What is short, at once. @returns the element that stands around all of it */
export function readHtml(html: string): HtmlElement {
  return readWhole(new HtmlTreeReader(html));
}

export class HtmlTreeReader implements PieceReader<HtmlElement> {
  readonly #html: string;
  readonly #pieces: HtmlPieces;
  readonly #root = new HtmlElement('', 0);
  /** From the root on. */
  readonly #open: [HtmlElement, ...HtmlElement[]] = [this.#root];
  /** Elements that are open deeper than any are kept. */
  #tooDeep = 0;
  /** The end of what has been understood. */
  #position = 0;
  #tag: HtmlElement | undefined;
  #attribute = '';

  constructor(html: string) {
    this.#html = html;
    this.#pieces = new HtmlPieces(html, {
      text: (text, start, end) => this.#text(text, start ?? this.#position, end),
      tag: (start, end) => this.#name(html.slice(start, end).toLowerCase(), start - 1),
      attribute: (start, end) => {
        this.#attribute = html.slice(start, end).toLowerCase();
        return this.#tag?.attributes.has(this.#attribute) === false;
      },
      value: (value) => this.#tag?.attributes.set(this.#attribute, value),
      tagEnd: (end, isClosed) => this.#opened(end, isClosed && this.#isForeign()),
      closed: (start, end) => this.#closed(html.slice(start, end).toLowerCase(), start - 2, end),
      passed: (end) => {
        this.#position = end;
      },
    });
  }

  /** Reads the next piece; `false` when that was the last one. */
  readOn(): boolean {
    if (this.#pieces.readOn()) return true;
    for (const element of this.#open) endAt(element, this.#html.length);
    return false;
  }

  /** The element that stands around all of it. */
  get result(): HtmlElement {
    return this.#root;
  }

  get #innermost(): HtmlElement {
    return this.#open.at(-1) ?? this.#root;
  }

  #text(text: string, start: number, end: number): void {
    const { children } = this.#innermost;
    const last = children.at(-1);
    const isNext = last && !(last instanceof HtmlElement) && last.end === start;
    if (isNext) children[children.length - 1] = { start: last.start, end, text: last.text + text };
    else children.push({ start, end, text });
    this.#position = end;
  }

  #name(name: string, start: number): void {
    const implied = impliedEnds(name);
    while (implied?.has(this.#innermost.name)) this.#end(start, start);
    this.#tag = new HtmlElement(name, start, this.#innermost);
  }

  #opened(end: number, isClosed: boolean): void {
    const tag = this.#tag;
    this.#tag = undefined;
    this.#position = end;
    if (!tag) return;
    const hasNoEnd = isClosed || endless.has(tag.name);
    if (this.#open.length > deepestElements) {
      if (!hasNoEnd) this.#tooDeep++;
      return;
    }
    tag.innerStart = end;
    endAt(tag, end);
    this.#innermost.children.push(tag);
    if (!hasNoEnd) this.#open.push(tag);
  }

  #closed(name: string, start: number, nameEnd: number): void {
    const bracket = this.#html.indexOf('>', nameEnd);
    const end = bracket === -1 ? this.#html.length : bracket + 1;
    this.#position = end;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const place = this.#open.findLastIndex((element) => element.name === name);
    if (place < 1) return;
    while (this.#open.length > place + 1) this.#end(start, start);
    this.#end(start, end);
  }

  #end(innerEnd: number, end: number): void {
    const element = this.#open.pop();
    if (element) endAt(element, innerEnd, end);
  }

  /** Whether a `/` at the end of a tag means what it says. */
  #isForeign(): boolean {
    return this.#open.some(({ name }) => name === 'svg' || name === 'math');
  }
}

function endAt(element: HtmlElement, innerEnd: number, end = innerEnd): void {
  element.innerEnd = innerEnd;
  element.end = end;
}

const endless = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const cells = ['td', 'th'];
const rows = ['tr', ...cells];
const groups = ['thead', 'tbody', 'tfoot', ...rows];

/** By the name of a tag, the elements that it ends. */
const ends: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries<ReadonlySet<string>>([
  ...'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'
    .split(' ')
    .map((name): [string, Set<string>] => [name, new Set(['p'])]),
  ['li', new Set(['p', 'li'])],
  ...['dt', 'dd'].map((name): [string, Set<string>] => [name, new Set(['p', 'dt', 'dd'])]),
  ...cells.map((name): [string, Set<string>] => [name, new Set(cells)]),
  ['tr', new Set(rows)],
  ...['thead', 'tbody', 'tfoot'].map((name): [string, Set<string>] => [name, new Set(groups)]),
  ['option', new Set(['option'])],
]);

function impliedEnds(name: string): ReadonlySet<string> | undefined {
  return Object.hasOwn(ends, name) ? ends[name] : undefined;
}
