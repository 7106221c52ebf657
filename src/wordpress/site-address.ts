/**
 * Addresses on a site's own front end: where they lie, their parts, and whether one is that of a document.
 * Knows that people and links write the same address in many ways. An address is whoever's who gives it, and so is the link of
 * a document: no host in either is asked for anything.
 */
import { comparable, comparablePath, folderOf, pathBelow, placeOf } from './address-path.ts';
import type { Resource } from './resources.ts';
import type { Site } from './site.ts';
import { readAddress, readId } from './values.ts';

/** Where one of these parameters is given, WordPress shows that content, whatever else is. */
export const contentParameters = ['p', 'page_id', 'attachment_id'];

/** The ending of a page of a list, or of comments: of which the first has none. */
const paging = /\/(?:page\/(\d{1,9})|comment-page-\d{1,9})\/*$/;

export class SiteAddress {
  readonly #home: string;
  readonly #url: URL;
  #parts: readonly string[] | undefined;
  /** Which page of a list it is, where it says so. */
  readonly page: number | null;

  private constructor(home: string, url: URL) {
    this.#home = home;
    this.#url = url;
    const [ending, number] = paging.exec(url.pathname) ?? [];
    if (ending !== undefined) url.pathname = `${url.pathname.slice(0, -ending.length)}/`;
    this.page = readId(/^\d+$/.exec(number ?? this.parameter('paged') ?? '')?.[0]);
  }

  /**
   * @param given a path on the site, relative to its front page, or an absolute address
   * @returns `undefined` where it is neither, `null` where it lies elsewhere
   */
  static read(given: string, { home }: Pick<Site, 'home'>): SiteAddress | null | undefined {
    const { origin } = new URL(home);
    const front = `${origin}${folderOf(home)}`;
    const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(given);
    const address = isAbsolute ? given : `${front}${/^[/?#]|^$/.test(given) ? '' : '/'}${given}`;
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    return placeOf(url) === placeOf(new URL(home)) ? new SiteAddress(home, url) : null;
  }

  /** The comment that it names. */
  get commentId(): number | null {
    return readId(/^#comment-(\d+)$/.exec(this.#url.hash)?.[1]);
  }

  /** The parts of its path below the front page, decoded and in small letters. */
  get parts(): readonly string[] {
    this.#parts ??= this.#readParts();
    return this.#parts;
  }

  #readParts(): readonly string[] {
    const path = this.#comparablePath(pathBelow(this.#url, this.#home));
    const parts = path.split('/').slice(1);
    return parts[0] === 'index.php' ? parts.slice(1) : parts;
  }

  /** Whether its path is that of the front page, which is itself at `index.php`, too. */
  get hasNoPath(): boolean {
    return this.#comparablePath(this.#url.pathname) === comparablePath(folderOf(this.#home));
  }

  /** As it was given, without what neither a site nor its servers go by: below the front page, with a slash in front. */
  get path(): string {
    return pathBelow(this.#url, this.#home).replace(/\/{2,}/g, '/') || '/';
  }

  /** Whether it lies where the site does, and has no other content named in its query: then its page says what it shows. */
  get hasPage(): boolean {
    const folder = folderOf(this.#home);
    const isInside = `${this.#url.pathname}/`.startsWith(`${folder}/`);
    return isInside && (this.hasNoPath || contentParameters.every((name) => this.parameter(name) === null));
  }

  /** Its whole path, and that below the front page: a link may have either. */
  get paths(): readonly string[] {
    return [this.#url.pathname, pathBelow(this.#url, this.#home)];
  }

  /** As it was given, for what is asked of the REST root. */
  get href(): string {
    return this.#url.href;
  }

  /** Of one that is given again, PHP takes the last; an empty one is none. */
  parameter(name: string): string | null {
    return this.#url.searchParams.getAll(name).at(-1) || null;
  }

  /** Names and values of all parameters but empty ones. */
  get parameters(): readonly (readonly [name: string, value: string])[] {
    return [...this.#url.searchParams].filter(([, value]) => value !== '');
  }

  /** Whether it is that of a document: the link of the document says so. Parameters that the link has not may follow. */
  isOf({ id, link }: { readonly id: number; readonly link?: unknown }, { family }: Pick<Resource, 'family'>): boolean {
    const url = addressOf(link, this.#home);
    if (!url || !this.hasPathOf(url)) return false;
    if (![...url.searchParams].every(([name, value]) => this.#has(name, value))) return false;
    // A path with the id of other content is no address of this one, nor is one with that of any content an author's.
    const own = isContent(family) ? String(id) : null;
    const others = contentParameters.filter((name) => !url.searchParams.has(name));
    return others.every((name) => [null, own].includes(this.parameter(name)));
  }

  /** Whether another address has the same path. */
  hasPathOf(url: URL): boolean {
    // A link that leads out of the site's folder is that of its front end: it has its path from the front page on.
    const placed = `${folderOf(this.#home)}${pathBelow(url, this.#home)}`;
    const path = this.#comparablePath(this.#url.pathname);
    return [url.pathname, placed].some((pathname) => this.#comparablePath(pathname) === path);
  }

  #comparablePath(pathname: string): string {
    const [path, front] = [comparablePath(pathname), comparablePath(folderOf(this.#home))];
    return path === `${front}/index.php` ? front : path;
  }

  #has(name: string, value: string): boolean {
    const wanted = comparable(value);
    return this.#url.searchParams.getAll(name).some((given) => comparable(given) === wanted);
  }
}

/**
 * The path of a link on its site, relative to the front page and with a leading slash: `/2024/05/16/hello/`, `/?p=12`.
 * `null` when there is no usable link.
 */
export function uriOf(link: unknown, home: string): string | null {
  const url = addressOf(link, home);
  // Two slashes ahead of a path would name a host.
  return url && `${pathBelow(url, home).replace(/^\/*/, '/')}${url.search}${url.hash}`;
}

/** Whether an address is of the site itself: over either scheme, and with `www.` or without. */
export function isOnSite(url: URL, home: string): boolean {
  return placeOf(url) === placeOf(new URL(home));
}

/** The address that a link is; `null` for what is none. */
export function addressOf(link: unknown, home: string): URL | null {
  const address = readAddress(link);
  return address && URL.canParse(address, home) ? new URL(address, home) : null;
}

/** Whether documents have ids among those of content: media are content of a kind. */
function isContent(family: Resource['family']): boolean {
  return family === 'content' || family === 'media';
}
