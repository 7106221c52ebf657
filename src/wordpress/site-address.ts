/**
 * Addresses on a site's own front end: where they lie, what they may name, and whether one is that of a document.
 * Knows how WordPress writes them: paths that end in a slug or hold an id, and parameters of the front page where a site has
 * no paths. An address is whoever's who gives it, and so is the link of a document: no host in either is asked for anything.
 */
import type { Resource } from './resources.ts';
import type { Site } from './site.ts';
import { readAddress, readId, readSlug } from './values.ts';

/** The type of what may stand at the front page itself. */
export const frontPageType = 'page';

/** By which parameter the front page shows one document, by its id. */
const idParameters: ReadonlyMap<string, string> = new Map([
  ['post', 'p'],
  ['page', 'page_id'],
  ['attachment', 'attachment_id'],
  ['user', 'author'],
  ['category', 'cat'],
]);

/** By which parameter it shows one by its slug: other taxonomies and types are parameters themselves. */
const slugParameters: ReadonlyMap<string, string> = new Map([['post_tag', 'tag']]);

/** Where one of these is given, WordPress shows that content, whatever else is. */
const contentParameters = ['p', 'page_id', 'attachment_id'];

/** Parameters by which the front page shows something else, besides those. */
const queries = ['category_name', 'author_name', 'name', 'pagename', 'taxonomy', 'term', 'post_type', 's'];
const moments = ['m', 'year', 'monthnum', 'day', 'w', 'feed'];

/** Parameters of one address that may be names of taxonomies or types, under which they have slugs. */
const mostSlugs = 5;

/** Documents that an address may be that of. */
export interface Candidates {
  readonly slugs: readonly string[];
  readonly ids: readonly number[];
  /** Whether the address says so, and no link has to agree. */
  readonly isCertain: boolean;
}

const nobody: Candidates = { slugs: [], ids: [], isCertain: true };

export class SiteAddress {
  readonly #site: Pick<Site, 'home' | 'contentTypes' | 'taxonomies'>;
  readonly #url: URL;

  private constructor(site: Pick<Site, 'home' | 'contentTypes' | 'taxonomies'>, url: URL) {
    this.#site = site;
    this.#url = url;
  }

  /**
   * @param given a path on the site, relative to its front page, or an absolute address
   * @returns `undefined` where it is neither, `null` where it lies elsewhere
   */
  static read(given: string, site: Pick<Site, 'home' | 'contentTypes' | 'taxonomies'>): SiteAddress | null | undefined {
    const { origin } = new URL(site.home);
    const front = `${origin}${folderOf(site.home)}`;
    const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(given);
    const address = isAbsolute ? given : `${front}${/^[/?#]|^$/.test(given) ? '' : '/'}${given}`;
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    return placeOf(url) === placeOf(new URL(site.home)) ? new SiteAddress(site, url) : null;
  }

  /** Whether it is the front page and nothing else that the front page can show. */
  get isFrontPage(): boolean {
    const { taxonomies, contentTypes } = this.#site;
    const names = [...idParameters.values(), ...slugParameters.values(), ...queries, ...moments];
    const types = [...taxonomies, ...contentTypes].map(({ name }) => name);
    return this.#hasNoPath && ![...names, ...types].some((name) => this.#parameter(name) !== null);
  }

  /** The comment that it names. */
  get commentId(): number | null {
    return readId(/^#comment-(\d+)$/.exec(this.#url.hash)?.[1]);
  }

  /** What of a resource's documents it may name. */
  candidates(resource: Resource): Candidates {
    return this.#hasNoPath ? this.#namedByParameters(resource) : this.#namedByPath(resource);
  }

  /** Whether it is that of a document: the link of the document says so. Parameters that the link has not may follow. */
  isOf({ id, link }: { readonly id: number; readonly link?: unknown }, { family }: Pick<Resource, 'family'>): boolean {
    const address = readAddress(link);
    if (!address || !URL.canParse(address, this.#site.home)) return false;
    const url = new URL(address, this.#site.home);
    // A link that leads out of the site's folder is that of its front end: it has its path from the front page on.
    const placed = `${folderOf(this.#site.home)}${pathBelow(url, this.#site.home)}`;
    const path = this.#comparablePath(this.#url.pathname);
    const isThere = [url.pathname, placed].some((pathname) => this.#comparablePath(pathname) === path);
    if (!isThere || ![...url.searchParams].every(([name, value]) => this.#has(name, value))) return false;
    // A path with the id of other content is no address of this one, nor is one with that of any content an author's.
    const own = isContent(family) ? String(id) : null;
    const others = contentParameters.filter((name) => !url.searchParams.has(name));
    return others.every((name) => [null, own].includes(this.#parameter(name)));
  }

  get #hasNoPath(): boolean {
    return this.#comparablePath(this.#url.pathname) === comparablePath(folderOf(this.#site.home));
  }

  /** The front page is itself at `index.php`, too. */
  #comparablePath(pathname: string): string {
    const [path, front] = [comparablePath(pathname), comparablePath(folderOf(this.#site.home))];
    return path === `${front}/index.php` ? front : path;
  }

  /** Of one that is given again, PHP takes the last. */
  #parameter(name: string): string | null {
    return this.#url.searchParams.getAll(name).at(-1) || null;
  }

  #has(name: string, value: string): boolean {
    const wanted = comparable(value);
    return this.#url.searchParams.getAll(name).some((given) => comparable(given) === wanted);
  }

  #namedByParameters({ type, family }: Resource): Candidates {
    if (isContent(family)) {
      const shown = this.#parameter('post_type');
      const isOther = shown === null ? !idParameters.has(type) : shown !== type;
      const id = isOther ? null : readId(this.#parameter(idParameters.get(type) ?? 'p'));
      if (id !== null) return { slugs: [], ids: [id], isCertain: true };
    }
    if (contentParameters.some((name) => this.#parameter(name) !== null)) return nobody;
    const idParameter = idParameters.get(type);
    if (idParameter !== undefined) {
      const id = readId(this.#parameter(idParameter));
      return id === null ? nobody : { slugs: [], ids: [id], isCertain: true };
    }
    if ([...idParameters.values()].some((name) => this.#parameter(name) !== null)) return nobody;
    const slug =
      this.#parameter(slugParameters.get(type) ?? type) ??
      (this.#parameter('taxonomy') === type ? this.#parameter('term') : null);
    if (slug !== null) return { slugs: [lastPart(slug)], ids: [], isCertain: !slug.includes('/') };
    // A site may call the parameter otherwise than the type: then the link says so.
    const values = [...this.#url.searchParams.values()].filter((value) => value !== '').map(lastPart);
    return { slugs: [...new Set(values)].slice(0, mostSlugs), ids: [], isCertain: false };
  }

  #namedByPath({ family, hierarchical }: Resource): Candidates {
    const last = lastPart(this.#url.pathname);
    const bare = last.replace(/\.[a-z\d]{1,5}$/i, '');
    const digits = family === 'content' && !hierarchical ? numbersIn(bare) : [];
    return { slugs: bare === last ? [last] : [bare, last], ids: digits, isCertain: false };
  }
}

/**
 * The path of a link on its site, relative to the front page and with a leading slash: `/2024/05/16/hello/`, `/?p=12`.
 * `null` when there is no usable link.
 */
export function uriOf(link: unknown, home: string): string | null {
  const address = readAddress(link);
  if (!address || !URL.canParse(address, home)) return null;
  const url = new URL(address, home);
  return `${pathBelow(url, home) || '/'}${url.search}${url.hash}`;
}

/** A path without the folder that the site lies in; the whole of one that lies elsewhere. */
function pathBelow({ pathname }: URL, home: string): string {
  const folder = folderOf(home);
  return folder !== '' && `${pathname}/`.startsWith(`${folder}/`) ? pathname.slice(folder.length) : pathname;
}

function isContent(family: Resource['family']): boolean {
  return family === 'content' || family === 'media';
}

/** The folder that a site lies in, without a slash at its end; empty for none. */
function folderOf(home: string): string {
  return new URL(home).pathname.replace(/\/$/, '');
}

/** A site is the same one over either scheme, and with `www.` or without. */
function placeOf({ hostname, port }: URL): string {
  return `${hostname.replace(/^www\./, '')}:${port}`;
}

/** Paths that people would call the same are equal: with or without end slash, doubled ones and percent-encoding. */
function comparablePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${comparable(part)}`).join('');
}

function comparable(part: string): string {
  return readSlug(part) ?? '';
}

/** The last part of a path that is not empty. */
function lastPart(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? '';
}

/** The numbers that a name begins and ends with, or the first and the last one in it. */
function numbersIn(name: string): number[] {
  const runs = name.match(/\d+/g) ?? [];
  const ids = [runs[0], runs.at(-1)].map(readId).filter((id) => id !== null);
  return [...new Set(ids)];
}
