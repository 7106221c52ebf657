/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment in UTC, as RFC 3339: `2024-05-16T16:00:28.000Z`. */
  DateTime: { input: string; output: string; }
  /** Any JSON value, as WordPress or a plugin stored it. */
  JSON: { input: unknown; output: unknown; }
  /** A date and time as the site's clock shows it, without an offset: `2024-05-16T16:00:28`. The zone is `site.timezone`. */
  LocalDateTime: { input: string; output: string; }
  /** A whole number of up to 53 bits, as a JSON number: what `Int` does not hold. */
  SafeInt: { input: number; output: number; }
};

/** How a path is written where it holds more than ASCII. */
export type AddressForm =
  /** As it reads, for routers, which compare decoded parts (`params` of Next.js, Astro, SvelteKit and React Router): `/2023/03/21/港の朝/`. What is no valid encoding stays, and so do characters that would part the path. */
  | 'DECODED'
  /** As WordPress writes it, for links and requests: `/2023/03/21/%e6%b8%af%e3%81%ae%e6%9c%9d/`. */
  | 'ENCODED';

/** What to look up an author by: exactly one of these. */
export type AuthorBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** An order of authors. WordPress orders by one field. */
export type AuthorOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: AuthorOrderField;
};

/** What authors can be ordered by. */
export type AuthorOrderField =
  /** By e-mail address; needs the right to list users. */
  | 'EMAIL'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By name. */
  | 'NAME'
  /** By date of registration; needs the right to list users. */
  | 'REGISTERED_DATE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS';

/** Chooses authors by id or slug. An author who does not exist matches nothing. */
export type AuthorSelector = {
  /** Global or WordPress ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Slugs. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Filters of authors; all that are given must hold. */
export type AuthorWhere = {
  /** Only users with one of these capabilities; needs the right to list users. */
  capabilities?: InputMaybe<Array<Scalars['String']['input']>>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only users who published something of these post types; needs the right to list users beyond what the site shows anyone. */
  hasPublishedPosts?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only users with one of these roles; needs the right to list users. */
  roles?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What blocks are read from. */
export type BlockSource =
  /** The HTML that WordPress renders, by its markup: the classes of WordPress' own blocks, and elements that stand for one. All else is `core/freeform`. */
  | 'RENDERED'
  /** The text as it is stored, by WordPress' own grammar of blocks: all of them, with the attributes that their comments say. */
  | 'STORED';

/** What to look up a category by: exactly one of these. */
export type CategoryBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** Chooses categories by id or slug. A category that does not exist matches nothing. */
export type CategorySelector = {
  /** Global or WordPress ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether a post in a descendant category counts. It does not by default. */
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether any of them is enough (OR, the default) or all are needed. */
  operator?: InputMaybe<MatchOperator>;
  /** Slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Filters of categories; all that are given must hold. */
export type CategoryWhere = {
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Leave out terms that no published post carries. */
  hideEmpty?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only children of this category: its global or WordPress id, 0 for the top level. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Only terms of this post: its global or WordPress id. */
  post?: InputMaybe<Scalars['ID']['input']>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What to look up a comment by: exactly one of these. */
export type CommentBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; uri: Scalars['String']['input']; };

/** An order of comments. WordPress orders by one field. */
export type CommentOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: CommentOrderField;
};

/** What comments can be ordered by. */
export type CommentOrderField =
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** By WordPress id of the document that is commented on. */
  | 'POST';

/** Filters of comments; all that are given must hold. */
export type CommentWhere = {
  /** Written after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only from this e-mail address; needs the right to edit posts. */
  authorEmail?: InputMaybe<Scalars['String']['input']>;
  /** Only by these registered users; needs the right to edit posts. */
  authors?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Written before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** All but these: global or WordPress ids. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Not by these registered users; needs the right to edit posts. */
  excludeAuthors?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** No replies to these comments: global or WordPress ids. */
  excludeParents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only replies to these comments: global or WordPress ids. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only comments on these: global or WordPress ids. */
  posts?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Text that must occur in the comment. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** `approve` (the default), `hold`, `spam` or `trash`; any but the default needs the right to moderate. */
  status?: InputMaybe<Scalars['String']['input']>;
  /** Only comments that reply to none, or only replies. */
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  /** Type of comment, `comment` by default; others need the right to edit posts. */
  type?: InputMaybe<Scalars['String']['input']>;
};

/** An order of documents of several types. WordPress orders by one field. */
export type ContentOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: ContentOrderField;
};

/** What documents of several types can be ordered by. */
export type ContentOrderField =
  /** By date of publication, newest first. */
  | 'DATE'
  /** By date of the last change, newest first. */
  | 'MODIFIED';

/** Where `search` looks. */
export type ContentSearchColumn =
  /** In the body. */
  | 'CONTENT'
  /** In the hand-written excerpt. */
  | 'EXCERPT'
  /** In the title. */
  | 'TITLE';

/** Filters that content of all types takes; all that are given must hold. A type without authors has nothing that is by one of `authors`, and nothing that `excludeAuthors` leaves out. Any other filter that a type of the list does not take is refused. */
export type ContentWhere = {
  /** Published after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only those by one of these authors. */
  authors?: InputMaybe<AuthorSelector>;
  /** Published before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** None by these authors. */
  excludeAuthors?: InputMaybe<AuthorSelector>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Words that must all occur. A leading hyphen excludes a word. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where `search` looks; everywhere by default. WordPress 6.1 and later. */
  searchColumns?: InputMaybe<Array<ContentSearchColumn>>;
  /** Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before. */
  searchExactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How an image fits into a width and a height. */
export type ImageFit =
  /** All of it is seen, and it is not made larger than it is. */
  | 'CONTAIN'
  /** It fills both; what does not fit is cut off. */
  | 'COVER';

/** Format of an image that a service makes. */
export type ImageFormat =
  /** The best that the browser says it takes. */
  | 'AUTO'
  /** AVIF. */
  | 'AVIF'
  /** JPEG. */
  | 'JPEG'
  /** PNG. */
  | 'PNG'
  /** WebP. */
  | 'WEBP';

/** How links to pages of the site itself are given out. */
export type LinkForm =
  /** As WordPress renders them: they lead to the site. */
  | 'ABSOLUTE'
  /** Relative to the front page, as `uri` is: they lead to the front end that shows the text. Those to files, the REST API and the admin stay absolute, and so do images and forms. All else stays as it is, down to the byte. */
  | 'RELATIVE';

/** How several conditions combine. */
export type MatchOperator =
  /** All must hold. */
  | 'AND'
  /** One is enough. */
  | 'OR';

/** What to look up a media item by: exactly one of these. */
export type MediaBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** An order of media. WordPress orders by one field. */
export type MediaOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: MediaOrderField;
};

/** What media can be ordered by. */
export type MediaOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** Kinds of media that can be filtered by. */
export type MediaTypeFilter =
  /** Documents and archives. */
  | 'APPLICATION'
  /** Sound. */
  | 'AUDIO'
  /** Images. */
  | 'IMAGE'
  /** Texts. */
  | 'TEXT'
  /** Videos. */
  | 'VIDEO';

/** Filters of media; all that are given must hold. */
export type MediaWhere = {
  /** Published after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only those by one of these authors. */
  authors?: InputMaybe<AuthorSelector>;
  /** Published before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** None by these authors. */
  excludeAuthors?: InputMaybe<AuthorSelector>;
  /** Nothing that was uploaded to these: global or WordPress ids. */
  excludeParents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only this kind of media. */
  mediaType?: InputMaybe<MediaTypeFilter>;
  /** Only this MIME type, e.g. `image/png`. */
  mimeType?: InputMaybe<Scalars['String']['input']>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only what was uploaded to these posts or pages: global or WordPress ids. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Words that must all occur. A leading hyphen excludes a word. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where `search` looks; everywhere by default. WordPress 6.1 and later. */
  searchColumns?: InputMaybe<Array<ContentSearchColumn>>;
  /** Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before. */
  searchExactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What to look up a menu by: exactly one of these. */
export type MenuBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; location?: never; slug?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; location?: never; slug?: never; }
  |  /** The place of the theme that it is for: `primary`. */
  { databaseId?: never; id?: never; location: Scalars['String']['input']; slug?: never; }
  |  /** Its slug, decoded; of a configured menu its place. */
  { databaseId?: never; id?: never; location?: never; slug: Scalars['String']['input']; };

/** Where a menu comes from. */
export type MenuSource =
  /** A menu of a classic theme, which editors make under Appearance, Menus. */
  | 'CLASSIC'
  /** The configuration of this gateway. */
  | 'CONFIGURED'
  /** A navigation of a block theme, as WordPress renders it for visitors. */
  | 'NAVIGATION';

/** The direction of an order. */
export type OrderDirection =
  /** Smallest, oldest or first first. */
  | 'ASC'
  /** Largest, newest or last first. */
  | 'DESC';

/** What to look up a page by: exactly one of these. */
export type PageBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. Pages below different parents may share one: look those up by `uri`. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** An order of pages. WordPress orders by one field. */
export type PageOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: PageOrderField;
};

/** What pages can be ordered by. */
export type PageOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By the order that editors gave the pages. */
  | 'MENU_ORDER'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** Filters of pages; all that are given must hold. */
export type PageWhere = {
  /** Published after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only those by one of these authors. */
  authors?: InputMaybe<AuthorSelector>;
  /** Published before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** None by these authors. */
  excludeAuthors?: InputMaybe<AuthorSelector>;
  /** No children of these pages: global or WordPress ids. */
  excludeParents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only pages with this place in the order that editors gave. */
  menuOrder?: InputMaybe<Scalars['Int']['input']>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only children of these pages: global or WordPress ids. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Words that must all occur. A leading hyphen excludes a word. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where `search` looks; everywhere by default. WordPress 6.1 and later. */
  searchColumns?: InputMaybe<Array<ContentSearchColumn>>;
  /** Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before. */
  searchExactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only pages without a parent, or only those with one. */
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What to look up a post by: exactly one of these. */
export type PostBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** An order of posts. WordPress orders by one field. */
export type PostOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: PostOrderField;
};

/** What posts can be ordered by. */
export type PostOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** Filters of posts; all that are given must hold. */
export type PostWhere = {
  /** Published after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only those by one of these authors. */
  authors?: InputMaybe<AuthorSelector>;
  /** Published before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only posts in these categories. */
  categories?: InputMaybe<CategorySelector>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** None by these authors. */
  excludeAuthors?: InputMaybe<AuthorSelector>;
  /** No posts in these categories; `operator` has no effect. */
  excludeCategories?: InputMaybe<CategorySelector>;
  /** No posts with these tags; `operator` has no effect. */
  excludeTags?: InputMaybe<TermSelector>;
  /** Only posts of these formats, e.g. `quote`. WordPress 6.7 and later; ignored before. */
  formats?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Words that must all occur. A leading hyphen excludes a word. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where `search` looks; everywhere by default. WordPress 6.1 and later. */
  searchColumns?: InputMaybe<Array<ContentSearchColumn>>;
  /** Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before. */
  searchExactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Only sticky posts, or only others. */
  sticky?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only posts with these tags. */
  tags?: InputMaybe<TermSelector>;
  /** How `categories` and `tags` combine; AND by default. */
  taxonomyRelation?: InputMaybe<MatchOperator>;
};

/** An order of the comments that belong to a document. WordPress orders by one field. */
export type RelatedCommentOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedCommentOrderField;
};

/** What the comments that belong to a document can be ordered by. */
export type RelatedCommentOrderField =
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** By WordPress id of the document that is commented on. */
  | 'POST';

/** An order of the media that belong to a document. WordPress orders by one field. */
export type RelatedMediaOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedMediaOrderField;
};

/** What the media that belong to a document can be ordered by. */
export type RelatedMediaOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** An order of the pages that belong to a document. WordPress orders by one field. */
export type RelatedPageOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedPageOrderField;
};

/** What the pages that belong to a document can be ordered by. */
export type RelatedPageOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By the order that editors gave the pages. */
  | 'MENU_ORDER'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** An order of the posts that belong to a document. WordPress orders by one field. */
export type RelatedPostOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedPostOrderField;
};

/** What the posts that belong to a document can be ordered by. */
export type RelatedPostOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By date of the last change, newest first. */
  | 'MODIFIED'
  /** By WordPress id of the parent. */
  | 'PARENT'
  /** Best match first; only with `where.search`. */
  | 'RELEVANCE'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS'
  /** By title. */
  | 'TITLE';

/** Who says what stands in the head of a page. */
export type SeoSource =
  /** The document itself, since no plugin says anything of it. */
  | 'DOCUMENT'
  /** Rank Math, by the route that its support for front ends opens (`headless CMS support`). */
  | 'RANK_MATH'
  /** Yoast SEO, in `yoast_head_json` of the document. */
  | 'YOAST';

/** What to look up a tag by: exactly one of these. */
export type TagBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** Filters of tags; all that are given must hold. */
export type TagWhere = {
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Leave out terms that no published post carries. */
  hideEmpty?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only terms of this post: its global or WordPress id. */
  post?: InputMaybe<Scalars['ID']['input']>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** An order of terms. WordPress orders by one field. */
export type TermOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: TermOrderField;
};

/** What terms can be ordered by. */
export type TermOrderField =
  /** By number of published posts, most first. */
  | 'COUNT'
  /** By description. */
  | 'DESCRIPTION'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By name. */
  | 'NAME'
  /** By slug. */
  | 'SLUG'
  /** In the order of `where.slugs`, which must be given. */
  | 'SLUGS';

/** Chooses terms by id or slug. A term that does not exist matches nothing. */
export type TermSelector = {
  /** Global or WordPress ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether any of them is enough (OR, the default) or all are needed. */
  operator?: InputMaybe<MatchOperator>;
  /** Slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** How a text that WordPress keeps as HTML is given out. */
export type TextFormat =
  /** As WordPress renders it. It may hold scripts where authors may write them: sanitise before use. */
  | 'HTML'
  /** As stored, with block comments and shortcodes. Needs the right to edit the document: `UNAUTHENTICATED` or `FORBIDDEN` without it. */
  | 'RAW'
  /** Tags stripped, entities decoded, paragraphs and headings on lines of their own; items of lists marked, cells of a row parted by tabs, quotes marked by `>`. */
  | 'TEXT';

export type PostsQueryVariables = Exact<{
  size: Scalars['Int']['input'];
  offset: Scalars['Int']['input'];
}>;


export type PostsQuery = { __typename?: 'Query', posts: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null };

export type TermContentsQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  size: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type TermContentsQuery = { __typename?: 'Query', node:
    | { __typename: 'Author' }
    | { __typename: 'Category', contents: { __typename?: 'ContentConnection', totalCount: number | null, nodes: Array<
          | { __typename: 'Media', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
          | { __typename: 'Page', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
          | { __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
        >, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'Comment' }
    | { __typename: 'ContentType' }
    | { __typename: 'DateArchive' }
    | { __typename: 'Media' }
    | { __typename: 'Menu' }
    | { __typename: 'MenuItem' }
    | { __typename: 'Page' }
    | { __typename: 'Post' }
    | { __typename: 'PostFormat' }
    | { __typename: 'SearchPage' }
    | { __typename: 'Site' }
    | { __typename: 'Tag', contents: { __typename?: 'ContentConnection', totalCount: number | null, nodes: Array<
          | { __typename: 'Media', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
          | { __typename: 'Page', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
          | { __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
        >, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'Taxonomy' }
   | null };

export type MonthsQueryVariables = Exact<{ [key: string]: never; }>;


export type MonthsQuery = { __typename?: 'Query', archives: Array<{ __typename?: 'DateArchive', year: number, month: number | null, count: number | null, uri: string | null }> | null };

export type PageQueryVariables = Exact<{
  uri: Scalars['String']['input'];
  size: Scalars['Int']['input'];
  offset: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  listsPosts: Scalars['Boolean']['input'];
}>;


export type PageQuery = { __typename?: 'Query', site: { __typename?: 'Site', name: string | null, description: string | null, language: string | null, iconUrl: string | null, logo: { __typename?: 'Media', altText: string | null, url: string | null } | null } | null, menus: Array<{ __typename?: 'Menu', locations: Array<string>, slug: string | null, items: Array<{ __typename?: 'MenuItem', label: string | null, url: string | null, uri: string | null, target: string | null, rel: string | null, title: string | null, cssClasses: Array<string>, children: Array<{ __typename?: 'MenuItem', label: string | null, url: string | null, uri: string | null, target: string | null, rel: string | null, title: string | null, cssClasses: Array<string>, children: Array<{ __typename?: 'MenuItem', label: string | null, url: string | null, uri: string | null, target: string | null, rel: string | null, title: string | null, cssClasses: Array<string> }> }> }> }> | null, posts?: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null, resolve: { __typename?: 'Resolution', status: number, page: number | null, redirect: { __typename?: 'ResolvedRedirect', location: string, status: number } | null, node:
      | { __typename: 'Author', name: string | null, url: string | null, avatar: string | null, id: string, about: string | null, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, posts: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null }
      | { __typename: 'Category', name: string | null, description: string | null, id: string, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, taxonomy: { __typename?: 'Taxonomy', label: string, contentTypes: Array<{ __typename?: 'ContentType', name: string }> } | null, sorted: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null, children: { __typename?: 'CategoryConnection', nodes: Array<{ __typename?: 'Category', name: string | null, uri: string | null, count: number | null }> } | null }
      | { __typename: 'Comment', id: string }
      | { __typename: 'ContentType', label: string, isFrontPage: boolean, id: string, typeName: string, contents?: { __typename?: 'ContentConnection', totalCount: number | null, nodes: Array<
            | { __typename: 'Media', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
            | { __typename: 'Page', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
            | { __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }
          >, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null }
      | { __typename: 'DateArchive', year: number, month: number | null, day: number | null, id: string, posts: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null }
      | { __typename: 'Media', mimeType: string | null, sourceUrl: string | null, caption: string | null, description: string | null, id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, isProtected: boolean, content: string | null, readingTime: number | null, altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null }
      | { __typename: 'Menu', id: string }
      | { __typename: 'MenuItem', id: string }
      | { __typename: 'Page', isPostsPage: boolean | null, id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, isProtected: boolean, content: string | null, readingTime: number | null, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, children: { __typename?: 'PageConnection', nodes: Array<{ __typename?: 'Page', title: string | null, uri: string | null, excerpt: string | null }> } | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null }
      | { __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, isProtected: boolean, content: string | null, readingTime: number | null, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, categories: Array<{ __typename?: 'Category', name: string | null, uri: string | null }> | null, tags: Array<{ __typename?: 'Tag', name: string | null, uri: string | null }> | null, next: { __typename?: 'Post', title: string | null, uri: string | null } | null, previous: { __typename?: 'Post', title: string | null, uri: string | null } | null, related: Array<{ __typename?: 'RelatedContent', terms: Array<
            | { __typename?: 'Category', name: string | null }
            | { __typename?: 'Tag', name: string | null }
          >, node:
            | { __typename?: 'Media', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null }
            | { __typename?: 'Page', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null }
            | { __typename?: 'Post', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null }
           }> | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null }
      | { __typename: 'PostFormat', name: string | null, id: string, posts: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null }
      | { __typename: 'SearchPage', query: string, id: string, results: { __typename?: 'SearchResultConnection', totalCount: number | null, nodes: Array<{ __typename?: 'SearchResult', title: string | null, uri: string | null, type: string | null, excerpt: string | null }>, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null }
      | { __typename: 'Site', id: string }
      | { __typename: 'Tag', name: string | null, description: string | null, id: string, seo: { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null } | null, taxonomy: { __typename?: 'Taxonomy', label: string, contentTypes: Array<{ __typename?: 'ContentType', name: string }> } | null, sorted: { __typename?: 'PostConnection', totalCount: number | null, nodes: Array<{ __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null }> } | null }
      | { __typename: 'Taxonomy', id: string }
     | null } | null };

export type PictureFragment = { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null };

type Card_Media_Fragment = { __typename: 'Media', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null };

type Card_Page_Fragment = { __typename: 'Page', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null };

type Card_Post_Fragment = { __typename: 'Post', id: string, title: string | null, uri: string | null, date: string | null, excerpt: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null, author: { __typename?: 'Author', name: string | null, uri: string | null } | null };

export type CardFragment =
  | Card_Media_Fragment
  | Card_Page_Fragment
  | Card_Post_Fragment
;

type Teaser_Media_Fragment = { __typename?: 'Media', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null };

type Teaser_Page_Fragment = { __typename?: 'Page', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null };

type Teaser_Post_Fragment = { __typename?: 'Post', id: string, title: string | null, uri: string | null, date: string | null, featuredMedia: { __typename?: 'Media', altText: string | null, width: number | null, height: number | null, url: string | null, srcSet: string | null } | null };

export type TeaserFragment =
  | Teaser_Media_Fragment
  | Teaser_Page_Fragment
  | Teaser_Post_Fragment
;

type Whole_Media_Fragment = { __typename?: 'Media', isProtected: boolean, content: string | null, readingTime: number | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null };

type Whole_Page_Fragment = { __typename?: 'Page', isProtected: boolean, content: string | null, readingTime: number | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null };

type Whole_Post_Fragment = { __typename?: 'Post', isProtected: boolean, content: string | null, readingTime: number | null, headings: Array<{ __typename?: 'ContentHeading', level: number, text: string, anchor: string | null }> | null, author: { __typename?: 'Author', name: string | null, uri: string | null, description: string | null } | null, comments: { __typename?: 'CommentConnection', totalCount: number | null, nodes: Array<{ __typename?: 'Comment', databaseId: number, authorName: string | null, authorUrl: string | null, date: string | null, content: string | null, parentId: unknown | null }> } | null };

export type WholeFragment =
  | Whole_Media_Fragment
  | Whole_Page_Fragment
  | Whole_Post_Fragment
;

export type HeadFragment = { __typename?: 'Seo', title: string | null, description: string | null, robots: Array<string> | null, openGraph: { __typename?: 'OpenGraph', type: string | null, publishedTime: string | null, modifiedTime: string | null, images: Array<{ __typename?: 'SeoImage', url: string, alt: string | null }> } | null, breadcrumbs: Array<{ __typename?: 'Breadcrumb', text: string, uri: string | null }> | null };

export type MenuLinkFragment = { __typename?: 'MenuItem', label: string | null, url: string | null, uri: string | null, target: string | null, rel: string | null, title: string | null, cssClasses: Array<string> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PictureFragmentDoc = new TypedDocumentString(`
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}
    `, {"fragmentName":"Picture"}) as unknown as TypedDocumentString<PictureFragment, unknown>;
export const CardFragmentDoc = new TypedDocumentString(`
    fragment Card on Content {
  __typename
  id
  title(format: TEXT)
  uri
  date
  excerpt(format: TEXT, words: 28)
  featuredMedia {
    ...Picture
  }
  author {
    name
    uri
  }
}
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}`, {"fragmentName":"Card"}) as unknown as TypedDocumentString<CardFragment, unknown>;
export const TeaserFragmentDoc = new TypedDocumentString(`
    fragment Teaser on Content {
  id
  title(format: TEXT)
  uri
  date
  featuredMedia {
    ...Picture
  }
}
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}`, {"fragmentName":"Teaser"}) as unknown as TypedDocumentString<TeaserFragment, unknown>;
export const WholeFragmentDoc = new TypedDocumentString(`
    fragment Whole on Content {
  isProtected
  content(links: RELATIVE)
  readingTime
  headings {
    level
    text
    anchor
  }
  author {
    name
    uri
    description
  }
  comments(first: 100, orderBy: {field: DATE, direction: ASC}) {
    totalCount
    nodes {
      databaseId
      authorName
      authorUrl
      date
      content(links: RELATIVE)
      parentId: rest(property: "parent")
    }
  }
}
    `, {"fragmentName":"Whole"}) as unknown as TypedDocumentString<WholeFragment, unknown>;
export const HeadFragmentDoc = new TypedDocumentString(`
    fragment Head on Seo {
  title
  description
  robots
  openGraph {
    type
    publishedTime
    modifiedTime
    images {
      url
      alt
    }
  }
  breadcrumbs {
    text
    uri
  }
}
    `, {"fragmentName":"Head"}) as unknown as TypedDocumentString<HeadFragment, unknown>;
export const MenuLinkFragmentDoc = new TypedDocumentString(`
    fragment MenuLink on MenuItem {
  label
  url
  uri
  target
  rel
  title
  cssClasses
}
    `, {"fragmentName":"MenuLink"}) as unknown as TypedDocumentString<MenuLinkFragment, unknown>;
export const PostsDocument = new TypedDocumentString(`
    query Posts($size: Int!, $offset: Int!) {
  posts(first: $size, offset: $offset, stickyFirst: true) {
    totalCount
    nodes {
      ...Card
    }
  }
}
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}
fragment Card on Content {
  __typename
  id
  title(format: TEXT)
  uri
  date
  excerpt(format: TEXT, words: 28)
  featuredMedia {
    ...Picture
  }
  author {
    name
    uri
  }
}`) as unknown as TypedDocumentString<PostsQuery, PostsQueryVariables>;
export const TermContentsDocument = new TypedDocumentString(`
    query TermContents($id: ID!, $size: Int!, $after: String) {
  node(id: $id) {
    __typename
    ... on Term {
      contents(first: $size, after: $after, includeChildren: true) {
        totalCount
        nodes {
          ...Card
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}
fragment Card on Content {
  __typename
  id
  title(format: TEXT)
  uri
  date
  excerpt(format: TEXT, words: 28)
  featuredMedia {
    ...Picture
  }
  author {
    name
    uri
  }
}`) as unknown as TypedDocumentString<TermContentsQuery, TermContentsQueryVariables>;
export const MonthsDocument = new TypedDocumentString(`
    query Months {
  archives {
    year
    month
    count
    uri
  }
}
    `) as unknown as TypedDocumentString<MonthsQuery, MonthsQueryVariables>;
export const PageDocument = new TypedDocumentString(`
    query Page($uri: String!, $size: Int!, $offset: Int!, $after: String, $listsPosts: Boolean!) {
  site {
    name
    description
    language
    iconUrl
    logo {
      altText
      url(height: 96)
    }
  }
  menus {
    locations
    slug
    items {
      ...MenuLink
      children {
        ...MenuLink
        children {
          ...MenuLink
        }
      }
    }
  }
  posts(first: $size, offset: $offset, stickyFirst: true) @include(if: $listsPosts) {
    totalCount
    nodes {
      ...Card
    }
  }
  resolve(uri: $uri) {
    status
    page
    redirect {
      location
      status
    }
    node {
      __typename
      id
      ... on Content {
        ...Card
        ...Whole
        seo {
          ...Head
        }
      }
      ... on Post {
        categories {
          name
          uri
        }
        tags {
          name
          uri
        }
        next {
          title(format: TEXT)
          uri
        }
        previous {
          title(format: TEXT)
          uri
        }
        related(first: 3) {
          terms {
            name
          }
          node {
            ...Teaser
          }
        }
      }
      ... on Page {
        isPostsPage
        children(first: 100, orderBy: {field: MENU_ORDER}) {
          nodes {
            title(format: TEXT)
            uri
            excerpt(format: TEXT, words: 18)
          }
        }
      }
      ... on Media {
        mimeType
        sourceUrl
        caption(links: RELATIVE)
        description(links: RELATIVE)
        ...Picture
      }
      ... on Term {
        name
        description(links: RELATIVE)
        seo {
          ...Head
        }
        taxonomy {
          label
          contentTypes {
            name
          }
        }
        sorted: posts(first: $size, offset: $offset, includeChildren: true) {
          totalCount
          nodes {
            ...Card
          }
        }
      }
      ... on Category {
        children(first: 100) {
          nodes {
            name
            uri
            count
          }
        }
      }
      ... on Author {
        name
        about: description
        url
        avatar(size: 96)
        seo {
          ...Head
        }
        posts(first: $size, offset: $offset) {
          totalCount
          nodes {
            ...Card
          }
        }
      }
      ... on PostFormat {
        name
        posts(first: $size, offset: $offset) {
          totalCount
          nodes {
            ...Card
          }
        }
      }
      ... on DateArchive {
        year
        month
        day
        posts(first: $size, offset: $offset) {
          totalCount
          nodes {
            ...Card
          }
        }
      }
      ... on ContentType {
        typeName: name
        label
        isFrontPage
        contents(first: $size, after: $after) @skip(if: $listsPosts) {
          totalCount
          nodes {
            ...Card
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      ... on SearchPage {
        query
        results(first: $size, after: $after) {
          totalCount
          nodes {
            title
            uri
            type
            excerpt(words: 30)
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
}
    fragment Picture on Media {
  altText
  width
  height
  url(width: 800)
  srcSet(widths: [320, 480, 640, 800, 1200, 1600])
}
fragment Card on Content {
  __typename
  id
  title(format: TEXT)
  uri
  date
  excerpt(format: TEXT, words: 28)
  featuredMedia {
    ...Picture
  }
  author {
    name
    uri
  }
}
fragment Teaser on Content {
  id
  title(format: TEXT)
  uri
  date
  featuredMedia {
    ...Picture
  }
}
fragment Whole on Content {
  isProtected
  content(links: RELATIVE)
  readingTime
  headings {
    level
    text
    anchor
  }
  author {
    name
    uri
    description
  }
  comments(first: 100, orderBy: {field: DATE, direction: ASC}) {
    totalCount
    nodes {
      databaseId
      authorName
      authorUrl
      date
      content(links: RELATIVE)
      parentId: rest(property: "parent")
    }
  }
}
fragment Head on Seo {
  title
  description
  robots
  openGraph {
    type
    publishedTime
    modifiedTime
    images {
      url
      alt
    }
  }
  breadcrumbs {
    text
    uri
  }
}
fragment MenuLink on MenuItem {
  label
  url
  uri
  target
  rel
  title
  cssClasses
}`) as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;