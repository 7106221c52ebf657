/**
 * What stands at the addresses of the front end, as WordPress tells a browser: pages, their documents in REST, and redirects.
 * Knows how paths and queries are read with the magazine's permalinks (`redirect_canonical`, `wp_old_slug_redirect`); which list has
 * how many pages, archives.ts knows. The site has no theme, and no feeds.
 */
import { type Archives, archivesOf } from './archives.ts';
import { comparableSlug } from './filters.ts';
import type { Recorded, RecordedDocument } from './recorded.ts';

/** What a browser is answered. */
export interface Answered {
  readonly status: 200 | 301 | 404;
  /** Of a redirect. */
  readonly location?: string;
  /** Where the document of the page is, below the REST root. */
  readonly route?: string;
  /** `?p=` address of content. */
  readonly shortlink?: string;
}

/** A document that has an address. */
interface Place {
  readonly route: string;
  readonly link: string;
  readonly document: RecordedDocument;
  readonly name: string;
  readonly kind: 'content' | 'file' | 'term' | 'user';
}

interface Read {
  /** Decoded, with single slashes and without one at the end; `''` for the front page. */
  readonly path: string;
  /** Of `/page/2/`. */
  readonly page: number;
  /** Whether it is written as WordPress writes it. */
  readonly isCanonical: boolean;
}

const notFound: Answered = { status: 404 };

/** Arguments by which a document is named without a path: they do not outlive the redirect to its address. */
const naming = ['p', 'page_id', 'attachment_id', 'cat', 'tag', 'author', 'post_type', 'preview'];

/** What an address of the site answers. */
export type FrontEnd = (target: URL) => Answered;

export function createFrontEnd(recorded: Recorded): FrontEnd {
  const places = placesOf(recorded);
  const byPath = new Map(places.map((place) => [comparable(new URL(place.link).pathname), place]));
  const archives = archivesOf(recorded);

  return (target) => {
    const read = readPath(target.pathname);
    if (read.path === '') {
      const named = namedByQuery(target, places, recorded);
      if (named) return named;
    }
    const path = comparable(read.path);
    const place = byPath.get(path) ?? byPath.get(numbered(path)) ?? nestedTerm(path, places);
    if (place) return placeAnswer(place, read, target, archives);
    const pages = archives.pages(path);
    if (pages !== undefined) return listAnswer(pages, path, read, target);
    const moved =
      archives.nearest(path) ??
      pageOfContent(path, byPath) ??
      formerPlace(path, places, recorded) ??
      guess(path, places);
    return moved === undefined ? notFound : { status: 301, location: withQuery(moved, target.searchParams) };
  };

  function listAnswer(ofPath: number, path: string, { page, isCanonical }: Read, { searchParams }: URL): Answered {
    const asked = Math.max(page, Number(searchParams.get('paged') ?? 1));
    const text = path === '' ? searchParams.get('s') : null;
    const pages = text === null ? ofPath : (archives.pages(`/search/${text}`) ?? 1);
    // The first page is there even where it shows nothing: of what is searched, and of a type.
    if (asked > 1 && asked > pages) return notFound;
    if (isCanonical || path.startsWith('/search/')) return { status: 200 };
    const written = `${recorded.url}${encodedPath(path)}/${page > 1 ? `page/${page}/` : ''}`;
    return { status: 301, location: withQuery(written, searchParams) };
  }
}

function placesOf({ collections, documents, magazine, url }: Recorded): readonly Place[] {
  const kinds = { content: 'content', media: 'file', term: 'term', user: 'user', comment: undefined } as const;
  // Visitors are not told of those who have published nothing.
  const users = magazine.users.map(({ id, slug }) => ({ id, slug, link: `${url}/author/${slug}/` }));
  return [...collections.values()].flatMap(({ name, family, isViewable }) => {
    const kind = kinds[family];
    if (!kind || !isViewable) return [];
    const found: readonly RecordedDocument[] = kind === 'user' ? users : (documents.get(name) ?? []);
    return found.map((document) => {
      const place = { route: `/wp/v2/${name}/${document.id}`, link: String(document.link) };
      return { ...place, document, name, kind };
    });
  });
}

function readPath(pathname: string): Read {
  const single = pathname.replace(/\/{2,}/g, '/').replace(/^\/index\.php(?=\/|$)/, '');
  const [, path = '', page] = /^(.*?)(?:\/(?:comment-)?page-?\/?(\d+))?\/?$/.exec(single) ?? [];
  return { path, page: Number(page ?? 1), isCanonical: single === pathname && single.endsWith('/') };
}

function comparable(path: string): string {
  return comparableSlug(path).replace(/\/$/, '');
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/').toLowerCase();
}

/** Of `?p=101` and its like: what it names, or that there is nothing; `undefined` where nothing is named. */
function namedByQuery({ searchParams }: URL, places: readonly Place[], { documents }: Recorded): Answered | undefined {
  const numberOf = (name: string) => Number.parseInt(searchParams.get(name) ?? '', 10) || 0;
  const to = (found: Place | undefined): Answered =>
    found ? { status: 301, location: withQuery(found.link, searchParams) } : notFound;
  const content = numberOf('page_id') || numberOf('p');
  if (content) {
    return to(places.find(({ kind, document }) => (kind === 'content' || kind === 'file') && document.id === content));
  }
  const file = numberOf('attachment_id');
  const uploaded = places.find(({ kind, document }) => kind === 'file' && document.id === file);
  if (file) return uploaded ? { status: 301, location: String(uploaded.document.source_url) } : notFound;
  const category = numberOf('cat');
  if (category) return to(places.find(({ name, document }) => name === 'categories' && document.id === category));
  const tag = searchParams.get('tag');
  if (tag) return to(places.find(({ name, document }) => name === 'tags' && document.slug === tag));
  const author = numberOf('author');
  if (!author) return undefined;
  const known = places.find(({ kind, document }) => kind === 'user' && document.id === author);
  // Nothing leads to the page of one who has published nothing; it is there.
  const isListed = documents.get('users')?.some(({ id }) => id === author);
  return known && !isListed ? { status: 200, route: known.route } : to(known);
}

function withQuery(location: string, query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => !naming.includes(name));
  return kept.length === 0 ? location : `${location}?${new URLSearchParams(kept)}`;
}

function placeAnswer(place: Place, read: Read, target: URL, { pagesOf }: Archives): Answered {
  const { kind, link, route, document, name } = place;
  if (kind === 'file') return { status: 301, location: String(document.source_url) };
  if (kind !== 'content' && read.page > 1 && read.page > pagesOf(name, document)) return notFound;
  if (!read.isCanonical) {
    const written = read.page > 1 ? `${link}page/${read.page}/` : link;
    return { status: 301, location: withQuery(written, target.searchParams) };
  }
  return { status: 200, route, ...(kind === 'content' && { shortlink: `/?p=${document.id}` }) };
}

/** Months and days of an address need no zeros before them. */
function numbered(path: string): string {
  return path.replace(
    /^\/(\d{4})\/(\d\d?)\/(\d\d?)(?=\/)/,
    (_, year, month, day) => `/${year}/${month.padStart(2, '0')}/${day.padStart(2, '0')}`,
  );
}

/** A term below others is known by its own slug, whatever stands between it and the base of its taxonomy. */
function nestedTerm(path: string, places: readonly Place[]): Place | undefined {
  const [, base, ...slugs] = path.split('/');
  const nested = places.filter(({ kind, link }) => kind === 'term' && new URL(link).pathname.split('/')[1] === base);
  if (!nested.some(({ link }) => new URL(link).pathname.split('/').length > 4)) return undefined;
  return slugs.length === 0 ? undefined : nested.find(({ document }) => document.slug === slugs.at(-1));
}

/** A text in several pages has a number after its address; one that is in one page has none. */
function pageOfContent(path: string, byPath: ReadonlyMap<string, Place>): string | undefined {
  const [, whole] = /^(.+)\/\d+$/.exec(path) ?? [];
  const place = whole === undefined ? undefined : byPath.get(whole);
  return place?.kind === 'content' ? place.link : undefined;
}

/** Where what once had this slug is now: content that is in no tree, of the day in the address where there is one. */
function formerPlace(path: string, places: readonly Place[], { articles }: Recorded): string | undefined {
  const { slug, fits, isNamed } = slugOf(path, places);
  if (!isNamed) return undefined;
  const former = places.filter(({ name, document, kind }) => {
    const article = articles.get(name)?.find(({ id }) => id === document.id);
    return kind === 'content' && article?.formerSlugs?.includes(slug);
  });
  return former.find(fits)?.link;
}

/** What has a slug that begins with what was asked for: the first by slug, where the database may like another. */
function guess(path: string, places: readonly Place[]): string | undefined {
  const { slug, fits } = slugOf(path, places);
  if (slug === '') return undefined;
  const slugged = places.map((place) => ({ place, its: comparableSlug(String(place.document.slug)) }));
  const [first] = slugged
    .filter(({ place, its }) => place.kind === 'content' && its.startsWith(slug) && fits(place))
    .sort(
      (one, other) =>
        (one.its < other.its ? -1 : Number(one.its > other.its)) || one.place.document.id - other.place.document.id,
    );
  return first?.place.link;
}

interface Slug {
  readonly slug: string;
  /** Whether the address says of which type it is, and not that of a page. */
  readonly isNamed: boolean;
  /** Which content it could be of: a base or a day may stand before it. */
  fits(place: Place): boolean;
}

/** The slug in an address that leads nowhere. */
function slugOf(path: string, places: readonly Place[]): Slug {
  const segments = path.split('/').slice(1);
  const [base = ''] = segments;
  const below = places.filter(({ link }) => new URL(link).pathname.split('/')[1] === base);
  const hasSorted = below.some(({ kind }) => kind === 'term' || kind === 'user');
  if (hasSorted || ['search', 'type'].includes(base)) return { slug: '', isNamed: false, fits: () => false };
  const owner = below.find(({ name, kind }) => kind === 'content' && name !== 'pages' && name !== 'posts')?.name;
  const day = /^\/\d{4}\/\d\d?\/\d\d?\/(?=[^/]+$)/.exec(numbered(path))?.[0];
  return {
    slug: segments.at(-1) ?? '',
    isNamed: owner !== undefined || day !== undefined,
    fits: ({ name, link }) =>
      owner ? name === owner : day === undefined || (name === 'posts' && new URL(link).pathname.startsWith(day)),
  };
}
