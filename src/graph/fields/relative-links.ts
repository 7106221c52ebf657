/**
 * HTML whose links to pages of its own site are relative to the front page, so that they lead to a front end on another host.
 * Knows which attributes link; what stands outside of these is not touched, down to the byte.
 */
import { escapeAttribute } from 'entities';
import { Tokenizer } from 'htmlparser2';
import { pageUri } from '../../wordpress/own-address.ts';
import type { Site } from '../../wordpress/site.ts';
import type { PieceReader } from './html-reader.ts';

/** What links, and by which attribute. Forms are sent to WordPress itself. */
const linking = new Set(['a', 'area']);
const attribute = 'href';

/** Characters that are read at once. */
const pieceLength = 16_384;

/** Only these name a host. */
const absolute = /^\s*(?:https?:)?[/\\]{2}/i;

/** Where the site is. */
export type SitePlace = Pick<Site, 'home' | 'root'>;

export class RelativeLinksReader implements PieceReader<string> {
  readonly #html: string;
  readonly #site: SitePlace;
  readonly #tokenizer: Tokenizer;
  #position = 0;
  readonly #pieces: string[] = [];
  /** How much of the HTML is in these. */
  #copied = 0;
  #links = false;
  /** Where the name of the attribute that is read ends, if it links. */
  #named: number | undefined;
  #isLinked = false;
  #value = '';
  /** What stands between the name of an attribute and its value. */
  readonly #equals = /[ \t\n\f\r]*=[ \t\n\f\r]*["']?/y;

  constructor(html: string, site: SitePlace) {
    this.#html = html;
    this.#site = site;
    const ignored = () => undefined;
    this.#tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        onopentagname: (start, end) => {
          this.#links = end - start <= 4 && linking.has(html.slice(start, end).toLowerCase());
          this.#isLinked = false;
        },
        onattribname: (start, end) => {
          const isIt = this.#links && !this.#isLinked && html.slice(start, end).toLowerCase() === attribute;
          this.#named = isIt ? end : undefined;
          this.#value = '';
        },
        onattribdata: (start, end) => {
          if (this.#named !== undefined) this.#value += html.slice(start, end);
        },
        onattribentity: (codePoint) => {
          if (this.#named !== undefined) this.#value += String.fromCodePoint(codePoint);
        },
        onattribend: (quote, end) => {
          // Of one that is there twice the first counts.
          if (this.#named !== undefined) this.#isLinked = true;
          if (this.#named !== undefined && quote !== 0) this.#rewrite(this.#named, quote === 1 ? end : end - 1);
          this.#named = undefined;
        },
        ontext: ignored,
        ontextentity: ignored,
        onopentagend: ignored,
        onselfclosingtag: ignored,
        onclosetag: ignored,
        oncdata: ignored,
        oncomment: ignored,
        ondeclaration: ignored,
        onprocessinginstruction: ignored,
        onend: ignored,
      },
    );
  }

  readOn(): boolean {
    this.#tokenizer.write(this.#html.slice(this.#position, this.#position + pieceLength));
    this.#position += pieceLength;
    const isLast = this.#position >= this.#html.length;
    if (isLast) this.#tokenizer.end();
    return !isLast;
  }

  get result(): string {
    return this.#copied === 0 ? this.#html : `${this.#pieces.join('')}${this.#html.slice(this.#copied)}`;
  }

  /** @param named where the name of the attribute ends @param end where its value does */
  #rewrite(named: number, end: number): void {
    if (!absolute.test(this.#value)) return;
    const uri = pageUri(this.#value, this.#site);
    if (uri === null) return;
    this.#equals.lastIndex = named;
    if (!this.#equals.test(this.#html)) return;
    this.#pieces.push(this.#html.slice(this.#copied, this.#equals.lastIndex), written(uri));
    this.#copied = end;
  }
}

/** As it may stand in any kind of quotes, and in none. */
function written(uri: string): string {
  return escapeAttribute(uri).replaceAll("'", '&#39;').replaceAll('`', '&#96;');
}
