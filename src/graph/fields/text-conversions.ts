/**
 * HTML to plain text for one operation, without keeping others waiting: what does not fit into the present turn of the event
 * loop goes on in later ones, a piece at a time, and other operations have their turn in between.
 * Knows that a text is made once, by however many names it is asked for, and for nobody once the operation is over; what
 * plain text is stands in `plain-text.ts`.
 */
import type { EventLoop, Line } from '../../event-loop.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import type { PlainTextReader } from './plain-text.ts';

/** The parser, for all operations: it is loaded when the first plain text is asked for, so that nobody's start waits for it. */
export class LazyParser {
  /** Absent until it has been loaded. */
  Reader: typeof PlainTextReader | undefined;

  async load(): Promise<void> {
    this.Reader = (await import('./plain-text.ts')).PlainTextReader;
  }
}

/** A text that waits for a later turn. */
interface Conversion {
  /** Absent until it is begun: it takes memory. */
  reader: PlainTextReader | undefined;
  begin(): PlainTextReader;
  keep(text: string): void;
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
  readonly #made = new Map<string, { readonly html: string; readonly text: MaybePromise<string> }>();
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
    const made = this.#made.get(name);
    if (made?.html === html) return made.text;
    const text = this.#convert(html);
    this.#made.set(name, { html, text });
    return text;
  }

  #convert(html: string): MaybePromise<string> {
    const { parser, eventLoop, asker } = this.#options;
    if (asker.isOver) throw asker.reasonToLeave;
    const { Reader } = parser;
    if (!Reader) return parser.load().then(() => this.#convert(html));
    const begin = () => new Reader(html);
    if (this.#waiting.length > 0 || eventLoop.isDueNow()) return this.#queue(begin);
    const reader = begin();
    while (reader.readOn()) if (eventLoop.isDueNow()) return this.#queue(begin, reader);
    return reader.text;
  }

  #queue(begin: Conversion['begin'], reader?: PlainTextReader): Promise<string> {
    return new Promise((keep, refuse) => {
      this.#waiting.push({ reader, begin, keep, refuse });
      if (this.#waiting.length === 1) this.#enter();
    });
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
      conversion.keep(conversion.reader.text);
    } catch (error) {
      conversion.refuse(error);
    }
    return false;
  }
}
