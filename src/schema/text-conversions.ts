/**
 * HTML to plain text for everybody who asks, without keeping others waiting: what does not fit into a few milliseconds of a
 * turn of the event loop waits for the next one, in line.
 * Knows time; what plain text is stands in `plain-text.ts`.
 */
import type { MaybePromise } from '../maybe-promise.ts';
import type { PlainTextReader } from './plain-text.ts';

/** What conversions may take of a turn of the event loop. */
const mostMilliseconds = 10;

export class TextConversions {
  #Reader: typeof PlainTextReader | undefined;
  /** When this turn's first conversion began; `undefined` where there was none yet. */
  #turnBegan: number | undefined;
  /** Settles when all that waits in line has been read. */
  #line: Promise<void> = Promise.resolve();

  /** Tags stripped, entities decoded, blocks on lines of their own. */
  plainText(html: string): MaybePromise<string> {
    if (!/[<&]/.test(html)) return html;
    if (!this.#Reader) return this.#load().then(() => this.plainText(html));
    const reader = new this.#Reader(html);
    return this.#readOn(reader) ? reader.text : this.#inLine(reader);
  }

  /** The parser is loaded when the first plain text is asked for: nobody's start waits for it. */
  async #load(): Promise<void> {
    this.#Reader = (await import('./plain-text.ts')).PlainTextReader;
  }

  #inLine(reader: PlainTextReader): Promise<string> {
    const text = this.#line.then(async () => {
      do await nextTurn();
      while (!this.#readOn(reader));
      return reader.text;
    });
    this.#line = text.then(
      () => undefined,
      () => undefined,
    );
    return text;
  }

  /** Reads as far as this turn allows; whether that was all. */
  #readOn(reader: PlainTextReader): boolean {
    while (!this.#isSpent()) if (!reader.readOn()) return true;
    return false;
  }

  #isSpent(): boolean {
    const now = performance.now();
    if (this.#turnBegan === undefined) {
      this.#turnBegan = now;
      setImmediate(() => {
        this.#turnBegan = undefined;
      });
    }
    return now - this.#turnBegan > mostMilliseconds;
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
