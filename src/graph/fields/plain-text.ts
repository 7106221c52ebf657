/**
 * HTML as plain text.
 * Knows which elements stand on lines of their own. Paragraphs, headings, lists and tables have an empty line around them,
 * items a mark ahead (` * `, ` 1. `), quotes a `> `; the cells of a row are parted by a tab; of links and images the text is left.
 * A few lists and quotes are remembered as open: what is nested deeper is written as if it stood in the last of these.
 */
import type { PieceReader } from './html-pieces.ts';
import { type Attributes, HtmlReader } from './html-reader.ts';
import { PlainTextWriter } from './plain-text-writer.ts';

/** What an ordered list begins with, as it is written. */
const wanted = new Map([['ol', ['start']]]);

export class PlainTextReader extends HtmlReader implements PieceReader<string> {
  readonly #writer = new PlainTextWriter();

  constructor(html: string) {
    super(html, wanted);
  }

  get result(): string {
    return this.#writer.text;
  }

  protected textRead(text: string): void {
    this.#writer.write(text);
  }

  protected opened(name: string, attributes: Attributes): void {
    this.#writer.open(name, attributes.get('start') ?? '');
  }

  protected closed(name: string): void {
    this.#writer.close(name);
  }

  protected pieceRead(): void {
    this.#writer.gather();
  }
}
