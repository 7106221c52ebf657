/**
 * What is made of HTML for one operation, without keeping others waiting: what does not fit into the present turn of the event
 * loop goes on in later ones, a piece at a time, and other operations have their turn in between.
 * Knows that each is made once, by however many names it is asked for, and for nobody once the operation is over; what plain
 * text is, and what else is made, each reader knows.
 */
import type { EventLoop, Line } from '../../event-loop.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { type StoredBlock, StoredBlocksReader } from '../../wordpress/stored-blocks.ts';
import type { PieceReader } from './html-pieces.ts';
import type { Outline, OutlineReader } from './outline.ts';
import type { PlainTextReader } from './plain-text.ts';
import type { RelativeLinksReader, SitePlace } from './relative-links.ts';
import type { RenderedBlock, RenderedBlocksReader } from './rendered-blocks.ts';

interface Readers {
  readonly PlainTextReader: typeof PlainTextReader;
  readonly OutlineReader: typeof OutlineReader;
  readonly RelativeLinksReader: typeof RelativeLinksReader;
  readonly RenderedBlocksReader: typeof RenderedBlocksReader;
}

/** The parser, for all operations: it is loaded when it is first needed, so that nobody's start waits for it. */
export class LazyParser {
  /** Absent until it has been loaded. */
  readers: Readers | undefined;

  async load(): Promise<void> {
    const { PlainTextReader } = await import('./plain-text.ts');
    const { OutlineReader } = await import('./outline.ts');
    const { RelativeLinksReader } = await import('./relative-links.ts');
    const { RenderedBlocksReader } = await import('./rendered-blocks.ts');
    this.readers = { PlainTextReader, OutlineReader, RelativeLinksReader, RenderedBlocksReader };
  }
}

/** A text that waits for a later turn. */
interface Conversion {
  /** Absent until it is begun: it takes memory. */
  reader: PieceReader<unknown> | undefined;
  begin(): PieceReader<unknown>;
  keep(made: unknown): void;
  refuse(error: unknown): void;
}

/** The operation that the texts are made for. */
export interface Asker {
  readonly isOver: boolean;
  /** Why it is. */
  readonly reasonToLeave: Error | undefined;
}

export interface TextConversionsOptions {
  readonly parser: LazyParser;
  readonly eventLoop: EventLoop;
  readonly asker: Asker;
}

export class TextConversions {
  readonly #options: TextConversionsOptions;
  readonly #made = new Map<string, { readonly html: string; readonly made: MaybePromise<unknown> }>();
  readonly #madeOf = new WeakMap<object, Map<string, MaybePromise<unknown>>>();
  readonly #waiting: Conversion[] = [];
  /** Not that of the execution: it goes on asking for more, and a batch of look-ups waits until it has. */
  #line: Line | undefined;

  constructor(options: TextConversionsOptions) {
    this.#options = options;
  }

  /**
   * Tags stripped, entities decoded, blocks on lines of their own.
   * @param name of the text, the same whenever it is asked for
   */
  plainText(name: string, html: string): MaybePromise<string> {
    if (!/[<&]/.test(html)) return html;
    return this.#once(`text ${name}`, html, ({ PlainTextReader }) => new PlainTextReader(html));
  }

  /** Its words, headings, images and links. @param name as above */
  outline(name: string, html: string): MaybePromise<Outline> {
    return this.#once(`outline ${name}`, html, ({ OutlineReader }) => new OutlineReader(html));
  }

  /** With links to the site's own pages relative to its front page. @param name as above */
  relativeLinks(name: string, html: string, site: SitePlace): MaybePromise<string> {
    if (!/href/i.test(html)) return html;
    return this.#once(`links ${name}`, html, ({ RelativeLinksReader }) => new RelativeLinksReader(html, site));
  }

  /** As blocks, by its markup. @param name as above */
  renderedBlocks(name: string, html: string): MaybePromise<readonly RenderedBlock[]> {
    return this.#once(`blocks ${name}`, html, ({ RenderedBlocksReader }) => new RenderedBlocksReader(html));
  }

  /** A stored text as blocks, `null` where they are nested too deep. @param name as above */
  storedBlocks(name: string, text: string): MaybePromise<readonly StoredBlock[] | null> {
    return this.#once(`stored ${name}`, text, () => new StoredBlocksReader(text));
  }

  /**
   * What is made of something else than a text, as long as that is there.
   * @param name of what is made, the same for nothing else that is made of it
   */
  madeOf<T>(thing: object, name: string, begin: () => PieceReader<T>): MaybePromise<T> {
    const known = this.#madeOf.get(thing) ?? new Map<string, MaybePromise<unknown>>();
    this.#madeOf.set(thing, known);
    if (!known.has(name)) known.set(name, this.#convert(begin));
    return known.get(name) as MaybePromise<T>;
  }

  #once<T>(name: string, html: string, begin: (readers: Readers) => PieceReader<T>): MaybePromise<T> {
    const known = this.#made.get(name);
    if (known?.html === html) return known.made as MaybePromise<T>;
    const made = this.#convert(begin);
    this.#made.set(name, { html, made });
    return made;
  }

  #convert<T>(begin: (readers: Readers) => PieceReader<T>): MaybePromise<T> {
    const { parser, eventLoop, asker } = this.#options;
    if (asker.isOver) throw asker.reasonToLeave;
    const { readers } = parser;
    if (!readers) return parser.load().then(() => this.#convert(begin));
    const beginNow = () => begin(readers);
    if (this.#waiting.length > 0 || eventLoop.isDueNow()) return this.#queue(beginNow);
    const reader = beginNow();
    while (reader.readOn()) if (eventLoop.isDueNow()) return this.#queue(beginNow, reader);
    return reader.result;
  }

  #queue<T>(begin: () => PieceReader<T>, reader?: PieceReader<T>): Promise<T> {
    return new Promise<unknown>((keep, refuse) => {
      this.#waiting.push({ reader, begin, keep, refuse });
      if (this.#waiting.length === 1) this.#enter();
    }) as Promise<T>;
  }

  #enter(): void {
    this.#line ??= this.#options.eventLoop.line();
    this.#line.enter(() => this.#goOn());
  }

  /** Reads the next piece of the first text that waits. */
  #goOn(): void {
    const { asker } = this.#options;
    const [first] = this.#waiting;
    if (asker.isOver) {
      for (const { refuse } of this.#waiting.splice(0)) refuse(asker.reasonToLeave);
    } else if (first && !this.#readOn(first)) {
      this.#waiting.shift();
    }
    if (this.#waiting.length > 0) this.#enter();
  }

  /** Whether there is more to read. */
  #readOn(conversion: Conversion): boolean {
    try {
      conversion.reader ??= conversion.begin();
      if (conversion.reader.readOn()) return true;
      conversion.keep(conversion.reader.result);
    } catch (error) {
      conversion.refuse(error);
    }
    return false;
  }
}
