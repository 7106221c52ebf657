/**
 * The authored source of the embedded site: what a WordPress importer needs to make the same site.
 * Knows the shape of `data/magazine.json`; knows nothing of HTTP or of how WordPress renders it.
 * Bodies of posts and pages are block markup in `data/articles/<id>.html`.
 */

/** Everything but the bodies and the image bytes. Ids are WordPress ids and are kept by the importer. */
export interface Magazine {
  readonly site: {
    readonly name: string;
    readonly description: string;
    /** IANA name; local dates below are in this zone. */
    readonly timezone: string;
    /** WordPress permalink structure, e.g. `/%year%/%monthnum%/%postname%/`. */
    readonly permalinks: string;
  };
  readonly users: readonly MagazineUser[];
  readonly categories: readonly MagazineTerm[];
  readonly tags: readonly MagazineTerm[];
  readonly media: readonly MagazineMedia[];
  readonly posts: readonly MagazinePost[];
  readonly pages: readonly MagazinePage[];
  readonly comments: readonly MagazineComment[];
}

export interface MagazineUser {
  readonly id: number;
  readonly login: string;
  /** `user_nicename`: the slug in REST. */
  readonly slug: string;
  readonly email: string;
  readonly name: string;
  readonly url: string;
  readonly description: string;
  readonly role: 'administrator' | 'editor' | 'author' | 'contributor';
}

export interface MagazineTerm {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  /** Parent term id, 0 for none; always 0 for tags. */
  readonly parent: number;
}

/** What posts, pages and media have in common. Dates are local time without an offset. */
interface MagazineEntry {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly modified: string;
  /** User id; may be the id of nobody (a deleted user). */
  readonly author: number;
  readonly commentStatus: 'open' | 'closed';
  readonly pingStatus: 'open' | 'closed';
}

export interface MagazineArticle extends MagazineEntry {
  /** Under which it once stood: their addresses lead to it. */
  readonly formerSlugs?: readonly string[];
  readonly status: 'publish' | 'draft' | 'private' | 'pending' | 'future';
  /** Hand-written excerpt, or empty: WordPress makes one. */
  readonly excerpt: string;
  /** Media id, 0 for none; may dangle (a removed image). */
  readonly featuredMedia: number;
  /** Empty for none. */
  readonly password: string;
  readonly template: string;
}

export interface MagazinePost extends MagazineArticle {
  readonly format:
    | 'standard'
    | 'aside'
    | 'quote'
    | 'link'
    | 'image'
    | 'gallery'
    | 'video'
    | 'audio'
    | 'status'
    | 'chat';
  readonly sticky: boolean;
  readonly categories: readonly number[];
  readonly tags: readonly number[];
  /** The `footnotes` meta, as JSON text, or empty. */
  readonly footnotes: string;
}

export interface MagazinePage extends MagazineArticle {
  readonly parent: number;
  readonly menuOrder: number;
}

export interface MagazineMedia extends MagazineEntry {
  /** Path below `data/uploads/`, e.g. `2025/03/harbour.jpg`. */
  readonly file: string;
  readonly mimeType: string;
  readonly altText: string;
  readonly caption: string;
  readonly description: string;
  /** The post or page it was uploaded to, 0 for none. */
  readonly post: number;
}

export interface MagazineComment {
  readonly id: number;
  readonly post: number;
  /** Parent comment id, 0 for none. */
  readonly parent: number;
  /** User id, 0 for a guest. */
  readonly author: number;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly authorUrl: string;
  readonly date: string;
  readonly content: string;
  readonly status: 'approve' | 'hold' | 'spam' | 'trash';
}

/**
 * What the magazine has of types and taxonomies of its own, in `data/own-types.json`: of each by WordPress' name.
 * Bodies are in `data/articles/` as well; a type without bodies has none there.
 */
export interface OwnContent {
  readonly taxonomies: Readonly<Record<string, readonly MagazineTerm[]>>;
  readonly types: Readonly<Record<string, readonly OwnArticle[]>>;
  readonly media: readonly MagazineMedia[];
  readonly comments: readonly MagazineComment[];
  /** Arguments of a plugin's own, by type: each keeps documents by one stored field. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, OwnFilter>>>>;
}

/** What `data/menus.json` has of block navigations, whose bodies are in `data/articles/`; the classic menus in it are recorded. */
export interface MagazineMenus {
  readonly navigation: readonly MagazineArticle[];
}

export interface OwnArticle extends MagazineArticle {
  readonly parent: number;
  readonly menuOrder: number;
  /** Term ids by taxonomy. */
  readonly terms: Readonly<Record<string, readonly number[]>>;
  /** Fields as they are stored, whether they fit what is registered or not. */
  readonly meta: Readonly<Record<string, unknown>>;
}

export interface OwnFilter {
  readonly field: string;
  /** `from`: numbers of at least the given one. */
  readonly keeps: 'from' | 'equal';
}
