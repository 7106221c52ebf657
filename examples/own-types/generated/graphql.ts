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

/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type Author = Node & {
  __typename?: 'Author';
  /** Address of the avatar at a size in pixels. `null` where the site shows no avatars. Sizes other than 24, 48 and 96 are asked of the provider by its own parameter. */
  avatar: Maybe<Scalars['String']['output']>;
  /** Published books by this author. */
  books: Maybe<BookConnection>;
  /** All published content by this author but media, of every type that has authors, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<AuthorCustomFields>;
  /** WordPress' own id of the user. */
  databaseId: Scalars['Int']['output'];
  /** What the user says of themselves; may hold HTML. */
  description: Maybe<Scalars['String']['output']>;
  /** Source: `desk`. */
  desk: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address of the author's archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** Published places by this author. */
  places: Maybe<PlaceConnection>;
  /** Published posts by this author. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses. Often the login: think before you show it. */
  slug: Maybe<Scalars['String']['output']>;
  /** Path of the author's archive on the site, relative to its front page. */
  uri: Maybe<Scalars['String']['output']>;
  /** The user's own site; empty for none. */
  url: Maybe<Scalars['String']['output']>;
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorAvatarArgs = {
  size?: Scalars['Int']['input'];
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedBookOrderBy>;
  where?: InputMaybe<BookWhere>;
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPlaceOrderBy>;
  where?: InputMaybe<PlaceWhere>;
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorRestArgs = {
  property: Scalars['String']['input'];
};


/** A user of the site who has published something. Source: `/wp/v2/users`. */
export type AuthorUriArgs = {
  form?: AddressForm;
};

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

/** A page of authors. */
export type AuthorConnection = {
  __typename?: 'AuthorConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<AuthorEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Author>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for authors. Source: `meta`. */
export type AuthorCustomFields = {
  __typename?: 'AuthorCustomFields';
  /** Source: `meta.boat`. */
  boat: Maybe<Scalars['String']['output']>;
  /** Source: `meta.language`. */
  language: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `meta.years_at_sea`. */
  yearsAtSea: Maybe<Scalars['SafeInt']['output']>;
};

/** An author in a connection, with its cursor. */
export type AuthorEdge = {
  __typename?: 'AuthorEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The author itself. */
  node: Author;
};

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

/** A block of a body: a paragraph, an image, a group of others. */
export type Block = {
  /** STORED: what the comment of the block says, without what stands in its HTML, and without defaults; `null` where that is no JSON. RENDERED: what the HTML plainly says, by the names that the editor has: `level` of a heading, `url` and `alt` of an image. */
  attributes: Maybe<Scalars['JSON']['output']>;
  /** Its HTML with that of the blocks in it. STORED: as it is stored, without what WordPress adds when it is shown; `null` for a block that WordPress makes whole then. It may hold scripts where authors may write them: sanitise before use. */
  html: Maybe<Scalars['String']['output']>;
  /** The blocks that stand in it. RENDERED: as far as the markup tells. Blocks are read up to 50 levels deep. */
  innerBlocks: Array<Block>;
  /** WordPress' name of its type, with its namespace: `core/image`. `core/freeform` for HTML that is of no block. */
  name: Scalars['String']['output'];
  /** Its place in the tree, from 0: `0.2.1` is the second in the third of the first. Without the last number it is that of the block that it stands in. */
  path: Scalars['String']['output'];
};

/** The body of a content as blocks. */
export type BlockList = {
  __typename?: 'BlockList';
  /** The blocks, in the order of the body. */
  nodes: Array<Block>;
  /** What they are read from. */
  source: BlockSource;
};


/** The body of a content as blocks. */
export type BlockListNodesArgs = {
  flat?: Scalars['Boolean']['input'];
  names?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What blocks are read from. */
export type BlockSource =
  /** The HTML that WordPress renders, by its markup: the classes of WordPress' own blocks, and elements that stand for one. All else is `core/freeform`. */
  | 'RENDERED'
  /** The text as it is stored, by WordPress' own grammar of blocks: all of them, with the attributes that their comments say. */
  | 'STORED';

/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type Book = Content & Node & {
  __typename?: 'Book';
  /** ACF field data. Source: `acf`. */
  acf: Maybe<BookAcf>;
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<BookCustomFields>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Its genres (a `wp:term` link), in the order of the document. */
  genres: Maybe<Array<Genre>>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** What search engines are told. Source: `harbour_seo`. */
  harbourSeo: Maybe<BookHarbourSeo>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** What the shop knows of the book. Source: `ledger`. */
  ledger: Maybe<BookLedger>;
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** How often it was lent. Source: `loan_count`. */
  loanCount: Maybe<Scalars['SafeInt']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** The book that follows by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred books that its documents lie among. */
  next: Maybe<Book>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** The book that comes before by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred books that its documents lie among. */
  previous: Maybe<Book>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Other books that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have. */
  related: Maybe<Array<RelatedContent>>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Where it stands: a text, a number or both. JSON, since it has no type. Source: `shelf_code`. */
  shelfCode: Maybe<Scalars['JSON']['output']>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Its tags (a `wp:term` link), in the order of the document. */
  tags: Maybe<Array<Tag>>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookNextArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookPreviousArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookRestArgs = {
  property: Scalars['String']['input'];
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookTitleArgs = {
  format?: TextFormat;
};


/** "Books", a type of the site's own. In its words: Books that the magazine has read, sold or lent. Source: `/wp/v2/books`. */
export type BookUriArgs = {
  form?: AddressForm;
};

/** ACF field data. Source: `acf`. */
export type BookAcf = {
  __typename?: 'BookAcf';
  /** Source: `acf.1a_digit`. */
  _1aDigit: Maybe<Scalars['String']['output']>;
  /** Source: `acf.a-dash name`. */
  aDashName: Maybe<Scalars['String']['output']>;
  /** Source: `acf.best_season`. */
  bestSeason: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.best_season`. */
  bestSeasonNode: Maybe<Node>;
  /** Source: `acf.blurb`. */
  blurb: Maybe<Scalars['String']['output']>;
  /** Source: `acf.chapters`. */
  chapters: Maybe<Array<Maybe<BookAcfChapters>>>;
  /** Source: `acf.companions`. */
  companions: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What its ids lead to. Source: `acf.companions`. */
  companionsNodes: Maybe<Array<Node>>;
  /** Source: `acf.cover_image`. */
  coverImage: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.cover_image`. */
  coverImageNode: Maybe<Media>;
  /** Source: `acf.formats`. */
  formats: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `acf.gallery`. */
  gallery: Maybe<Array<Maybe<Scalars['Float']['output']>>>;
  /** What its ids lead to. Source: `acf.gallery`. */
  galleryNodes: Maybe<Array<Media>>;
  /** Source: `acf.hero_title`. */
  heroTitle: Maybe<Scalars['String']['output']>;
  /** Source: `acf.illustrator`. */
  illustrator: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.illustrator`. */
  illustratorNode: Maybe<Node>;
  /** Source: `acf.is_available`. */
  isAvailable: Maybe<Scalars['Boolean']['output']>;
  /** A `Ymd` formatted date string. Source: `acf.launch_date`. */
  launchDate: Maybe<Scalars['String']['output']>;
  /** A `Y-m-d H:i:s` formatted date string. Source: `acf.launch_time`. */
  launchTime: Maybe<Scalars['String']['output']>;
  /** Source: `acf.making`. */
  making: Maybe<BookAcfMaking>;
  /** Source: `acf.mood`. */
  mood: Maybe<BookAcfMood>;
  /** Source: `acf.price`. */
  price: Maybe<Scalars['Float']['output']>;
  /** Source: `acf.related_posts`. */
  relatedPosts: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What its ids lead to. Source: `acf.related_posts`. */
  relatedPostsNodes: Maybe<Array<Node>>;
  /** Source: `acf.sample_file`. */
  sampleFile: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.sample_file`. */
  sampleFileNode: Maybe<Media>;
  /** Source: `acf.sections`. */
  sections: Maybe<Array<Maybe<BookAcfSections>>>;
  /** Source: `acf.sequel`. */
  sequel: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.sequel`. */
  sequelNode: Maybe<Node>;
  /** Source: `acf.shelf_size`. */
  shelfSize: Maybe<BookAcfShelfSize>;
  /** Source: `acf.shop_link`. */
  shopLink: Maybe<BookAcfShopLink>;
  /** Source: `acf.shop_mail`. */
  shopMail: Maybe<Scalars['String']['output']>;
  /** Source: `acf.shop_page`. */
  shopPage: Maybe<Scalars['String']['output']>;
  /** Source: `acf.topics`. */
  topics: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What its ids lead to. Source: `acf.topics`. */
  topicsNodes: Maybe<Array<Node>>;
  /** Source: `acf.translators`. */
  translators: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What its ids lead to. Source: `acf.translators`. */
  translatorsNodes: Maybe<Array<Node>>;
  /** Source: `acf.written_at`. */
  writtenAt: Maybe<BookAcfWrittenAt>;
};

/** What it holds of books. Source: `acf.chapters`. */
export type BookAcfChapters = {
  __typename?: 'BookAcfChapters';
  /** Source: `acf.chapters.heading`. */
  heading: Maybe<Scalars['String']['output']>;
  /** Source: `acf.chapters.pages`. */
  pages: Maybe<Scalars['Float']['output']>;
  /** Source: `acf.chapters.set_in`. */
  setIn: Maybe<Scalars['SafeInt']['output']>;
};

/** What it holds of books. Source: `acf.making`. */
export type BookAcfMaking = {
  __typename?: 'BookAcfMaking';
  /** Source: `acf.making.binding`. */
  binding: Maybe<BookAcfMakingBinding>;
  /** Source: `acf.making.paper`. */
  paper: Maybe<Scalars['String']['output']>;
  /** Source: `acf.making.proof`. */
  proof: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.making.proof`. */
  proofNode: Maybe<Media>;
  /** Source: `acf.making.sources`. */
  sources: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** Source: `acf.making.typesetter`. */
  typesetter: Maybe<Scalars['SafeInt']['output']>;
};

/** What it holds of books. Source: `acf.making.binding`. */
export type BookAcfMakingBinding = {
  __typename?: 'BookAcfMakingBinding';
  /** Source: `acf.making.binding.stitches`. */
  stitches: Maybe<Scalars['Float']['output']>;
  /** Source: `acf.making.binding.thread`. */
  thread: Maybe<Scalars['String']['output']>;
};

/** What it can be of books. Source: `acf.mood`. */
export type BookAcfMood =
  /** `calm`. */
  | 'calm'
  /** `rough`. */
  | 'rough';

/** What it holds of books. Source: `acf.sections`. */
export type BookAcfSections = {
  __typename?: 'BookAcfSections';
  /** Source: `acf.sections.acf_fc_layout`. */
  acfFcLayout: Maybe<Scalars['String']['output']>;
  /** Source: `acf.sections.picture`. */
  picture: Maybe<Scalars['String']['output']>;
  /** Source: `acf.sections.quote`. */
  quote: Maybe<Scalars['String']['output']>;
};

/** What it can be of books. Source: `acf.shelf_size`. */
export type BookAcfShelfSize =
  /** `folio`. */
  | 'folio'
  /** `octavo`. */
  | 'octavo'
  /** `quarto`. */
  | 'quarto';

/** What it holds of books. Source: `acf.shop_link`. */
export type BookAcfShopLink = {
  __typename?: 'BookAcfShopLink';
  /** Source: `acf.shop_link.target`. */
  target: Maybe<Scalars['String']['output']>;
  /** Source: `acf.shop_link.title`. */
  title: Maybe<Scalars['String']['output']>;
  /** Source: `acf.shop_link.url`. */
  url: Maybe<Scalars['String']['output']>;
};

/** What it holds of books. Source: `acf.written_at`. */
export type BookAcfWrittenAt = {
  __typename?: 'BookAcfWrittenAt';
  /** Source: `acf.written_at.address`. */
  address: Maybe<Scalars['String']['output']>;
  /** JSON, since it may be a text or a number. Source: `acf.written_at.lat`. */
  lat: Maybe<Scalars['JSON']['output']>;
  /** JSON, since it may be a text or a number. Source: `acf.written_at.lng`. */
  lng: Maybe<Scalars['JSON']['output']>;
  /** JSON, since it may be a text or a whole number. Source: `acf.written_at.zoom`. */
  zoom: Maybe<Scalars['JSON']['output']>;
};

/** What to look up a book by: exactly one of these. */
export type BookBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** A page of books. */
export type BookConnection = {
  __typename?: 'BookConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<BookEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Book>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for books. Source: `meta`. */
export type BookCustomFields = {
  __typename?: 'BookCustomFields';
  /** Source: `meta.1digit`. */
  _1digit: Maybe<Scalars['String']['output']>;
  /** Source: `meta.contact`. */
  contact: Maybe<Scalars['String']['output']>;
  /** Source: `meta.copies`. */
  copies: Maybe<Scalars['Int']['output']>;
  /** Source: `meta.dimensions`. */
  dimensions: Maybe<BookCustomFieldsDimensions>;
  /** Source: `meta.editions`. */
  editions: Maybe<Array<Maybe<BookCustomFieldsEditions>>>;
  /** Source: `meta.is_signed`. */
  isSigned: Maybe<Scalars['Boolean']['output']>;
  /** Source: `meta.isbn`. */
  isbn: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `meta.keywords`. */
  keywords: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `meta.language`. */
  language: Maybe<BookCustomFieldsLanguage>;
  /** Source: `meta.m-dash key`. */
  mDashKey: Maybe<Scalars['String']['output']>;
  /** Source: `meta.note`. */
  note: Maybe<Scalars['String']['output']>;
  /** Source: `meta.page_count`. */
  pageCount: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `meta.printed_at`. */
  printedAt: Maybe<Scalars['String']['output']>;
  /** Source: `meta.reader`. */
  reader: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `meta.related_ids`. */
  relatedIds: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What stands below the title. Source: `meta.subtitle`. */
  subtitle: Maybe<Scalars['String']['output']>;
  /** JSON, since it has members of which nothing says what they are called. Source: `meta.translated_titles`. */
  translatedTitles: Maybe<Scalars['JSON']['output']>;
  /** Source: `meta.verdict`. */
  verdict: Maybe<Scalars['String']['output']>;
  /** Source: `meta.website`. */
  website: Maybe<Scalars['String']['output']>;
  /** Source: `meta.weight_kg`. */
  weightKg: Maybe<Scalars['Float']['output']>;
};

/** What it holds of books. Source: `meta.dimensions`. */
export type BookCustomFieldsDimensions = {
  __typename?: 'BookCustomFieldsDimensions';
  /** Source: `meta.dimensions.height`. */
  height: Maybe<Scalars['Float']['output']>;
  /** Source: `meta.dimensions.unit`. */
  unit: Maybe<Scalars['String']['output']>;
  /** Source: `meta.dimensions.width`. */
  width: Maybe<Scalars['Float']['output']>;
};

/** What it holds of books. Source: `meta.editions`. */
export type BookCustomFieldsEditions = {
  __typename?: 'BookCustomFieldsEditions';
  /** Source: `meta.editions.binding`. */
  binding: Maybe<BookCustomFieldsEditionsBinding>;
  /** Source: `meta.editions.publisher`. */
  publisher: Maybe<Scalars['String']['output']>;
  /** Source: `meta.editions.year`. */
  year: Maybe<Scalars['SafeInt']['output']>;
};

/** What it can be of books. Source: `meta.editions.binding`. */
export type BookCustomFieldsEditionsBinding =
  /** `hardcover`. */
  | 'hardcover'
  /** `paperback`. */
  | 'paperback';

/** What it can be of books. Source: `meta.language`. */
export type BookCustomFieldsLanguage =
  /** `de`. */
  | 'de'
  /** `en`. */
  | 'en'
  /** `ja`. */
  | 'ja'
  /** `pt`. */
  | 'pt';

/** A book in a connection, with its cursor. */
export type BookEdge = {
  __typename?: 'BookEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The book itself. */
  node: Book;
};

/** What it holds of books. Source: `harbour_seo`. */
export type BookHarbourSeo = {
  __typename?: 'BookHarbourSeo';
  /** Source: `harbour_seo.images`. */
  images: Maybe<Array<Maybe<BookHarbourSeoImages>>>;
  /** Source: `harbour_seo.robots`. */
  robots: Maybe<BookHarbourSeoRobots>;
  /** Source: `harbour_seo.title`. */
  title: Maybe<Scalars['String']['output']>;
};

/** What it holds of books. Source: `harbour_seo.images`. */
export type BookHarbourSeoImages = {
  __typename?: 'BookHarbourSeoImages';
  /** Source: `harbour_seo.images.url`. */
  url: Maybe<Scalars['String']['output']>;
  /** Source: `harbour_seo.images.width`. */
  width: Maybe<Scalars['SafeInt']['output']>;
};

/** What it holds of books. Source: `harbour_seo.robots`. */
export type BookHarbourSeoRobots = {
  __typename?: 'BookHarbourSeoRobots';
  /** Source: `harbour_seo.robots.index`. */
  index: Maybe<Scalars['String']['output']>;
  /** Source: `harbour_seo.robots.max-snippet`. */
  maxSnippet: Maybe<Scalars['String']['output']>;
};

/** What the site's own argument `language` of books can be. */
export type BookLanguageFilter =
  /** `de`. */
  | 'de'
  /** `en`. */
  | 'en'
  /** `ja`. */
  | 'ja'
  /** `pt`. */
  | 'pt';

/** What it holds of books. Source: `ledger`. */
export type BookLedger = {
  __typename?: 'BookLedger';
  /** Source: `ledger.box`. */
  box: Maybe<BookLedgerBox>;
  /** Source: `ledger.copies`. */
  copies: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `ledger.grade`. */
  grade: Maybe<BookLedgerGrade>;
  /** Source: `ledger.label`. */
  label: Maybe<Scalars['String']['output']>;
  /** Source: `ledger.mail`. */
  mail: Maybe<Scalars['String']['output']>;
  /** Source: `ledger.owner`. */
  owner: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `ledger.page`. */
  page: Maybe<Scalars['String']['output']>;
  /** Source: `ledger.signed_on`. */
  signedOn: Maybe<Scalars['String']['output']>;
  /** Source: `ledger.sizes`. */
  sizes: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** Source: `ledger.sold_out`. */
  soldOut: Maybe<Scalars['Boolean']['output']>;
  /** Source: `ledger.weight`. */
  weight: Maybe<Scalars['Float']['output']>;
};

/** What it holds of books. Source: `ledger.box`. */
export type BookLedgerBox = {
  __typename?: 'BookLedgerBox';
  /** Source: `ledger.box.height`. */
  height: Maybe<Scalars['Float']['output']>;
  /** Source: `ledger.box.width`. */
  width: Maybe<Scalars['Float']['output']>;
};

/** What it can be of books. Source: `ledger.grade`. */
export type BookLedgerGrade =
  /** `A`. */
  | 'A'
  /** `B`. */
  | 'B'
  /** `C`. */
  | 'C';

/** An order of books. WordPress orders by one field. */
export type BookOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: BookOrderField;
};

/** What books can be ordered by. */
export type BookOrderField =
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

/** Filters of books; all that are given must hold. */
export type BookWhere = {
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
  /** No books in these genres; `operator` has no effect. */
  excludeGenres?: InputMaybe<GenreSelector>;
  /** No books with these tags; `operator` has no effect. */
  excludeTags?: InputMaybe<TermSelector>;
  /** Only books in these genres. */
  genres?: InputMaybe<GenreSelector>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Limit result set to books in a language.The site's own argument `language`. */
  language?: InputMaybe<BookLanguageFilter>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Limit result set to books of at least so many pages.The site's own argument `pages_min`. */
  pagesMin?: InputMaybe<Scalars['SafeInt']['input']>;
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
  /** Only books with these tags. */
  tags?: InputMaybe<TermSelector>;
  /** How `tags` and `genres` combine; AND by default. */
  taxonomyRelation?: InputMaybe<MatchOperator>;
};

/** One step on the way from the front page to a document. */
export type Breadcrumb = {
  __typename?: 'Breadcrumb';
  /** What the link says, as plain text. */
  text: Scalars['String']['output'];
  /** Path on the site; `null` for a step without an address, and for one that leads elsewhere. */
  uri: Maybe<Scalars['String']['output']>;
  /** Address; `null` for a step without one. */
  url: Maybe<Scalars['String']['output']>;
};

/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type Category = Node & Term & {
  __typename?: 'Category';
  /** The categories above it, nearest first. */
  ancestors: Maybe<Array<Category>>;
  /** The categories right below it, by name. The whole tree costs one request for each hundred categories. */
  children: Maybe<CategoryConnection>;
  /** All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** How many published posts carry it, those of its descendants not counted. */
  count: Maybe<Scalars['Int']['output']>;
  /** WordPress' own id, unique over all taxonomies. */
  databaseId: Scalars['Int']['output'];
  /** What the term is about; HTML by default, empty for none. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address of its archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** The category above it (the `up` link). `null` at the top level. Its id alone costs one request for all of a list, where nothing is known of them. */
  parent: Maybe<Category>;
  /** Published posts that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** The taxonomy that it belongs to (the `about` link). */
  taxonomy: Maybe<Taxonomy>;
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryRestArgs = {
  property: Scalars['String']['input'];
};


/** A category: a label of posts in a tree. Source: `/wp/v2/categories`. */
export type CategoryUriArgs = {
  form?: AddressForm;
};

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

/** A page of categories. */
export type CategoryConnection = {
  __typename?: 'CategoryConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<CategoryEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Category>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A category in a connection, with its cursor. */
export type CategoryEdge = {
  __typename?: 'CategoryEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The category itself. */
  node: Category;
};

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

/** An approved comment. Source: `/wp/v2/comments`. */
export type Comment = Node & {
  __typename?: 'Comment';
  /** The user who wrote it, if registered. `null` for a guest. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** Name that the writer gave, as plain text. */
  authorName: Maybe<Scalars['String']['output']>;
  /** Address that the writer gave; empty for none. Not checked: do not follow it blindly. */
  authorUrl: Maybe<Scalars['String']['output']>;
  /** Address of the avatar at a size in pixels. `null` where the site shows no avatars. Sizes other than 24, 48 and 96 are asked of the provider by its own parameter. */
  avatar: Maybe<Scalars['String']['output']>;
  /** What it says. HTML by default, cleaned by WordPress. */
  content: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<CommentCustomFields>;
  /** WordPress' own id of the comment. */
  databaseId: Scalars['Int']['output'];
  /** When it was written, by the clock of the site. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was written, in UTC. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Source: `helpful`. */
  helpful: Maybe<Scalars['Int']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** The comment that it replies to (the `in-reply-to` link). `null` when it answers the post itself. Its id alone costs one request for all of a list, where nothing is known of them. */
  parent: Maybe<Comment>;
  /** What it comments on (the `up` link). `null` when that may not be seen, or is of a type without a graph type. */
  post: Maybe<Content>;
  /** Approved replies to it (the `children` link), oldest first. */
  replies: Maybe<CommentConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** `approved`; moderators also see `hold`, `spam` and `trash`. */
  status: Maybe<Scalars['String']['output']>;
  /** `comment`, `pingback` or `trackback`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page, with the fragment that names the comment. */
  uri: Maybe<Scalars['String']['output']>;
};


/** An approved comment. Source: `/wp/v2/comments`. */
export type CommentAvatarArgs = {
  size?: Scalars['Int']['input'];
};


/** An approved comment. Source: `/wp/v2/comments`. */
export type CommentContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** An approved comment. Source: `/wp/v2/comments`. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  where?: InputMaybe<CommentWhere>;
};


/** An approved comment. Source: `/wp/v2/comments`. */
export type CommentRestArgs = {
  property: Scalars['String']['input'];
};


/** An approved comment. Source: `/wp/v2/comments`. */
export type CommentUriArgs = {
  form?: AddressForm;
};

/** What to look up a comment by: exactly one of these. */
export type CommentBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; uri: Scalars['String']['input']; };

/** A page of comments. */
export type CommentConnection = {
  __typename?: 'CommentConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<CommentEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Comment>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for comments. Source: `meta`. */
export type CommentCustomFields = {
  __typename?: 'CommentCustomFields';
  /** Source: `meta.wind_force`. */
  windForce: Maybe<Scalars['Int']['output']>;
};

/** A comment in a connection, with its cursor. */
export type CommentEdge = {
  __typename?: 'CommentEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The comment itself. */
  node: Comment;
};

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

/** What posts, pages, media and the site's own types have in common. */
export type Content = {
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentRestArgs = {
  property: Scalars['String']['input'];
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentTitleArgs = {
  format?: TextFormat;
};


/** What posts, pages, media and the site's own types have in common. */
export type ContentUriArgs = {
  form?: AddressForm;
};

/** A page of documents of several types. */
export type ContentConnection = {
  __typename?: 'ContentConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<ContentEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Content>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A document in a connection, with its cursor. */
export type ContentEdge = {
  __typename?: 'ContentEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The document itself. */
  node: Content;
};

/** A heading in a body. */
export type ContentHeading = {
  __typename?: 'ContentHeading';
  /** The fragment that leads to it: the `id` that the editor gave it. `null` for none. */
  anchor: Maybe<Scalars['String']['output']>;
  /** 1 to 6, as in `h2`. */
  level: Scalars['Int']['output'];
  /** What it says, as plain text. */
  text: Scalars['String']['output'];
};

/** An image in a body. */
export type ContentImage = {
  __typename?: 'ContentImage';
  /** Text that stands for it. Empty where it only decorates, `null` where nobody says. */
  alt: Maybe<Scalars['String']['output']>;
  /** Its caption in this body, as plain text. `null` for none. */
  caption: Maybe<Scalars['String']['output']>;
  /** Height in pixels, where the body says so. */
  height: Maybe<Scalars['Int']['output']>;
  /** The site's media that it is, as the editor has marked it (`wp-image-7`, `data-id`). `null` without a mark, and where its file is none of that media's: what was brought from another site has the marks of that. */
  media: Maybe<Media>;
  /** Address of the file that it shows, absolute. */
  url: Scalars['String']['output'];
  /** Width in pixels, where the body says so. */
  width: Maybe<Scalars['Int']['output']>;
};

/** A link in a body. */
export type ContentLink = {
  __typename?: 'ContentLink';
  /** Whether it leads to the site itself, over either scheme, with `www.` or without. */
  isOwn: Scalars['Boolean']['output'];
  /** What stands there, where `uri` is a page of the site: content, a term, an author, an archive. Found as `nodeByUri` finds it; links of all bodies are looked up together. */
  node: Maybe<Node>;
  /** Its `rel`: `nofollow noopener`. `null` for none. */
  rel: Maybe<Scalars['String']['output']>;
  /** What it says, as plain text; empty where it holds an image alone. */
  text: Scalars['String']['output'];
  /** Path on the site, relative to its front page, where it leads to a page of it. `null` for others, and for files, the REST API and the admin. */
  uri: Maybe<Scalars['String']['output']>;
  /** Where it leads, absolute. */
  url: Scalars['String']['output'];
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

/** A post type that the site shows over REST. Source: `/wp/v2/types`, read when the gateway starts. */
export type ContentType = Node & {
  __typename?: 'ContentType';
  /** What the viewer may see of it, as its archive lists it; sticky posts stand in their place by date. Costs a request for each type. `null` for a type that the graph has no documents of. */
  contents: Maybe<ContentConnection>;
  /** What it is for; empty for none. */
  description: Scalars['String']['output'];
  /** Whether the site has an archive of it. */
  hasArchive: Scalars['Boolean']['output'];
  /** Whether its members form a tree. */
  hierarchical: Scalars['Boolean']['output'];
  /** Icon of the admin menu: a dashicon name or an address. */
  icon: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Whether the front page lists it: posts, where no page stands there. */
  isFrontPage: Scalars['Boolean']['output'];
  /** Whether the front page or the posts page lists it: posts, where there is either. `null` where the site does not tell: before WordPress 6.8, unless a service account opens the settings. */
  isPostsPage: Maybe<Scalars['Boolean']['output']>;
  /** Name to display, in the site's language. */
  label: Scalars['String']['output'];
  /** Name that code uses: `post`, `category`. */
  name: Scalars['String']['output'];
  /** Last segment of its REST route. */
  restBase: Scalars['String']['output'];
  /** Namespace of its REST route: `wp/v2`. */
  restNamespace: Scalars['String']['output'];
  /** Its REST route (the `collection` link of its documents): `/wp/v2/posts`. */
  restRoute: Scalars['String']['output'];
  /** The taxonomies that sort it. */
  taxonomies: Array<Taxonomy>;
  /** Path of the page that lists it: of posts the front page or the posts page, of other types their archive, as the address of the newest of them shows it. `null` for none, and where the site does not tell. Costs a request for each type that is not known. */
  uri: Maybe<Scalars['String']['output']>;
};


/** A post type that the site shows over REST. Source: `/wp/v2/types`, read when the gateway starts. */
export type ContentTypeContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};

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

/** What of one type was published in a year, a month or a day, by the clock of the site. */
export type DateArchive = Node & {
  __typename?: 'DateArchive';
  /** The type of what is in it. */
  contentType: Maybe<ContentType>;
  /** What is in it, whatever its type. */
  contents: Maybe<ContentConnection>;
  /** How many documents there are. Known where it comes from `archives`; else it costs a request. `null` where the site hides it. */
  count: Maybe<Scalars['Int']['output']>;
  /** Its day of the month; `null` for the archive of a month or a year. */
  day: Maybe<Scalars['Int']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Its month, 1 for January; `null` for the archive of a whole year. */
  month: Maybe<Scalars['Int']['output']>;
  /** The posts in it; `null` in an archive of another type, which has `contents`. */
  posts: Maybe<PostConnection>;
  /** Path on the site: `/2024/05/`. Read off the address of the site's newest post, which costs one request for all archives where it is not known; `null` where that does not show it. */
  uri: Maybe<Scalars['String']['output']>;
  /** Its year. */
  year: Scalars['Int']['output'];
};


/** What of one type was published in a year, a month or a day, by the clock of the site. */
export type DateArchiveContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** What of one type was published in a year, a month or a day, by the clock of the site. */
export type DateArchivePostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PostOrderBy>;
  where?: InputMaybe<PostWhere>;
};

/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type Genre = Node & Term & {
  __typename?: 'Genre';
  /** ACF field data. Source: `acf`. */
  acf: Maybe<GenreAcf>;
  /** The genres above it, nearest first. */
  ancestors: Maybe<Array<Genre>>;
  /** Published books that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  books: Maybe<BookConnection>;
  /** The genres right below it, by name. The whole tree costs one request for each hundred genres. */
  children: Maybe<GenreConnection>;
  /** All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** How many published posts carry it, those of its descendants not counted. */
  count: Maybe<Scalars['Int']['output']>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<GenreCustomFields>;
  /** WordPress' own id, unique over all taxonomies. */
  databaseId: Scalars['Int']['output'];
  /** What the term is about; HTML by default, empty for none. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Published recipes that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  kitchenRecipes: Maybe<RecipeConnection>;
  /** Address of its archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** The genre above it (the `up` link). `null` at the top level. Its id alone costs one request for all of a list, where nothing is known of them. */
  parent: Maybe<Genre>;
  /** Published posts that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** What stands above the shelf. Source: `sign`. */
  sign: Maybe<Scalars['String']['output']>;
  /** Name in addresses, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** The taxonomy that it belongs to (the `about` link). */
  taxonomy: Maybe<Taxonomy>;
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedBookOrderBy>;
  where?: InputMaybe<BookWhere>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreKitchenRecipesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedRecipeOrderBy>;
  where?: InputMaybe<RecipeWhere>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenrePostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreRestArgs = {
  property: Scalars['String']['input'];
};


/** "Genres", a taxonomy of the site's own. Source: `/wp/v2/genres`. */
export type GenreUriArgs = {
  form?: AddressForm;
};

/** ACF field data. Source: `acf`. */
export type GenreAcf = {
  __typename?: 'GenreAcf';
  /** Source: `acf.curator`. */
  curator: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.curator`. */
  curatorNode: Maybe<Node>;
  /** Source: `acf.featured_books`. */
  featuredBooks: Maybe<Array<Maybe<Scalars['SafeInt']['output']>>>;
  /** What its ids lead to. Source: `acf.featured_books`. */
  featuredBooksNodes: Maybe<Array<Node>>;
  /** Source: `acf.icon`. */
  icon: Maybe<Scalars['SafeInt']['output']>;
  /** What its id leads to; `null` for none. Source: `acf.icon`. */
  iconNode: Maybe<Media>;
  /** Source: `acf.introduction`. */
  introduction: Maybe<Scalars['String']['output']>;
};

/** What to look up a genre by: exactly one of these. */
export type GenreBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** A page of genres. */
export type GenreConnection = {
  __typename?: 'GenreConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<GenreEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Genre>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for genres. Source: `meta`. */
export type GenreCustomFields = {
  __typename?: 'GenreCustomFields';
  /** Source: `meta.colours`. */
  colours: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `meta.shelf`. */
  shelf: Maybe<Scalars['String']['output']>;
  /** Source: `meta.shelf_number`. */
  shelfNumber: Maybe<Scalars['SafeInt']['output']>;
};

/** A genre in a connection, with its cursor. */
export type GenreEdge = {
  __typename?: 'GenreEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The genre itself. */
  node: Genre;
};

/** Chooses genres by id or slug. A genre that does not exist matches nothing. */
export type GenreSelector = {
  /** Global or WordPress ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether a post in a descendant genre counts. It does not by default. */
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether any of them is enough (OR, the default) or all are needed. */
  operator?: InputMaybe<MatchOperator>;
  /** Slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Filters of genres; all that are given must hold. */
export type GenreWhere = {
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Leave out terms that no published post carries. */
  hideEmpty?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only children of this genre: its global or WordPress id, 0 for the top level. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Only terms of this book or recipe: its global or WordPress id. */
  post?: InputMaybe<Scalars['ID']['input']>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
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

/** What the camera wrote into an image (EXIF and IPTC). What it did not write is `null`. */
export type ImageMeta = {
  __typename?: 'ImageMeta';
  /** f-number. */
  aperture: Maybe<Scalars['Float']['output']>;
  /** Model of the camera. */
  camera: Maybe<Scalars['String']['output']>;
  /** Caption. */
  caption: Maybe<Scalars['String']['output']>;
  /** Copyright notice. */
  copyright: Maybe<Scalars['String']['output']>;
  /** When it was taken, in Unix seconds. */
  createdTimestamp: Maybe<Scalars['SafeInt']['output']>;
  /** Who took it. */
  credit: Maybe<Scalars['String']['output']>;
  /** Focal length in millimetres. */
  focalLength: Maybe<Scalars['Float']['output']>;
  /** ISO speed. */
  iso: Maybe<Scalars['Int']['output']>;
  /** Keywords; empty for none. */
  keywords: Array<Scalars['String']['output']>;
  /** EXIF orientation, 1 to 8. */
  orientation: Maybe<Scalars['Int']['output']>;
  /** Exposure time in seconds. */
  shutterSpeed: Maybe<Scalars['Float']['output']>;
  /** Title. */
  title: Maybe<Scalars['String']['output']>;
};

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

/** An image or another file in the library. Source: `/wp/v2/media`. */
export type Media = Content & Node & {
  __typename?: 'Media';
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** Text that stands for the image where it cannot be seen; empty for none. */
  altText: Maybe<Scalars['String']['output']>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** Caption; HTML by default, empty for none. */
  caption: Maybe<Scalars['String']['output']>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<MediaCustomFields>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Description; HTML by default, with the image itself in it, as WordPress renders it. */
  description: Maybe<Scalars['String']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Size of the file in bytes. `null` where WordPress did not store it. */
  fileSize: Maybe<Scalars['SafeInt']['output']>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Height of the original in pixels. `null` for what is no image. */
  height: Maybe<Scalars['Int']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** What the camera wrote into the image. `null` for what is no image. */
  imageMeta: Maybe<ImageMeta>;
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** All that WordPress stored of the file, as stored: of sound and video the length and bit rate, and what plugins add. */
  mediaDetails: Maybe<Scalars['JSON']['output']>;
  /** `image`, or `file` for everything else. */
  mediaType: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** MIME type of the original, e.g. `image/jpeg`. */
  mimeType: Maybe<Scalars['String']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** Source: `palette`. */
  palette: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** What it was uploaded to. `null` when unattached, or when that may not be seen. */
  post: Maybe<Content>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** The files that the site made of an image, the original among them as `full`. Empty for what is no image. */
  sizes: Array<MediaSize>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** Address of the file. `null` when the site does not know it. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** The `srcset` attribute that WordPress prints for the image. `null` when there are not at least two fitting files. */
  srcSet: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** Address of the image in a size and a format; without arguments that of the file itself. Without an image service (the setting `imageService`), the smallest file that WordPress made and that is large enough, else the original. `null` with arguments for what is no image; a drawing (SVG) is always the file itself. Addresses are not signed. */
  url: Maybe<Scalars['String']['output']>;
  /** Width of the original in pixels. `null` for what is no image. */
  width: Maybe<Scalars['Int']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaCaptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaFileSizeArgs = {
  size?: InputMaybe<Scalars['String']['input']>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaRestArgs = {
  property: Scalars['String']['input'];
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaSourceUrlArgs = {
  size?: InputMaybe<Scalars['String']['input']>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaSrcSetArgs = {
  size?: Scalars['String']['input'];
  widths?: InputMaybe<Array<Scalars['Int']['input']>>;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaTitleArgs = {
  format?: TextFormat;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaUriArgs = {
  form?: AddressForm;
};


/** An image or another file in the library. Source: `/wp/v2/media`. */
export type MediaUrlArgs = {
  fit?: InputMaybe<ImageFit>;
  format?: InputMaybe<ImageFormat>;
  height?: InputMaybe<Scalars['Int']['input']>;
  quality?: InputMaybe<Scalars['Int']['input']>;
  width?: InputMaybe<Scalars['Int']['input']>;
};

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

/** A page of media. */
export type MediaConnection = {
  __typename?: 'MediaConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<MediaEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Media>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for media. Source: `meta`. */
export type MediaCustomFields = {
  __typename?: 'MediaCustomFields';
  /** Source: `meta.credit`. */
  credit: Maybe<Scalars['String']['output']>;
};

/** A media item in a connection, with its cursor. */
export type MediaEdge = {
  __typename?: 'MediaEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The media item itself. */
  node: Media;
};

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

/** One file of an image. */
export type MediaSize = {
  __typename?: 'MediaSize';
  /** Name of the file. */
  file: Maybe<Scalars['String']['output']>;
  /** Size in bytes. `null` where WordPress did not store it. */
  fileSize: Maybe<Scalars['SafeInt']['output']>;
  /** Height in pixels. */
  height: Maybe<Scalars['Int']['output']>;
  /** MIME type of the file. */
  mimeType: Maybe<Scalars['String']['output']>;
  /** Name of the size; `full` is the original. */
  name: Scalars['String']['output'];
  /** Address of the file. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** Width in pixels. */
  width: Maybe<Scalars['Int']['output']>;
};

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

/** A menu. Those of classic themes WordPress shows to its editors only: they are there where the gateway has a service account that opens `menus`, where the site shows them to all, and for viewers who may see them. */
export type Menu = Node & {
  __typename?: 'Menu';
  /** WordPress' own id, of a classic menu or of a navigation; `null` for a configured one. */
  databaseId: Maybe<Scalars['Int']['output']>;
  /** What editors say of it. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Its items, in their order: those at the top, which have the others below them. */
  items: Array<MenuItem>;
  /** Places of the theme that show it: `primary`. Navigations have none: they are in templates. */
  locations: Array<Scalars['String']['output']>;
  /** What editors call it, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** Its name in lower case, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** Where it comes from. */
  source: MenuSource;
};


/** A menu. Those of classic themes WordPress shows to its editors only: they are there where the gateway has a service account that opens `menus`, where the site shows them to all, and for viewers who may see them. */
export type MenuItemsArgs = {
  flat?: Scalars['Boolean']['input'];
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

/** An item of a menu: a link, and the items below it. */
export type MenuItem = Node & {
  __typename?: 'MenuItem';
  /** The items right below it, in their order. */
  children: Array<MenuItem>;
  /** Classes that editors gave it. */
  cssClasses: Array<Scalars['String']['output']>;
  /** WordPress' own id of an item of a classic menu. */
  databaseId: Maybe<Scalars['Int']['output']>;
  /** What editors say of it, as plain text. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types; of items of a navigation or a configured menu it goes by their place. */
  id: Scalars['ID']['output'];
  /** What visitors read, as plain text. */
  label: Maybe<Scalars['String']['output']>;
  /** What it leads to: the document or term that it was made for, the `ContentType` of an archive, else what stands at its address on the site. Batched over all items. `null` for other hosts, and for what the viewer may not see. */
  node: Maybe<Node>;
  /** The item that it is below; `null` at the top. */
  parent: Maybe<MenuItem>;
  /** The `rel` of the link: `nofollow noopener`. */
  rel: Maybe<Scalars['String']['output']>;
  /** The `target` of the link: `_blank` for a new tab. */
  target: Maybe<Scalars['String']['output']>;
  /** The `title` of the link. */
  title: Maybe<Scalars['String']['output']>;
  /** What WordPress says that it leads to: `post_type`, `taxonomy`, `post_type_archive`, `custom`. `null` in navigations, which do not say. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, where the address is the site's own: `/about/`. `null` for other hosts, and for a place on the page. */
  uri: Maybe<Scalars['String']['output']>;
  /** Where it leads, as editors gave it: an absolute address, a path, or a place on the page, `#top`. */
  url: Maybe<Scalars['String']['output']>;
};

/** Where a menu comes from. */
export type MenuSource =
  /** A menu of a classic theme, which editors make under Appearance, Menus. */
  | 'CLASSIC'
  /** The configuration of this gateway. */
  | 'CONFIGURED'
  /** A navigation of a block theme, as WordPress renders it for visitors. */
  | 'NAVIGATION';

/** Anything that can be fetched again by its global `id`. */
export type Node = {
  /** Global id, unique over all types. Opaque: for `node(id:)` and for client caches. */
  id: Scalars['ID']['output'];
};

/** What Open Graph says of a page (https://ogp.me). */
export type OpenGraph = {
  __typename?: 'OpenGraph';
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** Images, the likeliest first. By the document its featured image: a request for all of a list, where they are not known. */
  images: Array<SeoImage>;
  /** Language and country, `en_US`; `null` where no plugin says so. */
  locale: Maybe<Scalars['String']['output']>;
  /** When it was last changed; by the document `null` for terms and authors. */
  modifiedTime: Maybe<Scalars['DateTime']['output']>;
  /** When it was published; by the document `null` for terms and authors. */
  publishedTime: Maybe<Scalars['DateTime']['output']>;
  /** Name of the site. */
  siteName: Maybe<Scalars['String']['output']>;
  /** Title. */
  title: Maybe<Scalars['String']['output']>;
  /** `article`, `website`, `profile`. */
  type: Maybe<Scalars['String']['output']>;
  /** Address that stands for it. */
  url: Maybe<Scalars['String']['output']>;
};

/** The direction of an order. */
export type OrderDirection =
  /** Smallest, oldest or first first. */
  | 'ASC'
  /** Largest, newest or last first. */
  | 'DESC';

/** A block of a type that the schema does not describe. */
export type OtherBlock = Block & {
  __typename?: 'OtherBlock';
  /** STORED: what the comment of the block says, without what stands in its HTML, and without defaults; `null` where that is no JSON. RENDERED: what the HTML plainly says, by the names that the editor has: `level` of a heading, `url` and `alt` of an image. */
  attributes: Maybe<Scalars['JSON']['output']>;
  /** Its HTML with that of the blocks in it. STORED: as it is stored, without what WordPress adds when it is shown; `null` for a block that WordPress makes whole then. It may hold scripts where authors may write them: sanitise before use. */
  html: Maybe<Scalars['String']['output']>;
  /** The blocks that stand in it. RENDERED: as far as the markup tells. Blocks are read up to 50 levels deep. */
  innerBlocks: Array<Block>;
  /** WordPress' name of its type, with its namespace: `core/image`. `core/freeform` for HTML that is of no block. */
  name: Scalars['String']['output'];
  /** Its place in the tree, from 0: `0.2.1` is the second in the third of the first. Without the last number it is that of the block that it stands in. */
  path: Scalars['String']['output'];
};

/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type Page = Content & Node & {
  __typename?: 'Page';
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** The pages above it, nearest first. Costs a request for each level. */
  ancestors: Maybe<Array<Page>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** The pages right below it. */
  children: Maybe<PageConnection>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether it is the front page. */
  isFrontPage: Scalars['Boolean']['output'];
  /** Whether its address shows the newest posts. `null` where the site does not tell: before WordPress 6.8, unless a service account opens the settings. The index is asked, once for all pages, before 6.8 the settings as well. */
  isPostsPage: Maybe<Scalars['Boolean']['output']>;
  /** Whether it is `site.privacyPage`; `null` where nobody says which page that is. */
  isPrivacyPage: Maybe<Scalars['Boolean']['output']>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** Place among its siblings, as editors set it; 0 when they did not. */
  menuOrder: Maybe<Scalars['Int']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** The page that follows by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred pages that its documents lie among. */
  next: Maybe<Page>;
  /** The page above it (the `up` link). `null` at the top level. Its id alone costs one request for all of a list, where nothing is known of them. */
  parent: Maybe<Page>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** The page that comes before by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred pages that its documents lie among. */
  previous: Maybe<Page>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Other pages that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have. */
  related: Maybe<Array<RelatedContent>>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPageOrderBy>;
  where?: InputMaybe<PageWhere>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageNextArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PagePreviousArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageRestArgs = {
  property: Scalars['String']['input'];
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageTitleArgs = {
  format?: TextFormat;
};


/** A page: content outside of the dated entries, in a tree. Source: `/wp/v2/pages`. */
export type PageUriArgs = {
  form?: AddressForm;
};

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

/** A page of pages. */
export type PageConnection = {
  __typename?: 'PageConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<PageEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Page>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A page in a connection, with its cursor. */
export type PageEdge = {
  __typename?: 'PageEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The page itself. */
  node: Page;
};

/** Where a page lies in its connection. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last node; `null` on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether anything follows this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether anything precedes this page. Costs a request of its own after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first node; `null` on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

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

/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type Place = Content & Node & {
  __typename?: 'Place';
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** The places above it, nearest first. Costs a request for each level. */
  ancestors: Maybe<Array<Place>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** The places right below it. */
  children: Maybe<PlaceConnection>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** Place among its siblings, as editors set it; 0 when they did not. */
  menuOrder: Maybe<Scalars['Int']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** The place that follows by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred places that its documents lie among. */
  next: Maybe<Place>;
  /** The place above it (the `up` link). `null` at the top level. Its id alone costs one request for all of a list, where nothing is known of them. */
  parent: Maybe<Place>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** The place that comes before by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred places that its documents lie among. */
  previous: Maybe<Place>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Other places that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have. */
  related: Maybe<Array<RelatedContent>>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** Its seasons (a `wp:term` link), in the order of the document. */
  seasons: Maybe<Array<Season>>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Source: `survey`. */
  survey: Maybe<PlaceSurvey>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceChildrenArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPlaceOrderBy>;
  where?: InputMaybe<PlaceWhere>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceNextArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlacePreviousArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceRestArgs = {
  property: Scalars['String']['input'];
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceTitleArgs = {
  format?: TextFormat;
};


/** "Places", a type of the site's own. Source: `/wp/v2/places`. */
export type PlaceUriArgs = {
  form?: AddressForm;
};

/** What to look up a place by: exactly one of these. */
export type PlaceBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. Places below different parents may share one: look those up by `uri`. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** A page of places. */
export type PlaceConnection = {
  __typename?: 'PlaceConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<PlaceEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Place>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A place in a connection, with its cursor. */
export type PlaceEdge = {
  __typename?: 'PlaceEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The place itself. */
  node: Place;
};

/** An order of places. WordPress orders by one field. */
export type PlaceOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: PlaceOrderField;
};

/** What places can be ordered by. */
export type PlaceOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By the order that editors gave the places. */
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

/** What it holds of places. Source: `survey`. */
export type PlaceSurvey = {
  __typename?: 'PlaceSurvey';
  /** Source: `survey.berths`. */
  berths: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `survey.depth`. */
  depth: Maybe<Scalars['Float']['output']>;
  /** JSON, since it is described by a reference to another schema. Source: `survey.inner`. */
  inner: Maybe<Scalars['JSON']['output']>;
  /** JSON, since it has members of which nothing says what they are called. Source: `survey.notes`. */
  notes: Maybe<Scalars['JSON']['output']>;
  /** Source: `survey.rigged`. */
  rigged: Maybe<Scalars['Boolean']['output']>;
  /** JSON, since it has no type. Source: `survey.untold`. */
  untold: Maybe<Scalars['JSON']['output']>;
};

/** Filters of places; all that are given must hold. */
export type PlaceWhere = {
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
  /** No children of these places: global or WordPress ids. */
  excludeParents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** No places with these seasons; `operator` has no effect. */
  excludeSeasons?: InputMaybe<TermSelector>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only places with this place in the order that editors gave. */
  menuOrder?: InputMaybe<Scalars['Int']['input']>;
  /** Changed after this moment of the site's clock, exclusive. */
  modifiedAfter?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Changed before this moment of the site's clock, exclusive. */
  modifiedBefore?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Only children of these places: global or WordPress ids. */
  parents?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Words that must all occur. A leading hyphen excludes a word. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where `search` looks; everywhere by default. WordPress 6.1 and later. */
  searchColumns?: InputMaybe<Array<ContentSearchColumn>>;
  /** Whether a searched field must be just the text of `search`. WordPress 6.7 and later; ignored before. */
  searchExactly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only places with these seasons. */
  seasons?: InputMaybe<TermSelector>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How `seasons` combine; AND by default. */
  taxonomyRelation?: InputMaybe<MatchOperator>;
  /** Only places without a parent, or only those with one. */
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type Post = Content & Node & {
  __typename?: 'Post';
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** Its categories (a `wp:term` link), in the order of the document. */
  categories: Maybe<Array<Category>>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Post format: `standard`, `aside`, `gallery`, `link`, `image`, `quote`, `status`, `video`, `audio`, `chat`. */
  format: Maybe<Scalars['String']['output']>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** The post that follows by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred posts that its documents lie among. */
  next: Maybe<Post>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** The post that comes before by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred posts that its documents lie among. */
  previous: Maybe<Post>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Other posts that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have. */
  related: Maybe<Array<RelatedContent>>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Whether it is kept at the top of the front page. */
  sticky: Scalars['Boolean']['output'];
  /** Its tags (a `wp:term` link), in the order of the document. */
  tags: Maybe<Array<Tag>>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostNextArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostPreviousArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostRestArgs = {
  property: Scalars['String']['input'];
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostTitleArgs = {
  format?: TextFormat;
};


/** A post: a dated entry of the site. Source: `/wp/v2/posts`. */
export type PostUriArgs = {
  form?: AddressForm;
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

/** A page of posts. */
export type PostConnection = {
  __typename?: 'PostConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<PostEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Post>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A post in a connection, with its cursor. */
export type PostEdge = {
  __typename?: 'PostEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The post itself. */
  node: Post;
};

/** A post format that posts of the site have: an aside, a gallery, a quote. */
export type PostFormat = Node & {
  __typename?: 'PostFormat';
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address of its archive, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Name to display, in the site's language. */
  name: Maybe<Scalars['String']['output']>;
  /** Posts of this format. WordPress 6.7 and later; `null` before, and where the site does not say that it lists posts by it. */
  posts: Maybe<PostConnection>;
  /** Name in addresses, as `Post.format` gives it. */
  slug: Scalars['String']['output'];
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** A post format that posts of the site have: an aside, a gallery, a quote. */
export type PostFormatPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** A post format that posts of the site have: an aside, a gallery, a quote. */
export type PostFormatUriArgs = {
  form?: AddressForm;
};

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

/** A state that content may be in. Source: `/wp/v2/statuses`. */
export type PostStatus = {
  __typename?: 'PostStatus';
  /** Name to display, in the site's language. */
  label: Scalars['String']['output'];
  /** Name that code uses: `publish`. */
  name: Scalars['String']['output'];
  /** Whether everybody may see what is in it. */
  public: Maybe<Scalars['Boolean']['output']>;
};

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

/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type Query = {
  __typename?: 'Query';
  /** The months in which something of a type was published, newest first, with counts. Costs one request for each hundred documents, or one for each month, whichever are fewer; none while these are known. */
  archives: Maybe<Array<DateArchive>>;
  /** One author. `null` when there is none, or none that the viewer may see. */
  author: Maybe<Author>;
  /** All authors that the viewer may see, a page at a time. */
  authors: Maybe<AuthorConnection>;
  /** One book. `null` when there is none, or none that the viewer may see. */
  book: Maybe<Book>;
  /** All books that the viewer may see, a page at a time. */
  books: Maybe<BookConnection>;
  /** All categories that the viewer may see, a page at a time. */
  categories: Maybe<CategoryConnection>;
  /** One category. `null` when there is none, or none that the viewer may see. */
  category: Maybe<Category>;
  /** One comment. `null` when there is none, or none that the viewer may see. */
  comment: Maybe<Comment>;
  /** All comments that the viewer may see, a page at a time. */
  comments: Maybe<CommentConnection>;
  /** The post type with this name. `null` when the site does not show one. */
  contentType: Maybe<ContentType>;
  /** All post types that the site shows over REST. */
  contentTypes: Array<ContentType>;
  /** Content of several types in one list by date. Costs what a list of each of these types costs. A type that cannot be had is left out, and an error says so. */
  contents: Maybe<ContentConnection>;
  /** One genre. `null` when there is none, or none that the viewer may see. */
  genre: Maybe<Genre>;
  /** All genres that the viewer may see, a page at a time. */
  genres: Maybe<GenreConnection>;
  /** All recipes that the viewer may see, a page at a time. */
  kitchenRecipes: Maybe<RecipeConnection>;
  /** One media item. `null` when there is none, or none that the viewer may see. */
  media: Maybe<Media>;
  /** All media that the viewer may see, a page at a time. */
  mediaItems: Maybe<MediaConnection>;
  /** One menu; where several are meant, the classic one. Costs at most three requests for all menus of an operation, and none while they are known. That of a place costs two. `null` when there is none, or nobody opens it. */
  menu: Maybe<Menu>;
  /** All menus: of classic themes, of block themes, and of the configuration for places that no other is for. Costs at most three requests for all menus of an operation, and none while they are known. `null` where there are no others and nobody opens those of classic themes. */
  menus: Maybe<Array<Menu>>;
  /** The document, content type, taxonomy or site with this global id. `null` when it does not exist or may not be seen. */
  node: Maybe<Node>;
  /** The `node` of `resolve(uri:)`. `null` where a browser would be sent elsewhere. */
  nodeByUri: Maybe<Node>;
  /** As `node`, for up to 100 ids at once: one entry for each id, in the order given, `null` for what is not there. */
  nodes: Array<Maybe<Node>>;
  /** One page. `null` when there is none, or none that the viewer may see. */
  page: Maybe<Page>;
  /** All pages that the viewer may see, a page at a time. */
  pages: Maybe<PageConnection>;
  /** Every address of the site that its documents have, as a sitemap lists them: of content of all types, of terms that something carries, and of authors; type by type, each in the order of ids. Up to 1000 at a time: WordPress gives 100 of one type at a request, of which four are under way at the same time. */
  paths: Maybe<SitePathConnection>;
  /** One place. `null` when there is none, or none that the viewer may see. */
  place: Maybe<Place>;
  /** All places that the viewer may see, a page at a time. */
  places: Maybe<PlaceConnection>;
  /** One post. `null` when there is none, or none that the viewer may see. */
  post: Maybe<Post>;
  /** All posts that the viewer may see, a page at a time. */
  posts: Maybe<PostConnection>;
  /** One recipe. `null` when there is none, or none that the viewer may see. */
  recipe: Maybe<Recipe>;
  /** What a browser would find at an address of the site. Costs at most two requests for one address where the front end of the site is open, hardly more for many in one operation, and none where it is known. `null` for other hosts, files, feeds, the REST API and the pages of editors. */
  resolve: Maybe<Resolution>;
  /** What the site's own search finds: content first, in the order of relevance that WordPress has, then terms, then post formats. Costs one request for each of these three that the page reaches. What a result leads to is asked for when it is read. An error where the site has closed its search. */
  search: Maybe<SearchResultConnection>;
  /** One season. `null` when there is none, or none that the viewer may see. */
  season: Maybe<Season>;
  /** All seasons that the viewer may see, a page at a time. */
  seasons: Maybe<SeasonConnection>;
  /** The site that this graph stands in front of. */
  site: Maybe<Site>;
  /** One tag. `null` when there is none, or none that the viewer may see. */
  tag: Maybe<Tag>;
  /** All tags that the viewer may see, a page at a time. */
  tags: Maybe<TagConnection>;
  /** All taxonomies that the site shows over REST. */
  taxonomies: Array<Taxonomy>;
  /** The taxonomy with this name. `null` when the site does not show one. */
  taxonomy: Maybe<Taxonomy>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryArchivesArgs = {
  type?: Scalars['String']['input'];
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryAuthorArgs = {
  by: AuthorBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryAuthorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AuthorOrderBy>;
  where?: InputMaybe<AuthorWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryBookArgs = {
  by: BookBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<BookOrderBy>;
  where?: InputMaybe<BookWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryCategoriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TermOrderBy>;
  where?: InputMaybe<CategoryWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryCategoryArgs = {
  by: CategoryBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryCommentArgs = {
  by: CommentBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CommentOrderBy>;
  where?: InputMaybe<CommentWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryContentTypeArgs = {
  name: Scalars['String']['input'];
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
  types?: InputMaybe<Array<Scalars['String']['input']>>;
  where?: InputMaybe<ContentWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryGenreArgs = {
  by: GenreBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryGenresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TermOrderBy>;
  where?: InputMaybe<GenreWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryKitchenRecipesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecipeOrderBy>;
  where?: InputMaybe<RecipeWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryMediaArgs = {
  by: MediaBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryMediaItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<MediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryMenuArgs = {
  by: MenuBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryNodeByUriArgs = {
  uri: Scalars['String']['input'];
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPageArgs = {
  by: PageBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PageOrderBy>;
  where?: InputMaybe<PageWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPathsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPlaceArgs = {
  by: PlaceBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PlaceOrderBy>;
  where?: InputMaybe<PlaceWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPostArgs = {
  by: PostBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<PostOrderBy>;
  stickyFirst?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<PostWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryRecipeArgs = {
  by: RecipeBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryResolveArgs = {
  uri: Scalars['String']['input'];
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  query: Scalars['String']['input'];
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QuerySeasonArgs = {
  by: SeasonBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QuerySeasonsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TermOrderBy>;
  where?: InputMaybe<SeasonWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryTagArgs = {
  by: TagBy;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<TermOrderBy>;
  where?: InputMaybe<TagWhere>;
};


/** Everything that can be asked of the site. Start at a connection, or look one document up. */
export type QueryTaxonomyArgs = {
  name: Scalars['String']['input'];
};

/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type Recipe = Content & Node & {
  __typename?: 'Recipe';
  /** ACF field data. JSON, since it has members of which nothing says what they are called. Source: `acf`. */
  acf: Maybe<Scalars['JSON']['output']>;
  /** What this viewer may do to it over REST, e.g. `GET` (the `targetHints` of the `self` link). WordPress 6.7 and later; `null` before. */
  allowedMethods: Maybe<Array<Scalars['String']['output']>>;
  /** Media that were uploaded to it (the `wp:attachment` link), whether or not it shows them. */
  attachments: Maybe<MediaConnection>;
  /** Who wrote it. `null` when the account is gone or the site hides its users. Its id alone costs one request for all of a list, where nothing is known of them. */
  author: Maybe<Author>;
  /** The body as a tree of blocks: of the stored text where the service account opens it or the viewer may edit it, which costs one request for all of a list; else of the rendered HTML. `null` where a password is needed, and for media. */
  blocks: Maybe<BlockList>;
  /** CSS classes that a theme would give its element. WordPress 6.6 and later; `null` before. */
  classList: Maybe<Array<Scalars['String']['output']>>;
  /** How many approved comments it has, replies included: as many as `comments`. Counted for all of a list together, in one request where they have no more than a hundred, else in at most one more for each. `null` where a password is needed, or the site hides its comments. */
  commentCount: Maybe<Scalars['Int']['output']>;
  /** Whether comments can be added: `open` or `closed`. */
  commentStatus: Maybe<Scalars['String']['output']>;
  /** Approved comments on it (the `replies` link), replies included. Empty where a password is needed. */
  comments: Maybe<CommentConnection>;
  /** The body. `null` where a password is needed, and for media, which have a `description`. WordPress renders it: ask for it only where it is shown. */
  content: Maybe<Scalars['String']['output']>;
  /** Its post type (the `about` link). */
  contentType: Maybe<ContentType>;
  /** Custom fields that the site has registered; `meta` has them as JSON. Source: `meta`. */
  customFields: Maybe<RecipeCustomFields>;
  /** WordPress' own id, unique over posts, pages and media of the site. */
  databaseId: Scalars['Int']['output'];
  /** When it was or will be published, by the clock of the site. `null` for a draft without a date. */
  date: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was or will be published, in UTC. `null` for a draft without a date. */
  dateGmt: Maybe<Scalars['DateTime']['output']>;
  /** Hand-written excerpt, or the start of the body. `null` where a password is needed, and for media, which have a `caption`. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** The image that stands for it (the `wp:featuredmedia` link); of sound and video its cover, from WordPress 6.5 on. `null` without one, or when it was removed. Its id alone costs one request for all of a list, where nothing is known of them. */
  featuredMedia: Maybe<Media>;
  /** Its genres (a `wp:term` link), in the order of the document. */
  genres: Maybe<Array<Genre>>;
  /** Globally unique identifier as feeds use it. Looks like an address but need not work as one. */
  guid: Maybe<Scalars['String']['output']>;
  /** The headings of the body that have a text, in its order: a table of contents. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  headings: Maybe<Array<ContentHeading>>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The images of the body, in its order; without those whose address holds the image itself (`data:`). `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  images: Maybe<Array<ContentImage>>;
  /** Whether a password is needed to read the body. `content` and `excerpt` are `null` then. */
  isProtected: Scalars['Boolean']['output'];
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The links of the body, in its order. `null` where `content` is. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  links: Maybe<Array<ContentLink>>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** When it was last changed, by the clock of the site. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When it was last changed, in UTC. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** The recipe that follows by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred recipes that its documents lie among. */
  next: Maybe<Recipe>;
  /** Whether pingbacks are taken: `open` or `closed`. */
  pingStatus: Maybe<Scalars['String']['output']>;
  /** Source: `prepTime`. */
  prepTime: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `prep-time`. */
  prepTimeField: Maybe<Scalars['SafeInt']['output']>;
  /** Source: `prep_time`. */
  prepTimeField2: Maybe<Scalars['SafeInt']['output']>;
  /** The recipe that comes before by date; of equal dates, by id. `null` for the last one on that side, and for one that is not published. Costs one request; of a list, one for each hundred recipes that its documents lie among. */
  previous: Maybe<Recipe>;
  /** Minutes that it takes to read the body, at least 1. `null` where `wordCount` is. */
  readingTime: Maybe<Scalars['Int']['output']>;
  /** Other recipes that share a term with it, of any taxonomy that sorts them, newest first. Empty where it has no terms. Costs one request for each set of terms that documents of a list have. */
  related: Maybe<Array<RelatedContent>>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** Address of its own REST document (the `self` link), as WordPress writes it. */
  restUrl: Maybe<Scalars['String']['output']>;
  /** How many revisions are stored (the `version-history` link). Costs WordPress a query for each document. `null` for types without revisions. */
  revisionCount: Maybe<Scalars['Int']['output']>;
  /** Its seasons (a `wp:term` link), in the order of the document. */
  seasons: Maybe<Array<Season>>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded: `港の朝`, not `%e6%b8%af…`. Empty for a draft that never had one. */
  slug: Maybe<Scalars['String']['output']>;
  /** `publish` for what everyone may see (`inherit` for media); else `draft`, `private`, `future`, `pending`, or one that a plugin adds. */
  status: Maybe<Scalars['String']['output']>;
  /** Theme template chosen for it; empty for the theme's default. */
  template: Maybe<Scalars['String']['output']>;
  /** Title; HTML with entities by default. Empty where none was given. */
  title: Maybe<Scalars['String']['output']>;
  /** Name of the post type: `post`, `page`, `attachment`. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
  /** How many words the body has, as people count them: in languages that part words by nothing (Chinese, Japanese, Thai, Khmer, ...) those that Unicode's dictionaries find. `null` where a password is needed, and for media. Read from the body, as `content` is: WordPress renders a body once, however many such fields are selected. */
  wordCount: Maybe<Scalars['Int']['output']>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeAttachmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedMediaOrderBy>;
  where?: InputMaybe<MediaWhere>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedCommentOrderBy>;
  topLevel?: InputMaybe<Scalars['Boolean']['input']>;
  where?: InputMaybe<CommentWhere>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeContentArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeExcerptArgs = {
  format?: TextFormat;
  links?: LinkForm;
  words?: InputMaybe<Scalars['Int']['input']>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeNextArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipePreviousArgs = {
  inSame?: InputMaybe<Scalars['String']['input']>;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeReadingTimeArgs = {
  wordsPerMinute?: Scalars['Int']['input'];
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeRestArgs = {
  property: Scalars['String']['input'];
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeTitleArgs = {
  format?: TextFormat;
};


/** "Recipes", a type of the site's own. Source: `/wp/v2/kitchen-recipes`. */
export type RecipeUriArgs = {
  form?: AddressForm;
};

/** What to look up a recipe by: exactly one of these. */
export type RecipeBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** A page of recipes. */
export type RecipeConnection = {
  __typename?: 'RecipeConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<RecipeEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Recipe>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** Custom fields that the site has registered for recipes. Source: `meta`. */
export type RecipeCustomFields = {
  __typename?: 'RecipeCustomFields';
  /** Source: `meta.ingredients`. */
  ingredients: Maybe<Array<Maybe<Scalars['String']['output']>>>;
  /** Source: `meta.minutes`. */
  minutes: Maybe<Scalars['Int']['output']>;
  /** Source: `meta.vegan`. */
  vegan: Maybe<Scalars['Boolean']['output']>;
  /** Source: `meta.verdict`. */
  verdict: Maybe<Scalars['Float']['output']>;
};

/** A recipe in a connection, with its cursor. */
export type RecipeEdge = {
  __typename?: 'RecipeEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The recipe itself. */
  node: Recipe;
};

/** An order of recipes. WordPress orders by one field. */
export type RecipeOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RecipeOrderField;
};

/** What recipes can be ordered by. */
export type RecipeOrderField =
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

/** Filters of recipes; all that are given must hold. */
export type RecipeWhere = {
  /** Published after this moment of the site's clock, exclusive. */
  after?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** Published before this moment of the site's clock, exclusive. */
  before?: InputMaybe<Scalars['LocalDateTime']['input']>;
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** No recipes in these genres; `operator` has no effect. */
  excludeGenres?: InputMaybe<GenreSelector>;
  /** No recipes with these seasons; `operator` has no effect. */
  excludeSeasons?: InputMaybe<TermSelector>;
  /** Only recipes in these genres. */
  genres?: InputMaybe<GenreSelector>;
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
  /** Only recipes with these seasons. */
  seasons?: InputMaybe<TermSelector>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Statuses, e.g. `draft`. Any but the public one needs credentials with the right to edit. */
  status?: InputMaybe<Array<Scalars['String']['input']>>;
  /** How `genres` and `seasons` combine; AND by default. */
  taxonomyRelation?: InputMaybe<MatchOperator>;
};

/** An order of the books that belong to a document. WordPress orders by one field. */
export type RelatedBookOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedBookOrderField;
};

/** What the books that belong to a document can be ordered by. */
export type RelatedBookOrderField =
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

/** Content that has terms in common with other content. */
export type RelatedContent = {
  __typename?: 'RelatedContent';
  /** The content itself. */
  node: Content;
  /** The terms that both have, of all taxonomies. Cost one request a taxonomy for all of a list, where they are not known. */
  terms: Array<Term>;
};

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

/** An order of the places that belong to a document. WordPress orders by one field. */
export type RelatedPlaceOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedPlaceOrderField;
};

/** What the places that belong to a document can be ordered by. */
export type RelatedPlaceOrderField =
  /** By WordPress id of the author. */
  | 'AUTHOR'
  /** By date of publication, newest first. */
  | 'DATE'
  /** By WordPress id. */
  | 'ID'
  /** In the order of `where.include`, which must be given. */
  | 'INCLUDE'
  /** By the order that editors gave the places. */
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

/** An order of the recipes that belong to a document. WordPress orders by one field. */
export type RelatedRecipeOrderBy = {
  /** The field's usual direction when left out. */
  direction?: InputMaybe<OrderDirection>;
  /** What to order by. */
  field: RelatedRecipeOrderField;
};

/** What the recipes that belong to a document can be ordered by. */
export type RelatedRecipeOrderField =
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

/** What a browser would find at an address of the site. */
export type Resolution = {
  __typename?: 'Resolution';
  /** What stands there: a document of any type, a term, an author, the `ContentType` of an archive, a `DateArchive`, a `SearchPage`, the `Comment` of a fragment. `null` where there is nothing, where a browser would be sent elsewhere, and for pages that are none of these. An address that differs from its `uri` in slashes or a query alone is found, without a redirect. */
  node: Maybe<Node>;
  /** Which page of a list or of a long text, where the address says so: 2 of `/category/craft/page/2/`. `null` for the first. The list itself takes `offset` or a cursor. */
  page: Maybe<Scalars['Int']['output']>;
  /** Where a browser would be sent: from the former address of what was renamed or moved, from `?p=12`. */
  redirect: Maybe<ResolvedRedirect>;
  /** What a browser would be told: 200, 301, 302, 404, 410. How many pages a list has is not looked at: behind the last one, where WordPress says 404, the list is empty. */
  status: Scalars['Int']['output'];
};

/** Where a browser would be sent. */
export type ResolvedRedirect = {
  __typename?: 'ResolvedRedirect';
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  location: Scalars['String']['output'];
  /** 301 for what has moved for good; 302, 307, 308. */
  status: Scalars['Int']['output'];
};

/** The page of the site that shows what it finds for some words: `/?s=words`. */
export type SearchPage = Node & {
  __typename?: 'SearchPage';
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** The words that are searched for. */
  query: Scalars['String']['output'];
  /** The content that it shows, in the order of relevance that WordPress has. Costs one request. What a result leads to is asked for when it is read. An error where the site has closed its search. */
  results: Maybe<SearchResultConnection>;
  /** Path on the site: `/?s=words`. */
  uri: Maybe<Scalars['String']['output']>;
};


/** The page of the site that shows what it finds for some words: `/?s=words`. */
export type SearchPageResultsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a search has found, as the search itself says it. */
export type SearchResult = {
  __typename?: 'SearchResult';
  /** Plain text around the first of the words: of the body of content, of the description of a term. From the beginning where none of them occurs there as it is. `null` where a password is needed. WordPress renders the bodies for it, one request for all results of a type: ask for it only where it is shown. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** The content or term that was found. Costs one request for all results of a type, where more is read than is known. `null` where it may not be seen. */
  node: Maybe<Node>;
  /** Its title or name, as plain text. */
  title: Maybe<Scalars['String']['output']>;
  /** WordPress' name of its type or taxonomy: `post`, `category`; `post_format` for a format. */
  type: Maybe<Scalars['String']['output']>;
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Maybe<Scalars['String']['output']>;
};


/** What a search has found, as the search itself says it. */
export type SearchResultExcerptArgs = {
  words?: Scalars['Int']['input'];
};


/** What a search has found, as the search itself says it. */
export type SearchResultUriArgs = {
  form?: AddressForm;
};

/** A page of what a search has found. */
export type SearchResultConnection = {
  __typename?: 'SearchResultConnection';
  /** The results of this page with their cursors. */
  edges: Array<SearchResultEdge>;
  /** The results of this page, for those who need no cursor of each. */
  nodes: Array<SearchResult>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request for each kind of results that the page has none of. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A result in a connection, with its cursor. */
export type SearchResultEdge = {
  __typename?: 'SearchResultEdge';
  /** Opaque; for `after`. An index among what is found of its kind: what is published meanwhile shifts it. */
  cursor: Scalars['String']['output'];
  /** The result itself. */
  node: SearchResult;
};

/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type Season = Node & Term & {
  __typename?: 'Season';
  /** All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** How many published posts carry it, those of its descendants not counted. */
  count: Maybe<Scalars['Int']['output']>;
  /** WordPress' own id, unique over all taxonomies. */
  databaseId: Scalars['Int']['output'];
  /** What the term is about; HTML by default, empty for none. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Published recipes that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  kitchenRecipes: Maybe<RecipeConnection>;
  /** Address of its archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** Published places that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  places: Maybe<PlaceConnection>;
  /** Published posts that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** The taxonomy that it belongs to (the `about` link). */
  taxonomy: Maybe<Taxonomy>;
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonKitchenRecipesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedRecipeOrderBy>;
  where?: InputMaybe<RecipeWhere>;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPlaceOrderBy>;
  where?: InputMaybe<PlaceWhere>;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonRestArgs = {
  property: Scalars['String']['input'];
};


/** "Seasons", a taxonomy of the site's own. Source: `/wp/v2/season`. */
export type SeasonUriArgs = {
  form?: AddressForm;
};

/** What to look up a season by: exactly one of these. */
export type SeasonBy =
  /** WordPress' own id. */
  { databaseId: Scalars['Int']['input']; id?: never; slug?: never; uri?: never; }
  |  /** Global id. */
  { databaseId?: never; id: Scalars['ID']['input']; slug?: never; uri?: never; }
  |  /** Name in addresses, encoded or decoded. */
  { databaseId?: never; id?: never; slug: Scalars['String']['input']; uri?: never; }
  |  /** Path on the site, or absolute address, encoded or decoded: `/2024/05/16/hello/`. One of another host is not found. */
  { databaseId?: never; id?: never; slug?: never; uri: Scalars['String']['input']; };

/** A page of seasons. */
export type SeasonConnection = {
  __typename?: 'SeasonConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<SeasonEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Season>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A season in a connection, with its cursor. */
export type SeasonEdge = {
  __typename?: 'SeasonEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The season itself. */
  node: Season;
};

/** Filters of seasons; all that are given must hold. */
export type SeasonWhere = {
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Leave out terms that no published post carries. */
  hideEmpty?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only terms of this place or recipe: its global or WordPress id. */
  post?: InputMaybe<Scalars['ID']['input']>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What stands in the head of a page. Texts are plain, addresses those of the site itself: a front end on another host makes its own of `uri`. What descriptions have "by the document" holds where no plugin says anything (`source: DOCUMENT`). */
export type Seo = {
  __typename?: 'Seo';
  /** The way from the front page to it, itself included; `null` where the plugin writes none. By the document over its ancestors, or the first term of its first taxonomy with a tree: a request for the terms of a list, and one for each level of pages, where these are not known. */
  breadcrumbs: Maybe<Array<Breadcrumb>>;
  /** Address that stands for the page; `null` where the plugin names none, as for what is kept from search engines. By the document its `link`, if everybody may open it. */
  canonical: Maybe<Scalars['String']['output']>;
  /** Description for search results; `null` where the plugin has none. By the document the start of its excerpt, caption or description, at most 155 characters. */
  description: Maybe<Scalars['String']['output']>;
  /** Whether `robots` lets search engines show it; `null` where it says nothing. */
  isIndexable: Maybe<Scalars['Boolean']['output']>;
  /** Where it is shared; `null` where the plugin has it switched off. */
  openGraph: Maybe<OpenGraph>;
  /** What search engines may do: `index`, `follow`, `max-snippet:-1`. By the document from its status and password alone: whether the whole site asks not to be found, WordPress tells nobody over REST. */
  robots: Maybe<Array<Scalars['String']['output']>>;
  /** JSON-LD of schema.org as the plugin wrote it. By the document a graph of the page and its site; `null` for what not everybody may open. */
  schema: Maybe<Scalars['JSON']['output']>;
  /** Who says so. */
  source: SeoSource;
  /** Title of the page; by the document its own and that of the site, `Hello – My site`. */
  title: Maybe<Scalars['String']['output']>;
  /** Where it is shared on X; `null` where the plugin has it switched off. */
  twitter: Maybe<TwitterCard>;
};

/** An image that stands for a page where it is shared. */
export type SeoImage = {
  __typename?: 'SeoImage';
  /** Text that stands for the image where it cannot be seen; `null` for none. */
  alt: Maybe<Scalars['String']['output']>;
  /** Height in pixels. */
  height: Maybe<Scalars['Int']['output']>;
  /** MIME type, `image/jpeg`. */
  type: Maybe<Scalars['String']['output']>;
  /** Address of the file. */
  url: Scalars['String']['output'];
  /** Width in pixels. */
  width: Maybe<Scalars['Int']['output']>;
};

/** Who says what stands in the head of a page. */
export type SeoSource =
  /** The document itself, since no plugin says anything of it. */
  | 'DOCUMENT'
  /** Rank Math, by the route that its support for front ends opens (`headless CMS support`). */
  | 'RANK_MATH'
  /** Yoast SEO, in `yoast_head_json` of the document. */
  | 'YOAST';

/** The site itself. Source: the REST index. */
export type Site = Node & {
  __typename?: 'Site';
  /** How the site writes dates, in letters of PHP's `date`: `F j, Y`. `null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself. */
  dateFormat: Maybe<Scalars['String']['output']>;
  /** Tagline of the site, as plain text. */
  description: Maybe<Scalars['String']['output']>;
  /** The page that is shown in front; `null` where posts are. WordPress says so from 6.8 on, before by its settings; where neither does, it is looked for among the links of all pages, a request for each hundred. */
  frontPage: Maybe<Page>;
  /** Hours that the site's clock is ahead of UTC now. */
  gmtOffset: Maybe<Scalars['Float']['output']>;
  /** Address of the front page. */
  home: Maybe<Scalars['String']['output']>;
  /** The site icon (a `wp:featuredmedia` link); `null` for none. */
  icon: Maybe<Media>;
  /** Address of the site icon; `null` for none. */
  iconUrl: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types; always the same. */
  id: Scalars['ID']['output'];
  /** Language of the site, as BCP 47: `de-DE`. `null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself. */
  language: Maybe<Scalars['String']['output']>;
  /** The site logo (a `wp:featuredmedia` link); `null` for none. */
  logo: Maybe<Media>;
  /** Title of the site, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** The formats that posts of the site have had; which ones its theme offers it says to editors only. `null` where the site lets nobody search. */
  postFormats: Maybe<Array<PostFormat>>;
  /** The page at whose address posts are listed; `null` where there is none, and before WordPress 6.8 unless a service account opens the settings. */
  postsPage: Maybe<Page>;
  /** How many posts a page of a list has on the site's own front end. `null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself. */
  postsPerPage: Maybe<Scalars['Int']['output']>;
  /** The page with the privacy policy. `null` unless the site registers its setting `wp_page_for_privacy_policy` for REST, which WordPress itself does not, and a service account opens the settings. */
  privacyPage: Maybe<Page>;
  /** The day on which weeks begin: 0 for Sunday to 6 for Saturday. `null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself. */
  startOfWeek: Maybe<Scalars['Int']['output']>;
  /** The states of content that everybody may see. `null` where the site does not tell. */
  statuses: Maybe<Array<PostStatus>>;
  /** How the site writes times, in letters of PHP's `date`: `g:i a`. `null` unless a service account opens the settings (`serviceAccount`), or the viewer may read them himself. */
  timeFormat: Maybe<Scalars['String']['output']>;
  /** Time zone of the site's clock, e.g. `Europe/Lisbon`; an offset such as `+05:30` where the site has only that. */
  timezone: Maybe<Scalars['String']['output']>;
  /** Address of the WordPress installation. */
  url: Maybe<Scalars['String']['output']>;
};

/** An address of the site, and what stands at it. */
export type SitePath = {
  __typename?: 'SitePath';
  /** Its featured image; `null` without one, and for terms and authors. Costs one request for each hundred that are not known. */
  image: Maybe<Media>;
  /** Address on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** When what stands there was last changed, by the clock of the site. `null` for terms and authors, of which WordPress does not know. */
  modified: Maybe<Scalars['LocalDateTime']['output']>;
  /** When what stands there was last changed, in UTC. `null` for terms and authors. */
  modifiedGmt: Maybe<Scalars['DateTime']['output']>;
  /** What stands there. What is read of it is asked for together with the address. */
  node: Maybe<Node>;
  /** WordPress' name of what stands there: `post`, `category`, `user`. */
  type: Scalars['String']['output'];
  /** Path on the site, relative to its front page: `/2024/05/16/hello/`. */
  uri: Scalars['String']['output'];
};


/** An address of the site, and what stands at it. */
export type SitePathUriArgs = {
  form?: AddressForm;
};

/** A page of addresses. */
export type SitePathConnection = {
  __typename?: 'SitePathConnection';
  /** How many each type has, in the order in which they are gone through. Costs a request for each of them. */
  countsByType: Maybe<Array<SitePathCount>>;
  /** The addresses of this page with their cursors. */
  edges: Array<SitePathEdge>;
  /** The addresses of this page, for those who need no cursor of each. */
  nodes: Array<SitePath>;
  /** Where this page lies among all addresses. */
  pageInfo: PageInfo;
  /** How many there are, as WordPress counts them. Costs a request for each type of which the page shows nothing. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** How many addresses one type has. */
export type SitePathCount = {
  __typename?: 'SitePathCount';
  /** How many, as WordPress counts them. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
  /** WordPress' name of the type. */
  type: Scalars['String']['output'];
};

/** An address in its connection, with its cursor. */
export type SitePathEdge = {
  __typename?: 'SitePathEdge';
  /** Opaque; for `after`. It names a document, whatever comes or goes around it. */
  cursor: Scalars['String']['output'];
  /** The address itself. */
  node: SitePath;
};

/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type Tag = Node & Term & {
  __typename?: 'Tag';
  /** Published books that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  books: Maybe<BookConnection>;
  /** All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** How many published posts carry it, those of its descendants not counted. */
  count: Maybe<Scalars['Int']['output']>;
  /** WordPress' own id, unique over all taxonomies. */
  databaseId: Scalars['Int']['output'];
  /** What the term is about; HTML by default, empty for none. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address of its archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** Published posts that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** The taxonomy that it belongs to (the `about` link). */
  taxonomy: Maybe<Taxonomy>;
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagBooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedBookOrderBy>;
  where?: InputMaybe<BookWhere>;
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagRestArgs = {
  property: Scalars['String']['input'];
};


/** A tag: a flat label of posts. Source: `/wp/v2/tags`. */
export type TagUriArgs = {
  form?: AddressForm;
};

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

/** A page of tags. */
export type TagConnection = {
  __typename?: 'TagConnection';
  /** The nodes of this page with their cursors. */
  edges: Array<TagEdge>;
  /** The nodes of this page, for those who need no cursor of each. */
  nodes: Array<Tag>;
  /** Where this page lies in the connection. */
  pageInfo: PageInfo;
  /** How many there are in all pages, as WordPress counts them. Costs a request of its own where the page does not tell: after a cursor, and for the related documents of many. `null` where the site hides it. */
  totalCount: Maybe<Scalars['Int']['output']>;
};

/** A tag in a connection, with its cursor. */
export type TagEdge = {
  __typename?: 'TagEdge';
  /** Opaque; for `after` and `before`. Stable in orders by date, an index in others. */
  cursor: Scalars['String']['output'];
  /** The tag itself. */
  node: Tag;
};

/** Filters of tags; all that are given must hold. */
export type TagWhere = {
  /** All but these: global or WordPress ids. Without effect beside `include`. */
  exclude?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Leave out terms that no published post carries. */
  hideEmpty?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these: global or WordPress ids. */
  include?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only terms of this post or book: its global or WordPress id. */
  post?: InputMaybe<Scalars['ID']['input']>;
  /** Text that must occur in the name or another searchable field. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Only those with one of these slugs, encoded or decoded. */
  slugs?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A way to sort content, e.g. by category. Source: `/wp/v2/taxonomies`, read when the gateway starts. */
export type Taxonomy = Node & {
  __typename?: 'Taxonomy';
  /** The post types that it sorts. */
  contentTypes: Array<ContentType>;
  /** What it is for; empty for none. */
  description: Scalars['String']['output'];
  /** Whether its members form a tree. */
  hierarchical: Scalars['Boolean']['output'];
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Name to display, in the site's language. */
  label: Scalars['String']['output'];
  /** Name that code uses: `post`, `category`. */
  name: Scalars['String']['output'];
  /** Last segment of its REST route. */
  restBase: Scalars['String']['output'];
  /** Namespace of its REST route: `wp/v2`. */
  restNamespace: Scalars['String']['output'];
  /** Its REST route (the `collection` link of its documents): `/wp/v2/posts`. */
  restRoute: Scalars['String']['output'];
};

/** What categories, tags and terms of the site's own taxonomies have in common. */
export type Term = {
  /** All published content that carries it, of every type that its taxonomy sorts, in one list by date. Costs what a list of each of these types costs. */
  contents: Maybe<ContentConnection>;
  /** How many published posts carry it, those of its descendants not counted. */
  count: Maybe<Scalars['Int']['output']>;
  /** WordPress' own id, unique over all taxonomies. */
  databaseId: Scalars['Int']['output'];
  /** What the term is about; HTML by default, empty for none. */
  description: Maybe<Scalars['String']['output']>;
  /** Global id, unique over all types. */
  id: Scalars['ID']['output'];
  /** Address of its archive on the site's own front end, absolute. */
  link: Maybe<Scalars['String']['output']>;
  /** Custom fields that the site registered for the REST API, by name. */
  meta: Maybe<Scalars['JSON']['output']>;
  /** Name to display, as plain text. */
  name: Maybe<Scalars['String']['output']>;
  /** Published posts that carry it (a `wp:post_type` link); with `includeChildren` those of its descendants, too. */
  posts: Maybe<PostConnection>;
  /** Any property of its REST document as WordPress gives it to this viewer, whether or not the schema of the site names it; `null` where it has none of that name. Asked together with all else that is selected. */
  rest: Maybe<Scalars['JSON']['output']>;
  /** What stands in the head of its page: by Yoast SEO or Rank Math where the site has one of them, else by what the document says itself. Yoast's comes with the document; Rank Math's takes a request for each document where it is not known. */
  seo: Maybe<Seo>;
  /** Name in addresses, decoded. */
  slug: Maybe<Scalars['String']['output']>;
  /** The taxonomy that it belongs to (the `about` link). */
  taxonomy: Maybe<Taxonomy>;
  /** Path of its archive on the site, relative to the front page. */
  uri: Maybe<Scalars['String']['output']>;
};


/** What categories, tags and terms of the site's own taxonomies have in common. */
export type TermContentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ContentOrderBy>;
};


/** What categories, tags and terms of the site's own taxonomies have in common. */
export type TermDescriptionArgs = {
  format?: TextFormat;
  links?: LinkForm;
};


/** What categories, tags and terms of the site's own taxonomies have in common. */
export type TermPostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeChildren?: InputMaybe<Scalars['Boolean']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  offset?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RelatedPostOrderBy>;
  where?: InputMaybe<PostWhere>;
};


/** What categories, tags and terms of the site's own taxonomies have in common. */
export type TermRestArgs = {
  property: Scalars['String']['input'];
};


/** What categories, tags and terms of the site's own taxonomies have in common. */
export type TermUriArgs = {
  form?: AddressForm;
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

/** What X shows of a page. Where a part is `null`, it takes that of Open Graph. */
export type TwitterCard = {
  __typename?: 'TwitterCard';
  /** `summary` or `summary_large_image`. */
  card: Maybe<Scalars['String']['output']>;
  /** Account of the author, `@name`; `null` where no plugin says so. */
  creator: Maybe<Scalars['String']['output']>;
  /** Description. */
  description: Maybe<Scalars['String']['output']>;
  /** Address of an image. By the document that of its featured image. */
  image: Maybe<Scalars['String']['output']>;
  /** Account of the site, `@name`; `null` where no plugin says so. */
  site: Maybe<Scalars['String']['output']>;
  /** Title. */
  title: Maybe<Scalars['String']['output']>;
};

export type LongBooksQueryVariables = Exact<{
  pages: Scalars['SafeInt']['input'];
}>;


export type LongBooksQuery = { __typename?: 'Query', books: { __typename?: 'BookConnection', nodes: Array<{ __typename?: 'Book', title: string | null, author: { __typename?: 'Author', name: string | null } | null, genres: Array<{ __typename?: 'Genre', name: string | null }> | null, customFields: { __typename?: 'BookCustomFields', pageCount: number | null, language: BookCustomFieldsLanguage | null } | null, acf: { __typename?: 'BookAcf', relatedPostsNodes: Array<
          | { __typename?: 'Author' }
          | { __typename?: 'Book' }
          | { __typename?: 'Category' }
          | { __typename?: 'Comment' }
          | { __typename?: 'ContentType' }
          | { __typename?: 'DateArchive' }
          | { __typename?: 'Genre' }
          | { __typename?: 'Media' }
          | { __typename?: 'Menu' }
          | { __typename?: 'MenuItem' }
          | { __typename?: 'Page' }
          | { __typename?: 'Place' }
          | { __typename?: 'Post', title: string | null }
          | { __typename?: 'PostFormat' }
          | { __typename?: 'Recipe' }
          | { __typename?: 'SearchPage' }
          | { __typename?: 'Season' }
          | { __typename?: 'Site' }
          | { __typename?: 'Tag' }
          | { __typename?: 'Taxonomy' }
        > | null } | null }> } | null };

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

export const LongBooksDocument = new TypedDocumentString(`
    query LongBooks($pages: SafeInt!) {
  books(first: 20, where: {pagesMin: $pages}, orderBy: {field: TITLE}) {
    nodes {
      title(format: TEXT)
      author {
        name
      }
      genres {
        name
      }
      customFields {
        pageCount
        language
      }
      acf {
        relatedPostsNodes {
          ... on Post {
            title(format: TEXT)
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LongBooksQuery, LongBooksQueryVariables>;