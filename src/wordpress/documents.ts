/**
 * The shapes of WordPress' REST documents as they come over the wire (context `view`, `edit` where a member says so).
 * Knows core's fields and their oddities; a member is absent where it was not asked for, or a type does not support it.
 *
 * Source: the REST API handbook's reference and the `schema` that `OPTIONS` on each route answers with.
 */

/** PHP's empty array stands for an empty map too, so a map may arrive as `[]`. */
export type MaybeEmptyList<T> = T | readonly never[];

export interface RenderedText {
  readonly rendered?: string;
  /** Context `edit` only. */
  readonly raw?: string;
  readonly protected?: boolean;
}

/** An entry of `_links`; relations add attributes of their own (`count`, `taxonomy`, `post_type` ...). */
export interface WireLink {
  readonly href?: string;
  readonly embeddable?: boolean;
  readonly taxonomy?: string;
  readonly count?: number;
  readonly id?: number;
  readonly targetHints?: { readonly allow?: readonly string[] };
}

export type WireLinks = MaybeEmptyList<Readonly<Record<string, readonly WireLink[] | undefined>>>;

export interface RestDocument {
  readonly id: number;
  readonly _links?: WireLinks;
}

/** A row may be an empty list (nothing selected), or an error that stands in its place. */
export function isDocument(value: unknown): value is RestDocument {
  return typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'number';
}

/** What posts, pages, media and custom types share. */
export interface ContentDocument extends RestDocument {
  /** Local time of the site, without an offset. */
  readonly date?: string | null;
  /** UTC, without the `Z`. */
  readonly date_gmt?: string | null;
  readonly modified?: string;
  readonly modified_gmt?: string;
  readonly guid?: RenderedText;
  /** Percent-encoded where it is not Latin. */
  readonly slug?: string;
  readonly status?: string;
  readonly type?: string;
  readonly link?: string;
  readonly title?: RenderedText;
  /** User id, 0 for none; may be the id of a deleted user. */
  readonly author?: number;
  /** Media id, 0 for none; may be the id of a removed image. */
  readonly featured_media?: number;
  readonly comment_status?: string;
  readonly ping_status?: string;
  readonly template?: string;
  readonly meta?: MaybeEmptyList<Readonly<Record<string, unknown>>>;
  /** 6.6 and later; an object with numeric keys where PHP's list has holes. */
  readonly class_list?: readonly string[] | Readonly<Record<string, string>>;
}

/** Posts, pages and custom types: content with a body. */
export interface PostDocument extends ContentDocument {
  readonly content?: RenderedText;
  readonly excerpt?: RenderedText;
  /** Posts only. */
  readonly sticky?: boolean;
  /** Types with post formats only. */
  readonly format?: string;
  readonly categories?: readonly number[];
  readonly tags?: readonly number[];
  /** Hierarchical types only; 0 for none. */
  readonly parent?: number;
  readonly menu_order?: number;
}

export interface WireMediaSize {
  readonly file?: string;
  readonly width?: number;
  readonly height?: number;
  readonly filesize?: number;
  readonly mime_type?: string;
  readonly source_url?: string;
}

/** Stored as the importer left it: every member may be missing, and numbers may be strings. */
export interface WireMediaDetails {
  readonly width?: number;
  readonly height?: number;
  readonly file?: string;
  readonly filesize?: number;
  readonly sizes?: MaybeEmptyList<Readonly<Record<string, WireMediaSize | undefined>>>;
  readonly image_meta?: MaybeEmptyList<Readonly<Record<string, unknown>>>;
}

export interface MediaDocument extends ContentDocument {
  readonly alt_text?: string;
  readonly caption?: RenderedText;
  readonly description?: RenderedText;
  readonly media_type?: string;
  readonly mime_type?: string;
  readonly media_details?: MaybeEmptyList<WireMediaDetails>;
  /** What it was uploaded to; `null` when unattached. */
  readonly post?: number | null;
  /** `false` when the file's address is unknown. */
  readonly source_url?: string | false;
  /** 7.0 and later. */
  readonly filesize?: number | null;
}

export interface TermDocument extends RestDocument {
  readonly count?: number;
  readonly description?: string;
  readonly link?: string;
  /** Entity-encoded. */
  readonly name?: string;
  readonly slug?: string;
  readonly taxonomy?: string;
  /** Hierarchical taxonomies only; 0 for none. */
  readonly parent?: number;
  readonly meta?: MaybeEmptyList<Readonly<Record<string, unknown>>>;
}

/** Addresses by size; `false` where the provider has none, absent where the site shows no avatars. */
export type WireAvatars = MaybeEmptyList<Readonly<Record<string, string | false | undefined>>>;

export interface UserDocument extends RestDocument {
  readonly name?: string;
  readonly url?: string;
  readonly description?: string;
  readonly link?: string;
  readonly slug?: string;
  readonly avatar_urls?: WireAvatars;
  readonly meta?: MaybeEmptyList<Readonly<Record<string, unknown>>>;
}

export interface CommentDocument extends RestDocument {
  readonly post?: number;
  /** 0 for a comment that answers the post itself. */
  readonly parent?: number;
  /** User id, 0 for a guest. */
  readonly author?: number;
  readonly author_name?: string;
  readonly author_url?: string;
  readonly author_avatar_urls?: WireAvatars;
  readonly date?: string;
  readonly date_gmt?: string;
  readonly content?: RenderedText;
  readonly link?: string;
  readonly status?: string;
  readonly type?: string;
  readonly meta?: MaybeEmptyList<Readonly<Record<string, unknown>>>;
}

/** The members of the index, those asked for. `id` stands in for that the site has none. */
export interface SiteIndex {
  readonly id: number;
  readonly name?: string;
  readonly description?: string;
  readonly url?: string;
  readonly home?: string;
  readonly timezone_string?: string;
  readonly gmt_offset?: number | string;
  readonly site_icon?: number;
  readonly site_icon_url?: string;
  readonly site_logo?: number;
}
