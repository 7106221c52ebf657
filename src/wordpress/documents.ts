/**
 * The shapes of WordPress' REST documents as they come over the wire (context `view`, `edit` where a member says so).
 * Knows the names of core's members, and their oddities. A member is absent where it was not asked for, or a type does not
 * support it; what it holds is for the readers of `values.ts` to say, since a plugin may have put anything there.
 *
 * Source: the REST API handbook's reference and the `schema` that `OPTIONS` on each route answers with.
 */
import { isDeepStrictEqual } from 'node:util';
import { PressgraphError } from '../errors.ts';
import { readId, readList, readMap, readMember, readNumber } from './values.ts';

export interface RestDocument {
  readonly id: number;
  /** Lists of links by relation: `href`, and what a relation adds (`count`, `taxonomy`, `targetHints` ...). */
  readonly _links?: unknown;
}

/**
 * A row as a document, its id a number from here on. `null` for what is none: an empty list (nothing selected), an error that
 * stands in the place of one, and one whose id is no number that is exact.
 */
export function readDocument(row: unknown): RestDocument | null {
  const document = Array.isArray(row) ? null : readMap(row);
  const id = document && readId(document.id);
  if (!document || id === null) return null;
  return document.id === id ? (document as unknown as RestDocument) : { ...document, id };
}

/** A document of a list, and its share of the answer's length. */
export interface DocumentRow {
  readonly document: RestDocument;
  readonly bytes: number;
}

/**
 * The documents of a list, as many as were asked for: some sites answer with more, and what nobody asked for is not kept.
 * @throws PressgraphError when it is no list, or all that is in it has ids that are none
 */
export function readRows(route: string, body: unknown, bytes: number, most: number): DocumentRow[] {
  const whole = Array.isArray(body) ? body : Object.keys(readMap(body) ?? {}).length > 0 ? readList(body) : null;
  if (!whole) throw unreadable(route, 'something that is not a list');
  const each = Math.ceil(bytes / Math.max(1, whole.length));
  const rows = whole.slice(0, most);
  if (rows.length > 0 && rows.every(hasStrangeId)) throw unreadable(route, 'documents whose ids cannot be read');
  const seen = new Map<number, RestDocument>();
  return rows.flatMap((row) => {
    const document = readDocument(row);
    if (!document) return [];
    const first = seen.get(document.id);
    // A plugin that joins tables makes WordPress give a document once for each row of the other one.
    if (first && isDeepStrictEqual(first, document)) return [];
    seen.set(document.id, document);
    return [{ document, bytes: each }];
  });
}

/** Whether a row is a document by its form, with something for an id that no site gives one, or that cannot be told from others. */
function hasStrangeId(row: unknown): boolean {
  const id = readMember(row, 'id');
  const number = readNumber(id);
  return id !== undefined && readId(id) === null && (number === null || number > Number.MAX_SAFE_INTEGER);
}

function unreadable(route: string, what: string): PressgraphError {
  return new PressgraphError('UPSTREAM_BAD_RESPONSE', `WordPress answered ${route} with ${what}.`, { route });
}

/** What posts, pages, media and custom types share. */
export interface ContentDocument extends RestDocument {
  /** Local time of the site, without an offset; `null` for a draft without a date. */
  readonly date?: unknown;
  /** UTC, without the `Z`. */
  readonly date_gmt?: unknown;
  readonly modified?: unknown;
  readonly modified_gmt?: unknown;
  /** `{ rendered }`. */
  readonly guid?: unknown;
  /** Percent-encoded where it is not Latin. */
  readonly slug?: unknown;
  readonly status?: unknown;
  readonly type?: unknown;
  readonly link?: unknown;
  /** `{ rendered }`, and `raw` in context `edit`; so are the other texts. */
  readonly title?: unknown;
  /** User id, 0 for none; may be the id of a deleted user. */
  readonly author?: unknown;
  /** Media id, 0 for none; may be the id of a removed image. */
  readonly featured_media?: unknown;
  readonly comment_status?: unknown;
  readonly ping_status?: unknown;
  readonly template?: unknown;
  /** A map; `[]` where there is nothing in it. */
  readonly meta?: unknown;
  /** Texts. 6.6 and later; an object with numeric keys where PHP's list has holes. */
  readonly class_list?: unknown;
}

/** Posts, pages and custom types: content with a body. */
export interface PostDocument extends ContentDocument {
  /** With `protected` next to the text. */
  readonly content?: unknown;
  readonly excerpt?: unknown;
  /** Posts only. */
  readonly sticky?: unknown;
  /** Types with post formats only. */
  readonly format?: unknown;
  readonly categories?: unknown;
  readonly tags?: unknown;
  /** Hierarchical types only; 0 for none. */
  readonly parent?: unknown;
  readonly menu_order?: unknown;
}

export interface MediaDocument extends ContentDocument {
  readonly alt_text?: unknown;
  readonly caption?: unknown;
  readonly description?: unknown;
  readonly media_type?: unknown;
  readonly mime_type?: unknown;
  /** Stored as the importer left it: every member may be missing, numbers may be texts, maps without members are lists. */
  readonly media_details?: unknown;
  /** What it was uploaded to; `null` when unattached. */
  readonly post?: unknown;
  /** `false` when the file's address is unknown. */
  readonly source_url?: unknown;
  /** 7.0 and later. */
  readonly filesize?: unknown;
}

export interface TermDocument extends RestDocument {
  readonly count?: unknown;
  readonly description?: unknown;
  readonly link?: unknown;
  /** Entity-encoded. */
  readonly name?: unknown;
  readonly slug?: unknown;
  readonly taxonomy?: unknown;
  /** Hierarchical taxonomies only; 0 for none. */
  readonly parent?: unknown;
  readonly meta?: unknown;
}

export interface UserDocument extends RestDocument {
  readonly name?: unknown;
  readonly url?: unknown;
  readonly description?: unknown;
  readonly link?: unknown;
  readonly slug?: unknown;
  /** Addresses by size; `false` where the provider has none, absent where the site shows no avatars. */
  readonly avatar_urls?: unknown;
  readonly meta?: unknown;
}

export interface CommentDocument extends RestDocument {
  readonly post?: unknown;
  /** 0 for a comment that answers the post itself. */
  readonly parent?: unknown;
  /** User id, 0 for a guest. */
  readonly author?: unknown;
  readonly author_name?: unknown;
  readonly author_url?: unknown;
  readonly author_avatar_urls?: unknown;
  readonly date?: unknown;
  readonly date_gmt?: unknown;
  readonly content?: unknown;
  readonly link?: unknown;
  readonly status?: unknown;
  readonly type?: unknown;
  readonly meta?: unknown;
}

/** The members of the REST index, those asked for. `id` is made up: the index has none. */
export interface SiteIndex {
  readonly id: number;
  readonly name?: unknown;
  readonly description?: unknown;
  readonly url?: unknown;
  readonly home?: unknown;
  readonly timezone_string?: unknown;
  readonly gmt_offset?: unknown;
  readonly site_icon?: unknown;
  readonly site_icon_url?: unknown;
  readonly site_logo?: unknown;
  /** `posts` or `page`; this and the two below 6.8 and later. */
  readonly show_on_front?: unknown;
  /** Page ids, 0 for none; may be those of pages that are not shown there any more. */
  readonly page_on_front?: unknown;
  readonly page_for_posts?: unknown;
}
