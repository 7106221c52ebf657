/**
 * What a body holds, in its order: its words, headings, images and links. One pass over its HTML finds all of them.
 * Knows where captions stand, and what each word is part of.
 */
import { mediaId, mediaSource } from '../../wordpress/media-markup.ts';
import { readInt } from '../../wordpress/values.ts';
import type { PieceReader } from './html-pieces.ts';
import { type Attributes, HtmlReader } from './html-reader.ts';
import { partsWords } from './plain-text-writer.ts';
import { RunningText } from './running-text.ts';
import { wordEnds } from './words.ts';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string | null;
}

export interface BodyImage {
  /** As it is written. */
  readonly src: string;
  readonly alt: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly caption: string | null;
  /** That of its media, as WordPress' editors mark it. */
  readonly mediaId: number | null;
}

export interface BodyLink {
  /** As it is written. */
  readonly href: string;
  readonly text: string;
  readonly rel: string | null;
}

export interface Outline {
  /** All that is read but captions, in one line. */
  readonly text: string;
  /** Words, those of captions included. */
  readonly words: number;
  readonly headings: readonly Heading[];
  readonly images: readonly BodyImage[];
  readonly links: readonly BodyLink[];
}

const headingForm = /^h[1-6]$/;
const wanted = new Map<string, readonly string[]>([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']] as const),
  ['img', ['src', 'data-src', 'data-lazy-src', 'alt', 'width', 'height', 'class', 'data-id']],
  ['a', ['href', 'rel']],
  ['area', ['href', 'rel', 'alt']],
  ['*', ['class']],
]);

/** Figures within each other of which the captions are told apart. */
const mostFigures = 16;
/** Words that are counted at once. */
const wordsAtOnce = 1_000;

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** Images that have a caption in common, and that, once it is read: it may stand ahead of them. */
interface Figure {
  caption: string | null;
}

/** What is open and gathers text: at most one of each kind. */
interface OpenText<T> {
  readonly text: RunningText;
  readonly of: T;
}

export class OutlineReader extends HtmlReader implements PieceReader<Outline> {
  readonly #running = new RunningText();
  readonly #captions = new RunningText();
  readonly #headings: Heading[] = [];
  readonly #images: Written<BodyImage>[] = [];
  readonly #links: BodyLink[] = [];
  /** What each image stands in that stands in any. */
  readonly #figureOf = new Map<Written<BodyImage>, Figure>();
  readonly #figures: Figure[] = [];
  /** Figures that are open beyond those. */
  #deeper = 0;
  #heading: OpenText<{ readonly level: number; readonly anchor: string | null }> | undefined;
  #link: OpenText<{ readonly at: number; readonly href: string; readonly rel: string | null }> | undefined;
  /** What it captions, and the element that ends it. */
  #caption: OpenText<{ readonly figure: Figure | undefined; readonly name: string }> | undefined;
  #isRead = false;
  #counting: Generator<number, undefined> | undefined;
  #words = 0;

  constructor(html: string) {
    super(html, wanted);
  }

  override readOn(): boolean {
    if (!this.#isRead) {
      if (super.readOn()) return true;
      this.#endHeading();
      this.#endLink();
      this.#endCaption();
      for (const [image, { caption }] of this.#figureOf) image.caption = caption;
      this.#isRead = true;
      this.#counting = wordEnds(`${this.#running.text}\n${this.#captions.text}`);
    }
    for (let counted = 0; counted < wordsAtOnce; counted++) {
      if (this.#counting?.next().done !== false) return false;
      this.#words++;
    }
    return true;
  }

  get result(): Outline {
    return {
      text: this.#running.text,
      words: this.#words,
      headings: this.#headings,
      images: this.#images,
      links: this.#links,
    };
  }

  protected textRead(text: string): void {
    (this.#caption ? this.#captions : this.#running).write(text);
    this.#caption?.text.write(text);
    this.#heading?.text.write(text);
    this.#link?.text.write(text);
  }

  protected opened(name: string, attributes: Attributes): void {
    if (partsWords(name)) this.#part();
    if (headingForm.test(name)) this.#beginHeading(Number(name[1]), attributes);
    else if (name === 'img') this.#addImage(attributes);
    else if (name === 'a') this.#beginLink(attributes);
    else if (name === 'area') this.#addArea(attributes);
    else if (name === 'figure') this.#beginFigure();
    else if (name === 'figcaption') this.#beginCaption(name, this.#figures.at(-1));
    else if (hasClass(attributes, 'wp-caption-text')) this.#beginCaption(name, this.#figureOfLast());
  }

  protected closed(name: string): void {
    if (partsWords(name)) this.#part();
    if (headingForm.test(name)) this.#endHeading();
    else if (name === 'a') this.#endLink();
    else if (name === 'figure') this.#endFigure();
    if (name === this.#caption?.of.name) this.#endCaption();
  }

  protected pieceRead(): void {
    this.#running.gather();
    this.#captions.gather();
  }

  #part(): void {
    this.#running.part();
    this.#captions.part();
    this.#caption?.text.part();
    this.#heading?.text.part();
    this.#link?.text.part();
  }

  #beginHeading(level: number, attributes: Attributes): void {
    this.#endHeading();
    this.#heading = { text: new RunningText(), of: { level, anchor: attributes.get('id')?.trim() || null } };
  }

  #endHeading(): void {
    const heading = this.#heading;
    this.#heading = undefined;
    if (heading && heading.text.text !== '') this.#headings.push({ ...heading.of, text: heading.text.text });
  }

  /** Those that link to nothing are no links: they are marks to which others link. */
  #beginLink(attributes: Attributes): void {
    this.#endLink();
    const href = attributes.get('href')?.trim();
    if (!href) return;
    const at = this.#links.length;
    const rel = attributes.get('rel') || null;
    this.#links.push({ href, text: '', rel });
    this.#link = { text: new RunningText(), of: { at, href, rel } };
  }

  #endLink(): void {
    if (!this.#link) return;
    const { text, of } = this.#link;
    this.#link = undefined;
    this.#links[of.at] = { href: of.href, text: text.text, rel: of.rel };
  }

  #addArea(attributes: Attributes): void {
    const href = attributes.get('href')?.trim();
    if (href) this.#links.push({ href, text: attributes.get('alt') ?? '', rel: attributes.get('rel') || null });
  }

  #addImage(attributes: Attributes): void {
    const src = mediaSource(attributes);
    if (src === null) return;
    const figure = this.#figures.at(-1);
    const image = {
      src,
      alt: attributes.get('alt') ?? null,
      width: pixels(attributes.get('width')),
      height: pixels(attributes.get('height')),
      caption: null,
      mediaId: mediaId(attributes),
    };
    this.#images.push(image);
    if (figure) this.#figureOf.set(image, figure);
  }

  #beginFigure(): void {
    if (this.#figures.length < mostFigures) this.#figures.push({ caption: null });
    else this.#deeper++;
  }

  /** As themes of old wrote it: a caption behind its image. */
  #figureOfLast(): Figure {
    const [image, figure] = [this.#images.at(-1), { caption: null }];
    if (image) this.#figureOf.set(image, figure);
    return figure;
  }

  #endFigure(): void {
    this.#endCaption();
    if (this.#deeper > 0) this.#deeper--;
    else this.#figures.pop();
  }

  #beginCaption(name: string, figure: Figure | undefined): void {
    this.#endCaption();
    this.#caption = { text: new RunningText(), of: { name, figure } };
  }

  #endCaption(): void {
    if (!this.#caption) return;
    const { text, of } = this.#caption;
    this.#caption = undefined;
    if (of.figure) of.figure.caption = text.text || null;
  }
}

function hasClass(attributes: Attributes, name: string): boolean {
  return attributes.get('class')?.split(/\s+/).includes(name) ?? false;
}

/** `100%` says nothing of pixels. */
function pixels(written: string | undefined): number | null {
  const size = written === undefined ? null : readInt(written.trim());
  return size !== null && size > 0 ? size : null;
}
