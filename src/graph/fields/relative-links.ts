/**
 * HTML whose links to pages of its own site are relative to the front page, so that they lead to a front end on another host.
 * Knows which attributes link; what stands outside of these is not touched, down to the byte.
 */
import { escapeAttribute } from 'entities';
import { pageUri } from '../../wordpress/own-address.ts';
import type { Site } from '../../wordpress/site.ts';
import { HtmlPieces, type PieceReader } from './html-pieces.ts';

/** What links, and by which attribute. Forms are sent to WordPress itself. */
const linking = new Set(['a', 'area']);
const attribute = 'href';

/** Only these name a host. */
const absolute = /^\s*(?:https?:)?[/\\]{2}/i;

/** Where the site is. */
export type SitePlace = Pick<Site, 'home' | 'root'>;

export class RelativeLinksReader implements PieceReader<string> {
  readonly #html: string;
  readonly #site: SitePlace;
  readonly #reading: HtmlPieces;
  readonly #written: string[] = [];
  /** How much of the HTML is in these. */
  #copied = 0;
  #links = false;
  /** Where the name of the attribute that is read ends. */
  #named = 0;
  /** What stands between the name of an attribute and its value. */
  readonly #equals = /[ \t\n\f\r]*=[ \t\n\f\r]*["']?/y;

  constructor(html: string, site: SitePlace) {
    this.#html = html;
    this.#site = site;
    this.#reading = new HtmlPieces(html, {
      tag: (start, end) => {
        this.#links = end - start <= 4 && linking.has(html.slice(start, end).toLowerCase());
      },
      attribute: (start, end) => {
        const isIt = this.#links && html.slice(start, end).toLowerCase() === attribute;
        this.#named = end;
        // Of one that is there twice the first counts.
        if (isIt) this.#links = false;
        return isIt;
      },
      value: (value, isQuoted, end) => this.#rewrite(value, isQuoted ? end - 1 : end),
    });
  }

  readOn(): boolean {
    return this.#reading.readOn();
  }

  get result(): string {
    return this.#copied === 0 ? this.#html : `${this.#written.join('')}${this.#html.slice(this.#copied)}`;
  }

  /** @param end where the value ends */
  #rewrite(value: string, end: number): void {
    if (!absolute.test(value)) return;
    const uri = pageUri(value, this.#site);
    if (uri === null) return;
    this.#equals.lastIndex = this.#named;
    if (!this.#equals.test(this.#html)) return;
    this.#written.push(this.#html.slice(this.#copied, this.#equals.lastIndex), written(uri));
    this.#copied = end;
  }
}

/** As it may stand in any kind of quotes, and in none. */
function written(uri: string): string {
  return escapeAttribute(uri).replaceAll("'", '&#39;').replaceAll('`', '&#96;');
}
